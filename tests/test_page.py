"""A page that nobody touches up: wording, widths, hyphenation, and what stays together."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from lagesbild_xlsx import build
from lagesbild_xlsx.pipeline import standard_template
from tests.conftest import ROOT, MakeWorkbook
from tests.templates import lines
from tests.test_document import reference_lines

KINDS = ("", "liggande", "orter", "forandring")


def test_standard_wording_is_correct_swedish(workbook: MakeWorkbook, tmp_path: Path) -> None:
    found = lines(build(workbook(), tmp_path / "ut.docx").document or Path())
    assert found[0] == (
        "Samlad lägesbild 2026-03-05 med utgångspunkt i medborgarlöftet 2026 och"
        " samverkansöverenskommelsen för perioden 2024-2027"
    )
    assert "Balanslista 2026-03-05 kopplad till medborgarlöftet 2026" in found
    assert {"Aktiviteter på kort sikt", "Aktiviteter på längre sikt", "Ordlista"} <= {*found}


def test_example_of_2021_names_its_template_and_gives_the_reference(tmp_path: Path) -> None:
    example = ROOT / "examples" / "strangnas-2021-05-20.xlsx"
    document = build(example, tmp_path / "ut.docx").document or Path()
    assert lines(document) == reference_lines()


@pytest.mark.parametrize("kind", KINDS)
def test_comment_is_the_widest_column_after_the_activity(kind: str) -> None:
    body = docx.Document(str(standard_template(kind))).element.body
    for table in body.iter(qn("w:tbl")):
        *texts, _ = [[t.text for t in row.iter(qn("w:t"))] for row in table.iter(qn("w:tr"))]
        widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        by_heading = dict(zip(texts[0], widths, strict=True))
        if "Kommentar" in by_heading:
            widest = sorted(by_heading, key=lambda heading: -by_heading[heading])
            assert widest[:2] == ["Aktivitet", "Kommentar"]


@pytest.mark.parametrize("kind", [*KINDS, "trend"])
def test_long_words_are_hyphenated_in_swedish(kind: str) -> None:
    template = docx.Document(str(standard_template(kind)))
    [hyphenates] = template.settings.element.iter(qn("w:autoHyphenation"))
    assert hyphenates.get(qn("w:val")) is None
    [language] = template.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "sv-SE"


@pytest.mark.parametrize("kind", KINDS)
def test_legend_and_glossary_stay_together(kind: str) -> None:
    styles = docx.Document(str(standard_template(kind))).styles
    for name in ("Förklaring av status", "Ordlista"):
        form = styles[name].paragraph_format  # type: ignore[attr-defined] # they are of paragraphs
        assert (form.keep_with_next, form.keep_together) == (True, True)


def test_legend_stands_above_the_balance_list(workbook: MakeWorkbook, tmp_path: Path) -> None:
    found = lines(build(workbook(), tmp_path / "ut.docx").document or Path())
    assert found.index("Grönt\t= rullar på") < found.index("Aktivitet\tAnsvar\tStatus\tKommentar")


@pytest.mark.parametrize(("letters", "is_whole"), [(700, True), (2_000, False)])
def test_row_of_more_than_half_a_page_may_break(
    letters: int,
    is_whole: bool,  # noqa: FBT001 - from its table
    workbook: MakeWorkbook,
    tmp_path: Path,
) -> None:
    path = workbook(Balanslista=[{"Kommentar": "Lång text här. " * (letters // 15)}])
    document = docx.Document(str(build(path, tmp_path / "ut.docx").document))
    head, long, *others = document.element.body.iter(qn("w:tr"))
    whole = [next(row.iter(qn("w:cantSplit")), None) is not None for row in (head, long, *others)]
    assert whole == [True, is_whole, True, True]


def test_fault_of_a_draft_is_told_where_there_is_room(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook(Balanslista=[{"Status": "Blått"}])
    document = docx.Document(str(build(path, tmp_path / "ut.docx", draft=True).document))
    _, row, *_ = document.element.body.iter(qn("w:tr"))
    activity, _, status, _ = [
        "".join(t.text for t in c.iter(qn("w:t"))) for c in row.iter(qn("w:tc"))
    ]
    assert activity == "Vandra[FEL i Balanslista!C2: ”Blått” är ingen giltig status.]"
    assert status == "[FEL]"
