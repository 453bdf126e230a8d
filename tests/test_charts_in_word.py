"""A chart that was drawn in Excel is the same chart in Word, with its own data and nothing else."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from openpyxl.chart import BarChart, PieChart, Reference

from lagesbild_xlsx.diagnostics import Finding, Result, StopError
from lagesbild_xlsx.excel.book import WORKBOOK, Book
from lagesbild_xlsx.excel.illustrations import IllustratedWorkbook
from lagesbild_xlsx.excel.reader import read_workbook
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.pictures import ChartFile, Illustration
from lagesbild_xlsx.pictures.charts import ChartReader
from lagesbild_xlsx.places import Place
from tests.chartbooks import (
    CATEGORY_AXIS,
    CHART,
    DRAWING,
    OFFICE,
    PART,
    VALUE_AXIS,
    bars,
    chart,
    levels,
    numbers,
    series,
    simple,
    texts,
    title,
    write_book,
)

NAMES = {"c": CHART, "a": DRAWING, "r": OFFICE}
Made = Result[tuple[ChartFile, str] | None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bok.xlsx"


def made_of(path: Path) -> Made:
    """Return what becomes of the chart of a workbook."""
    workbook = read_workbook(path)
    with Package(path, WORKBOOK) as package:
        reader = ChartReader(package, workbook, Book(package).from_1904)
        return reader(PART, Place("Hemligt", 2, 4))


def carried(path: Path) -> tuple[ChartFile, str]:
    made = made_of(path)
    assert made.value is not None, made.findings
    assert not made.findings
    return made.value


def refused(path: Path) -> Finding:
    made = made_of(path)
    assert made.value is None
    (finding,) = made.findings
    return finding


def tree(file: ChartFile) -> etree._Element:
    return etree.fromstring(file.xml)


def found(file: ChartFile, path: str) -> list[Any]:
    held: Any = tree(file).xpath(path, namespaces=NAMES)
    return list(held)


def data(file: ChartFile) -> Any:
    """Return the sheet of the workbook that a chart carries."""
    book = openpyxl.load_workbook(io.BytesIO(book_of(file)))
    assert book.sheetnames == ["Diagramdata"]
    return book.active


def book_of(file: ChartFile) -> bytes:
    return next(part.data for part in file.parts if part.extension == "xlsx")


def rows(file: ChartFile) -> list[tuple[object, ...]]:
    return list(data(file).iter_rows(values_only=True))


def everything(file: ChartFile) -> bytes:
    """Return all bytes that go along, unpacked."""
    with zipfile.ZipFile(io.BytesIO(book_of(file))) as package:
        inner = b"".join(package.read(name) for name in package.namelist())
    others = b"".join(part.data for part in file.parts if part.extension != "xlsx")
    return file.xml + inner + others


# ------------------------------------------------------------------ with what Excel has kept


def test_references_lead_to_the_workbook_that_goes_along(path: Path) -> None:
    file, _ = carried(write_book(path, simple()))
    assert found(file, "//c:f/text()") == [
        "Diagramdata!$B$1",
        "Diagramdata!$A$2:$A$4",
        "Diagramdata!$B$2:$B$4",
    ]
    assert rows(file) == [
        (None, "Brott"), ("kvartal 1", 12), ("kvartal 2", 9), ("kvartal 3", 14),
    ]  # fmt: skip
    (number,) = found(file, "c:externalData/@r:id")
    assert [part.number for part in file.parts if part.extension == "xlsx"] == [number]
    assert found(file, "c:externalData/c:autoUpdate/@val") == ["0"]


def test_nothing_else_of_the_workbook_goes_along(path: Path) -> None:
    hidden = series(7, texts("Hemligt!$C$1", ["Bortvald"]), texts("x", ["y"]), numbers("z", [4]))
    filtered = (
        '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}"'
        ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
        f"<c15:filteredBarSeries>{hidden.replace('c:ser>', 'c15:ser>')}</c15:filteredBarSeries>"
        "</c:ext></c:extLst>"
    )
    whole = numbers("Hemligt!$B$2:$B$3", [1, 2]).replace(
        "</c:numRef>",
        '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}"'
        ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:fullRef>'
        "<c15:sqref>Hemligt!$B$2:$B$99</c15:sqref></c15:fullRef></c:ext></c:extLst></c:numRef>",
    )
    one = series(0, texts("'[Budget hos Anna.xlsx]Hemligt'!$B$1", ["Brott"]), whole, whole)
    part = chart(
        bars(one, more=filtered) + CATEGORY_AXIS + VALUE_AXIS,
        after="<c:pivotFmts/>",
        end='<c:externalData r:id="rId1"/><c:printSettings><c:headerFooter><c:oddHeader>C:\\Anna'
        "</c:oddHeader></c:headerFooter></c:printSettings>",
    ).replace("<c:chart>", "<c:pivotSource><c:name>[Anna.xlsx]Pivot</c:name></c:pivotSource>"
              "<c:chart>", 1)  # fmt: skip
    outside = {"x": (f"{OFFICE}/oleObject", "External", "file:///C:/Users/Anna/Budget.xlsx")}
    file, words = carried(write_book(path, part, outside))
    for secret in ("Hemligt", "Anna", "Bortvald", "Budget", "Pivot", "sqref", "filtered", "99"):
        assert secret.encode() not in everything(file), secret
        assert secret not in words
    assert len(rows(file)) == 3


def test_links_in_a_chart_lead_nowhere(path: Path) -> None:
    linked = title("Rubrik").replace(
        "<a:r>", '<a:r><a:rPr><a:hlinkClick r:id="rId1" tooltip="Anna"/></a:rPr>'
    )
    outside = {"x": (f"{OFFICE}/hyperlink", "External", "https://exempel.se/anna")}
    file, _ = carried(write_book(path, simple(before=linked), outside))
    assert file.title == "Rubrik"
    assert not found(file, "//a:hlinkClick")
    assert b"nna" not in everything(file)


def test_dates_are_numbers_with_their_format(path: Path) -> None:
    days = numbers("Hemligt!$A$2:$A$3", [46023, 46054], "mmm yy")
    share = numbers("Hemligt!$B$2:$B$3", [0.25, 0.5], "0%")
    one = series(0, texts("Hemligt!$B$1", ["Andel"]), days, share)
    file, words = carried(write_book(path, chart(bars(one) + CATEGORY_AXIS + VALUE_AXIS)))
    sheet = data(file)
    assert [sheet["A2"].value, sheet["B2"].value] == [dt.datetime(2026, 1, 1), 0.25]  # noqa: DTZ001
    assert [sheet["A2"].number_format, sheet["B2"].number_format] == ["mmm yy", "0%"]
    assert words == "Stapeldiagram: Andel. 25% (jan 26), 50% (feb 26)."


def test_categories_in_levels_stand_in_columns(path: Path) -> None:
    both = levels("Hemligt!$A$2:$B$5", ["kv 1", "kv 2", "kv 1", "kv 2"], ["2025", None, "2026"])
    one = series(0, texts("Hemligt!$C$1", ["Brott"]), both, numbers("Hemligt!$C$2", [4, 3, 9, 1]))
    file, words = carried(write_book(path, chart(bars(one) + CATEGORY_AXIS + VALUE_AXIS)))
    assert rows(file) == [
        (None, None, "Brott"),
        ("2025", "kv 1", 4), (None, "kv 2", 3), ("2026", "kv 1", 9), (None, "kv 2", 1),
    ]  # fmt: skip
    assert found(file, "//c:cat//c:f/text()") == ["Diagramdata!$A$2:$B$5"]
    assert words == (
        "Stapeldiagram: Brott. Först 4 (2025 kv 1), sist 1 (2026 kv 2), högst 9 (2026 kv 1)."
    )


def test_columns_and_lines_share_their_categories(path: Path) -> None:
    days = texts("Hemligt!$A$2:$A$3", ["må", "ti"])
    column = series(0, texts("Hemligt!$B$1", ["Brott"]), days, numbers("Hemligt!$B$2:$B$3", [1, 2]))
    line = series(1, texts("Hemligt!$C$1", ["Andel"]), days, numbers("Hemligt!$C$2", [3, 4]))
    second = CATEGORY_AXIS + VALUE_AXIS
    for old, new in (('"1"', '"3"'), ('"2"', '"4"')):
        second = second.replace(old, new)
    lines = (
        f'<c:lineChart><c:grouping val="standard"/>{line}<c:axId val="3"/><c:axId val="4"/>'
        "</c:lineChart>"
    )
    file, words = carried(
        write_book(path, chart(bars(column) + lines + CATEGORY_AXIS + VALUE_AXIS + second))
    )
    assert rows(file) == [(None, "Brott", "Andel"), ("må", 1, 3), ("ti", 2, 4)]
    assert words.startswith("Stapel- och linjediagram. Brott: 1 (må), 2 (ti). Andel: 3 (må)")
    assert len(found(file, "//c:valAx")) == 2


def test_a_point_that_is_blank_or_no_number_stays_so(path: Path) -> None:
    file, words = carried(write_book(path, simple(values=(12, None, "#N/A"))))
    assert [row[1] for row in rows(file)] == ["Brott", 12, None, "#N/A"]
    assert words == "Stapeldiagram: Brott. 12 (kvartal 1)."


def test_the_same_chart_gives_the_same_bytes(path: Path) -> None:
    write_book(path, simple())
    assert carried(path) == carried(path)


def test_text_that_looks_like_a_formula_or_an_escape_stays_text(path: Path) -> None:
    name = "'=HYPERLINK(_x005F_x0041_)<script>"
    file, _ = from_cells(path, cells=[["Ort", name, "Andel"], ["Granby", 1, 2]])
    assert data(file)["B1"].data_type == "s"
    path.write_bytes(book_of(file))
    assert read_workbook(path).sheets[0].cell(1, 2).text == "=HYPERLINK(_x0041_)<script>"


def test_literal_values_can_be_edited_too(path: Path) -> None:
    one = (
        '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>Brott</c:v></c:tx><c:cat><c:strLit>'
        '<c:ptCount val="1"/><c:pt idx="0"><c:v>2026</c:v></c:pt></c:strLit></c:cat><c:val>'
        '<c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>7</c:v></c:pt></c:numLit></c:val></c:ser>'
    )
    file, _ = carried(write_book(path, chart(bars(one) + CATEGORY_AXIS + VALUE_AXIS)))
    assert rows(file) == [(None, "Brott"), ("2026", 7)]
    assert "Diagramdata!$B$2" in found(file, "//c:val//c:f/text()")


def test_a_strict_chart_gets_the_names_of_word_documents(path: Path) -> None:
    strict = simple()
    for name, old in (("drawingml/chart", CHART), ("officeDocument/relationships", OFFICE)):
        strict = strict.replace(old, f"http://purl.oclc.org/ooxml/{name}")
    file, _ = carried(write_book(path, strict))
    assert tree(file).tag == f"{{{CHART}}}chartSpace"
    assert b"purl.oclc.org" not in file.xml


LOOK = "http://schemas.microsoft.com/office/2011/relationships/chartStyle"
SHAPES = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"


def test_style_and_text_boxes_go_along_without_what_they_point_to(path: Path) -> None:
    box = (
        "<cdr:relSizeAnchor><cdr:from><cdr:x>0</cdr:x><cdr:y>0</cdr:y></cdr:from><cdr:to>"
        '<cdr:x>1</cdr:x><cdr:y>1</cdr:y></cdr:to><cdr:sp macro="Hemlig" textlink="Hemligt!A1">'
        '<cdr:nvSpPr><cdr:cNvPr id="2" name="Ruta" descr="Hemligt"/><cdr:cNvSpPr/></cdr:nvSpPr>'
        "<cdr:spPr/>"
        "<cdr:txBody><a:bodyPr/><a:p><a:r><a:t>Ny lag</a:t></a:r></a:p></cdr:txBody></cdr:sp>"
        "</cdr:relSizeAnchor>"
    )
    picture = (
        '<cdr:absSizeAnchor><cdr:pic><cdr:blipFill><a:blip r:embed="rId1"/></cdr:blipFill>'
        "</cdr:pic></cdr:absSizeAnchor>"
    )
    shapes = (
        f'<c:userShapes xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}"'
        f' xmlns:cdr="{SHAPES}">{box}{picture}</c:userShapes>'
    )
    style = (
        '<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle"/>'
    )
    related = {
        "xl/charts/style1.xml": (LOOK, "application/vnd.ms-office.chartstyle+xml", style),
        "xl/drawings/drawing9.xml": (
            f"{OFFICE}/chartUserShapes",
            "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml",
            shapes,
        ),
    }
    made = made_of(write_book(path, simple(end='<c:userShapes r:id="rId2"/>'), related))
    assert made.value is not None
    assert ["Bilden i diagrammet" in finding.message for finding in made.findings] == [True]
    file, _ = made.value
    kinds = {part.relationship.rpartition("/")[2]: part for part in file.parts}
    assert kinds.keys() == {"package", "chartStyle", "chartUserShapes"}
    assert found(file, "c:userShapes/@r:id") == [kinds["chartUserShapes"].number]
    assert b"Hemlig" not in everything(file)
    assert b"absSizeAnchor" not in everything(file)
    assert "Ny lag" in file.texts


def test_a_look_that_is_something_else_stays_behind(path: Path) -> None:
    kind = "application/vnd.ms-office.chartstyle+xml"
    related = {"xl/charts/style1.xml": (LOOK, kind, "<x>Hemligt</x>")}
    file, _ = carried(write_book(path, simple(), related))
    assert [part.extension for part in file.parts] == ["xlsx"]


def test_all_that_a_chart_says_is_among_its_texts(path: Path) -> None:
    line = '<c:trendline><c:name>Enligt Anna</c:name><c:trendlineType val="linear"/></c:trendline>'
    part = simple(before=title("Rubrik")).replace("</c:tx><c:cat>", f"</c:tx>{line}<c:cat>")
    axis = CATEGORY_AXIS.replace("<c:crossAx", f"{title('Kvartal')}<c:crossAx")
    file, _ = carried(write_book(path, part.replace(CATEGORY_AXIS, axis)))
    assert set(file.texts) == {
        "Rubrik", "Brott", "Enligt Anna", "Kvartal", "kvartal 1", "kvartal 2", "kvartal 3",
    }  # fmt: skip


def test_pictures_that_fill_bars_are_left_out_and_told(path: Path) -> None:
    filled = '<c:spPr><a:blipFill><a:blip r:embed="rId1" r:link="rId2"/></a:blipFill></c:spPr>'
    part = simple().replace("</c:tx>", f"</c:tx>{filled}", 1)
    made = made_of(write_book(path, part))
    assert made.value is not None
    file, _ = made.value
    assert not found(file, "//a:blip")
    assert found(file, "//c:ser/c:spPr")
    (finding,) = made.findings
    assert finding.message == (
        "Bilden i diagrammet på D2 kommer inte med: bilder som fyller staplar eller bakgrund går"
        " inte att flytta."
    )


ODD = f"""<c:chartSpace xmlns:c="{CHART}"><c:chart><c:plotVisOnly val="1"/><c:plotArea>
<c:lineChart><c:axId val="-527337760"/><c:ser>
<c:val><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>7</c:v></c:pt></c:numLit></c:val>
<c:dLbls><c:separator>,</c:separator><c:showVal val="1"/><c:showVal val="0"/></c:dLbls></c:ser>
<c:axId val="2"/></c:lineChart>
<c:valAx><c:crossAx val="-527337760"/><c:title/><c:auto val="1"/><c:axId val="2"/></c:valAx>
</c:plotArea></c:chart><c:lang val="sv-SE"/></c:chartSpace>"""
"""A chart as some programs write it: in another order than the schema has, and less."""


def children(file: ChartFile, path: str) -> list[str]:
    return [etree.QName(child).localname for child in found(file, f"{path}/*")]


def test_elements_come_out_in_the_order_of_the_schema(path: Path) -> None:
    file, _ = carried(write_book(path, ODD))
    assert children(file, "/c:chartSpace") == ["date1904", "lang", "chart", "externalData"]
    assert children(file, "//c:lineChart") == ["grouping", "ser", "axId", "axId"]
    assert children(file, "//c:ser") == ["idx", "order", "dLbls", "val"]
    assert children(file, "//c:valAx") == ["axId", "axPos", "title", "crossAx"]
    assert children(file, "//c:dLbls") == [
        "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize",
        "separator",
    ]  # fmt: skip
    assert found(file, "//c:showVal/@val") == ["1"]
    assert found(file, "//c:lineChart/c:axId/@val")[0] == found(file, "//c:crossAx/@val")[0]


BARE = (
    simple(before="<c:title/>")
    .replace("</c:tx>", "</c:tx><c:dLbls><c:showVal/></c:dLbls>", 1)
    .replace('<c:delete val="0"/>', "")
)


def written_by(path: Path, program: str, version: str) -> ChartFile:
    """Return a chart that leaves out what it can, of a workbook that a program wrote."""
    write_book(path, BARE)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["docProps/app.xml"] = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Application>{program}</Application>'
        f"<AppVersion>{version}</AppVersion></Properties>"
    ).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return carried(path)[0]


def test_what_excel_2007_leaves_out_is_off(path: Path) -> None:
    file = written_by(path, "Microsoft Excel", "12.0000")
    assert found(file, "//c:dLbls/c:showSerName/@val") == ["0"]
    assert found(file, "//c:valAx/c:delete/@val | //c:catAx/c:delete/@val") == ["0", "0"]
    assert found(file, "//c:title/c:overlay/@val") == ["0"]
    assert found(file, "/c:chartSpace/c:roundedCorners/@val") == ["0"]
    assert found(file, "//c:ser/c:invertIfNegative/@val") == ["0"]


@pytest.mark.parametrize(
    ("program", "version"), [("Microsoft Excel", "16.0300"), ("LibreOffice", "12.0")]
)
def test_what_others_leave_out_is_left_to_word(path: Path, program: str, version: str) -> None:
    file = written_by(path, program, version)
    assert found(file, "//c:dLbls/c:showSerName/@val") == ["1"]
    assert not found(file, "//c:title/c:overlay | //c:roundedCorners | //c:delete")


# ------------------------------------------------------------------ from the cells

CELLS: list[list[Any]] = [
    ["Månad", "Anmälda", "Andel"],
    [dt.date(2026, 1, 1), 12, 0.5],
    [dt.date(2026, 2, 1), 9, 0.25],
    [dt.date(2026, 3, 1), "–", 0.125],
]


def from_cells(
    path: Path,
    change: Callable[[Any], None] = lambda _: None,
    cells: list[list[Any]] = CELLS,
    kind: Any = BarChart,
) -> tuple[ChartFile, str]:
    """Return the chart of a workbook that openpyxl wrote, which keeps no figures."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Årets brott"
    for row in cells:
        sheet.append(row)
    for (cell,) in sheet.iter_rows(min_row=2, min_col=3, max_col=3):
        cell.number_format = "0.0%"
    made = kind()
    last = len(cells)
    figures = Reference(sheet, min_col=2, max_col=3, min_row=1, max_row=last)
    made.add_data(figures, titles_from_data=True)
    made.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
    change(sheet)
    sheet.add_chart(made, "E2")
    book.save(path)
    return carried(path)


