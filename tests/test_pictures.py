"""The pages as pictures: nothing moves on a page without somebody looking at it.

The golden pictures are small and grey, so that another version of a font or of LibreOffice passes
and a moved table does not. To make them anew: ``python -m tests.test_pictures``, and look at them.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from lagesbild_xlsx import build
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
EXAMPLES = ("strangnas-2021-05-20", "tallmyra-2026-11-12", "vallunda-2026-10-08")
SIZE = (210, 297)
"""A dot a millimetre."""

TOLERANCE = 6.0
"""How much the mean of the differing grey levels may be, of 255, on a page."""


def pages_of(example: str, folder: Path) -> list[Image.Image]:
    """Return the pages of an example's PDF as small grey pictures."""
    target = folder / "ut.docx"
    [workbook] = (ROOT / "examples").rglob(f"{example}.xlsx")
    build(workbook, output=target, formats=["pdf"])
    run = ["pdftoppm", "-r", "50", "-png", str(target.with_suffix(".pdf")), str(folder / "sida")]
    subprocess.run(run, check=True)  # noqa: S603
    return [
        Image.open(page).convert("L").resize(SIZE, Image.Resampling.LANCZOS)
        for page in sorted(folder.glob("sida-*.png"))
    ]


def golden(example: str, number: int) -> Path:
    return GOLDEN / f"{example}-{number}.png"


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftoppm")),
    reason="LibreOffice and pdftoppm are not installed",
)
@pytest.mark.parametrize("example", EXAMPLES)
def test_pages_look_as_they_did(example: str, tmp_path: Path) -> None:
    pages = pages_of(example, tmp_path)
    assert len(pages) == len(list(GOLDEN.glob(f"{example}-*.png")))
    for number, page in enumerate(pages, 1):
        difference = ImageChops.difference(page, Image.open(golden(example, number)))
        assert ImageStat.Stat(difference).mean[0] < TOLERANCE, f"page {number}"


def test_tolerance_tells_pages_apart() -> None:
    first, second = (Image.open(golden(EXAMPLES[1], number)) for number in (1, 2))
    assert ImageStat.Stat(ImageChops.difference(first, second)).mean[0] > TOLERANCE


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for example in EXAMPLES:
        with tempfile.TemporaryDirectory() as folder:
            for number, page in enumerate(pages_of(example, Path(folder)), 1):
                page.save(golden(example, number), optimize=True)


if __name__ == "__main__":
    main()
