"""The workbook that staff really have: what they meant is read, and what is not is reported."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from lagesbild_xlsx import StopError, check, rules
from lagesbild_xlsx.console.findings import finding_lines
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.model import Lagesbild, Status
from lagesbild_xlsx.places import Place
from lagesbild_xlsx.sheets import read_lagesbild
from tests.conftest import Edit, MakeWorkbook
from tests.rawbook import raw_parts, strict, write_parts


def read(path: Path) -> Lagesbild:
    return read_lagesbild(read_workbook(path)).value


def told(path: Path) -> list[tuple[str, str]]:
    """Return the rule and the place of each finding."""
    return [(finding.rule.code, str(finding.place)) for finding in check(path).findings]


def filled(color: Color | str, text: str | None = None) -> Edit:
    """Colour the status of the last activity, and write a text into it."""

    def edit(book: openpyxl.Workbook) -> None:
        cell = book["Balanslista"]["C4"]
        cell.value = text
        cell.fill = PatternFill("solid", fgColor=color)
        book["Balanslista"]["D4"] = "Därför."

    return edit


# ------------------------------------------------------------------ status by colour


@pytest.mark.parametrize(
    ("color", "status"),
    [
        ("FFFF0000", Status.RED),
        ("FFC00000", Status.RED),
        ("FFFF5050", Status.RED),
        ("FFFFC7CE", Status.RED),  # Excel's style Bad
        ("FFFFFF00", Status.YELLOW),
        ("FFFFC000", Status.YELLOW),  # Excel's standard orange, which is the amber of a light
        ("FFFFEB9C", Status.YELLOW),  # Neutral
        ("FF00B050", Status.GREEN),
        ("FF92D050", Status.GREEN),
        ("FFC6EFCE", Status.GREEN),  # Good
        (Color(theme=9), Status.GREEN),  # accent 6 of openpyxl's theme, F79646, is replaced below
        (Color(indexed=10), Status.RED),
        (Color(indexed=13), Status.YELLOW),
        (Color(indexed=17), Status.GREEN),
    ],
)
def test_blank_status_is_read_from_its_fill(
    color: Color | str, status: Status, workbook: MakeWorkbook
) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        filled(color)(book)
        book.loaded_theme = theme(accent6="70AD47")

    path = workbook(edit)
    assert read(path).activities[2].status is status
    assert told(path) == []


def theme(**colours: str) -> bytes:
    """Return Office's theme with other colours."""
    names = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink"
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{colours.get(name, "808080")}"/></a:{name}>'
        for name in names.split()
    )
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return (
        f'<a:theme xmlns:a="{drawing}"><a:themeElements><a:clrScheme name="x">{scheme}'
        "</a:clrScheme></a:themeElements></a:theme>"
    ).encode()


@pytest.mark.parametrize(
    ("number", "tint", "status"),
    [
        (0, 0.0, Status.NOT_JUDGED),  # theme 0 is the light background, the second in the part
        (3, -0.25, Status.RED),  # 3 is the dark text 2, the third in the part
        (4, 0.6, Status.GREEN),
        (4, -0.5, Status.GREEN),
    ],
)
def test_theme_colours_are_resolved_through_the_workbooks_own_theme(
    number: int, tint: float, status: Status, workbook: MakeWorkbook
) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        filled(Color(theme=number, tint=tint))(book)
        book.loaded_theme = theme(lt1="FFFFFF", dk2="FF2020", accent1="30B060")

    assert read(workbook(edit)).activities[2].status is status


def test_palette_of_the_workbook_goes_before_the_standard_one(workbook: MakeWorkbook) -> None:
    path = workbook(filled(Color(indexed=8)))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    styles = parts["xl/styles.xml"]
    parts["xl/styles.xml"] = re.sub(rb'(<rgbColor rgb=")\w+', rb"\g<1>00FF0000", styles)
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert read(path).activities[2].status is Status.RED


@pytest.mark.parametrize("color", ["FF0070C0", "FFD9D9D9", "FFFFFFFF", "FFF79646", "FF7030A0"])
def test_other_colours_are_not_judged_and_told(color: str, workbook: MakeWorkbook) -> None:
    path = workbook(filled(color))
    assert read(path).activities[2].status is Status.NOT_JUDGED
    assert told(path) == [("LB212", "Balanslista!C4")]


