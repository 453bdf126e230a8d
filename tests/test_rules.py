"""Every rule speaks once, at the right cell, in the right words; a rule without a case fails."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import openpyxl
import pytest

from lagesbild_xlsx import StopError, build, check, rules
from lagesbild_xlsx.diagnostics import Finding, Rule, Severity
from lagesbild_xlsx.rules import RULES
from tests.asserted import asserted_codes
from tests.conftest import MakeWorkbook
from tests.templates import write_template
from tools.wordml import paragraph, text, value


@dataclass(frozen=True)
class Case:
    """A change to the good workbook, and what must be said of it."""

    where: str
    message: str
    hint: str
    change: dict[str, Any] = field(default_factory=dict)
    edit: Callable[[openpyxl.Workbook], None] | None = None


def heading(sheet: str, cell: str, words: str | None) -> Callable[[openpyxl.Workbook], None]:
    def edit(book: openpyxl.Workbook) -> None:
        book[sheet][cell] = words

    return edit


def rename(sheet: str, name: str) -> Callable[[openpyxl.Workbook], None]:
    def edit(book: openpyxl.Workbook) -> None:
        book[sheet].title = name

    return edit


def in_balance_list(row: int, **values: object) -> dict[str, Any]:
    return {"Balanslista": [{}] * (row - 2) + [values]}


CASES = {
    "LB101": Case(
        "Orter",
        "Bladet ”Orter” saknas.",
        "Menade du bladet ”Orterna”? Byt i så fall namn på det till Orter.",
        edit=rename("Orter", "Orterna"),
    ),
    "LB102": Case(
        "Balanslista!B1",
        "Rubriken ”Ansvar” saknas.",
        "Menade du Ansvar där det står ”Anvar”? Skriv i så fall Ansvar.",
        edit=heading("Balanslista", "B1", "Anvar"),
    ),
    "LB103": Case(
        "Balanslista!E1",
        "Rubriken ”Status” står redan i C1.",
        "Ta bort eller byt namn på den ena.",
        edit=heading("Balanslista", "E1", " status "),
    ),
    "LB104": Case(
        "Rapport!A8",
        "”Diarienumer” är inget fält som standardmallen använder.",
        "Menade du Diarienummer? Skriv i så fall så.",
        {"Rapport": [{}] * 6 + [{"Fält": "Diarienumer", "Värde": "KS 1"}]},
    ),
    "LB105": Case(
        "Rapport!A8",
        "Fältet ”datum” står redan i A3.",
        "Ta bort den ena raden.",
        {"Rapport": [{}] * 6 + [{"Fält": "datum", "Värde": "2026-01-01"}]},
    ),
    "LB106": Case(
        "Rapport",
        "Fältet ”Datum” saknas.",
        "Lägg till en rad med Datum i kolumnen Fält.",
        edit=lambda book: book["Rapport"].delete_rows(3),
    ),
    "LB107": Case(
        "Ordlista",
        "Bladet ”Ordlista” har inga rader under rubrikerna.",
        "Fyll i bladet, eller låt det vara om delen inte behövs den här gången.",
        {"Rapport": [{}] * 5 + [{"Värde": "Utifrån lokala möten."}]},
        edit=lambda book: book["Ordlista"].delete_rows(2),
    ),
    "LB121": Case(
        "Balanslista!A7",
        "Texten står under tabellen på bladet Balanslista och är ingen rad i den."
        " Den kommer inte med.",
        "Är det en rad i tabellen, så flytta den till raden direkt under den sista.",
        edit=heading("Balanslista", "A7", "Nästa möte är den 3 juni."),
    ),
    "LB112": Case(
        "Orter ",
        "Bladen ”Orter” och ”Orter ” läses som samma blad.",
        "Byt namn på eller ta bort det ena.",
        edit=lambda book: book.create_sheet("Orter "),
    ),
    "LB113": Case(
        "Balanslista!E1",
        "”Klart senats” läses som en egen kolumn.",
        "Menade du Klart senast? Skriv i så fall så.",
        in_balance_list(2, **{"Klart senats": "2026-05-01"}),
    ),
    "LB115": Case(
        "Orter!B2",
        "Cellen står bredvid en rubrik som är sammanfogad nedåt, och kommer inte med i dokumentet.",
        "Dela upp den sammanfogade rubriken om raden är en vanlig rad.",
        edit=lambda book: book["Orter"].merge_cells("A1:A2"),
    ),
    "LB116": Case(
        "Kommundelar",
        "”Kommundelar” läses som ett eget blad.",
        "Menade du bladet Orter? Byt i så fall namn på det till Orter.",
        edit=rename("Orter", "Kommundelar"),
    ),
    "LB201": Case(
        "Rapport!B6",
        "Inledning saknas.",
        "Skriv den text som inleder dokumentet.",
        {"Rapport": [{}] * 4 + [{"Värde": "  "}]},
    ),
    "LB202": Case(
        "Rapport!B3",
        "”i maj” är inget datum.",
        "Skriv datumet som 2021-05-20.",
        {"Rapport": [{}, {"Värde": "i maj"}]},
    ),
    "LB203": Case(
        "Balanslista!C2",
        "”Blått” är ingen giltig status.",
        "Välj Rött, Gult eller Grönt.",
        in_balance_list(2, Status="Blått"),
    ),
    "LB204": Case(
        "Prioriteringar!A3",
        "”Polisen” är ingen giltig källa.",
        "Välj Medborgarlöfte eller Samverkansöverenskommelse.",
        {"Prioriteringar": [{}, {"Källa": "Polisen"}]},
    ),
    "LB205": Case(
        "Framåt!A2",
        "”Snart” är inget giltigt avsnitt.",
        "Välj Kort sikt, Längre sikt eller Kommunikation.",
        {"Framåt": [{"Avsnitt": "Snart"}]},
    ),
    "LB235": Case(
        "Listor!E2",
        "”Rosa” är ingen färg som en status kan ha.",
        "Skriv Rött, Gult, Grönt, Blått eller Grått, eller töm cellen och fyll den med statusens"
        " färg.",
        {"Listor": [{"Färg": "Rosa"}]},
    ),
    "LB236": Case(
        "Listor!E2",
        "”Kanske” är inget som en status kan räknas som.",
        "Välj Dåligt, Trögt, Ej påbörjat, Bra eller Klart, eller lämna cellen tom.",
        {"Listor": [{"Räknas som": "Kanske"}]},
    ),
    "LB325": Case(
        "Rapport!B4",
        "Bladet Prioriteringar har källan Medborgarlöfte, men fältet Medborgarlöfte är tomt.",
        "Skriv löftets år eller tid, till exempel 2026.",
        {"Rapport": [{}] * 2 + [{"Värde": None}]},
    ),
    "LB206": Case(
        "Rapport!B4",
        "”26” är inget årtal.",
        "Skriv året med fyra siffror, till exempel 2021, eller en tid som våren 2021.",
        {"Rapport": [{}] * 2 + [{"Värde": 26}]},
    ),
    "LB207": Case(
        "Rapport!B5",
        "”2027-2024” är ingen period.",
        "Skriv första och sista året, till exempel 2020-2023, eller året om det är ett enda.",
        {"Rapport": [{}] * 3 + [{"Värde": "2027-2024"}]},
    ),
    "LB208": Case(
        "Balanslista!D4",
        "Cellen visar Excels felvärde #REF!.",
        "Rätta formeln, eller skriv värdet för hand.",
        in_balance_list(4, Kommentar="#REF!"),
    ),
    "LB209": Case(
        "Balanslista!D4",
        "Cellen har en formel utan sparat resultat.",
        "Öppna arbetsboken i Excel, spara den och försök igen.",
        in_balance_list(4, Kommentar="=A1"),
    ),
    "LB210": Case(
        "Balanslista!A5",
        "Raden har innehåll men ingen aktivitet.",
        "Skriv vad som ska göras, eller töm raden.",
        in_balance_list(5, Status="Grönt"),
    ),
    "LB211": Case(
        "Balanslista!E2",
        "Cellen innehåller #N/A. Den läses som tom.",
        "Rätta formeln om er mall använder cellen.",
        in_balance_list(2, Budget="#N/A"),
    ),
    "LB218": Case(
        "Balanslista!E5",
        "Raden har bara innehåll i egna kolumner och kommer inte med i dokumentet.",
        "Fyll i de andra kolumnerna om raden ska vara med.",
        in_balance_list(5, Budget="100"),
    ),
    "LB219": Case(
        "Rapport!B3",
        "Cellen visar ”1905-07-13”, men 1905-07-13 är inte ett rimligt datum.",
        "Skriv hela datumet, till exempel 2021-05-20.",
        {"Rapport": [{}, {"Värde": dt.date(1905, 7, 13)}]},
    ),
    "LB220": Case(
        "Rapport!B8",
        "Värdet har inget fältnamn framför sig och kommer inte med i dokumentet.",
        "Skriv fältets namn i kolumnen Fält, eller ta bort värdet.",
        {"Rapport": [{}] * 6 + [{"Värde": "KS 2026/1"}]},
    ),
    "LB301": Case(
        "Balanslista!A4",
        "”VANDRA” står redan på rad 2.",
        "Ta bort den ena, eller skriv vad som skiljer dem åt.",
        in_balance_list(4, Aktivitet="VANDRA"),
    ),
    "LB302": Case(
        "Balanslista!B3",
        "Aktiviteten har ingen ansvarig.",
        "Skriv vem som ansvarar, till exempel Polisen.",
        in_balance_list(3, Ansvar=None),
    ),
    "LB303": Case(
        "Balanslista!B4",
        "”Polsien” finns inte bland de ansvariga i bladet Listor.",
        "Menade du Polisen?",
        in_balance_list(4, Ansvar="Kommunen och Polsien"),
    ),
    "LB338": Case(
        "Balanslista!B4",
        "Samma ansvarig är skriven på olika sätt: ”Skolan” i B2 och ”Granby kommun” i B4.",
        "Skriv Granby kommun överallt, om det inte är meningen att variera.",
        {
            "Balanslista": [{"Ansvar": "Skolan"}, {}, {"Ansvar": "Granby kommun"}],
            "Listor": [{}, {"Alias": "Skolan"}],
        },
    ),
    "LB304": Case(
        "Balanslista!D3",
        "Status är ”Gult” men kommentaren är tom.",
        "Skriv varför, och vad som händer nu.",
        in_balance_list(3, Kommentar=None),
    ),
    "LB305": Case(
        "Orter!B2",
        "Förkortningen EST finns inte i ordlistan.",
        "Lägg till EST i bladet Ordlista, eller skriv ut orden.",
        {"Orter": [{"Lägesbild": "Två EST-möten."}]},
    ),
    "LB306": Case(
        "Ordlista!A3",
        "”Brå” står redan på rad 2.",
        "Ta bort den ena raden.",
        {"Ordlista": [{}, {"Begrepp": "Brå", "Förklaring": "råd"}]},
    ),
    "LB307": Case(
        "Orter!A4",
        "”granby” står redan på rad 2.",
        "Slå ihop raderna.",
        {"Orter": [{}, {}, {"Ort": "granby", "Lägesbild": "Stökigt."}]},
    ),
    "LB308": Case(
        "Balanslista!E4",
        "Nr 7 står redan på rad 2.",
        "Ge den nya aktiviteten ett eget nummer.",
        {"Balanslista": [{"Nr": 7}, {"Nr": 8}, {"Nr": 7}]},
    ),
    "LB309": Case(
        "Listor!D4",
        "”Kommunen” är alias för både Granby kommun och Skolan.",
        "Ta bort det ena.",
        {"Listor": [{}, {}, {"Ansvarig": "Skolan", "Alias": "TK; Kommunen"}]},
    ),
    "LB312": Case(
        "Balanslista!E2",
        "”Gramby” finns inte bland orterna i bladet Orter.",
        "Menade du Granby?",
        in_balance_list(2, Ort="Gramby"),
    ),
    "LB313": Case(
        "Orter!B2",
        "Länkens text är ”Läs mer”, som inte säger vart den leder. Adressen skrivs ut efter den.",
        "Skriv vad man hittar där, till exempel Kommunens sida om trygghet.",
        {"Orter": [{"Lägesbild": "Läs mer"}]},
        lambda book: setattr(book["Orter"]["B2"], "hyperlink", "https://example.se"),
    ),
    "LB316": Case(
        "Balanslista!E3",
        "Aktiviteten skulle vara klar senast 2025-12-31, men status är ”Gult”.",
        "Ändra status, eller skriv ett nytt datum och varför i kommentaren.",
        in_balance_list(3, **{"Klart senast": "2025-12-31"}),
    ),
    "LB222": Case(
        "Balanslista!E2",
        "”våren 2027” är varken ja, nej eller ett datum.",
        "Skriv ja eller datumet om aktiviteten är avslutad, annars inget.",
        in_balance_list(2, Avslutad="våren 2027"),
    ),
    "LB223": Case(
        "Balanslista!E2",
        "”44336” är ett tal. Det läses som datumet 2021-05-20.",
        "Ge cellen datumformat i Excel, eller skriv datumet som 2021-05-20.",
        in_balance_list(2, **{"Klart senast": 44336}),
    ),
    "LB310": Case(
        "Rapport!B2",
        "”Borås” får ett s till i rubriken: ”Boråss och Polisens gemensamma lägesbild”.",
        "Skriv hela namnet, till exempel Borås kommun.",
        {"Rapport": [{"Värde": "Borås"}]},
    ),
    "LB311": Case(
        "Listor!C4",
        "”TK” är alias, men ingen ansvarig står på raden.",
        "Skriv den ansvariges namn i kolumnen Ansvarig, eller ta bort aliaset.",
        {"Listor": [{}, {}, {"Alias": "TK"}]},
    ),
    "LB322": Case(
        "Listor!B5",
        "”inte bedömt” kommer inte med i dokumentet, för raden har ingen status.",
        "Skriv Rött, Gult eller Grönt i kolumnen Status, eller ta bort betydelsen.",
        {"Listor": [{}, {}, {}, {"Status": "-", "Betydelse": "inte bedömt"}]},
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_rule_speaks_at_its_cell(code: str, workbook: MakeWorkbook) -> None:
    case = CASES[code]
    found = check(workbook(case.edit, **case.change)).findings
    assert [(f.rule.code, str(f.place), f.message, f.hint) for f in found] == [
        (code, case.where, case.message, case.hint)
    ]


def _missing_file(folder: Path, _: MakeWorkbook) -> None:
    check(folder / "borta.xlsx")


def _text_file(folder: Path, _: MakeWorkbook) -> None:
    path = folder / "text.xlsx"
    path.write_text("Aktivitet;Status\n", encoding="utf-8")
    check(path)


def _encrypted(folder: Path, _: MakeWorkbook) -> None:
    path = folder / "hemlig.xlsx"
    directory = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + directory)
    check(path)


def _truncated(folder: Path, make: MakeWorkbook) -> None:
    path = folder / "avhuggen.xlsx"
    path.write_bytes(make().read_bytes()[:3000])
    check(path)


def _onto_workbook(_: Path, make: MakeWorkbook) -> None:
    path = make()
    build(path, output=path)


def _onto_other_kind(folder: Path, make: MakeWorkbook) -> None:
    build(make(), output=folder / "ut.xlsx")


def _into_missing_folder(folder: Path, make: MakeWorkbook) -> None:
    build(make(), output=folder / "borta" / "ut.docx")


STOPS: dict[str, tuple[Callable[[Path, MakeWorkbook], None], str]] = {
    "LB001": (_missing_file, "går inte att öppna"),
    "LB002": (_text_file, "”text.xlsx” är en textfil, inte en Excel-arbetsbok (.xlsx)."),
    "LB003": (_encrypted, "”hemlig.xlsx” är skyddad med lösenord."),
    "LB004": (_truncated, "”avhuggen.xlsx” är skadad"),
    "LB006": (_into_missing_folder, "går inte att skriva"),
    "LB013": (_onto_other_kind, "slutar inte på .docx."),
    "LB007": (_onto_workbook, "är arbetsboken, som inte får skrivas över."),
}


@pytest.mark.parametrize("code", STOPS)
def test_unusable_file_stops_with_one_sentence(
    code: str, tmp_path: Path, workbook: MakeWorkbook
) -> None:
    act, words = STOPS[code]
    with pytest.raises(StopError) as stopped:
        act(tmp_path, workbook)
    assert stopped.value.finding.rule.code == code
    assert words in stopped.value.finding.message


TEMPLATES = {
    "LB501": (
        paragraph("Normal", text("Hej "), value("Rapport.Komun")),
        "(vid texten ”Hej [Komun]”), men ”Komun” finns inte i arbetsboken.",
        "Menade du Kommun?",
    ),
    "LB502": (paragraph("Normal", value("Orter[")), "”lb:Orter[” (vid texten", "lb:Blad.Fält"),
    "LB503": (
        paragraph("Normal", value("Kommentar")),
        "”lb:Kommentar” på fel plats",
        "Lägg den i en innehållskontroll med taggen lb:Balanslista",
    ),
    "LB504": (paragraph("Normal", text("Hej")), "har ingen innehållskontroll", "Utgå från"),
}
BARE = {"header": "<w:hdr {}><w:p/></w:hdr>", "footer": "<w:ftr {}><w:p/></w:ftr>"}


@pytest.mark.parametrize("code", TEMPLATES)
def test_template_fault_says_where(code: str, tmp_path: Path, workbook: MakeWorkbook) -> None:
    from tools.wordml import NAMESPACES  # noqa: PLC0415

    blocks, message, hint = TEMPLATES[code]
    bare = {name: xml.format(NAMESPACES) for name, xml in BARE.items()}
    template = write_template(
        tmp_path / "mall.docx", blocks, header1=bare["header"], footer1=bare["footer"]
    )
    outcome = build(workbook(), output=tmp_path / "ut.docx", template=template)
    (found,) = outcome.findings
    assert found.rule.code == code
    assert message in found.message
    assert hint in found.hint
    assert not (tmp_path / "ut.docx").exists()


ELSEWHERE = {
    "test_files.py": ("LB005",),
    "test_unplaced.py": ("LB224", "LB324"),
    "test_appendices.py": (
        "LB117", "LB126", "LB127", "LB128", "LB129", "LB328", "LB329", "LB575", "LB576",
        "LB577",
    ),
    "test_illustrations.py": ("LB237", "LB238", "LB239"),
    "test_real_workbooks.py": (
        "LB008", "LB009", "LB108", "LB109", "LB110", "LB111",
        "LB114", "LB212", "LB213", "LB214", "LB215", "LB216", "LB217",
    ),
    "test_letters.py": ("LB226",),
    "test_promise.py": ("LB225",),
    "test_annotate.py": ("LB010", "LB011"),
    "test_new.py": ("LB012",),
    "test_update.py": (
        "LB513", "LB514", "LB515", "LB516", "LB517", "LB518", "LB519", "LB520", "LB521",
    ),
    "test_plain.py": ("LB522", "LB523", "LB524"),
    "test_word_controls.py": ("LB547",),
    "test_history.py": ("LB314", "LB317", "LB318", "LB319", "LB320", "LB321"),
    "test_verification.py": ("LB540",),
    "test_odd_finds.py": ("LB542",),
    "test_review.py": (
        "LB401", "LB402", "LB403", "LB404", "LB405", "LB406", "LB407", "LB408", "LB409", "LB410",
        "LB411", "LB412", "LB413", "LB414", "LB415", "LB416", "LB417", "LB418", "LB419", "LB333",
    ),
    "test_safe.py": ("LB334", "LB335", "LB336", "LB337", "LB563", "LB564", "LB572"),
    "test_files_of_others.py": ("LB033",),
    "test_many.py": ("LB030", "LB031", "LB032", "LB041"),
    "test_charts_in_word.py": ("LB339",),
    "test_next.py": ("LB017", "LB315"),
    "test_import.py": (
        "LB530", "LB531", "LB532", "LB533", "LB534", "LB535", "LB536", "LB537", "LB538", "LB541",
    ),
    "test_import_structure.py": ("LB046", "LB584", "LB587"),
    "test_import_whole.py": (
        "LB580", "LB581", "LB582", "LB583", "LB585", "LB586", "LB588", "LB589",
    ),
    "test_guards.py": ("LB016", "LB018"),
    "test_trend.py": (
        "LB020", "LB021", "LB022", "LB023", "LB024", "LB025", "LB026", "LB027", "LB028",
        "LB330", "LB331", "LB332", "LB550",
    ),
    "test_scale.py": ("LB340", "LB341", "LB345"),
    "test_own_words.py": ("LB342",),
    "test_columns.py": ("LB125",),
    "test_pdf.py": ("LB014", "LB015"),
    "test_web_page.py": ("LB570", "LB571"),
    "test_web_charts.py": ("LB573",),
    "test_open.py": ("LB040",),
    "test_fields.py": ("LB560", "LB561", "LB562"),
    "test_completeness.py": ("LB019",),
    "test_template.py": (
        "LB505", "LB506", "LB507", "LB508", "LB509", "LB510", "LB511", "LB512",
        "LB544", "LB545", "LB546",
    ),
}  # fmt: skip
"""Rules whose cases need a file of their own, by the tests whose assertions name them."""


def test_no_code_is_used_twice() -> None:
    declared = {name: rule for name, rule in vars(rules).items() if isinstance(rule, Rule)}
    codes = [rule.code for rule in declared.values()]
    assert sorted(set(codes)) == sorted(codes)
    assert set(codes) == RULES.keys()  # each is handed on by name


@pytest.mark.parametrize("room", rules.ROOMS, ids=lambda room: room.__name__)
def test_rules_stand_in_the_order_of_their_codes(room: ModuleType) -> None:
    codes = [rule.code for rule in vars(room).values() if isinstance(rule, Rule)]
    assert codes == sorted(codes)


def test_every_rule_has_a_case() -> None:
    elsewhere = {code for codes in ELSEWHERE.values() for code in codes}
    assert RULES.keys() == {*CASES, *STOPS, *TEMPLATES, *elsewhere}
    for name, codes in ELSEWHERE.items():
        assert set(codes) - asserted_codes(Path(__file__).parent / name) == set(), name


PROOFS = '''
"""LB001 stands in a docstring."""
TABLE = {"a": ("LB002", "sagt")}
UNUSED = {"a": "LB003"}

def test_one():
    make("LB004")
    code, words = TABLE["a"]
    assert code == found()  # LB005

@pytest.mark.parametrize(("code", "unused"), [("LB006", 1)])
def test_two(code, unused):
    assert found() == code

@pytest.mark.parametrize("other", ["LB007"])
def test_three(other):
    assert found("y") == "LB008"
    assert "LB009" not in found()
    with pytest.raises(StopError, match="LB010"):
        make("LB011")
'''


def test_only_what_an_assertion_compares_counts_as_a_case(tmp_path: Path) -> None:
    path = tmp_path / "test_x.py"
    path.write_text(PROOFS, encoding="utf-8")
    assert asserted_codes(path) == {"LB002", "LB006", "LB008", "LB010"}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_reads_as_swedish_sentences(rule: Any) -> None:
    assert rule.message[0] in "{”" or rule.message[0].isupper()
    assert rule.message.endswith(".")
    assert rule.why.endswith(".")
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert "'" not in rule.message + rule.hint + rule.why


def test_eight_errors_are_told_in_one_run(workbook: MakeWorkbook, tmp_path: Path) -> None:
    path = workbook(
        Rapport=[
            {},
            {"Värde": "snart"},
            {"Värde": "tjugosex"},
            {"Värde": "2024-"},
            {"Värde": None},
        ],
        Prioriteringar=[{"Källa": "Löften"}],
        Framåt=[{}, {"Avsnitt": "Någon gång"}],
        Balanslista=[{"Status": "Blått"}, {"Kommentar": "#VALUE!"}, {"Aktivitet": None}],
    )
    old = tmp_path / "lagesbild.docx"
    old.write_bytes(b"gammalt")
    outcome = build(path, output=old)
    assert _places(outcome.findings, Severity.ERROR) == {
        "Rapport!B3": "LB202",
        "Rapport!B4": "LB206",
        "Rapport!B5": "LB207",
        "Rapport!B6": "LB201",
        "Prioriteringar!A2": "LB204",
        "Framåt!A3": "LB205",
        "Balanslista!C2": "LB203",
        "Balanslista!D3": "LB208",
        "Balanslista!A4": "LB210",
    }
    assert outcome.document is None
    assert old.read_bytes() == b"gammalt"


def _places(findings: tuple[Finding, ...], severity: Severity) -> dict[str, str]:
    return {str(f.place): f.rule.code for f in findings if f.rule.severity is severity}


def test_good_workbook_has_no_findings(workbook: MakeWorkbook) -> None:
    assert check(workbook()).findings == ()


def test_dates_typed_as_swedes_do(workbook: MakeWorkbook) -> None:
    for typed in ("2026-03-05", "5 mars 2026", "5/3 2026", "den 5 mars 2026", "20260305"):
        path = workbook(Rapport=[{}, {"Värde": typed}])
        assert check(path).findings == (), typed
        assert build(path).document == path.with_name("lagesbild-2026-03-05.docx")


def test_excel_date_with_time_is_a_date(workbook: MakeWorkbook) -> None:
    moment = dt.datetime(2026, 3, 5, 13, 30)  # noqa: DTZ001 - Excel has no time zones
    assert check(workbook(Rapport=[{}, {"Värde": moment}])).findings == ()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_hint_that_names_an_option_says_that_it_is_the_commands(rule: Rule) -> None:
    has_option = any(word in rule.hint for word in ("--", " -o", "lagesbild "))
    assert not has_option or "kommandot" in rule.hint


def test_hint_that_says_nothing_without_its_values_is_left_out_in_general() -> None:
    assert RULES["LB203"].in_general() == ("”…” är ingen giltig status.", "")
    assert RULES["LB202"].in_general()[1] == "Skriv datumet som …."
