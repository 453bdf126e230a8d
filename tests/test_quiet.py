"""Warnings that are worth reading: what everybody knows, or has been reviewed, is not told."""

from __future__ import annotations

from pathlib import Path

import pytest

from lagesbild_xlsx import annotate, check
from lagesbild_xlsx.abbreviations import EVERYDAY, abbreviations_in
from lagesbild_xlsx.model import split_owners
from tests.conftest import MakeWorkbook


def told(path: Path, code: str = "LB305") -> list[str]:
    return [f.message for f in check(path).findings if f.rule.code == code]


@pytest.mark.parametrize(
    "text",
    [
        "EPA-traktorer vid ICA och HSB:s garage.",
        "Föreläsning av PRO, SPF och ABF. DNA-märkning på SJ och MTR.",
        "IFK Granby och Granby IF delar IP med OK Linné.",
        "AI, CV, NATO och SOS Alarm.",
        "Beslut i KS 2026/214 och enligt KSF 2026:12.",
        "Ring INTE. Etapp II är klar.",
        "SANT",
        "FALSKT",
    ],
)
def test_what_everybody_knows_is_not_told(text: str, workbook: MakeWorkbook) -> None:
    assert told(workbook(Orter=[{"Lägesbild": text}])) == []


@pytest.mark.parametrize("word", ["BRÅ", "EST", "SSPF", "LVU", "SIP", "HVB", "NTU"])
def test_terms_of_the_work_are_left_to_the_glossary(word: str) -> None:
    assert word not in EVERYDAY


def test_alias_and_known_name_need_no_explanation(workbook: MakeWorkbook) -> None:
    path = workbook(
        Orter=[{"Lägesbild": "GFAB och ÅHK var med, men inte QRZ."}],
        Listor=[{"Alias": "GFAB"}],
        **{"Kända namn": [{"Namn": "Åkers ÅHK"}]},
    )
    assert told(path) == ["Förkortningen QRZ finns inte i ordlistan."]


@pytest.mark.parametrize(("reason", "count"), [("Läsarna känner den", 0), ("ok", 1), (None, 1)])
def test_reviewed_row_may_keep_its_abbreviation(
    reason: str | None, count: int, workbook: MakeWorkbook
) -> None:
    rows = [{"Kommentar": "QRZ är på gång.", "Granskat": reason}]
    assert len(told(workbook(Balanslista=rows))) == count


def test_same_abbreviation_is_told_once_at_its_first_place(workbook: MakeWorkbook) -> None:
    path = workbook(
        Orter=[{"Lägesbild": "QRZ, och QRZ igen."}], Balanslista=[{"Aktivitet": "Mer QRZ"}]
    )
    [finding] = [f for f in check(path).findings if f.rule.code == "LB305"]
    assert str(finding.place) == "Orter!B2"


@pytest.mark.parametrize("plate", ["ABC 123", "ABC 12D", "XYW 987"])
def test_number_plate_is_shown_by_no_rule(plate: str, workbook: MakeWorkbook) -> None:
    path = workbook(
        Balanslista=[
            {"Aktivitet": f"Bilen {plate} syns", "Ansvar": f"Ägaren till {plate}"},
            {"Aktivitet": f"Bilen {plate} syns", "Status": f"se {plate}"},
        ]
    )
    findings = check(path).findings
    assert {"LB301", "LB303", "LB203", "LB406"} <= {f.rule.code for f in findings}
    shown = [f"{f.message} {f.hint}" for f in findings]
    assert not [words for words in shown if plate in words or plate[:3] in words]


def test_organisation_with_och_is_no_person(workbook: MakeWorkbook) -> None:
    name = "Kungsåsa Vatten och Avfall"
    path = workbook(Balanslista=[{"Ansvar": name}], Listor=[{"Ansvarig": name}])
    assert told(path, "LB410") == []


def test_list_of_a_copy_with_findings_is_not_searched(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook(Balanslista=[{"Kommentar": "Ring 070-174 06 12."}]).rename(
        tmp_path / "Anna Karin Öberg 070-174 06 12.xlsx"
    )
    copy = tmp_path / "kopia.xlsx"
    annotate(check(path), copy)
    assert {f.place.sheet for f in check(copy).findings} == {"Balanslista"}


def test_own_sheet_that_is_called_the_same_is_searched(workbook: MakeWorkbook) -> None:
    path = workbook(**{"Att åtgärda": [{"Vad": "Ring 070-174 06 12."}]})
    assert [str(f.place) for f in check(path).findings] == ["Att åtgärda!A2"]


def test_shouted_text_has_no_abbreviations() -> None:
    assert abbreviations_in("ALLA SKA VARA MED QRZ") == ()


@pytest.mark.parametrize(
    "typed", ["- Polisen\n- Granby kommun", "• Polisen\n• Granby kommun", "1. Polisen\n2. kommunen"]
)
def test_owners_in_a_list_are_known_without_its_signs(typed: str, workbook: MakeWorkbook) -> None:
    path = workbook(Balanslista=[{"Ansvar": typed}], Listor=[{}, {"Alias": "kommunen"}])
    assert told(path, "LB303") == []
    assert split_owners(typed, {})[0] == "Polisen"
    assert split_owners("-", {}) == ("-",)
