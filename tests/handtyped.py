"""The reference report as a municipality would have typed it in Word: no styles, colours for words.

The reference does not say which colours its blank statuses had. Those here are made up, in turn,
and say nothing of the municipality.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.conftest import ROOT

REFERENCE = ROOT / "tests" / "reference" / "lagesbild-2021-05-20.txt"
LETTERHEAD = "STRÄNGNÄS KOMMUN"
HEADINGS = (
    "Samlad lägesbild", "Uppdrag", "Prioriterade områden", "Strängnäs kommuns och", "Vilka risker",
    "Allmänt", "Framåt", "Aktiviteter på", "Kommunikation", "Balanslista", "Ordlista",
)  # fmt: skip

SHADINGS: tuple[tuple[str, dict[str, str]], ...] = (
    ("Rött", {"val": "clear", "color": "auto", "fill": "FF0000"}),
    ("Gult", {"val": "clear", "color": "auto", "fill": "FFFF00"}),
    ("Grönt", {"val": "solid", "color": "00B050", "fill": "FFFFFF"}),
    ("Gult", {"val": "clear", "fill": "auto", "themeFill": "accent4", "themeFillTint": "99"}),
    ("Grönt", {"val": "clear", "fill": "auto", "themeFill": "accent6", "themeFillShade": "BF"}),
)
"""Ways to colour a cell in Word, and what they look like with the Office theme of 2013."""

OFFICE_2013 = {"accent4": "FFC000", "accent6": "70AD47"}


def type_report(path: Path, *, coloured: bool = True, bullets: str = "List Bullet") -> list[str]:
    """Write the report, and return the status that each coloured cell looks like.

    Args:
        path: where to write it.
        coloured: whether the statuses without a word have a colour.
        bullets: the style of list items; if empty, the dash is typed.
    """
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(11)
    use_office_2013_colours(document)
    colours = itertools.cycle(SHADINGS)
    looks: list[str] = []
    for lines in blocks(REFERENCE.read_text("utf-8").split("\n")):
        if "\t" not in lines[0]:
            type_paragraph(document, lines[0], bullets)
            continue
        cells = [line.split("\t") for line in lines]
        table = document.add_table(len(cells), len(cells[0]))
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
            is_activity = len(texts) == 4 and texts[0] != "Aktivitet"
            if is_activity and not texts[2] and coloured:
                look, shading = next(colours)
                shade(row.cells[2], shading)
                looks.append(look)
    document.save(str(path))
    return looks


def blocks(lines: Iterable[str]) -> Iterator[Sequence[str]]:
    """Yield paragraphs, one line each, and tables, a line each row."""
    kept = (line for line in lines if line.strip())
    for width, group in itertools.groupby(kept, key=lambda line: line.count("\t")):
        if width:
            yield list(group)
        else:
            yield from ([line] for line in group)


def type_paragraph(document: Any, text: str, bullets: str) -> None:
    if text.startswith("- "):
        document.add_paragraph(text[2:] if bullets else text, bullets or None)
        return
    run = document.add_paragraph().add_run(text)
    run.bold = text.startswith(HEADINGS)


def shade(cell: Any, attributes: dict[str, str]) -> None:
    element = OxmlElement("w:shd")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(element)  # noqa: SLF001


def use_office_2013_colours(document: Any) -> None:
    """Give the document's theme the accents that SHADINGS name."""
    [theme] = (part for part in document.part.package.parts if "theme" in part.partname)
    xml = theme.blob.decode()
    for name, rgb in OFFICE_2013.items():
        start = xml.index(f"<a:{name}>")
        end = xml.index(f"</a:{name}>")
        xml = f'{xml[:start]}<a:{name}><a:srgbClr val="{rgb}"/>{xml[end:]}'
    theme._blob = xml.encode()  # noqa: SLF001
