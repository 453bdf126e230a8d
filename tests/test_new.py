"""A new workbook, and the round trip of everything that can be filled in."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lagesbild_xlsx import StopError, build, check, new
from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.excel.strings import clean, without_apostrophe
from lagesbild_xlsx.excel.writer import workbook_bytes
from lagesbild_xlsx.model import (
    Activity,
    Lagesbild,
    ListRow,
    Locality,
    Paragraph,
    Priority,
    PrioritySource,
    Report,
    Section,
    Status,
    Term,
)
from lagesbild_xlsx.places import FormattedText, Run, runs_of, trimmed
from lagesbild_xlsx.sheets import read_lagesbild
from tests.test_document import VALIDATOR, sdk_errors
from tools import make_guide

SHEETS = [
    "Läs mig",
    "Rapport",
    "Prioriteringar",
    "Orter",
    "Framåt",
    "Balanslista",
    "Ordlista",
    "Listor",
]


def test_new_workbook_builds_at_once(tmp_path: Path) -> None:
    path = new(tmp_path / "ny.xlsx", "Granby kommun", ["Granby", "Åby"], dt.date(2026, 12, 10))
    outcome = build(path)
    assert [finding.rule.code for finding in outcome.findings] == ["LB334"]
    assert outcome.document == tmp_path / "lagesbild-2026-12-10.docx"
    read = read_lagesbild(read_workbook(path)).value
    assert read.report.municipality == "Granby kommun"
    assert [row.name for row in read.localities] == ["Granby", "Åby"]
    assert openpyxl.load_workbook(path).sheetnames == SHEETS


def test_empty_workbook_says_only_what_must_be_filled_in(tmp_path: Path) -> None:
    path = new(tmp_path / "ny.xlsx", "Granby kommun", empty=True)
    assert {f.rule.code for f in check(path).findings} == {"LB107", "LB201"}
    read = read_lagesbild(read_workbook(path)).value
    assert read.activities == read.priorities == read.paragraphs == ()
    assert [row.status for row in read.lists] == [Status.RED, Status.YELLOW, Status.GREEN]


def test_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "ny.xlsx"
    path.write_bytes(b"ifyllt")
    with pytest.raises(StopError, match="LB012"):
        new(path)
    assert path.read_bytes() == b"ifyllt"


ANYTHING_ELSE = (("Balanslista", "Ansvar"), ("Listor", "Status"))
"""The columns whose drop-downs only suggest: two owners, a municipality's own words."""


def test_new_workbook_helps_in_excel(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(new(tmp_path / "ny.xlsx"))
    lists = {}
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.print_title_rows == "$1:$1"
        assert len(sheet.tables) == (sheet.title != "Rapport")
        headings = {cell.column_letter: cell.value for cell in sheet[1]}
        for validation in sheet.data_validations.dataValidation:
            letter = str(validation.sqref)[0]
            lists[sheet.title, headings[letter]] = validation.formula1
            is_open = (sheet.title, headings[letter]) in ANYTHING_ELSE
            assert validation.showErrorMessage is not is_open
    assert lists == {
        ("Prioriteringar", "Källa"): '"Medborgarlöfte,Samverkansöverenskommelse"',
        ("Framåt", "Avsnitt"): '"Kort sikt,Längre sikt,Kommunikation"',
        ("Balanslista", "Ansvar"): "Listor!$C$2:$C$4",
        ("Balanslista", "Status"): '"Rött,Gult,Grönt"',
        ("Listor", "Status"): '"Rött,Gult,Grönt"',
    }
    assert len(book["Balanslista"].conditional_formatting) == 1
    assert book["Balanslista"]["G2"].number_format == "yyyy-mm-dd"


def test_letters_are_stored_as_letters(tmp_path: Path) -> None:
    with zipfile.ZipFile(new(tmp_path / "ny.xlsx", "Åmåls kommun <&>")) as package:
        sheets = [n for n in package.namelist() if n.startswith("xl/worksheets/sheet")]
        xml = b"".join(map(package.read, sheets)).decode()
    assert "Åmåls kommun &lt;&amp;&gt;" in xml
    assert "&#" not in xml


@pytest.mark.skipif(not VALIDATOR.exists(), reason="the Open XML SDK validator is not installed")
@pytest.mark.parametrize("empty", [True, False])
def test_open_xml_sdk_finds_no_fault_in_a_new_workbook(empty: bool, tmp_path: Path) -> None:  # noqa: FBT001
    assert sdk_errors(new(tmp_path / "ny.xlsx", empty=empty)) == []


def test_guide_table_is_fresh() -> None:
    guide = make_guide.GUIDE.read_text(encoding="utf-8")
    assert make_guide.START in guide
    assert make_guide.written(guide) == guide


# ------------------------------------------------------------------ the round trip


def as_read(text: str) -> str:
    """Return a text as a workbook can hold it."""
    return trimmed(without_apostrophe(clean(text).strip())).strip()


letters = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\n\t"),
    max_size=40,
)
tricky = st.sampled_from(
    ["=1+1", "=cmd|' /C calc'!A0", "+46", "-", "@x", "_x000D_", "_x0041_", "007", "NA", "#REF!",
     "{{7*7}}", "<w:p/>", "& <", "1,5", "2021-05-20", "SANT", "a\u00a0b", "rad\nrad", "😀"]
)  # fmt: skip
texts = st.one_of(letters, tricky).map(as_read)
words = texts.filter(bool)


