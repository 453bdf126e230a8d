"""The pictures of the guide and of README: what is built, and the pages, as people see them.

It needs LibreOffice and Chromium: ``make pictures``.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

from lagesbild_xlsx import build

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
DOCS, TALLMYRA = ROOT / "docs", ROOT / "examples" / "tallmyra"
LATEST = TALLMYRA / "tallmyra-2026-11-12.xlsx"
PAGE_WIDTH, MARGIN, BACKGROUND, EDGE = 580, 10, "#eef2f6", "#9fb4c7"
WIDTH, HEIGHT = 1280, 1080
CHANGES = {"Status": "Blått", "Ansvar": "Regionen"}
"""What is wrong in the workbook that a picture shows: in two rows of the balance list."""


def document_picture(folder: Path) -> Image.Image:
    """Return the first two pages of a built document, beside each other."""
    document = build(LATEST, folder / "ut.docx", formats=["pdf"]).document
    if document is None:
        sys.exit("The example is not built.")
    pdf = pypdfium2.PdfDocument(document.with_suffix(".pdf"))
    pages = [pdf[at].render(scale=PAGE_WIDTH / pdf[at].get_width()).to_pil() for at in (0, 1)]
    height = max(page.height for page in pages) + 2 * MARGIN
    width = sum(page.width + MARGIN for page in pages) + MARGIN
    made, x = Image.new("RGB", (width, height), BACKGROUND), MARGIN
    for page in pages:
        framed = Image.new("RGB", (page.width + 2, page.height + 2), EDGE)
        framed.paste(page, (1, 1))
        made.paste(framed, (x - 1, MARGIN - 1))
        x += page.width + MARGIN
    return made


def faulty_workbook(folder: Path) -> Path:
    """Return a workbook with something to correct."""
    path = folder / "lagesbild.xlsx"
    book = openpyxl.load_workbook(LATEST)
    sheet = book["Balanslista"]
    rows = list(sheet.iter_rows(max_row=9, values_only=True))
    top = next(number for number, row in enumerate(rows, 1) if "Status" in row)
    for below, (heading, value) in enumerate(CHANGES.items(), 3):
        sheet.cell(top + below, rows[top - 1].index(heading) + 1).value = value
    book.save(path)
    return path


@contextmanager
def opened(workbook: Path) -> Iterator[str]:
    """Open the pages with a workbook, and give the address."""
    command = [sys.executable, "-m", "lagesbild_xlsx", "open", "--ingen-webblasare", str(workbook)]
    forgetful = os.environ | {"XDG_STATE_HOME": str(workbook.parent)}
    running = subprocess.Popen(  # noqa: S603 - this program itself
        command, stdout=subprocess.PIPE, text=True, env=forgetful
    )
    try:
        yield running.stdout.readline().strip() if running.stdout else ""
    finally:
        running.terminate()
        running.wait()


def findings_picture(page: Page) -> bytes:
    """Return what is wrong, and where one of it is in the report."""
    page.get_by_text("Dokumentet är ett utkast").wait_for()
    page.get_by_role("button", name="Visa i rapporten").last.click()
    page.evaluate("scrollTo(0, 0)")
    return page.screenshot()


def trend_picture(page: Page) -> bytes:
    """Return how it has gone over time: the report on the page, from its chart."""
    page.get_by_role("link", name="Över tid").click()
    page.locator("#f-arbetsbocker").set_input_files(sorted(TALLMYRA.glob("*.xlsx")))
    page.get_by_role("button", name="Gör rapporten").click()
    page.get_by_text("Rapporten är klar.").wait_for()
    page.frame_locator("#report").locator("img").evaluate("each => each.scrollIntoView()")
    return page.locator("#report").screenshot()


def page_pictures(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """Yield pictures of the pages, with the names of their files."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with opened(faulty_workbook(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="sv-SE")
        page.goto(address)
        yield "sida.png", Image.open(io.BytesIO(findings_picture(page)))
        yield "sida-over-tid.png", Image.open(io.BytesIO(trend_picture(page)))
        browser.close()


def main() -> None:
    """Write the pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = {"lagesbild.png": document_picture(folder), **dict(page_pictures(folder))}
        for file, picture in made.items():
            picture.convert("P", palette=Image.Palette.ADAPTIVE).save(DOCS / file, optimize=True)
            print(DOCS / file)


if __name__ == "__main__":
    main()