def test_a_chart_without_figures_of_its_own_is_filled_from_the_cells(path: Path) -> None:
    file, words = from_cells(path)
    assert found(file, "//c:ser[1]/c:cat//c:v/text()") == ["46023", "46054", "46082"]
    assert found(file, "//c:ser[1]/c:val//c:v/text()") == ["12", "9", "0"]
    assert found(file, "//c:formatCode/text()") == ["yyyy-mm-dd", "General"] * 1 + [
        "yyyy-mm-dd", "0.0%",
    ]  # fmt: skip
    assert words == (
        "Stapeldiagram. Anmälda: 12 (2026-01-01), 9 (2026-02-01), 0 (2026-03-01)."
        " Andel: 50,0% (2026-01-01), 25,0% (2026-02-01), 12,5% (2026-03-01)."
    )


def test_rows_and_columns_that_are_not_shown_are_not_in_the_chart(path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True

    file, words = from_cells(path, hide)
    assert "9" not in found(file, "//c:v/text()")
    assert "2026-02-01" not in words
    assert len(found(file, "//c:ser")) == 1


def test_hidden_rows_are_in_a_chart_that_shows_them(path: Path) -> None:
    from_cells(path, lambda sheet: setattr(sheet.row_dimensions[3], "hidden", True))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[PART] = parts[PART].replace(b'<plotVisOnly val="1"', b'<plotVisOnly val="0"')
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert "9" in found(carried(path)[0], "//c:v/text()")


def test_categories_that_are_texts_are_texts(path: Path) -> None:
    cells: list[list[Any]] = [["Ort", "Brott", "Andel"], ["Granby", 1, 2], ["Åby & Ö", 3, 4]]
    file, words = from_cells(path, cells=cells)
    assert found(file, "//c:ser[1]/c:cat/c:strRef//c:v/text()") == ["Granby", "Åby & Ö"]
    assert not found(file, "//c:cat/c:numRef")
    assert "Brott: 1 (Granby), 3 (Åby & Ö)." in words
    assert {"Granby", "Åby & Ö", "Brott"} <= set(file.texts)


def test_a_value_of_merged_cells_counts_once(path: Path) -> None:
    cells: list[list[Any]] = [["Ort", "Brott", "Andel"], ["A", 5, 2], ["B", None, 4], ["C", 1, 1]]
    file, _ = from_cells(path, lambda sheet: sheet.merge_cells("B2:B3"), cells)
    assert found(file, "//c:ser[1]/c:val//c:pt/@idx") == ["0", "2"]


def test_formulas_without_results_are_no_figures(path: Path) -> None:
    drawn = BarChart()
    sheet: Any = openpyxl.Workbook().active
    sheet.title = "Hemligt"
    drawn.add_data(Reference(sheet, min_col=1, min_row=1, max_row=2))
    finding = refused(write_book(path, cells=[["=1+1"], ["=2+2"]], drawn=drawn))
    assert finding.message == (
        "Diagrammet på D2 kommer inte med: dess celler är tomma, har fel i sig eller är"
        " formler som inte är uträknade."
    )
    assert finding.hint.startswith("Öppna arbetsboken i Excel")


# ------------------------------------------------------------------ words


def test_parts_of_a_whole_are_told_the_largest_first(path: Path) -> None:
    _, words = from_cells(
        path,
        cells=[["Typ", "Brott", "Andel"], *([f"typ {n}", n, None] for n in range(1, 12))],
        kind=PieChart,
    )
    assert words.startswith("Cirkeldiagram. Brott: typ 11 11, typ 10 10, typ 9 9,")
    assert "typ 4 4 och ytterligare 3. " in words


def test_figures_without_a_name_are_counted(path: Path) -> None:
    _, words = carried(write_book(path, simple().replace("kvartal 2", " ")))
    assert words == "Stapeldiagram: Brott. 12 (kvartal 1), 9 (nr 2), 14 (kvartal 3)."


def test_no_more_than_eight_series_are_told(path: Path) -> None:
    many = [
        series(n, texts("x", [f"S{n}"]), texts("y", ["a"]), numbers("z", [n])) for n in range(9)
    ]
    _, words = carried(
        write_book(path, chart(bars(*many) + CATEGORY_AXIS + VALUE_AXIS, before=title("Alla")))
    )
    assert words.startswith("Stapeldiagram: Alla. S0: 0 (a). S1: 1 (a).")
    assert words.endswith("S7: 7 (a). Ytterligare 1 serie.")


def test_bars_that_lie_down_are_told_of(path: Path) -> None:
    _, words = carried(write_book(path, simple().replace('"col"', '"bar"')))
    assert words == (
        "Liggande stapeldiagram: Brott. 12 (kvartal 1), 9 (kvartal 2), 14 (kvartal 3)."
    )


def shown_on_sheet(path: Path) -> Result[tuple[Illustration, ...]]:
    with IllustratedWorkbook(path, read_workbook(path)) as shown:
        return shown.illustrations("Hemligt")


def test_that_words_are_made_of_figures_is_told_once_for_a_sheet(path: Path) -> None:
    drawn = [BarChart(), BarChart()]
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Hemligt"
    for row in (["Brott"], [5], [7]):
        sheet.append(row)
    for each, cell in zip(drawn, ("C2", "C20"), strict=True):
        each.add_data(Reference(sheet, min_col=1, min_row=1, max_row=3), titles_from_data=True)
        sheet.add_chart(each, cell)
    book.save(path)
    made = shown_on_sheet(path)
    assert [each.alt_text for each in made.value] == [
        "Stapeldiagram: Brott. 5 (nr 1), 7 (nr 2)."
    ] * 2
    (finding,) = made.findings
    assert finding.rule.code == "LB339"
    assert str(finding.place) == "Hemligt!C2"
    assert finding.message == (
        "Diagrammet på C2 och 1 till saknar alternativtext. Den är gjord av siffrorna:"
        " ”Stapeldiagram: Brott. 5 (nr 1), 7 (nr 2)”."
    )


def test_words_that_somebody_wrote_in_excel_stand(path: Path) -> None:
    write_book(path, simple())
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    drawing = "xl/drawings/drawing1.xml"
    written = re.sub(
        rb"(<[a-z:]*cNvPr )", rb'\1descr="Brotten minskar i alla orter" ', parts[drawing]
    )
    with zipfile.ZipFile(path, "w") as package:
        for name, content in (parts | {drawing: written}).items():
            package.writestr(name, content)
    made = shown_on_sheet(path)
    assert [each.alt_text for each in made.value] == ["Brotten minskar i alla orter"]
    assert not made.findings


# ------------------------------------------------------------------ what is refused


def surface(kind: str) -> str:
    return simple().replace("barChart", kind)


CHART_EX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
REFUSED = {
    "surface": (surface("surfaceChart"), "diagramtypen Ytdiagram i tre dimensioner blir fel"),
    "pie of pie": (surface("ofPieChart"), "diagramtypen Cirkel-av-cirkel blir fel i PDF-filen"),
    "treemap": (
        f'<cx:chartSpace xmlns:cx="{CHART_EX}"><cx:series layoutId="treemap"/></cx:chartSpace>',
        "diagramtypen Trädkarta finns inte i Words äldre format",
    ),
    "no series": (chart(bars() + CATEGORY_AXIS + VALUE_AXIS), "det visar inga siffror"),
    "lost cells": (
        simple().replace("Hemligt!$B$2:$B$4", "Hemligt!#REF!"),
        "det hänvisar till celler som inte finns längre (#REF!)",
    ),
    "no chart": ("<x/>", "det är sparat på ett sätt som inte går att läsa"),
    "many points": (simple(values=range(100_000)), "det har över 32\xa0000 punkter"),
    "a point far away": (
        simple().replace('idx="2"', 'idx="1000000"'),
        "det har över 32\xa0000 punkter eller 255 serier",
    ),
    "many cells": (
        simple(values=()).replace("Hemligt!$B$2:$B$4", "Hemligt!$A$1:$XFD$1048576"),
        "celler är tomma",
    ),
    "another workbook": (
        simple(values=()).replace("Hemligt!$B$2:$B$4", "[1]Budget!$B$2:$B$4"),
        "celler är tomma",
    ),
    "a name": (simple(values=()).replace("Hemligt!$B$2:$B$4", "Brotten"), "celler är tomma"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_carried_is_left_out_by_name(name: str, path: Path) -> None:
    part, reason = REFUSED[name]
    finding = refused(write_book(path, part))
    assert finding.rule.code == "LB238"
    assert str(finding.place) == "Hemligt!D2"
    assert reason in finding.message
    assert finding.hint


HOSTILE = {
    "bomb": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + simple("&b;").encode(),
    "damaged": simple().encode()[:-20],
    "huge": b"<x>" + b"<y/>" * 4_000_000 + b"</x>",
}


@pytest.mark.parametrize("name", ["bomb", "damaged"])
def test_a_hostile_chart_is_refused_as_any_bad_file(name: str, path: Path) -> None:
    write_book(path, HOSTILE[name])
    with pytest.raises(StopError):
        made_of(path)


def test_a_huge_chart_is_never_parsed(path: Path) -> None:
    assert "32\xa0000 punkter" in refused(write_book(path, HOSTILE["huge"])).message


def test_cells_of_a_whole_sheet_are_never_walked(path: Path) -> None:
    part = simple(values=()).replace("Hemligt!$B$2:$B$4", "Hemligt!$A$1:$XFD$1048576")
    cells = [["x"] * 200] * 200
    assert "32\xa0000 punkter" in refused(write_book(path, part, cells=cells)).message