def test_text_wins_over_colour_and_a_conflict_is_told(workbook: MakeWorkbook) -> None:
    path = workbook(filled("FFFF0000", "Grönt"))
    assert read(path).activities[2].status is Status.GREEN
    (finding,) = check(path).findings
    assert (finding.rule.code, str(finding.place)) == ("LB213", "Balanslista!C4")
    assert finding.message == "Det står ”Grönt” men cellen är fylld med rött. Det blir Grönt."


@pytest.mark.parametrize("color", ["FF00B050", "FFFFFFFF", "FF0070C0"])
def test_text_with_its_own_colour_or_one_that_says_nothing_is_no_conflict(
    color: str, workbook: MakeWorkbook
) -> None:
    assert told(workbook(filled(color, "Grönt"))) == []


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("röd", Status.RED),
        ("RÖTT ", Status.RED),
        ("r", Status.RED),
        ("\u00a0Gul", Status.YELLOW),
        ("grön", Status.GREEN),
        ("Ej bedömd", Status.NOT_JUDGED),
    ],
)
def test_status_is_known_in_other_words(typed: str, status: Status, workbook: MakeWorkbook) -> None:
    path = workbook(Balanslista=[{}, {}, {"Status": typed, "Kommentar": "Därför."}])
    assert read(path).activities[2].status is status
    assert told(path) == []


def test_colour_of_a_whole_row_counts_where_its_cell_is_absent(tmp_path: Path) -> None:
    styles = (
        '<fonts><font/></fonts><fills><fill/><fill/><fill><patternFill patternType="solid">'
        '<fgColor rgb="FFFF0000"/></patternFill></fill></fills><borders><border/></borders>'
        '<cellXfs><xf/><xf fillId="2"/></cellXfs>'
    )
    rows = (
        '<row r="1"><c r="A1" t="str"><v>Aktivitet</v></c><c r="C1" t="str"><v>Status</v></c></row>'
        '<row r="2" s="1" customFormat="1"><c r="A2" t="str" s="1"><v>Vandra</v></c></row>'
    )
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows, styles=styles))
    (sheet,) = read_workbook(path).sheets
    assert sheet.cell(2, 3).fill == "FF0000"
    assert sheet.cell(1, 2).fill == ""


def test_named_style_gives_its_fill(tmp_path: Path) -> None:
    styles = (
        '<fonts><font/></fonts><fills><fill/><fill/><fill><patternFill patternType="solid">'
        '<fgColor rgb="FFFFC7CE"/></patternFill></fill></fills><borders><border/></borders>'
        '<cellStyleXfs><xf/><xf fillId="2"/></cellStyleXfs>'
        '<cellXfs><xf/><xf xfId="1" fillId="0"/><xf xfId="1" fillId="0" applyFill="1"/></cellXfs>'
    )
    rows = '<row r="1"><c r="A1" t="str"><v>x</v></c><c r="B1" s="1"/><c r="C1" s="2"/></row>'
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows, styles=styles))
    (sheet,) = read_workbook(path).sheets
    assert [sheet.cell(1, column).fill for column in (2, 3)] == ["FFC7CE", ""]


def test_conditional_format_is_not_read_as_a_status(workbook: MakeWorkbook) -> None:
    red = PatternFill(bgColor="FFFF0000")

    def by_formula(book: openpyxl.Workbook) -> None:
        rule = FormulaRule(formula=['$D2=""'], fill=red)
        book["Balanslista"].conditional_formatting.add("C2:C100", rule)

    def not_green(book: openpyxl.Workbook) -> None:
        rule = CellIsRule(operator="notEqual", formula=['"Grönt"'], fill=red)
        book["Balanslista"].conditional_formatting.add("C2:C100", rule)

    def by_word(book: openpyxl.Workbook) -> None:
        formats = book["Balanslista"].conditional_formatting
        formats.add("C2:C100", CellIsRule(operator="equal", formula=['"Rött"'], fill=red))
        formats.add("A2:D100", FormulaRule(formula=['$C2="Rött"'], fill=red))
        formats.add("C2:C100", FormulaRule(formula=["$D2=1"], font=Font(bold=True)))

    for edit in (by_formula, not_green):
        path = workbook(edit)
        assert read(path).activities[2].status is Status.NOT_JUDGED
        assert told(path) == [("LB214", "Balanslista!C4")]
    assert told(workbook(by_word)) == []


def styled(fill: str) -> str:
    """Return a styles part whose second cell format has a fill."""
    return (
        f"<fonts><font/></fonts><fills><fill/><fill/>{fill}</fills><borders><border/></borders>"
        '<cellXfs><xf/><xf fillId="2"/></cellXfs>'
    )