def formatted(text: str) -> str:
    """Return a text whose second half is bold, where it has one."""
    half = len(text) // 2
    made = FormattedText((Run(text[:half]), Run(text[half:], bold=True)))
    return trimmed(made) if half and text[half:].strip() and text[:half].strip() else text


notes = st.one_of(texts, texts.map(formatted))
dates = st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31))
years = st.integers(1900, 2099).map(str)
lagesbilder = st.builds(
    Lagesbild,
    report=st.builds(
        Report,
        own=st.just({}),
        origin=st.just(Report().origin),
        municipality=words,
        date=dates,
        promise_year=years,
        cooperation_period=years.map(lambda year: f"{year}–{year}"),
        introduction=words,
        basis=words,
        record_number=texts,
        version=texts,
    ),
    priorities=st.lists(
        st.builds(
            Priority, own=st.just({}), source=st.sampled_from(PrioritySource), priority=words
        ),
        max_size=3,
    ).map(tuple),
    localities=st.lists(
        st.builds(Locality, own=st.just({}), name=words, note=notes), max_size=3
    ).map(tuple),
    paragraphs=st.lists(
        st.builds(Paragraph, own=st.just({}), section=st.sampled_from(Section), text=words),
        max_size=3,
    ).map(tuple),
    activities=st.lists(
        st.builds(
            Activity,
            own=st.just({}),
            number=texts,
            activity=words,
            owner=texts,
            status=st.sampled_from(Status),
            comment=notes,
            due=st.none() | dates,
        ),
        max_size=4,
    ).map(tuple),
    glossary=st.lists(
        st.builds(Term, own=st.just({}), term=words, mark=texts, explanation=words), max_size=2
    ).map(tuple),
    lists=st.lists(
        st.builds(
            ListRow,
            own=st.just({}),
            status=st.sampled_from(Status),
            meaning=texts,
            owner=words,
            alias=texts,
        ),
        max_size=2,
    ).map(tuple),
    own=st.just(()),
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(lagesbild=lagesbilder)
def test_filled_workbook_reads_back_as_it_was_filled(lagesbild: Lagesbild, tmp_path: Path) -> None:
    path = tmp_path / "bok.xlsx"
    path.write_bytes(workbook_bytes(lagesbild, offer_optional=True))
    read = read_lagesbild(read_workbook(path))
    assert [f.rule.code for f in read.findings if f.is_error] == []
    assert read.value == lagesbild
    for old, found in zip(lagesbild.localities, read.value.localities, strict=True):
        assert runs_of(found.note) == runs_of(old.note)


def test_names_that_are_given_are_the_only_ones(tmp_path: Path) -> None:
    path = new(tmp_path / "ny.xlsx", "Granby kommun", ["Åby", "", "Åby"])
    read = read_lagesbild(read_workbook(path)).value
    assert [(row.name, row.note) for row in read.localities] == [("Åby", "")]
    texts = [str(cell.value) for (cell,) in openpyxl.load_workbook(path)["Läs mig"]["A1:A20"]]
    assert "Polisen och Granby kommun" in " ".join(texts)
    empty = new(tmp_path / "tom.xlsx", empty=True)
    texts = [str(cell.value) for (cell,) in openpyxl.load_workbook(empty)["Läs mig"]["A1:A20"]]
    assert "Raderna med exempel" not in " ".join(texts)


def test_rows_fit_their_texts_and_go_on_fitting(tmp_path: Path) -> None:

    path = new(tmp_path / "ny.xlsx")
    with zipfile.ZipFile(path) as package:
        sheets = [package.read(n).decode() for n in package.namelist() if "worksheets/sheet" in n]
    assert not any("customHeight" in xml for xml in sheets)
    heights = re.findall(r'<row r="\d+"[^>]* ht="([\d.]+)"', sheets[1])
    assert max(map(float, heights)) > 2 * min(map(float, heights)) - 5
