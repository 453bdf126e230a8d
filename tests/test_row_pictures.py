"""Pictures that stand in rows of the workbook, and follow these into the document (``lb:Bild``)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from lxml import etree
from openpyxl.drawing.image import Image
from PIL import Image as Pixels

from lagesbild_xlsx import build, check
from lagesbild_xlsx.pipeline import Outcome, import_document, update
from tests.conftest import Edit, MakeWorkbook
from tests.docx_rules import faults
from tests.drawnbook import image_file
from tests.templates import text_of, write_template
from tools.wordml import cell, paragraph, repeat, row, table, value

EMU_PER_TWIP = 635


def colour(shade: str, size: tuple[int, int] = (60, 40)) -> bytes:
    """Return a picture of one colour."""
    file = io.BytesIO()
    Pixels.new("RGB", size, shade).save(file, "PNG")
    return file.getvalue()


def drawn(sheet: str, pictures: Mapping[str, bytes]) -> Edit:
    """Return what puts pictures on a sheet, each at a cell."""

    def edit(book: openpyxl.Workbook) -> None:
        for at, picture in pictures.items():
            book[sheet].add_image(Image(io.BytesIO(picture)), at)

    return edit


class Shown(NamedTuple):
    """A picture in a document: what its paragraph says, its colour, and its size in EMU."""

    text: str
    shade: tuple[int, int, int]
    width: int
    height: int


def shown(document: Path) -> list[Shown]:
    """Return the pictures of a document's body."""
    opened = docx.Document(str(document))
    return [
        Shown(
            text_of(next(frame.iterancestors(qn("w:p")))).split("\t")[0],
            shade_of(opened, frame),
            *(int(frame.find(qn("wp:extent")).get(side)) for side in ("cx", "cy")),
        )
        for frame in opened.element.body.iter(qn("wp:inline"))
    ]


def shade_of(opened: docx.document.Document, frame: etree._Element) -> tuple[int, int, int]:
    [blip] = frame.iter(qn("a:blip"))
    image = opened.part.related_parts[blip.get(qn("r:embed"))].blob
    found = Pixels.open(io.BytesIO(image)).convert("RGB").getpixel((0, 0))
    assert isinstance(found, tuple)
    return found[0], found[1], found[2]


def told(outcome: Outcome) -> list[tuple[str, str]]:
    return [(finding.rule.code, str(finding.place)) for finding in outcome.findings]


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def canonical(xml: bytes) -> bytes:
    return etree.tostring(etree.fromstring(xml), method="c14n")


RED, GREEN, BLUE = (255, 0, 0), (0, 128, 0), (0, 0, 255)