GREY = "7F7F7F"


def fg(rgb: str) -> str:
    return f'<fgColor rgb="FF{rgb}"/>'


def gradient(first: str, last: str) -> str:
    stops = (
        f'<stop position="{n}"><color rgb="FF{c}"/></stop>' for n, c in ((0, first), (1, last))
    )
    return f"<fill><gradientFill>{''.join(stops)}</gradientFill></fill>"


@pytest.mark.parametrize(
    ("fill", "rgb"),
    [
        (f'<fill><patternFill patternType="darkGray">{fg("FF0000")}</patternFill></fill>', GREY),
        (gradient("00B050", "FF0000"), GREY),
        (gradient("FF0000", "C00000"), "FF0000"),
        ('<fill><patternFill patternType="gray125"/></fill>', ""),
    ],
)
def test_hatched_and_two_coloured_fills_are_no_status(fill: str, rgb: str, tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="str"><v>x</v></c><c r="B1" s="1"/></row>'
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows, styles=styled(fill)))
    assert read_workbook(path).sheets[0].cell(1, 2).fill == rgb


def test_cell_without_fill_in_a_coloured_column_has_none(tmp_path: Path) -> None:
    red = '<fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill>'
    parts = raw_parts(
        '<row r="2"><c r="A2" t="str"><v>x</v></c><c r="B2"/></row>'
        '<row r="3"><c r="A3" t="str"><v>x</v></c></row>',
        styles=styled(red),
    )
    columns = '<cols><col min="2" max="2" style="1"/></cols><sheetData>'
    parts["xl/blad.xml"] = parts["xl/blad.xml"].replace("<sheetData>", columns)
    (sheet,) = read_workbook(write_parts(tmp_path / "bok.xlsx", parts)).sheets
    assert [sheet.cell(row, 2).fill for row in (2, 3)] == ["", "FF0000"]


# ------------------------------------------------------------------ headings


