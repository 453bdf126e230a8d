"""``lagesbild template``: a template to change in Word, and what is wrong with one."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PIL import Image

from lagesbild_xlsx import StopError, build
from lagesbild_xlsx.colours import Signal, contrast, darkened, signal_of
from lagesbild_xlsx.pipeline import TEMPLATE_KINDS, check_template, new_template
from tests.conftest import ROOT, MakeWorkbook
from tests.docx_rules import faults
from tests.test_cli import run
from tests.test_document import VALIDATOR, bare, sdk_errors
from tools.make_templates import MADE
from tools.wordml import paragraph, repeat, text, value, write_package

Parts = dict[str, str]


def changed(path: Path, change: Callable[[Parts], None], kind: str = "lagesbild.docx") -> Path:
    """Write a standard template with a change."""
    parts = MADE[kind]()
    change(parts)
    write_package(path, parts)
    return path


def body(old: str, new: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        assert old in parts["word/document.xml"]
        parts["word/document.xml"] = parts["word/document.xml"].replace(old, new)

    return change


def style(old: str, new: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        assert old in parts["word/styles.xml"]
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(old, new)

    return change


def add(block: str) -> Callable[[Parts], None]:
    return body("<w:sectPr>", block + "<w:sectPr>")


@pytest.mark.parametrize("name", MADE)
def test_templates_that_are_shipped_lack_nothing(name: str) -> None:
    assert check_template(ROOT / "templates" / name).findings == ()


CASES: dict[str, tuple[Callable[[Parts], None], str]] = {
    "LB503": (
        add(paragraph("Normal", value("Kommentar"))),
        "under rubriken ”Ordlista”, vid texten ”[Kommentar]”",
    ),
    "LB505": (
        body('w:val="lb:Kommentar"', 'w:val="lb:Komentar"'),
        "taggen ”lb:Komentar” (under rubriken ”Balanslista [Datum] kopplad till medborg…”",
    ),
    "LB506": (body('w:val="lb:Ordlista"', 'w:val="annat"'), "visar inget från bladet Ordlista."),
    "LB507": (body('w:val="lb:Ansvar"', 'w:val="annat"'), "visar inte Ansvar från bladet Balans"),
    "LB508": (
        add(repeat("Orter", paragraph("Normal", value("Ort"), text(" "), value("Lägesbild")))),
        "taggen ”lb:Orter” en gång till",
    ),
    "LB509": (style("Status Gult", "Gul"), "saknar formatmallen ”Status Gult”."),
    "LB510": (body('w:val="Rubrik"/>', 'w:val="Normal"/>'), "inget stycke med formatmallen"),
    "LB511": (style('w:lang w:val="sv-SE"', 'w:lang w:val="en-US"'), "har en-US som språk."),
    "LB512": (body("<w:tblHeader/>", ""), "(”Aktivitet"),
}


@pytest.mark.parametrize("code", CASES)
def test_fault_is_told_with_its_place(code: str, tmp_path: Path) -> None:
    change, words = CASES[code]
    findings = check_template(changed(tmp_path / "mall.docx", change)).findings
    told = [finding for finding in findings if finding.rule.code == code]
    assert len(told) == 1
    assert words in told[0].message
    assert {f.rule.code for f in findings} <= {code, "LB503", "LB506", "LB507"}


def test_misspelt_name_is_an_error_where_the_workbook_is_known(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template_path = changed(
        tmp_path / "mall.docx", body('w:val="lb:Kommentar"', 'w:val="lb:Komentar"')
    )
    (unknown, *_) = check_template(template_path, workbook()).findings
    assert unknown.rule.code == "LB501"
    assert unknown.hint.startswith("Menade du Kommentar? Namnen som finns här är Nr, Aktivitet,")


def test_own_columns_are_known_with_the_workbook(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template_path = changed(
        tmp_path / "mall.docx", body('w:val="lb:Kommentar"', 'w:val="lb:Budget"')
    )
    path = workbook(Balanslista=[{"Budget": 5}])
    assert [f.rule.code for f in check_template(template_path, path).findings] == ["LB507"]
    assert "Budget" in check_template(template_path, path).names["Balanslista"]


@pytest.mark.parametrize("kind", ["", *TEMPLATE_KINDS])
def test_new_template_is_a_copy_and_never_overwrites(kind: str, tmp_path: Path) -> None:
    path = new_template(tmp_path / "min.docx", kind)
    name = f"lagesbild-{kind}.docx" if kind else "lagesbild.docx"
    assert path.read_bytes() == (ROOT / "templates" / name).read_bytes()
    with pytest.raises(StopError, match="LB012"):
        new_template(path, kind)


@pytest.mark.parametrize("kind", [(), ("--slag", "liggande")])
def test_command_makes_and_checks_a_template(kind: tuple[str, ...], tmp_path: Path) -> None:
    mall = tmp_path / "min.docx"
    made = run("template", "new", mall, *kind)
    assert (made.returncode, made.stdout) == (0, f"Mallen är klar: {mall}\n")
    checked = run("template", "check", mall)
    assert checked.returncode == 0
    assert checked.stdout.startswith("Inga fel.\n\nNamn som mallen kan använda:\n  Rapport ")
    wrong = changed(tmp_path / "fel.docx", add(paragraph("Normal", value("Kommentar"))))
    assert run("template", "check", wrong).returncode == 1
    assert run("template", "check", tmp_path / "borta.docx").returncode == 2


def test_activities_of_localities_and_of_the_whole_municipality(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    from lagesbild_xlsx import build  # noqa: PLC0415
    from tests.templates import lines  # noqa: PLC0415

    path = workbook(
        Balanslista=[{"Ort": "granby"}, {"Ort": None}, {"Ort": "Annanstans"}],
        Kontakter=[{"Namn": "Växeln", "Ort": "Annanstans"}],
    )
    template_path = ROOT / "templates" / "lagesbild-orter.docx"
    found = lines(
        build(path, output=tmp_path / "ut.docx", template=template_path).document or Path()
    )
    start, head = found.index("Granby"), "Aktivitet\tAnsvar\tStatus\tKommentar"
    assert found[start : start + 10] == [
        "Granby",
        "Lugnt.",
        head,
        "Vandra\tKommunen\tGrönt\tKlart.",
        "Västerås-Barkarö",
        "Inget rapporterat",
        "Hela kommunen",
        head,
        "Lysa upp\tPolisen\tGult\tPå gång.",
        "Samtala\tPolisen\tEj bedömd\t",
    ]


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("Balanslista[Status=Gult]", ["Lysa upp"]),
        ("Balanslista[Status=Ej bedömd]", ["Samtala"]),
        ("Balanslista[Ansvar=Granby kommun]", ["Vandra", "Samtala"]),
        ("Balanslista[Ansvar=kommunen]", ["Vandra", "Samtala"]),
        ("Balanslista[Ansvar=Polisen]", ["Lysa upp", "Samtala"]),
    ],
)
def test_activities_of_one_status_or_owner(
    tag: str, found: list[str], workbook: MakeWorkbook, tmp_path: Path
) -> None:
    from tests.test_engine import merged  # noqa: PLC0415

    path = workbook(Balanslista=[{}, {}, {"Ansvar": "Polisen och Kommunen"}])
    block = repeat(tag, paragraph("Normal", value("Aktivitet")))
    assert merged(tmp_path, path, block)[0] == found


def test_owner_that_is_not_in_the_list_is_an_unknown_name(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block = repeat("Balanslista[Ansvar=Polisn]", paragraph("Normal", value("Aktivitet")))
    template_path = changed(tmp_path / "mall.docx", add(block))
    (unknown,) = (f for f in check_template(template_path, workbook()).findings if f.is_error)
    assert unknown.rule.code == "LB501"
    assert unknown.hint.startswith("Menade du Polisen? Namnen som finns här är Polisen,")


def test_overview_counts_activities_in_words_and_by_owner(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    from tests.test_engine import merged  # noqa: PLC0415

    path = workbook(Balanslista=[{}, {}, {"Ansvar": "Polisen och Kommunen"}])
    row = paragraph("Normal", value("Ansvarig"), text(" "), value("Aktiviteter"), value("Gult"))
    found, xml = merged(
        tmp_path,
        path,
        paragraph("Normal", value("Översikt.Sammanfattning")),
        repeat("Per ansvarig", row),
    )
    assert found == ["3 aktiviteter: 1 grön, 1 gul, 1 ej bedömd", "Polisen 21", "Granby kommun 20"]
    assert "aktiviteter" in bare(xml)


def with_logo(folder: Path) -> Path:
    logo = folder / "logga.png"
    image = Image.new("RGB", (400, 100), "#005A9C")
    image.save(logo)
    return logo


def test_own_profile_gives_logo_colour_and_font(workbook: MakeWorkbook, tmp_path: Path) -> None:
    template, logo = tmp_path / "min.docx", with_logo(tmp_path)
    options = ("--logga", logo, "--logga-alt", "Granby kommun", "--farg", "7A003C")
    assert run("template", "new", template, *options, "--typsnitt", "Georgia").returncode == 0
    document = build(workbook(), output=tmp_path / "ut.docx", template=template).document or Path()
    assert faults(document) == []
    opened = docx.Document(str(document))
    [picture] = opened.sections[0].header.part.element.iter("{*}docPr")
    assert (picture.get("descr"), picture.get("name")) == ("Granby kommun", "Logotyp")
    with zipfile.ZipFile(document) as package:
        theme = package.read("word/theme/theme1.xml").decode()
        styles = package.read("word/styles.xml").decode()
    assert theme.count('val="7A003C"') == 3
    assert theme.count('typeface="Georgia"') == 2
    assert 'w:val="7A003C" w:themeColor="accent1"' in styles
    assert 'w:fill="7A003C" w:themeFill="accent1"' in styles
    assert "1B3A5C" not in styles
    if VALIDATOR.exists():
        assert sdk_errors(document) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--farg", "blå"), "LB544"),
        (("--farg", "FFD24D"), "LB545"),
        (("--logga", "logga.txt", "--logga-alt", "Granby"), "LB546"),
        (("--logga", "saknas.png", "--logga-alt", "Granby"), "LB546"),
        (("--logga", "logga.txt"), "Ange både --logga och --logga-alt."),
    ],
)
def test_profile_that_cannot_be_used_is_refused(
    options: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("logga.txt").write_text("ingen bild", encoding="utf-8")
    refused = run("template", "new", "min.docx", *options)
    assert refused.returncode == 2
    assert said in refused.stderr
    assert not Path("min.docx").exists()


def test_colour_that_is_too_light_comes_with_the_nearest_that_is_enough() -> None:
    darker = darkened("FFD24D", "FFFFFF", 4.5)
    assert 4.5 <= contrast(darker, "FFFFFF") < 4.7
    assert signal_of(darker) is not Signal.RED