def test_a_picture_follows_its_row_under_the_text_of_its_locality(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    pictures = {"D3": colour("red"), "C2": colour("green"), "E3": colour("blue")}
    outcome = build(workbook(drawn("Orter", pictures)), tmp_path / "ut.docx")
    assert outcome.document
    assert [(each.text, each.shade) for each in shown(outcome.document)] == [
        ("Granby", GREEN),
        ("Västerås-Barkarö", RED),
        ("Västerås-Barkarö", BLUE),
    ]
    assert shown(outcome.document)[0][2:] == (60 * 9_525, 40 * 9_525)
    assert told(outcome) == [("LB237", f"Orter!{at}") for at in ("C2", "D3", "E3")]


def test_a_row_without_a_picture_has_no_line_for_one(workbook: MakeWorkbook) -> None:
    path = workbook()
    without = build(path, path.with_suffix(".docx")).document
    assert without
    assert shown(without) == []
    texts = [p.text for p in docx.Document(str(without)).paragraphs]
    assert "Granby\tLugnt." in texts


def test_only_pictures_of_rows_are_spoken_of(workbook: MakeWorkbook) -> None:
    path = workbook(drawn("Orter", {"D1": colour("red"), "B9": colour("green")}))
    assert told(check(path)) == []
    outcome = build(path, path.with_suffix(".docx"))
    [finding] = outcome.findings
    assert finding.rule.code == "LB324"
    assert finding.message.endswith("2 bilder på bladet Orter.")
    assert "kommer med där mallen har lb:Bild på raden" in finding.hint


def test_a_picture_of_a_row_that_cannot_be_carried_is_told_once_at_its_cell(
    workbook: MakeWorkbook,
) -> None:
    path = workbook(drawn("Orter", {"C2": colour("red"), "D1": colour("red")}))
    linked = path.with_name("länkad.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(linked, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(b'r:embed="rId1"', b'r:link="rId1"')
            new.writestr(name, content)
    outcome = build(linked, linked.with_suffix(".docx"))
    assert told(outcome) == [("LB238", "Orter!C2"), ("LB324", "")]
    assert outcome.findings[-1].message.endswith(": en bild på bladet Orter.")


def test_pictures_that_the_template_does_not_show_are_not_prepared(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = write_template(
        tmp_path / "mall.docx", repeat("Orter", paragraph("Normal", value("Ort")))
    )
    path = workbook(drawn("Orter", {"C2": colour("red")}))
    outcome = build(path, tmp_path / "ut.docx", template)
    assert outcome.document
    assert shown(outcome.document) == []
    assert [code for code, _ in told(outcome)] == ["LB324"]


def test_a_hidden_row_that_comes_along_brings_its_picture(workbook: MakeWorkbook) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        drawn("Orter", {"C2": colour("red")})(book)
        book["Orter"].row_dimensions[2].hidden = True

    path = workbook(hide)
    outcome = build(path, path.with_suffix(".docx"))
    assert outcome.document
    assert [each.text for each in shown(outcome.document)] == ["Granby"]
    assert [code for code, _ in told(outcome)] == ["LB108", "LB237"]


def in_a_table(sheet: str, first: str) -> str:
    """Return a table with a row for each of a sheet's, and the row's pictures in a narrow cell."""
    heading = row(*(cell(1_701, paragraph("Normal")) for _ in range(2)), header=True)
    held = (paragraph("Normal", value(first)), paragraph("Normal", value("Bild", "Ingen bild")))
    rows = repeat(sheet, row(*(cell(1_701, each) for each in held)))
    return table("LBalanslista", "Bilder", "Bilder", (1_701, 1_701), heading, rows)


def test_a_picture_is_no_wider_than_its_cell(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template = write_template(tmp_path / "mall.docx", in_a_table("Balanslista", "Aktivitet"))
    path = workbook(drawn("Balanslista", {"G3": colour("blue", (800, 400))}))
    outcome = build(path, tmp_path / "ut.docx", template)
    assert outcome.document
    [found] = shown(outcome.document)
    assert found.width <= 1_701 * EMU_PER_TWIP
    assert found.height == pytest.approx(found.width / 2, abs=1)
    cells = docx.Document(str(outcome.document)).tables[0].columns[1].cells
    assert [each.text for each in cells] == ["", "Ingen bild", "", "Ingen bild"]


def test_rows_of_the_staff_s_own_sheets_have_pictures_too(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = write_template(tmp_path / "mall.docx", in_a_table("Platser", "Plats"))
    path = workbook(
        drawn("Platser", {"D3": colour("blue")}), Platser=[{"Plats": "Torget"}, {"Plats": "Ån"}]
    )
    outcome = build(path, tmp_path / "ut.docx", template)
    assert outcome.document
    assert [each.shade for each in shown(outcome.document)] == [BLUE]
    assert ("LB237", "Platser!D3") in told(outcome)
    cells = docx.Document(str(outcome.document)).tables[0].columns[1].cells
    assert [each.text for each in cells] == ["", "Ingen bild", ""]


def test_a_column_of_that_name_with_texts_stays_one(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template = write_template(
        tmp_path / "mall.docx", repeat("Orter", paragraph("Normal", value("Bild")))
    )
    path = workbook(Orter=[{"Bild": "Se bilaga 1"}])
    document = build(path, tmp_path / "ut.docx", template).document
    assert document
    assert "Se bilaga 1" in [p.text for p in docx.Document(str(document)).paragraphs]


def test_a_picture_without_a_row_is_told_where_to_go(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = write_template(tmp_path / "mall.docx", paragraph("Normal", value("Bild")))
    [finding] = build(workbook(), tmp_path / "ut.docx", template).findings
    assert finding.rule.code == "LB503"
    assert "till exempel lb:Orter." in finding.hint


def test_word_s_own_picture_control_is_filled_in(workbook: MakeWorkbook, tmp_path: Path) -> None:
    control = value("Bild").replace("<w:showingPlcHdr/>", "<w:showingPlcHdr/><w:picture/>")
    template = write_template(
        tmp_path / "mall.docx", repeat("Orter", paragraph("Normal", value("Ort"), control))
    )
    path = workbook(drawn("Orter", {"C2": colour("red")}))
    document = build(path, tmp_path / "ut.docx", template).document
    assert document
    assert [(each.text, each.shade) for each in shown(document)] == [("Granby", RED)]
    assert "[Bild]" not in "".join(p.text for p in docx.Document(str(document)).paragraphs)


def test_a_damaged_picture_stops_the_document(workbook: MakeWorkbook) -> None:
    path = workbook(drawn("Orter", {"C2": colour("red", (900, 900))}))
    damaged = path.with_name("trasig.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(damaged, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[:300] if name.endswith(".png") else content)
    outcome = build(damaged, damaged.with_suffix(".docx"))
    assert outcome.document is None
    assert told(outcome) == [("LB239", "Orter!C2")]


def test_the_same_picture_stands_in_the_file_once_and_each_drawing_has_an_id(
    workbook: MakeWorkbook,
) -> None:
    same = image_file("JPEG", (300, 200))
    path = workbook(drawn("Orter", {"C2": same, "C3": same}))
    document = build(path, path.with_suffix(".docx")).document
    assert document
    with zipfile.ZipFile(document) as package:
        assert [n for n in package.namelist() if "media" in n] == ["word/media/image1.jpeg"]
    body = docx.Document(str(document)).element.body
    numbers = [each.get("id") for each in body.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == len(numbers) == 2
    assert [f for f in faults(document) if "alternativ" not in str(f).lower()] == []


# ------------------------------------------------------------------ brought up to date, read back


def test_an_update_brings_new_pictures_and_takes_those_that_are_gone(
    workbook: MakeWorkbook,
) -> None:
    path = workbook(drawn("Orter", {"C2": colour("red"), "C3": colour("green")}))
    document = build(path, path.with_suffix(".docx")).document
    assert document
    edited = docx.Document(str(document))
    edited.paragraphs[-1].add_run(" Skrivet för hand.")
    edited.save(str(document))
    update(workbook(drawn("Orter", {"C2": colour("blue")})), document)
    assert [(each.text, each.shade) for each in shown(document)] == [("Granby", BLUE)]
    update(workbook(), document)
    assert shown(document) == []
    update(workbook(drawn("Orter", {"D3": colour("red"), "E3": colour("blue")})), document)
    found = shown(document)
    assert [(each.text, each.shade) for each in found] == [
        ("Västerås-Barkarö", RED),
        ("Västerås-Barkarö", BLUE),
    ]
    now = docx.Document(str(document))
    assert now.paragraphs[-1].text.endswith("Skrivet för hand.")
    numbers = [each.get("id") for each in now.element.body.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == len(numbers)


def test_a_picture_goes_and_the_text_before_it_stays_where_libreoffice_has_saved(
    workbook: MakeWorkbook,
) -> None:
    path = workbook(drawn("Orter", {"C3": colour("red")}))
    document = build(path, path.with_suffix(".docx")).document
    assert document
    write_starts_before_ends(document)
    outcome = update(workbook(), document)
    assert told(outcome) == []
    assert shown(document) == []
    texts = [each.text for each in docx.Document(str(document)).paragraphs]
    assert "Västerås-Barkarö\tInget rapporterat" in texts


def write_starts_before_ends(document: Path) -> None:
    """Write marks as LibreOffice does: one that starts where another ends starts before that."""
    opened = docx.Document(str(document))
    for end in list(opened.element.body.iter(qn("w:bookmarkEnd"))):
        start = end.getnext()
        if start is not None and start.tag == qn("w:bookmarkStart"):
            end.addprevious(start)
    opened.save(str(document))


def test_an_update_with_nothing_new_changes_no_picture(workbook: MakeWorkbook) -> None:
    path = workbook(drawn("Orter", {"C2": colour("red")}))
    document = build(path, path.with_suffix(".docx")).document
    assert document
    before = parts_of(document)
    outcome = update(path, document)
    assert [code for code, _ in told(outcome)] == ["LB237"]
    after = parts_of(document)
    assert after.keys() == before.keys()
    assert canonical(after["word/document.xml"]) == canonical(before["word/document.xml"])


def test_a_picture_comes_back_beside_its_row_and_is_no_text(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook(drawn("Orter", {"C2": colour("red")}))
    document = build(path, path.with_suffix(".docx")).document
    assert document
    import_document(document, tmp_path / "ny.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "ny.xlsx")["Orter"]
    assert [each.value for each in sheet[1]] == ["Ort", "Lägesbild"]
    assert [each.value for each in sheet[2]] == ["Granby", "Lugnt."]
    assert len(sheet._images) == 1  # noqa: SLF001 - openpyxl says it nowhere else