def test_two_synonyms_of_one_heading_are_told(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Orter"]["B1"], book["Orter"]["C1"] = "Nuläge", "Notering"

    assert told(workbook(edit)) == [("LB103", "Orter!C1")]


def test_headings_merged_over_two_rows_are_no_row(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["Orter"]
        sheet.insert_rows(2)
        sheet["B2"] = "(vecka 20)"
        sheet.merge_cells("A1:A2")

    assert read(workbook(edit)).localities == read(workbook()).localities


def test_row_of_totals_in_an_excel_table_is_told_and_left_out(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["Orter"]
        sheet["A4"], sheet["B4"] = "Summa", 2
        table = Table(displayName="Orter", ref="A1:B4", totalsRowCount=1)
        sheet.add_table(table)

    path = workbook(edit)
    assert read(path).localities == read(workbook()).localities
    assert told(path) == [("LB114", "Orter")]


def test_only_numbers_own_suffix_means_a_sheet(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Balanslista"].title = "Balanslista - gammal"

    assert [code for code, _ in told(workbook(edit))] == ["LB101"]


def test_headings_are_known_in_other_words(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Balanslista"]["A1"] = " ÅTGÄRD "
        book["Balanslista"]["B1"] = "Ansvarig"
        book["Rapport"]["A9"], book["Rapport"]["B9"] = "Dnr", "KS 1"

    path = workbook(edit)
    assert told(path) == []
    assert read(path).activities == read(workbook()).activities
    assert read(path).report.record_number == "KS 1"


def test_a_synonym_beside_the_heading_is_a_column_of_their_own(workbook: MakeWorkbook) -> None:
    path = workbook(Balanslista=[{"Ansvarig": "Fältgruppen"}])
    assert told(path) == []
    assert read(path).activities[0].owner == "Kommunen"
    assert read(path).activities[0].own == {"Ansvarig": "Fältgruppen"}


def test_notes_below_the_balance_list_are_no_activities(workbook: MakeWorkbook) -> None:
    def note(book: openpyxl.Workbook) -> None:
        sheet = book["Balanslista"]
        sheet["A5"] = "Listan går igenom varje månad."
        sheet.merge_cells("A5:D5")
        sheet["B7"] = "Frågor: kommunen"

    path = workbook(edit=note)
    assert told(path) == [("LB121", "Balanslista!A5"), ("LB121", "Balanslista!B7")]
    assert [row.activity for row in read(path).activities] == ["Vandra", "Lysa upp", "Samtala"]


def test_activity_alone_on_its_row_is_one_below_others_and_above_them(
    workbook: MakeWorkbook,
) -> None:
    def add(book: openpyxl.Workbook) -> None:
        sheet = book["Balanslista"]
        sheet["A5"] = "Städa hamnen"
        sheet["A7"], sheet["A8"], sheet["B8"] = "Måla bänkar", "Klippa häckar", "Polisen"

    activities = [row.activity for row in read(workbook(edit=add)).activities]
    assert activities[3:] == ["Städa hamnen", "Måla bänkar", "Klippa häckar"]


SOURCE, CHANGED = "Källa: skolornas rapporter", "Uppdaterad 2026-11-01"


@pytest.mark.parametrize("is_merged", [False, True])
@pytest.mark.parametrize(
    ("sheet", "last"), [("Prioriteringar", 3), ("Orter", 3), ("Framåt", 4), ("Ordlista", 2)]
)
def test_notes_below_any_table_are_no_rows(
    sheet: str, last: int, workbook: MakeWorkbook, *, is_merged: bool
) -> None:
    rows = (last + 2, last + 3)

    def note(book: openpyxl.Workbook) -> None:
        for row, text in zip(rows, (SOURCE, CHANGED), strict=True):
            book[sheet].cell(row, 1, text)
            if is_merged:
                book[sheet].merge_cells(f"A{row}:B{row}")

    path = workbook(edit=note)
    assert told(path) == [("LB121", f"{sheet}!A{row}") for row in rows]
    noted, good = read(path), read(workbook())
    assert (noted.localities, noted.paragraphs) == (good.localities, good.paragraphs)
    assert (noted.priorities, noted.glossary) == (good.priorities, good.glossary)


def test_note_below_the_lists_is_no_status(workbook: MakeWorkbook) -> None:
    def note(book: openpyxl.Workbook) -> None:
        book["Listor"]["A6"] = "Anm. Färgerna beslutades av rådet"

    path = workbook(edit=note)
    assert told(path) == [("LB121", "Listor!A6")]
    assert read(path).lists == read(workbook()).lists


@pytest.mark.parametrize("name", ["Hallstahammar", "Källa", "Norra Hamnen", "Notviken"])
def test_locality_alone_after_a_blank_row_is_one(name: str, workbook: MakeWorkbook) -> None:
    def add(book: openpyxl.Workbook) -> None:
        book["Orter"]["A5"] = name

    path = workbook(edit=add)
    assert told(path) == []
    assert read(path).localities[-1].name == name


def test_sentence_beside_a_forgotten_name_is_a_row(workbook: MakeWorkbook) -> None:
    def add(book: openpyxl.Workbook) -> None:
        book["Orter"]["B5"] = "Lugnt vid skolan."

    assert ("LB121", "Orter!B5") not in told(workbook(edit=add))
    assert told(workbook(edit=add)) != []


def test_headings_once_more_are_no_row(workbook: MakeWorkbook) -> None:
    def paste(book: openpyxl.Workbook) -> None:
        sheet = book["Balanslista"]
        sheet["E1"], sheet["E2"] = "Mål", "färre brott"
        for column in range(1, 6):
            sheet.cell(5, column, sheet.cell(1, column).value)
        sheet["A6"], sheet["B6"] = "Städa hamnen", "Polisen"

    path = workbook(edit=paste)
    assert told(path) == []
    activities = [row.activity for row in read(path).activities]
    assert activities == ["Vandra", "Lysa upp", "Samtala", "Städa hamnen"]


def test_synonym_of_another_column_is_no_candidate(workbook: MakeWorkbook) -> None:
    def rename(book: openpyxl.Workbook) -> None:
        sheet = book["Balanslista"]
        sheet["A1"], sheet["E1"], sheet["F1"] = "Vad ska göras", "Klart senast", "När"

    (found,) = check(workbook(edit=rename)).findings
    assert found.rule.code == "LB102"
    assert found.hint == (
        "Är det ”Vad ska göras”: byt namn på den till Aktivitet."
        " Skriv annars Aktivitet i en egen kolumn på rad 1."
    )


# ------------------------------------------------------------------ dates, years, periods


@pytest.mark.parametrize(
    "typed",
    [
        dt.date(2021, 5, 20),
        "2021-05-20",
        "2021\u201105\u201120",
        "20 maj, 2021",
        "ons. 20 maj 2021",
        "20-maj-2021",
        "20 maj 2021",
        "20 MAJ 2021",
        "den 20 maj 2021",
        "20/5 2021",
        "20/5-2021",
        "20.5.2021",
        "\u00a02021-05-20 ",
        "'2021-05-20",
    ],
)
def test_dates_in_every_shape(typed: object, workbook: MakeWorkbook) -> None:
    path = workbook(Rapport=[{}, {"Värde": typed}])
    assert read(path).report.date == dt.date(2021, 5, 20)
    assert told(path) == []


@pytest.mark.parametrize("typed", ["31 februari 2021", "20/5 21", "5/20 2021", "maj", 2021, 443360])
def test_what_is_no_date_or_could_be_two_is_refused(typed: object, workbook: MakeWorkbook) -> None:
    assert told(workbook(Rapport=[{}, {"Värde": typed}])) == [("LB202", "Rapport!B3")]


@pytest.mark.parametrize(("epoch", "number"), [(WINDOWS_EPOCH, 44336), (MAC_EPOCH, 42874.5)])
def test_number_in_a_date_column_is_the_day_it_would_be_and_is_told(
    epoch: dt.datetime, number: float, workbook: MakeWorkbook
) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book.epoch = epoch
        book["Rapport"]["B3"] = number
        book["Rapport"]["B3"].number_format = "0.00"

    path = workbook(edit, Balanslista=[{"Avslutad": "nej"}, {"Avslutad": number}])
    assert read(path).report.date == dt.date(2021, 5, 20)
    assert read(path).activities[1].finished == "2021-05-20"
    assert told(path) == [("LB223", "Rapport!B3"), ("LB223", "Balanslista!E3")]


@pytest.mark.parametrize("typed", [2021, "2021", " 2021 ", 2021.0, "'2021"])
def test_years_as_numbers_or_text(typed: object, workbook: MakeWorkbook) -> None:
    assert read(workbook(Rapport=[{}, {}, {"Värde": typed}])).report.promise_year == "2021"


@pytest.mark.parametrize("typed", ["2020-2023", "2020–2023", "2020 — 2023"])
def test_periods_with_hyphen_or_dash(typed: str, workbook: MakeWorkbook) -> None:
    path = workbook(Rapport=[{}, {}, {}, {"Värde": typed}])
    assert read(path).report.cooperation_period == typed.replace(" ", "")


# ------------------------------------------------------------------ merged, hidden, struck


def test_value_merged_within_a_column_belongs_to_all_its_rows(workbook: MakeWorkbook) -> None:
    path = workbook(lambda book: book["Balanslista"].merge_cells("B2:B4"))
    assert [a.owner for a in read(path).activities] == ["Kommunen"] * 3
    assert told(path) == []


def test_value_merged_over_a_column_and_one_without_heading(workbook: MakeWorkbook) -> None:
    path = workbook(lambda book: book["Balanslista"].merge_cells("D2:E4"))
    assert [a.comment for a in read(path).activities] == ["Klart."] * 3


def test_merge_below_the_rows_makes_no_rows(workbook: MakeWorkbook) -> None:
    path = workbook(lambda book: book["Balanslista"].merge_cells("C4:C400"))
    assert len(read(path).activities) == 3


def test_merge_across_columns_is_an_error_with_its_range(workbook: MakeWorkbook) -> None:
    path = workbook(
        lambda book: book["Balanslista"].merge_cells("C4:D4"),
        Balanslista=[{}, {}, {"Status": "Grönt"}],
    )
    (finding,) = check(path).findings
    assert (finding.rule.code, str(finding.place)) == ("LB111", "Balanslista!C4")
    assert "C4:D4" in finding.message


def test_title_merged_above_the_headings_is_a_title(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["Balanslista"]
        sheet.insert_rows(1)
        sheet["A1"] = "Balanslista"
        sheet.merge_cells("A1:D1")

    assert told(workbook(edit)) == []


def test_hidden_and_filtered_rows_are_read_and_told(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["Balanslista"]
        sheet.auto_filter.ref = "A1:D4"
        for row in (2, 4):
            sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["D"].hidden = True
        book["Ordlista"].sheet_state = "hidden"

    path = workbook(edit)
    assert len(read(path).activities) == 3
    assert [(f.rule.code, str(f.place), f.message) for f in check(path).findings] == [
        (
            "LB108",
            "Balanslista",
            "2 rader är dolda (2, 4), av ett filter eller för hand, men kommer med i dokumentet.",
        ),
        (
            "LB109",
            "Balanslista!D1",
            "Kolumn D (Kommentar) är dold men kommer med i dokumentet.",
        ),
        ("LB110", "Ordlista", "Bladet ”Ordlista” är dolt men kommer med i dokumentet."),
    ]


def test_struck_text_and_comments_are_told(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Balanslista"]["A2"].font = Font(strike=True)
        book["Balanslista"]["A3"].comment = Comment("Är det här klart?", "Anna")

    path = workbook(edit)
    assert told(path) == [("LB215", "Balanslista!A2"), ("LB216", "Balanslista!A3")]
    assert read(path).activities == read(workbook()).activities


def test_struck_run_inside_a_cell_is_told(tmp_path: Path) -> None:
    strings = "<si><r><t>kvar </t></r><r><rPr><strike/></rPr><t>bort</t></r></si>"
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows, strings))
    cell = read_workbook(path).sheets[0].cell(1, 1)
    assert (cell.text, cell.struck) == ("kvar bort", True)


def test_text_beside_the_table_is_told(workbook: MakeWorkbook) -> None:
    path = workbook(lambda book: book["Balanslista"].cell(3, 7, "lös tanke"))
    assert told(path) == [("LB217", "Balanslista!G3")]


# ------------------------------------------------------------------ text as it comes


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("a\u00a0b", "a\u00a0b"),
        ("rad 1_x000D_\nrad 2", "rad 1\nrad 2"),
        ("rad 1\r\nrad 2", "rad 1\nrad 2"),
        ("_x0041_", "A"),
        ("_x005F_x0041_", "_x0041_"),
        ("a_x0007_b", "ab"),
        ("\u200bkopierat\ufeff", "kopierat"),
        ("_xD83D__xDE00_", "😀"),
        ("_xD83D_ ensam", "\ufffd ensam"),
        ("'007", "007"),
        ("'citat'", "'citat'"),
    ],
)
def test_text_from_elsewhere_is_cleaned(stored: str, text: str, tmp_path: Path) -> None:
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{stored}</t></is></c></row>'
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows))
    assert read_workbook(path).sheets[0].cell(1, 1).text == text


def test_numbers_and_dates_in_text_columns_are_shown_in_swedish(workbook: MakeWorkbook) -> None:
    path = workbook(
        Orter=[{"Lägesbild": 12.5}, {"Lägesbild": dt.date(2021, 5, 20)}],
    )
    assert [row.note for row in read(path).localities] == ["12,5", "2021-05-20"]


# ------------------------------------------------------------------ the file and its neighbours


def test_open_workbook_is_told_with_its_user(workbook: MakeWorkbook) -> None:
    path = workbook()
    name = "Åsa Öberg"
    lock = bytes([len(name)]) + name.encode("cp1252").ljust(54)
    lock += len(name).to_bytes(2, "little") + name.encode("utf-16-le").ljust(108, b" \0"[:1])
    path.with_name(f"~${path.name}").write_bytes(lock)
    (finding,) = check(path).findings
    assert (finding.rule.code, finding.place.sheet) == ("LB008", None)
    assert "öppen hos Åsa Öberg." in finding.message


def test_open_workbook_is_told_where_the_lock_says_nothing(workbook: MakeWorkbook) -> None:
    path = workbook()
    path.with_name(f"~${path.name}").write_bytes(b"")
    assert check(path).findings[0].message.startswith("Arbetsboken är öppen. ")


def test_libreoffice_lock_is_known(workbook: MakeWorkbook) -> None:
    path = workbook()
    lock = path.with_name(f".~lock.{path.name}#")
    lock.write_text(",Åsa Öberg,dator,2026-03-01 10:00,file:///x;", encoding="utf-8")
    assert check(path).findings[0].message.startswith("Arbetsboken är öppen hos Åsa Öberg.")


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("lagesbild (Annas motstridiga kopia 2026-03-01).xlsx", " från Anna"),
        ("lagesbild (Anna's conflicted copy 2026-03-01).xlsx", " från Anna"),
        ("lagesbild (conflicted copy 2026-03-01 120000).xlsx", ""),
        ("lagesbild.sync-conflict-20260301-120000-ABCDEFG.xlsx", ""),
        ("lagesbild-KOMMUN-PC17.xlsx", " från KOMMUN-PC17"),
    ],
)
def test_conflict_copy_is_told(name: str, who: str, workbook: MakeWorkbook) -> None:
    good = workbook()
    path = good.rename(good.with_name(name))
    path.with_name("lagesbild.xlsx").touch()
    (finding,) = check(path).findings
    assert finding.rule.code == "LB009"
    assert f"en kopia{who} som" in finding.message
    assert "”lagesbild.xlsx”" in finding.hint


