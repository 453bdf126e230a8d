"""A draft is built in spite of errors, says that it is one, and shows each error."""

from __future__ import annotations

import re
from pathlib import Path

from lagesbild_xlsx import build
from tests.conftest import MakeWorkbook
from tests.templates import lines
from tests.test_cli import run
from tests.test_document import bare
from tests.test_update import parts_of

FAULTY = {
    "Rapport": [{}, {"Värde": "snart"}],
    "Prioriteringar": [{"Källa": "Polisen"}],
    "Balanslista": [{"Status": "Blått"}, {"Aktivitet": None}, {"Nr": 7}, {"Nr": 7}],
    "Ordlista": None,
}


def test_every_error_is_shown_at_its_place_and_in_the_list(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = workbook(**FAULTY)
    outcome = build(path, output=tmp_path / "rapport.docx", draft=True)
    assert outcome.document == tmp_path / "rapport-utkast.docx"
    found = lines(outcome.document)
    errors = [finding for finding in outcome.findings if finding.is_error]
    assert len(errors) > 4
    assert found[: len(errors) + 1] == [
        f"UTKAST – får inte spridas. {len(errors)} fel att rätta:",
        *(f"{finding.place}: {finding.message}" for finding in errors),
    ]
    text = "\n".join(found)
    assert "Samlad lägesbild [FEL i Rapport!B3: ”snart” är inget datum.] med" in text
    assert "[FEL i Balanslista!C2: ”Blått” är ingen giltig status.]\t" in text
    assert "\t[FEL]\t" in text
    assert "[FEL i Balanslista!A3: Raden har innehåll men ingen aktivitet.]\t" in text


def test_every_page_says_that_it_is_a_draft(workbook: MakeWorkbook) -> None:
    document = build(workbook(), draft=True).document or Path()
    assert document.name == "lagesbild-2026-03-05-utkast.docx"
    headers = [xml for name, xml in parts_of(document).items() if "header" in name]
    assert [bare(xml).startswith("UTKAST – får inte spridas") for xml in headers] == [True]
    assert lines(document)[0] == "UTKAST – får inte spridas. Inga fel att rätta."


def test_final_document_says_nothing_of_drafts(workbook: MakeWorkbook) -> None:
    document = build(workbook()).document or Path()
    assert not any(re.search("utkast", xml, re.IGNORECASE) for xml in parts_of(document).values())


def test_command_says_that_it_is_a_draft(workbook: MakeWorkbook) -> None:
    path = workbook(**FAULTY)
    done = run("build", path, "--utkast")
    assert done.returncode == 0
    assert done.stdout.startswith("Utkastet är klart: ")
    assert "fel LB203" in done.stderr
