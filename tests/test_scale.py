"""A municipality's own scale: what ``Listor`` declares, everything follows."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from docx import Document
from openpyxl.styles import PatternFill

from lagesbild_xlsx import build, check
from lagesbild_xlsx.cli import commands
from lagesbild_xlsx.colours import contrast
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.history import Movement
from lagesbild_xlsx.history.frames import activities_frame, by_period, red_in_a_row
from lagesbild_xlsx.model import STANDARD_WORDS, Lagesbild, ListRow, Scale, Standing
from lagesbild_xlsx.model.words import status_of_cell, status_of_fill
from lagesbild_xlsx.pipeline import begin_next, compare, import_document, new, trend, update
from lagesbild_xlsx.places import FILE, Cell
from lagesbild_xlsx.sheets import read_lagesbild
from tests.conftest import ROOT, MakeWorkbook

WORK = ("Ej påbörjad", "Pågår", "Klar")
"""Common words, which are known for what they are."""


def declared(*words: str, **columns: tuple[str | None, ...]) -> list[dict[str, Any]]:
    """Return what changes in Listor for a scale to be declared there."""
    rows: list[dict[str, Any]] = [
        {"Status": word, "Betydelse": f"betyder {word}"} for word in words
    ]
    rows += [{"Status": None, "Betydelse": None}] * (3 - len(rows))
    for heading, values in columns.items():
        for row, value in zip(rows, values, strict=True):
            row[heading.replace("_", " ")] = value
    return rows


def statuses(*typed: object, comments: object = "För att.") -> list[dict[str, Any]]:
    return [{"Status": each, "Kommentar": comments} for each in (*typed, *[None] * 3)[:3]]


def read(path: Path) -> Lagesbild:
    return read_lagesbild(read_workbook(path)).value


def scale_of(*rows: ListRow) -> Scale:
    return Scale.of(rows)


def fills_in(path: Path) -> dict[str, str]:
    """Return the colour of each status cell of a document, by its text."""
    cells = Document(str(path)).element.body.xpath(".//w:tc")
    found = {}
    for cell in cells:
        fill = cell.xpath("./w:tcPr/w:shd/@w:fill")
        if fill:
            found["".join(cell.xpath(".//w:t/text()"))] = fill[0]
    return found


# ------------------------------------------------------------------ what is declared


def test_workbook_that_declares_nothing_has_the_traffic_light(workbook: MakeWorkbook) -> None:
    assert read(workbook()).scale is STANDARD_WORDS.scale
    assert read(workbook(Listor=None)).scale is STANDARD_WORDS.scale
    legend = workbook(Listor=[{"Status": "röd"}, {"Status": "GUL"}, {"Status": None}])
    assert read(legend).scale is STANDARD_WORDS.scale


def test_common_words_are_known_for_what_they_are_and_others_are_neither_and_grey() -> None:
    words = (*WORK, "Försenad", "Pausad", "Vilar")
    found = scale_of(*(ListRow(status=word) for word in words))
    assert found.words == words
    assert [level.standing for level in found.levels] == [
        Standing.NOT_BEGUN,
        Standing.NEITHER,
        Standing.FINISHED,
        Standing.BAD,
        Standing.SLOW,
        Standing.NEITHER,
    ]
    assert found.levels[0].fill == found.levels[5].fill


def test_what_listor_says_goes_before_what_is_known(workbook: MakeWorkbook) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book["Listor"]["A3"].fill = PatternFill("solid", start_color="00ABCDEF")
        book["Listor"]["E4"].fill = PatternFill("solid", start_color="00123456")

    rows = declared(*WORK, Färg=("Rött", None, None), Räknas_som=("Dåligt", "bra", None))
    levels = read(workbook(fill, Listor=rows)).scale.levels
    assert [level.fill for level in levels] == ["C00000", "ABCDEF", "123456"]
    assert [level.standing for level in levels] == [
        Standing.BAD,
        Standing.GOOD,
        Standing.FINISHED,
    ]


def test_fill_that_several_statuses_have_is_the_tables(workbook: MakeWorkbook) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        for cell in book["Listor"]["A"]:
            cell.fill = PatternFill("solid", start_color="00DDEBF7")

    levels = read(workbook(fill, Listor=declared(*WORK))).scale.levels
    assert [level.fill for level in levels] == ["6B7280", "1F5FA8", "2E7D32"]


@pytest.mark.parametrize(
    "fill", ["C00000", "FFD24D", "2E7D32", "1F5FA8", "6B7280", "ABCDEF", "7F7F7F", "00FF00"]
)
def test_text_on_any_colour_can_be_read(fill: str) -> None:
    (level,) = scale_of(ListRow(status="Vilar", colour=fill)).levels
    assert contrast(level.fill, level.text) >= 4.5


# ------------------------------------------------------------------ how a status is read


@pytest.mark.parametrize(
    ("text", "fill", "status"),
    [
        ("ej PÅBÖRJAD ", "", "Ej påbörjad"),
        ("pågående", "", "Pågår"),
        ("klart", "", "Klar"),
        ("k", "", "Klar"),
        ("🟢", "", "Klar"),
        ("🔵", "", "Pågår"),
        ("-", "", ""),
        ("", "00B050", "Klar"),
        ("", "1F5FA8", "Pågår"),
    ],
)
def test_status_is_read_by_word_letter_dot_and_colour(text: str, fill: str, status: str) -> None:
    scale = scale_of(*(ListRow(status=word) for word in WORK))
    cell = Cell(FILE, text, fill=fill)
    found = status_of_cell(scale, cell) if text else status_of_fill(scale, cell)
    assert found == (status, ())


def test_unknown_word_is_an_error_that_lists_the_words(workbook: MakeWorkbook) -> None:
    path = workbook(Listor=declared(*WORK), Balanslista=statuses("Grönt", "Klar", None))
    (found,) = check(path).findings
    assert (found.rule.code, str(found.place)) == ("LB203", "Balanslista!C2")
    assert found.hint == "Välj Ej påbörjad, Pågår eller Klar."


@pytest.mark.parametrize("heading", ["Lägesord", "Statusar", None])
def test_lists_without_a_column_of_statuses_are_one_fault(
    heading: str | None, workbook: MakeWorkbook
) -> None:
    def rename(book: openpyxl.Workbook) -> None:
        book["Listor"]["A1"] = heading

    path = workbook(rename, Balanslista=statuses(*WORK), Listor=declared(*WORK))
    assert [f.rule.code for f in check(path).findings if f.is_error] == ["LB102"]


def test_word_like_one_of_the_traffic_light_is_asked_about(workbook: MakeWorkbook) -> None:
    rows = declared("Rödt", "Gult", "Grönt")
    found = check(workbook(Listor=rows, Balanslista=statuses("Grönt", "Gult", None))).findings
    assert [(f.rule.code, str(f.place)) for f in found] == [("LB340", "Listor!A2")]


# ------------------------------------------------------------------ what is asked about


def test_only_what_is_bad_or_slow_needs_a_comment(workbook: MakeWorkbook) -> None:
    words = ("Försenad", "Pausad", "Pågår")
    path = workbook(Listor=declared(*words), Balanslista=statuses(*words, comments=None))
    found = [(f.rule.code, str(f.place), f.message) for f in check(path).findings]
    assert found == [
        ("LB304", "Balanslista!D2", "Status är ”Försenad” men kommentaren är tom."),
        ("LB304", "Balanslista!D3", "Status är ”Pausad” men kommentaren är tom."),
    ]


def test_what_is_finished_is_not_late_and_leaves_the_next_period(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    rows = statuses(*WORK)
    for row in rows:
        row["Klart senast"] = dt.date(2026, 1, 1)
    path = workbook(Listor=declared(*WORK), Balanslista=rows)
    assert [str(f.place) for f in check(path).findings] == ["Balanslista!E2", "Balanslista!E3"]
    outcome = begin_next(path, dt.date(2026, 4, 1), tmp_path / "nästa.xlsx")
    assert [activity.activity for activity in outcome.done] == ["Samtala"]


# ------------------------------------------------------------------ the document


def test_status_without_a_style_of_its_own_gets_one_in_its_colour(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    outcome = build(
        workbook(Listor=declared(*WORK), Balanslista=statuses(*WORK)), tmp_path / "ut.docx"
    )
    assert outcome.document is not None
    fills = fills_in(outcome.document)
    assert [fills[word] for word in WORK] == ["6B7280", "1F5FA8", "2E7D32"]
    styles = Document(str(outcome.document)).styles
    assert {f"Status {word}" for word in WORK} <= {style.name for style in styles}


def test_document_of_the_traffic_light_has_no_style_but_the_templates(document: Path) -> None:
    template = Document(str(ROOT / "templates" / "lagesbild.docx"))
    built = Document(str(document))
    assert [s.name for s in built.styles] == [s.name for s in template.styles]


def test_update_gives_a_new_word_its_style(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path = tmp_path / "ut.docx"
    first = declared(*WORK, Färg=("Grått", "Blått", "Grönt"))
    build(workbook(Listor=first, Balanslista=statuses(*WORK)), path)
    changed = declared("Ej påbörjad", "Vilar", "Klar", Färg=("Grått", "Gult", "Grönt"))
    now = workbook(Listor=changed, Balanslista=statuses("Ej påbörjad", "Vilar", "Klar"))
    assert update(now, path).document == path
    assert fills_in(path)["Vilar"] == "FFD24D"
    assert "Status Vilar" in {style.name for style in Document(str(path)).styles}


def test_imported_document_has_the_scale_again(workbook: MakeWorkbook, tmp_path: Path) -> None:
    words = ("Bländ", "Krax", "Mumm")
    rows = declared(*words, Färg=("Rött", "Gult", "Blått"))
    build(workbook(Listor=rows, Balanslista=statuses(*words)), tmp_path / "ut.docx")
    import_document(tmp_path / "ut.docx", tmp_path / "ny.xlsx")
    again = read(tmp_path / "ny.xlsx")
    assert [activity.status for activity in again.activities] == list(words)
    assert [(level.word, level.fill) for level in again.scale.levels] == [
        ("Bländ", "C00000"),
        ("Krax", "FFD24D"),
        ("Mumm", "1F5FA8"),
    ]


def test_common_words_of_a_hand_typed_list_are_its_scale(tmp_path: Path) -> None:
    typed = Document()
    typed.add_heading("Balanslista", 1)
    table = typed.add_table(4, 3)
    lines = [("Aktivitet", "Ansvar", "Status")]
    lines += [(f"Gör {word}", "Polisen", word) for word in ("Klar", "Pågående", "Försenad")]
    for row, texts in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    typed.save(str(tmp_path / "gammal.docx"))
    outcome = import_document(tmp_path / "gammal.docx", tmp_path / "ny.xlsx")
    assert "LB345" in {f.rule.code for f in outcome.findings}
    again = read(tmp_path / "ny.xlsx")
    assert again.scale.words == ("Försenad", "Pågående", "Klar")
    assert [a.status for a in again.activities] == ["Klar", "Pågående", "Försenad"]


# ------------------------------------------------------------------ over time


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Ej påbörjad", "Pågår", Movement.BETTER),
        ("Klar", "Pågår", Movement.WORSE),
        ("Pågår", "Försenad", Movement.WORSE),
        ("Pågår", "pågår", Movement.UNCHANGED),
        (None, "Klar", Movement.CHANGED),
    ],
)
def test_order_says_what_is_better_and_what_is_bad_is_worst(
    before: str | None, after: str, kind: Movement, workbook: MakeWorkbook
) -> None:
    words = (*WORK, "Försenad")
    was = workbook(Listor=declared(*words), Balanslista=statuses(before))
    now = workbook(
        Listor=declared(*words),
        Balanslista=statuses(after),
        Rapport=[{}, {"Värde": dt.date(2026, 4, 1)}],
    )
    assert compare(was, now).changes[0].kind is kind


def test_trend_counts_on_the_scale(workbook: MakeWorkbook) -> None:
    words = (*WORK, "Försenad")
    periods = [
        read(
            workbook(
                Listor=declared(*words),
                Balanslista=statuses("Försenad", status),
                Rapport=[{}, {"Värde": dt.date(2026, month, 1)}],
            )
        )
        for month, status in ((3, "Pågår"), (4, "Klar"))
    ]
    frame = activities_frame(periods)
    assert list(by_period(frame).columns) == ["period", "activities", *words, "Ej bedömd"]
    assert list(by_period(frame)["Klar"]) == [0, 1]
    assert list(red_in_a_row(frame, periods[-1].scale)["activity"]) == ["Vandra"]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".csv"])
@pytest.mark.parametrize("words", [WORK, ("A", "B", "C", "D", "E", "F", "G"), ("10 %", "50 %")])
def test_trend_is_written_for_any_scale(
    words: tuple[str, ...], suffix: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    folder = tmp_path / "perioder"
    folder.mkdir()
    for month in (3, 4):
        made = workbook(
            Listor=declared(*words),
            Balanslista=statuses(words[0], words[-1]),
            Rapport=[{}, {"Värde": dt.date(2026, month, 1)}],
        )
        made.rename(folder / f"{month}.xlsx")
    outcome = trend(folder, tmp_path / f"ut{suffix}")
    assert [f.rule.code for f in outcome.findings if f.is_error] == []
    assert outcome.document is not None


# ------------------------------------------------------------------ per cent


@pytest.mark.parametrize(
    ("typed", "shown", "level"),
    [
        ("50 %", "50 %", "50–99 %"),
        (0.5, None, None),
        (75, "75 %", "50–99 %"),
        ("12,5 %", "12,5 %", "1–49 %"),
        ("100%", "100%", "100 %"),
        ("0 %", "0 %", "0 %"),
        ("101 %", None, None),
    ],
)
def test_percentage_is_shown_as_typed_and_coloured_by_what_it_reaches(
    typed: object, shown: str | None, level: str | None, workbook: MakeWorkbook
) -> None:
    words = ("0 %", "1–49 %", "50–99 %", "100 %")
    path = workbook(Listor=declared(*words), Balanslista=statuses(typed))
    found = read_lagesbild(read_workbook(path))
    activity = found.value.activities[0]
    assert [f.rule.code for f in found.findings] == ([] if shown else ["LB203"])
    assert activity.status == (shown or "")
    reached = found.value.scale.level_of(activity.status)
    assert (reached and reached.word) == level


# ------------------------------------------------------------------ a new workbook


@pytest.mark.parametrize("name", ["påbörjad", "procent"])
def test_new_workbook_has_the_scale_that_is_asked_for(name: str, tmp_path: Path) -> None:
    path = new(tmp_path / "ny.xlsx", scale=name)
    assert [f.rule.code for f in check(path).findings] == ["LB334"]
    assert not read(path).scale.is_standard
    again = new(tmp_path / "igen.xlsx", scale=path)
    assert read(again).scale == read(path).scale


def test_drop_down_lists_the_cells_of_listor(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(new(tmp_path / "ny.xlsx", scale="påbörjad"))
    offered = [v.formula1 for v in book["Balanslista"].data_validations.dataValidation]
    assert "Listor!$A$2:$A$5" in offered
    rules = [r for area in book["Balanslista"].conditional_formatting for r in area.rules]
    assert [rule.formula for rule in rules] == [
        ['"Ej påbörjad"'],
        ['"Försenad"'],
        ['"Pågår"'],
        ['"Klar"'],
    ]


def test_scale_of_a_workbook_with_errors_is_refused(workbook: MakeWorkbook, tmp_path: Path) -> None:
    faulty = workbook(Listor=[{"Färg": "Rosa"}])
    asked = ["new", str(tmp_path / "ny.xlsx"), "--skala", str(faulty)]
    result = CliRunner().invoke(commands, asked)
    assert "LB341" in str(result.exception)
    assert not (tmp_path / "ny.xlsx").exists()


def test_json_tells_the_words_of_the_scale(workbook: MakeWorkbook) -> None:
    was = workbook(Listor=declared(*WORK), Balanslista=statuses("Pågår"))
    now = workbook(
        Listor=declared(*WORK),
        Balanslista=statuses("Klar"),
        Rapport=[{}, {"Värde": dt.date(2026, 4, 1)}],
    )
    result = CliRunner().invoke(commands, ["compare", str(was), str(now), "--format", "json"])
    change = json.loads(result.stdout)["changes"][0]
    assert (change["before"], change["after"], change["change"]) == ("Pågår", "Klar", "bättre")