def test_ordinary_names_are_no_conflict(workbook: MakeWorkbook) -> None:
    good = workbook()
    good.with_name("lagesbild.xlsx").touch()
    for name in (
        "lagesbild-VT26.xlsx",
        "lagesbild-2021-05-20.xlsx",
        "plan för konflikthantering.xlsx",
        "bok (2).xlsx",
    ):
        good = good.rename(good.with_name(name))
        assert told(good) == []


# ------------------------------------------------------------------ kinds of file


def retyped(path: Path, content_type: bytes, suffix: str) -> Path:
    """Make a workbook one of another kind."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(sheet, content_type)
    other = path.with_suffix(suffix)
    with zipfile.ZipFile(other, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return other


@pytest.mark.parametrize(
    ("content_type", "suffix"),
    [
        (b"application/vnd.ms-excel.sheet.macroEnabled.main+xml", ".xlsm"),
        (
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
            ".xltx",
        ),
    ],
)
def test_macro_workbooks_and_templates_are_read(
    content_type: bytes, suffix: str, workbook: MakeWorkbook
) -> None:
    assert told(retyped(workbook(), content_type, suffix)) == []


def test_strict_workbook_is_read_whole(workbook: MakeWorkbook) -> None:
    path = workbook()
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    other = write_parts(path.with_name("strikt.xlsx"), strict(parts))
    assert b"purl.oclc.org" in zipfile.ZipFile(other).read("xl/workbook.xml")
    assert read(other) == read(path)
    assert told(other) == []


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("[Content_Types].xml", b"", "en binär arbetsbok (.xlsb)"),
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", "(.ods)"),
        ("Index/Document.iwa", b"x", "en fil från Numbers eller Pages"),
        ("bild.jpg", b"x", "en zip-fil"),
    ],
)
def test_other_packages_are_refused_by_name(
    name: str, content: bytes, kind: str, tmp_path: Path
) -> None:
    if not content:
        main = b"application/vnd.ms-excel.sheet.binary.macroEnabled.main"
        content = (
            b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            b'<Override PartName="/xl/workbook.bin" ContentType="' + main + b'"/></Types>'
        )
    path = tmp_path / "bok.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(name, content)
        package.writestr("xl/workbook.bin", b"x")
    with pytest.raises(StopError, match="LB002") as stopped:
        check(path)
    assert kind in stopped.value.finding.message


def test_sheets_that_numbers_exports_are_found(workbook: MakeWorkbook) -> None:
    def rename(book: openpyxl.Workbook) -> None:
        for sheet in list(book.worksheets):
            sheet.title = f"{sheet.title} - Tabell 1"
        book.create_sheet("Export Summary", 0)

    path = workbook(rename)
    assert read(path).activities == read(workbook()).activities
    assert told(path) == []


SOFFICE = shutil.which("soffice")


def converted(path: Path, folder: Path, form: str) -> Path:
    """Return a copy that LibreOffice has opened and saved."""
    assert SOFFICE is not None
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    run = [SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(path)]
    subprocess.run(run, check=True, capture_output=True, timeout=120)  # noqa: S603
    return folder / f"{path.stem}.{form.partition(':')[0]}"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_workbook_that_libreoffice_saved_says_the_same(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        filled("FFFF0000")(book)
        book["Balanslista"].row_dimensions[3].hidden = True
        book["Balanslista"]["A2"].comment = Comment("Klart?", "Anna")
        book["Balanslista"].merge_cells("B3:B4")
        book["Orter"]["B2"] = '=LOWER("LUGNT")'
        book["Framåt"]["B2"].hyperlink = "https://example.se/plan"

    path = workbook(edit)
    saved = converted(path, tmp_path / "lo", "xlsx:Calc MS Excel 2007 XML")
    expected = read(path)
    found = read(saved)
    assert found.activities == expected.activities
    assert found.activities[2].status is Status.RED
    assert found.localities[0].note == "lugnt"
    assert found.report == expected.report
    assert [code for code, _ in told(saved)] == ["LB108", "LB216"]
    ods = converted(path, tmp_path / "lo", "ods")
    with pytest.raises(StopError, match=r"OpenDocument-kalkylark \(\.ods\)"):
        check(ods)


def test_whole_columns_with_formats_and_lists_are_read_at_once(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["Balanslista"]
        validation = DataValidation("list", formula1='"Rött,Gult,Grönt"')
        validation.add("C1:C1048576")
        sheet.add_data_validation(validation)

    path = workbook(edit)
    with zipfile.ZipFile(path) as package:
        parts: dict[str, Any] = {name: package.read(name) for name in package.namelist()}
    sheet = next(n for n, xml in parts.items() if b"Lysa upp" in xml and "worksheets" in n)
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="D4:D1048576"/></mergeCells>'
    parts[sheet] = parts[sheet].replace(b"</sheetData>", merge)
    write_parts(path, parts)
    assert read(path).activities == read(workbook()).activities


# ------------------------------------------------------------------ what is wrong is said once


def test_cell_that_was_refused_is_not_also_blank(workbook: MakeWorkbook) -> None:
    path = workbook(Balanslista=[{}, {"Kommentar": "#REF!", "Ansvar": "=A1"}])
    assert told(path) == [("LB209", "Balanslista!B3"), ("LB208", "Balanslista!D3")]


def test_owners_are_not_unknown_where_there_is_no_list(workbook: MakeWorkbook) -> None:
    assert told(workbook(Listor=None)) == []


def test_misspelt_headings_are_each_told_at_their_cell(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Orter"]["A1"], book["Orter"]["B1"] = "Ortt", "Lagesbild"

    assert told(workbook(edit)) == [("LB102", "Orter!A1"), ("LB102", "Orter!B1")]


def test_misspelt_field_is_one_error_with_a_suggestion(workbook: MakeWorkbook) -> None:
    (finding,) = check(workbook(Rapport=[{"Fält": "Komun"}])).findings
    assert (finding.rule.code, str(finding.place)) == ("LB106", "Rapport!A2")
    assert finding.hint == "Menade du Kommun där det står ”Komun”? Skriv i så fall Kommun."


def test_colon_after_a_field_or_a_heading_is_no_matter(workbook: MakeWorkbook) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Rapport"]["A2"] = "Kommun:"
        book["Balanslista"]["C1"] = "Status :"

    assert told(workbook(edit)) == []


def test_decomposed_letters_are_the_same_letters(workbook: MakeWorkbook) -> None:
    status = "Ro\u0308tt"
    path = workbook(Balanslista=[{"Status": status}])
    assert read(path).activities[0].status is Status.RED


def test_spaces_alone_are_no_row(workbook: MakeWorkbook) -> None:
    path = workbook(Balanslista=[{}, {}, {}, {"Kommentar": " \u00a0"}])
    assert told(path) == []
    assert len(read(path).activities) == 3


def test_same_remark_on_many_rows_is_said_once(workbook: MakeWorkbook) -> None:
    path = workbook(Balanslista=[{"Ansvar": None}] * 3 + [{"Aktivitet": f"A{n}"} for n in range(9)])
    lines = list(finding_lines(check(path).findings))
    assert lines == [
        "Balanslista!B2–B13  varning LB302  Aktiviteten har ingen ansvarig.",
        "                    → Skriv vem som ansvarar, till exempel Polisen.",
    ]


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ([20] * 30_000, "A20"),
        ([20, 21, 20, 21, 23], "A20–A21, A23"),
        ([2, 4, 6, 8, 10, 12, 14, 14, 16], "A2, A4, A6, A8, A10, A12 och 2 till"),
    ],
)
def test_cell_of_which_the_same_is_said_many_times_is_named_once(
    rows: list[int], where: str
) -> None:
    findings = [rules.OWNER_MISSING.at(Place("Balanslista", row, 1), example="") for row in rows]
    first, _ = finding_lines(findings)
    assert first.startswith(f"Balanslista!{where}  varning LB302  ")


@pytest.mark.parametrize("at", range(5))
def test_damaged_workbook_is_refused_without_a_trace(at: int, workbook: MakeWorkbook) -> None:
    path = workbook(Orter=[{"Ort": "x" * 5000}])
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        infos = [i for i in package.infolist() if i.filename.startswith(("xl/work", "xl/style"))]
    offset = infos[at].header_offset + 30 + len(infos[at].filename) + 40
    content[offset] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(StopError, match="LB004"):
        check(path)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="\u00b2"><c r="A1"/></row>',
        '<row r="1"><c r="A1"><v>tre</v></c></row>',
        '<row r="1"><c r="A1"><v>1E400</v></c></row>',
    ],
)
def test_number_that_is_none_is_damage(rows: str, tmp_path: Path) -> None:
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows))
    with pytest.raises(StopError, match="LB004"):
        read_workbook(path)
