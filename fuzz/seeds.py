"""The valid packages that the fuzzer edits: small, with one of everything that is read."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace

import openpyxl
from lxml import etree
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill

from lagesbild_xlsx.excel.writer import workbook_bytes
from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, RELATIONSHIPS_NS
from tools.make_templates import A4_PORTRAIT, package
from tools.strangnas import LAGESBILD
from tools.wordml import (
    TAB,
    cell,
    control,
    document,
    only_if,
    paragraph,
    repeat,
    row,
    table,
    text,
    value,
)

SMALL = replace(
    LAGESBILD,
    priorities=LAGESBILD.priorities[:2],
    localities=LAGESBILD.localities[:2],
    paragraphs=LAGESBILD.paragraphs[:3],
    activities=LAGESBILD.activities[-3:],
    glossary=LAGESBILD.glossary[:2],
)

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS, STRINGS = "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
FORMATS = (
    *("General", "0.00%", "#,##0", "yyyy-mm-dd", "[h]:mm", "000000-0000", "[$-F800]", '0" kr"'),
    *('[=1]"Ja";[<0](0.0,,);"-"??;"Dnr "@', "# ??/16", "##0.0E+0", "[$-409]d mmm h:mm:ss.0 AM/PM"),
)


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def package_of(parts: dict[str, bytes]) -> bytes:
    """Return a package of parts, not compressed: that takes the most time of all."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return packed.getvalue()


def workbook() -> dict[str, bytes]:
    """Return the parts of a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(SMALL)))
    sheet = book["Balanslista"]
    sheet["D2"] = CellRichText("Se ", TextBlock(InlineFont(b=True, strike=True), "här"))
    sheet["D3"].hyperlink = "https://exempel.se/"
    sheet["C4"].fill = PatternFill("solid", fgColor="FFC00000")
    sheet["C3"].comment = Comment("Fråga Anna", "Anna")
    sheet["A3"].font = Font(strike=True)
    sheet.merge_cells("B3:B4")
    sheet.row_dimensions[4].hidden = True
    red = PatternFill("solid", bgColor="FFFF0000")
    rule = FormulaRule(["$A2>1"], fill=red)  # type: ignore[no-untyped-call] # a stub's gap
    sheet.conditional_formatting.add("C2:C9", rule)
    own = book.create_sheet("Eget")
    own.append(["Form", "Tal", "Dag", "Sant", "Formel"])
    for form in FORMATS:
        own.append([form, 44336.5, dt.datetime(2021, 5, 20, 12), True, "=1+1"])  # noqa: DTZ001
        own.cell(own.max_row, 2).number_format = form
    packed = io.BytesIO()
    book.save(packed)
    return _with_shared_strings(parts_of(packed.getvalue()), "xl/worksheets/sheet5.xml")


def _with_shared_strings(parts: dict[str, bytes], sheet: str) -> dict[str, bytes]:
    """Return the parts with the strings of one sheet shared, as Excel has them."""
    root, strings = etree.fromstring(parts[sheet]), etree.Element(f"{MAIN}sst")
    for number, item in enumerate(list(root.iter(f"{MAIN}is"))):
        cell_element = item.getparent()
        assert cell_element is not None  # noqa: S101 - a string stands in a cell
        cell_element.set("t", "s")
        etree.SubElement(cell_element, f"{MAIN}v").text = str(number)
        item.tag = f"{MAIN}si"
        strings.append(item)
    relations = etree.fromstring(parts[RELATIONS])
    named = {"Id": "rIdS", "Type": f"{OFFICE_RELATIONSHIPS}/sharedStrings", "Target": f"/{STRINGS}"}
    etree.SubElement(relations, f"{{{RELATIONSHIPS_NS}}}Relationship", named)
    changed = {sheet: root, RELATIONS: relations, STRINGS: strings}
    return parts | {name: etree.tostring(element) for name, element in changed.items()}


def template() -> dict[str, bytes]:
    """Return the parts of a template."""
    status = control("lb:Status", "Status", cell(900, paragraph("Normal", text("Ej bedömd"))))
    blocks = (
        paragraph("Rubrik", text("Lägesbild "), value("Rapport.Kommun")),
        only_if("Rapport.Diarienummer", paragraph("Normal", value("Rapport.Diarienummer"))),
        control("lb:Rapport.Inledning", "Inledning", paragraph("LIngress", text("?"))),
        repeat("Framåt[Kort sikt]", paragraph("Punktlista", value("Text", "inget"))),
        repeat(
            "Orter",
            paragraph("LOrt", value("Ort"), TAB, value("Lägesbild", "Inget", style="LNamn")),
            repeat("Balanslista[samma Ort]", paragraph("Normal", value("Aktivitet"))),
        ),
        table(
            "LBalanslista",
            "Balanslista",
            "Tabell",
            (900, 900),
            row(*(cell(900, paragraph("Normal", text(name))) for name in "AB"), header=True),
            repeat("Balanslista", row(cell(900, paragraph("Normal", value("Aktivitet"))), status)),
        ),
        paragraph("Normal", value("Översikt.Sammanfattning"), value("Rapport.Version", blank="x")),
    )
    parts = package(document(A4_PORTRAIT, *blocks))
    return {name: xml.encode() for name, xml in parts.items()}
