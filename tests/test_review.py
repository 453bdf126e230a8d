"""The last look before it is sent out: what is found, where, how masked, and what releases it.

The identity numbers are the Swedish Tax Agency's test numbers, whose serials are 980 to 999.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from lagesbild_xlsx import build, check, review, rules
from lagesbild_xlsx.diagnostics import Severity
from lagesbild_xlsx.pipeline import (
    TEMPLATE_KINDS,
    annotate,
    begin_next,
    check_template,
    standard_template,
    trend,
    update,
)
from lagesbild_xlsx.places import FILE, Place
from lagesbild_xlsx.privacy import Kind, NotPersons, hits
from lagesbild_xlsx.rules import RULES
from tests.conftest import ROOT, MakeWorkbook
from tests.docx_rules import faults
from tests.templates import lines, write_template
from tests.test_cli import run
from tools.wordml import paragraph, text, value

NUMBER, HIDDEN = "19850709-9805", "19850709-••••"

KINDS = {
    "LB401": ("Ring 850709-9805.", "850709-••••"),
    "LB402": ("Ring 850709-9806.", "850709-••••"),
    "LB403": ("Ring 070-174 06 12.", "070-••• •• ••"),
    "LB404": ("Skriv till anna.berg@example.se.", "a•••@example.se"),
    "LB405": ("Se K123456-21.", "K•••-21"),
    "LB406": ("Bilen NRP 482 sågs.", "NR• •••"),
    "LB407": ("Han är född 1998-05-03.", "1998"),
    "LB408": ("En 15-årig pojke på Åkersskolan slogs.", "En …"),
    "LB409": ("Bråk på Storgatan 12.", "Storgatan ••"),
    "LB410": ("Möte med Anna-Karin Öberg.", "A••• Ö•••"),
    "LB416": ("Sattes in på konto 8327-9 934 012 345-6.", "832"),
    "LB417": ("Bråk på Sjöända 3:17.", "Sjöända ••"),
    "LB418": ("Hotet kom från 203.0.113.66.", "203"),
    "LB419": ("Filmen lades ut av @noelsand.", "@n•••"),
}


def told(path: Path) -> list[tuple[str, str]]:
    return [(f.rule.code, str(f.place)) for f in check(path).findings if f.rule.code[2] == "4"]


@pytest.mark.parametrize("code", KINDS)
def test_each_kind_is_told_at_its_cell_and_masked(code: str, workbook: MakeWorkbook) -> None:
    text, shown = KINDS[code]
    findings = check(workbook(Balanslista=[{"Kommentar": text}])).findings
    [finding] = [finding for finding in findings if finding.rule.code != "LB305"]
    assert (finding.rule.code, str(finding.place)) == (code, "Balanslista!D2")
    assert finding.is_error == (code == "LB401")
    assert shown in finding.message
    assert not re.search(r"\d{4}(?!\d)(?<!1998)(?<!1985)", finding.message.replace(shown, ""))


def hide_sheet(book: openpyxl.Workbook) -> None:
    book.create_sheet("Dold")["B3"].value = NUMBER
    book["Dold"].sheet_state = "veryHidden"


def hide_row(book: openpyxl.Workbook) -> None:
    book["Balanslista"]["D3"].value = NUMBER
    book["Balanslista"].row_dimensions[3].hidden = True


def hide_column(book: openpyxl.Workbook) -> None:
    book["Orter"]["F2"].value = NUMBER
    book["Orter"].column_dimensions["F"].hidden = True


@pytest.mark.parametrize(
    ("put", "place"),
    [
        (lambda book: setattr(book["Orter"]["A9"], "comment", Comment(NUMBER, "x")), "Orter!A9"),
        (hide_sheet, "Dold!B3"),
        (hide_row, "Balanslista!D3"),
        (hide_column, "Orter!F2"),
        (lambda book: setattr(book["Framåt"]["A1"], "value", NUMBER), "Framåt!A1"),
        (lambda book: setattr(book["Listor"]["D3"], "value", 198507099805), "Listor!D3"),
        (lambda book: book.create_sheet(NUMBER), HIDDEN),
        (lambda book: setattr(book.properties, "title", NUMBER), ""),
        (lambda book: setattr(book.properties, "keywords", NUMBER), ""),
    ],
)
def test_all_that_travels_with_the_workbook_is_looked_through(
    put: Callable[[openpyxl.Workbook], Any], place: str, workbook: MakeWorkbook
) -> None:
    assert told(workbook(put)) == [("LB401", place)]


def test_numbers_that_only_their_format_completes_are_found(workbook: MakeWorkbook) -> None:
    def put(book: openpyxl.Workbook) -> None:
        cell = book["Balanslista"]["D2"]
        cell.value, cell.number_format = 107099806, '000000"-"0000'

    assert told(workbook(put)) == [("LB401", "Balanslista!D2")]


def test_addresses_of_links_are_looked_through(workbook: MakeWorkbook) -> None:
    def put(book: openpyxl.Workbook) -> None:
        book["Balanslista"]["D2"].hyperlink = f"https://example.se/{NUMBER}/anna"
        book["Balanslista"]["D3"].hyperlink = "mailto:anna.berg@example.se?subject=hej"

    assert told(workbook(put)) == [("LB401", "Balanslista!D2"), ("LB404", "Balanslista!D3")]


def test_name_of_the_file_is_looked_through(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path = workbook().rename(tmp_path / f"Berg {NUMBER}.xlsx")
    assert told(path) == [("LB401", "")]
    assert build(path, output=tmp_path / "ut.docx").document is None


def test_number_whose_day_is_to_come_is_nobodys(workbook: MakeWorkbook) -> None:
    number = next(
        f"2999101212{last:02d}" for last in range(100) if valid_number(f"2999101212{last:02d}")
    )
    assert told(workbook(Balanslista=[{"Kommentar": f"faktura {number}"}])) == []


def valid_number(number: str) -> bool:
    digits = [int(digit) for digit in number[2:]]
    doubled = [digit * (2 - at % 2) for at, digit in enumerate(digits)]
    return sum(digit // 10 + digit % 10 for digit in doubled) % 10 == 0


def test_real_dates_and_figures_are_no_personal_data(workbook: MakeWorkbook) -> None:
    path = workbook(Balanslista=[{"Kommentar": "Sedan 2021-05-20, 199 001 kronor."}])
    assert told(path) == []


@pytest.mark.parametrize("name", ["strangnas-2021-05-20", "tallmyra/tallmyra-2026-11-12"])
def test_examples_give_no_finding_of_this_kind(name: str) -> None:
    assert told(ROOT / "examples" / f"{name}.xlsx") == []


# ------------------------------------------------------------------ known names


def test_places_owners_and_listed_names_are_no_persons(workbook: MakeWorkbook) -> None:
    comment = "Möte vid Karl Berg, med Anna Lind, om Erik Sjö."
    assert [code for code, _ in told(workbook(Balanslista=[{"Kommentar": comment}]))] == [
        "LB410"
    ] * 3
    path = workbook(
        Balanslista=[{"Kommentar": comment}],
        Orter=[{"Ort": "Karl Berg"}],
        Listor=[{"Ansvarig": "Anna Lind"}],
        **{"Kända namn": [{"Namn": "Erik Sjö"}]},
    )
    assert told(path) == []


# ------------------------------------------------------------------ what it means for the document


@pytest.fixture
def faulty(workbook: MakeWorkbook) -> Path:
    """Return a workbook with an identity number in a comment, and a name."""
    return workbook(Balanslista=[{"Kommentar": f"Gäller {NUMBER}, Anna Öberg."}])


@pytest.mark.parametrize("option", [(), ("--utkast",), ("--pdf",)])
def test_number_means_no_document(option: tuple[str, ...], faulty: Path) -> None:
    said = run("build", faulty, *option)
    assert (said.returncode, said.stdout) == (1, "")
    assert [path for path in faulty.parent.iterdir() if path.suffix != ".xlsx"] == []


def test_internal_document_is_built_and_says_so(faulty: Path) -> None:
    outcome = build(faulty, internal=True)
    document = faulty.with_name("lagesbild-2026-03-05-internt.docx")
    assert outcome.document == document
    assert {f.rule.code: f.rule.severity for f in outcome.findings} == {
        "LB401": Severity.WARNING,
        "LB410": Severity.WARNING,
    }
    with zipfile.ZipFile(document) as package:
        headers = [package.read(n).decode() for n in package.namelist() if "/header" in n]
    assert headers
    assert all("Internt arbetsmaterial" in header for header in headers)
    assert any(NUMBER in line for line in lines(document))
    assert faults(document) == []


def test_update_is_refused_too(workbook: MakeWorkbook, faulty: Path, tmp_path: Path) -> None:
    document = build(workbook(), output=tmp_path / "ut.docx").document or Path()
    before = document.read_bytes()
    assert update(faulty, document).document is None
    assert document.read_bytes() == before


def test_template_with_a_number_gives_no_document(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template_path = write_template(
        tmp_path / "mall.docx",
        paragraph("Title", text(f"Handläggare {NUMBER}, 070-174 06 12"), value("Rapport.Kommun")),
    )
    outcome = build(workbook(), output=tmp_path / "ut.docx", template=template_path)
    assert [(f.rule.code, HIDDEN in f.message) for f in outcome.findings] == [("LB414", True)]
    assert outcome.document is None
    tried = {f.rule.code for f in check_template(template_path).findings}
    assert {"LB414", "LB415"} <= tried


@pytest.mark.parametrize("kind", ["", *TEMPLATE_KINDS])
def test_templates_that_come_with_the_program_hold_nothing(kind: str) -> None:
    found = check_template(standard_template(kind)).findings
    assert [f.message for f in found if f.rule.is_about_privacy] == []


def test_mark_stands_on_a_first_page_without_header(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template_path = tmp_path / "mall.docx"
    with zipfile.ZipFile(standard_template()) as old, zipfile.ZipFile(template_path, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"</w:sectPr>", b"<w:titlePg/></w:sectPr>"))
    document = build(
        workbook(), output=tmp_path / "ut.docx", template=template_path, internal=True
    ).document
    assert lines(document or Path())[0] == "Internt arbetsmaterial"


def test_folder_with_such_a_workbook_leaves_it_out(faulty: Path, workbook: MakeWorkbook) -> None:
    workbook()
    outcome = trend(faulty.parent)
    assert len(outcome.periods) == 1
    assert any("Balanslista!D2" in f.message + f.hint for f in outcome.findings)


def test_report_over_time_tells_what_it_would_show(workbook: MakeWorkbook, tmp_path: Path) -> None:
    workbook(Balanslista=[{"Aktivitet": "Samtal med Anna Öberg"}])
    outcome = trend(tmp_path, tmp_path / "ut.docx")
    assert [f.rule.code for f in outcome.findings] == ["LB333"]
    said = run("trend", tmp_path)
    assert "Samtal med A••• Ö•••" in " ".join(said.stdout.split())
    assert "Öberg" not in said.stdout + said.stderr


def test_compared_and_finished_activities_are_shown_masked(workbook: MakeWorkbook) -> None:
    secret = {"Aktivitet": "Samtal med Anna Öberg, 070-174 06 12", "Avslutad": "ja"}
    first, second = workbook(Balanslista=[secret]), workbook(Balanslista=[secret])
    for said in (run("compare", first, second), run("next", first, "--datum", "2027-01-01")):
        assert said.returncode == 0
        assert "Samtal med A••• Ö•••, 070-••• •• ••" in said.stdout
        assert "Öberg" not in said.stdout + said.stderr


# ------------------------------------------------------------------ masked everywhere

SECRETS = ("9805", "Öberg", "0612", "06 12", "anna.berg")


@pytest.fixture
def leaky(workbook: MakeWorkbook) -> Path:
    """Return a workbook where every rule that shows a value would show personal data."""
    secret = f"{NUMBER}, Anna Öberg, 070-174 06 12, anna.berg@example.se"
    return workbook(
        lambda book: setattr(book["Orter"]["A2"], "comment", Comment(secret, "x")),
        Rapport=[{}, {"Värde": f"den {NUMBER}"}, {"Värde": NUMBER}],
        Framåt=[{"Avsnitt": secret}],
        Balanslista=[{"Status": secret, "Ansvar": "Anna Öberg"}, {}, {"Aktivitet": "Lysa upp"}],
        Listor=[{"Status": secret}],
        Ordlista=[{"Begrepp": secret}, {"Begrepp": secret, "Förklaring": secret}],
    )


def test_terminal_and_json_show_nothing(leaky: Path) -> None:
    for args in (
        ("check", leaky),
        ("check", leaky, "--format", "json"),
        ("build", leaky),
        ("build", leaky, "--format", "json"),
        ("build", leaky, leaky.with_name("finns-inte.xlsx"), "-o", leaky.parent / "ut"),
        ("next", leaky, "--datum", "2027-01-01"),
        ("compare", leaky, leaky.with_name("finns-inte.xlsx")),
    ):
        said = run(*args)
        shown = said.stdout + said.stderr
        assert "Traceback" not in shown
        assert [secret for secret in SECRETS if secret in shown] == [], args
    findings = json.loads(run("check", leaky, "--format", "json").stdout)["findings"]
    assert len([f for f in findings if f["code"] == "LB401"]) > 8


def test_annotated_copy_adds_nothing(leaky: Path, tmp_path: Path) -> None:
    copy = annotate(check(leaky), tmp_path / "kopia.xlsx")
    notes = ""
    with zipfile.ZipFile(leaky) as old, zipfile.ZipFile(copy) as new:
        for name in new.namelist():
            if name not in old.namelist():
                notes += new.read(name).decode("utf-8", "replace")
        book = openpyxl.load_workbook(copy)
        ours = [c.comment.text for s in book for row in s for c in row if c.comment]
    notes += "".join(text for text in ours if "→" in text and not text.startswith(NUMBER))
    assert HIDDEN in notes
    assert [secret for secret in SECRETS if secret in notes] == []


def test_warnings_of_an_update_show_nothing(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document = build(workbook(), output=tmp_path / "ut.docx").document or Path()
    with zipfile.ZipFile(document) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    main = parts["word/document.xml"].decode()
    parts["word/document.xml"] = main.replace("På gång.", f"Gäller {NUMBER}").encode()
    with zipfile.ZipFile(document, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    [finding] = update(workbook(), document).findings
    assert finding.rule.code == "LB514"
    assert HIDDEN in finding.message
    assert "9805" not in finding.message


def test_next_workbook_can_be_made_of_one_with_a_number(faulty: Path) -> None:
    import datetime as dt  # noqa: PLC0415

    outcome = begin_next(faulty, dt.date(2027, 1, 1))
    assert outcome.document


# ------------------------------------------------------------------ halves, sheets and files


def leaks(*args: object) -> list[str]:
    """Return which secrets a command shows."""
    said = run(*args)
    shown = said.stdout + said.stderr
    assert "Traceback" not in shown
    return [secret for secret in SECRETS if secret in shown]


@pytest.mark.parametrize("owner", ["070/174 06 12", "19850709/9805", "Polisen, 070-174 06 12"])
def test_halves_of_a_number_in_ansvar_are_not_shown(owner: str, workbook: MakeWorkbook) -> None:
    path = workbook(Balanslista=[{"Ansvar": owner}])
    findings = check(path).findings
    assert "LB303" in [finding.rule.code for finding in findings]
    said = " ".join(finding.message + finding.hint for finding in findings)
    assert [secret for secret in SECRETS if secret in said] == []


def test_nearest_owner_is_masked_too(workbook: MakeWorkbook) -> None:
    path = workbook(
        Balanslista=[{"Ansvar": "Polisen 19850709-9806"}],
        Listor=[{"Ansvarig": f"Polisen {NUMBER}"}],
    )
    assert leaks("check", path) == []


def test_sheet_named_as_a_person_is_told_and_shown_masked(workbook: MakeWorkbook) -> None:
    path = workbook(lambda book: book.create_sheet("Anna Öberg"))
    assert told(path) == [("LB410", "A••• Ö•••")]
    for args in (
        ("check", path),
        ("check", path, "--format", "json"),
        ("build", path),
        ("build", path, "--format", "json"),
        ("next", path, "--datum", "2027-01-01"),
        ("compare", path, path),
        ("trend", path.parent),
    ):
        assert leaks(*args) == [], args


@pytest.mark.parametrize("name", ["Export Summary", "Rapport", "Karl Berg"])
def test_sheet_with_another_name_is_not_told(name: str, workbook: MakeWorkbook) -> None:
    path = workbook(lambda book: book.create_sheet(f"{name} "), Orter=[{"Ort": "Karl Berg"}])
    assert told(path) == []


def test_number_in_the_name_of_a_file_is_shown_by_no_command(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    named = workbook().rename(tmp_path / f"lista {NUMBER}.xlsx")
    missing = tmp_path / f"saknas {NUMBER}.xlsx"
    document = tmp_path / f"saknas {NUMBER}.docx"
    folder = tmp_path / f"mapp {NUMBER}"
    for args in (
        ("check", named),
        ("check", named, "--format", "json"),
        ("build", named),
        ("build", named, "--format", "json"),
        ("build", named, "--intern", "-o", tmp_path / f"ut {NUMBER}.docx"),
        ("build", named, named, "-o", folder),
        ("next", named, "--datum", "2027-01-01"),
        ("compare", named, named),
        ("compare", named, named, "--format", "json"),
        ("trend", tmp_path),
        ("trend", tmp_path, "--format", "json"),
        ("trend", folder),
        ("check", missing),
        ("check", missing, "--format", "json"),
        ("build", missing),
        ("build", missing, "--format", "json"),
        ("build", named, "--template", document),
        ("build", named, "--update", document),
        ("import", document),
        ("next", missing, "--datum", "2027-01-01"),
        ("compare", missing, missing),
        ("new", named),
        ("template", "check", document),
    ):
        assert leaks(*args) == [], args


# ------------------------------------------------------------------ reviewed


def reviewed(workbook: MakeWorkbook, reason: str, **more: str) -> list[tuple[str, str, str]]:
    row = {"Kommentar": f"Gäller {NUMBER}.", "Granskat": reason, **more}
    findings = check(workbook(Balanslista=[row])).findings
    return [(f.rule.code, str(f.place), f.hint) for f in findings]


def test_reason_releases_the_cell_and_is_listed_last(workbook: MakeWorkbook) -> None:
    reason, kind = "Skatteverkets testnummer", Kind.IDENTITY
    path = workbook(
        Balanslista=[
            {"Kommentar": f"Gäller {NUMBER}.", "Granskat": reason},
            {"Ansvar": None},
        ]
    )
    said = run("build", path)
    assert said.returncode == 0
    assert said.stderr.splitlines()[-2:] == [
        "Granskat och kvar i dokumentet:",
        f"  Balanslista!D2  {HIDDEN} ({kind}) är granskat och får stå kvar. Skäl: {reason}",
    ]


@pytest.mark.parametrize("reason", ["x", "ok", "ja", "-"])
def test_reason_is_required(reason: str, workbook: MakeWorkbook) -> None:
    codes = [code for code, _, _ in reviewed(workbook, reason)]
    assert codes == ["LB401", "LB411"]


def test_reason_releases_one_cell_only(workbook: MakeWorkbook) -> None:
    names = {"Aktivitet": "Samtal med Anna Öberg"}
    unclear = reviewed(workbook, "granskat av juristen", **names)
    assert [(code, place) for code, place, _ in unclear] == [
        ("LB410", "Balanslista!A2"),
        ("LB401", "Balanslista!D2"),
        ("LB412", "Balanslista!E2"),
    ]
    clear = reviewed(workbook, "Kommentar: granskat av juristen", **names)
    assert [(code, place) for code, place, _ in clear] == [
        ("LB410", "Balanslista!A2"),
        ("LB413", "Balanslista!D2"),
    ]
    assert clear[1][2] == "Skäl: granskat av juristen"


def test_only_a_heading_makes_a_column_of_reviews(workbook: MakeWorkbook) -> None:
    path = workbook(
        Balanslista=[
            {"Kommentar": "Granskat"},
            {"Aktivitet": f"Samtal med {NUMBER}", "Kommentar": "Klart enligt plan"},
        ]
    )
    assert told(path) == [("LB401", "Balanslista!A3")]


@pytest.mark.parametrize("reason", [NUMBER, "nej, ta bort det", "inte granskat än"])
def test_reason_is_none_that_says_no_or_only_repeats(reason: str, workbook: MakeWorkbook) -> None:
    assert "LB411" in [code for code, _, _ in reviewed(workbook, reason)]


def test_reason_is_shown_masked(workbook: MakeWorkbook) -> None:
    hints = [hint for _, _, hint in reviewed(workbook, f"Medgivet av Anna Öberg, {NUMBER}")]
    assert f"Skäl: Medgivet av A••• Ö•••, {HIDDEN}" in hints


def test_many_workbooks_list_what_is_reviewed_and_what_is_told(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    row = {"Kommentar": f"Gäller {NUMBER}.", "Granskat": "testnummer", "Aktivitet": "Anna Öberg"}
    row["Granskat"] = "Kommentar: testnummer"
    said = run("build", workbook(Balanslista=[row]), workbook(), "-o", tmp_path / "ut")
    assert said.returncode == 0
    assert "LB410" in said.stderr
    assert "Skäl: testnummer" in said.stderr


def test_reason_does_not_release_itself_nor_a_comment(workbook: MakeWorkbook) -> None:
    found = reviewed(workbook, f"Numret är {NUMBER}, ett testnummer")
    assert [(code, place) for code, place, _ in found] == [
        ("LB413", "Balanslista!D2"),
        ("LB401", "Balanslista!E2"),
    ]


# ------------------------------------------------------------------ explained


@pytest.mark.parametrize("code", [code for code in RULES if code.startswith("LB4")])
def test_rule_says_why_in_two_sentences(code: str) -> None:
    assert len(re.findall(r"\.(?:\s|$)", RULES[code].why)) == 2


def test_every_kind_of_personal_data_has_a_rule_and_a_mask() -> None:
    assert set(review.RULES) == set(hits._MASKS) == set(Kind)  # noqa: SLF001 - all of them


@pytest.mark.parametrize("amount", [-66.086886333, 85.0709980512, -8507099805])
def test_number_with_decimals_or_below_nought_is_no_identity_number(
    amount: float, workbook: MakeWorkbook
) -> None:
    def put(book: openpyxl.Workbook) -> None:
        book["Listor"]["D3"] = amount
        book["Listor"]["D4"] = 8507099805

    assert told(workbook(put)) == [("LB401", "Listor!D4")]


def test_address_of_a_cell_is_no_diagnosis() -> None:
    place = Place("Bild", 20, 6)
    found = [rules.ILLUSTRATION_WITHOUT_WORDS.at(place, cell=place.cell)]
    assert review.masked_findings(found, NotPersons())[0].message == (
        "Bilden på F20 saknar alternativtext."
    )


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("lb:om Per lägesbild i ord", "lb:om Per lägesbild i ord"),
        ("lb:om Per ansvarig", "lb:om Per ansvarig"),
        ("lb:Balanslista[Anna Öberg]", "lb:Balanslista[A••• Ö•••]"),
    ],
)
def test_tag_is_masked_as_a_title_is(tag: str, shown: str) -> None:
    said = {"template": "mall.docx", "near": "först", "name": "Rad", "remedy": "", "tag": tag}
    (found,) = review.masked_findings([rules.TAG_UNKNOWN.at(FILE, **said)], NotPersons())
    assert f"”{shown}”" in found.message
