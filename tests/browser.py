"""A real browser: Chromium, and axe-core, which finds what is not accessible in a page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""
AXE = ROOT / ".tools" / "node_modules" / "axe-core" / "axe.min.js"
needs_browser = pytest.mark.skipif(not CHROMIUM, reason="Chromium is missing")
needs_axe = pytest.mark.skipif(
    not (CHROMIUM and AXE.exists()), reason="Chromium or axe-core is missing"
)
RUN = """async () => (await axe.run(document, {iframes: false})).violations
    .map(each => `${each.id}: ${each.nodes[0].html}`)"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser without a window. Its event loop must end before other tests run theirs."""
    if not CHROMIUM:
        pytest.skip("Chromium is missing")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - used here only

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def violations(page: Any) -> list[str]:
    """Return what axe finds wrong in a page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN)
    return found


def overflows(page: Any, width: int) -> bool:
    """Return whether a page must be scrolled sideways at a width."""
    page.set_viewport_size({"width": width, "height": 800})
    is_wider: bool = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return is_wider


def saved(page: Any, words: str, folder: Path) -> Path:
    """Return the path of what a link or a button on a page fetches."""
    with page.expect_download() as waited:
        page.locator("#files").get_by_text(words, exact=True).click()
    path = folder / str(waited.value.suggested_filename)
    waited.value.save_as(path)
    return path
