"""Documents and templates from anybody: damaged, something else, or far too much of them."""

from __future__ import annotations

import re
import shutil
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from benchmarks.inputs import activities
from lagesbild_xlsx import build
from lagesbild_xlsx.pipeline import standard_template, update
from lagesbild_xlsx.pipeline.reading import extra_data_of
from lagesbild_xlsx.word.document import merge
from tests import hostile
from tests.conftest import MakeWorkbook
from tests.hostile import PLAIN, Make, lying
from tests.process import assert_refused, run, run_here
from tests.rawbook import write_parts
from tests.templates import lines
from tests.test_reader import patched
from tools.strangnas import LAGESBILD

pytest.importorskip("resource", reason="memory is measured where Python can")

MAIN = "word/document.xml"
HTML = b"<html><body><table><tr><td>Aktivitet</td></tr></table></body></html>"


def kept(_: Path) -> None:
    """Leave a document as it was built."""


def with_entries(*names: str) -> Make:
    """Return what gives a document more parts, which nothing points to."""

    def make(path: Path) -> None:
        with (
            zipfile.ZipFile(path, "a") as package,
            warnings.catch_warnings(action="ignore"),
        ):
            for name in names:
                package.writestr(name, "<x/>")

    return make


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-300])


def with_doctype(path: Path) -> None:
    patched(path, MAIN, r"(\?>\s*)", rf"\1{PLAIN}")


DAMAGED: dict[str, tuple[Make, str, str]] = {
    "empty": (hostile.contents(b""), "LB002", "är tom, inte ett Word-dokument"),
    "HTML": (hostile.contents(HTML), "LB002", "är en webbsida, inte"),
    "DOC": (
        hostile.contents(hostile.compound("WordDocument")),
        "LB002",
        "är ett Word-dokument i det äldre formatet (.doc), inte",
    ),
    "XLSX": (hostile.book(), "LB002", "är en Excel-arbetsbok, inte"),
    "password": (
        hostile.contents(hostile.compound("EncryptedPackage")),
        "LB003",
        "är skyddad med lösenord",
    ),
    "truncated": (truncated, "LB004", "innehållet går inte"),
    "checksum": (lying(MAIN, hostile.CHECKSUM, "<I", 1, kept), "LB004", MAIN),
    "deflate": (lambda path: hostile.break_inside(path, MAIN), "LB004", MAIN),
    "encrypted entry": (
        lying(MAIN, hostile.FLAGS, "<H", 1, kept),
        "LB003",
        "är skyddad med lösenord",
    ),
    "same name": (with_entries(MAIN), "LB004", MAIN),
    "other case": (with_entries("Word/Document.xml"), "LB004", "Word/Document.xml"),
    "60,000 parts": (
        with_entries(*(f"word/del{number}.xml" for number in range(60_000))),
        "LB016",
        "delar",
    ),
    "DOCTYPE": (with_doctype, "LB004", MAIN),
}
"""What is done to a document that was built, and the rule and the words that it is refused by."""

USES: dict[str, Callable[[Path, Path, Path], tuple[str | Path, ...]]] = {
    "template": lambda book, fil, out: ("build", book, "--template", fil, "-o", out / "ut.docx"),
    "template check": lambda _, fil, __: ("template", "check", fil),
    "update": lambda book, fil, _: ("build", book, "--update", fil),
    "import": lambda _, fil, out: ("import", fil, "-o", out / "ut.xlsx"),
}
"""The arguments of each command that reads a document: of a workbook, the file and a folder."""


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_or_strange_document_is_refused_with_a_sentence(
    name: str, use: str, workbook: MakeWorkbook, document: Path
) -> None:
    make, code, words = DAMAGED[name]
    make(document)
    before = document.read_bytes()
    ran = run_here(*USES[use](workbook(), document, document.parent))
    assert_refused(*ran, "fil.docx", code, words)
    assert document.read_bytes() == before
    assert list(document.parent.iterdir()) == [document]


def test_word_template_under_the_name_of_a_document_is_used(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = tmp_path / "mall.docx"
    shutil.copyfile(standard_template(), template)
    types = "[Content_Types].xml"
    patched(template, types, r"document\.main\+xml", "template.main+xml")
    made = build(workbook(), tmp_path / "ut.docx", template=template).document
    assert made
    assert lines(made) == lines(build(workbook(), tmp_path / "vanlig.docx").document or Path())


# ------------------------------------------------------------------ too much of it

TEXT = "<w:r><w:t>x</w:t></w:r>"
LINE = f"<w:p>{TEXT}</w:p>"
TAB = "&#9;"
ATTRIBUTES = "<w:p {}/>".format(" ".join(f'a{number}="1"' for number in range(100)))
CONTROL = ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")
FRAME = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")
COPY = '<w:sdt><w:sdtPr><w:tag w:val="lb:Aktivitet"/><w:id w:val="{}"/></w:sdtPr>{}</w:sdt>'
INSIDE = '_Balanslis_Aktivitet"/>'

FITS = 1_350_000
"""Fewer tags and attributes than a document may have: what comes is read, and must be cheap."""


def times(piece: str, marks: int = FITS) -> str:
    """Return a piece of XML again and again, until it has so many tags and attributes."""
    return piece * (marks // (piece.count("<") + piece.count("=")))


def nested(around: tuple[str, str], levels: int, inner: str) -> str:
    return around[0] * levels + inner + around[1] * levels


def in_body(path: Path, xml: str) -> None:
    """Put XML at the end of a document's body."""
    changed(path, lambda part: part.replace("<w:sectPr", f"{xml}<w:sectPr", 1))


def in_activity(path: Path, xml: str) -> None:
    """Put XML first into what the first activity's mark holds."""

    def change(part: str) -> str:
        at = part.index(INSIDE) + len(INSIDE)
        return part[:at] + xml + part[at:]

    changed(path, change)


def changed(path: Path, change: Callable[[str], str], part: str = MAIN) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    write_parts(path, parts | {part: change(parts[part].decode())})


def with_long_record(path: Path) -> None:
    """Add copies of a control to a document, and other controls to what it says was built."""
    in_body(path, "".join(COPY.format(n, "<w:sdtContent/>") for n in range(10**6, 10**6 + 150_000)))
    more = "".join(
        f" {number}:0:1.{number % 1000}:12345678:" for number in range(10**7, 10**7 + 3 * 10**5)
    )
    record = record_of(path)
    changed(path, lambda part: part.replace("</ns0:controls>", f"{more}</ns0:controls>"), record)


def record_of(path: Path) -> str:
    """Return the name of the part in which a document says what was built."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        return next(n for n in names if b"urn:lagesbild:built" in package.read(n)[:200])


MUCH: dict[str, Make] = {
    "empty paragraphs": lambda path: in_body(path, times("<w:p/>")),
    "empty runs": lambda path: in_body(path, f"<w:p>{times('<w:r/>')}</w:p>"),
    "tabs": lambda path: in_body(path, f"<w:p><w:r>{times('<w:tab/>')}</w:r></w:p>"),
    "attributes": lambda path: in_body(path, times(ATTRIBUTES)),
    "runs": lambda path: in_body(path, f"<w:p>{times(TEXT)}</w:p>"),
    "lines": lambda path: in_body(path, times(LINE)),
    "lines that fit": lambda path: in_body(path, LINE * 44_000),
    "lines deep in controls": lambda path: in_body(path, nested(CONTROL, 120, LINE * 44_000)),
    "lines deep in frames": lambda path: in_body(path, nested(FRAME, 80, LINE * 44_000)),
    "empty lines deep in frames": lambda path: in_body(path, nested(FRAME, 80, times("<w:p/>"))),
    "one long text": lambda path: in_body(
        path, f"<w:p><w:r><w:t>{'löfte' * 10**6}</w:t></w:r></w:p>"
    ),
    "one long word": lambda path: in_body(
        path, f"<w:p><w:r><w:t>{'medborgarlöfte' * 10**5}</w:t></w:r></w:p>"
    ),
    "runs in a value": lambda path: in_activity(path, times(TEXT)),
    "paragraphs in each other in a value": lambda path: in_activity(
        path, nested(("<w:p>", "</w:p>"), 220, times(TEXT))
    ),
    "bookmarks in a value": lambda path: in_activity(path, times("<w:bookmarkStart/>")),
    "copies of a control": with_long_record,
}
"""What makes a document of much that is little: either it is refused, or it is read in no time."""


IN_VALUES = (
    "runs in a value",
    "paragraphs in each other in a value",
    "bookmarks in a value",
    "copies of a control",
)
"""Those that a document is updated in; what stands beside the controls is not looked at then."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("use", "name"),
    [("update", n) for n in ("empty paragraphs", *IN_VALUES)]
    + [("import", n) for n in MUCH if n not in IN_VALUES],
)
def test_document_of_very_much_costs_little(
    name: str, use: str, workbook: MakeWorkbook, document: Path, tmp_path: Path
) -> None:
    MUCH[name](document)
    before = document.read_bytes()
    ran = run(tmp_path / "report", *USES[use](workbook(), document, document.parent))
    assert ran.is_cheap, ran
    if ran.status == 2:
        assert_refused(ran.status, ran.words, "fil.docx", "LB016", "vilket är för mycket")
        assert document.read_bytes() == before
        assert list(document.parent.iterdir()) == [document]
    else:
        assert ran.status == 0


def typed(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def typed_table(*rows: tuple[str, ...]) -> str:
    """Return a table with a cell for each text of each row."""
    cells = ("".join(f"<w:tc>{typed(text)}</w:tc>" for text in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


HEADINGS = ("Aktivitet", "Ansvar", "Status")
LIST = typed_table(HEADINGS, ("Vandra", "Polisen", "Grönt"))
NAME = typed("Granby").replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
HALF_BOLD = f"<w:p>{TEXT}<w:r><w:rPr><w:b/></w:rPr><w:t>{'x' * 20}</w:t></w:r></w:p>"
WIDE = f'<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr>{LINE}</w:tc>'
WIDE_ROW = f"<w:tr>{WIDE * 2}</w:tr>"
DATES = "".join(typed(f"{2000 + n % 90}-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(20_000))

MUCH_TYPED: dict[str, str] = {
    "introduction": LIST + typed("Inledning") + typed("a" * 95) * 44_000,
    "half-bold introduction": LIST + typed("Inledning") + HALF_BOLD * 20_000,
    "note under a name": LIST + typed("Allmänt") + NAME + typed("a" * 95) * 44_000,
    "half-bold note under a name": LIST + typed("Allmänt") + NAME + HALF_BOLD * 20_000,
    "tables after dates": DATES + typed_table(("Aktivitet", "Status"), ("a", "")) * 6_000,
    "one word again and again": LIST + typed(f"{'medborgarlöfte' * 70} 12") * 4_700,
    "a name without end": LIST + typed(f"Kommun: {'A' * 900}!"),
    "brackets without end": LIST + typed(f"Balanslista {'(' * 980}x") * 4_900,
    "lines without words": LIST + typed("Ordlista") + typed(f"a{' &#10;' * 30_000}1") * 80,
    "tabs in an owner": typed_table(HEADINGS, ("Vandra", f"x{TAB * 32_000}y", "Grönt")),
    "columns without texts": typed_table(HEADINGS)
    .replace("</w:tr>", f"{'<w:tc><w:p/></w:tc>' * 200}</w:tr>")
    .replace("</w:tbl>", f"{WIDE_ROW * 21_500}</w:tbl>"),
    "tables of wide cells": LIST + f"<w:tbl>{WIDE_ROW * 3}</w:tbl><w:p/>" * 7_200,
    "words in a status": typed_table(
        ("Aktivitet", "Status"), ("Vandra", "Grönt" + "!" * 4_900_000)
    ),
}
"""What a hand-typed document can hold much of: it is read, in no time."""


@pytest.mark.slow
@pytest.mark.parametrize("name", MUCH_TYPED)
def test_hand_typed_document_of_very_much_costs_little(name: str, tmp_path: Path) -> None:
    path = tmp_path / "gammal.docx"
    docx.Document().save(str(path))
    in_body(path, MUCH_TYPED[name])
    ran = run(tmp_path / "report", "import", path, "-o", tmp_path / "ny.xlsx")
    assert (ran.status, ran.is_cheap) == (0, True), ran


MERGED = "<w:tr><w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc><w:tc>{}</w:tc></w:tr>"


def test_long_text_that_is_merged_down_over_very_many_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "fil.docx"
    docx.Document().save(str(path))
    first = MERGED.format(' w:val="restart"', typed("ord " * 50_000), LINE)
    in_body(
        path,
        LIST.replace("</w:tbl>", f"{first}{MERGED.format('', '<w:p/>', LINE) * 2_000}</w:tbl>"),
    )
    ran = run(tmp_path / "report", "import", path, "-o", tmp_path / "ny.xlsx")
    assert_refused(ran.status, ran.words, "fil.docx", "LB016", "vilket är för mycket")
    assert ran.is_cheap, ran


VALUE = (
    '<w:sdt><w:sdtPr><w:tag w:val="lb:Rapport.Kommun"/></w:sdtPr><w:sdtContent>'
    "<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
)
FITS_IN_TEMPLATE = 380_000


def much_of_template(fits: int) -> dict[str, str]:
    """Return what makes a template of much that is little, so many tags and attributes of it."""
    empty = VALUE.replace("<w:t>x</w:t>", "")
    return {
        "controls in one line": f"<w:p>{times(VALUE, fits)}</w:p>",
        "controls without text in one line": f"<w:p>{times(empty, fits)}</w:p>",
        "controls in lines": times(f"<w:p>{VALUE}</w:p>", fits),
        "controls in each other": times(nested(CONTROL, 110, f"<w:p>{VALUE}</w:p>"), fits),
        "empty lines": times("<w:p/>", fits),
        "more than fits": times("<w:p/>", 450_000),
    }


MUCH_OF_TEMPLATE = much_of_template(FITS_IN_TEMPLATE)


@pytest.mark.slow
@pytest.mark.parametrize("name", MUCH_OF_TEMPLATE)
def test_template_of_very_much_costs_little(
    name: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = tmp_path / "fil.docx"
    template.write_bytes(standard_template().read_bytes())
    in_body(template, MUCH_OF_TEMPLATE[name])
    ran = run(tmp_path / "report", "build", workbook(), "--template", template)
    assert ran.is_cheap, ran
    if name == "more than fits":
        assert_refused(ran.status, ran.words, "fil.docx", "LB016", "vilket är för mycket")
    else:
        assert ran.status == 0, ran.words


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in MUCH_OF_TEMPLATE if name.startswith("controls")])
def test_thousands_of_new_controls_cost_little(
    name: str, workbook: MakeWorkbook, document: Path, tmp_path: Path
) -> None:
    template = tmp_path / "mall.docx"
    template.write_bytes(standard_template().read_bytes())
    few = much_of_template(FITS_IN_TEMPLATE * 2 // 5)  # as many as a document may have marks
    in_body(template, few[name].replace("Rapport.Kommun", "Rapport.Version"))
    build(workbook(), document, template=template)
    before = document.read_bytes()
    changed(
        document, lambda part: part.replace("Rapport.Version", "Rapport.Datum"), record_of(document)
    )
    ran = run(
        tmp_path / "report", "build", workbook(), "--update", document, "--template", template
    )
    assert (ran.status, ran.is_cheap) == (0, True), ran
    assert document.read_bytes() != before


def in_two_parts(path: Path) -> None:
    """Put into each of two parts what one alone may hold."""
    for name in (MAIN, "word/header1.xml"):
        changed(
            path, lambda part: part.replace("<w:p>", f"{times('<w:p/>', 1_200_000)}<w:p>", 1), name
        )


TOO_MUCH: dict[str, Make] = {
    "empty paragraphs": lambda path: in_body(path, times("<w:p/>", 3_000_000)),
    "runs": lambda path: in_body(path, f"<w:p>{times('<w:r/>', 3_000_000)}</w:p>"),
    "tabs": lambda path: in_body(path, f"<w:p><w:r>{times('<w:tab/>', 3_000_000)}</w:r></w:p>"),
    "attributes": lambda path: in_body(path, times(ATTRIBUTES, 3_000_000)),
    "several parts": in_two_parts,
}
"""What makes a document of more than may stand in memory."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("use", "name"), [("update", "several parts"), *(("import", name) for name in TOO_MUCH)]
)
def test_document_of_too_much_is_refused_with_the_rows_that_fit(
    name: str, use: str, workbook: MakeWorkbook, document: Path, tmp_path: Path
) -> None:
    TOO_MUCH[name](document)
    before = document.read_bytes()
    ran = run(tmp_path / "report", *USES[use](workbook(), document, document.parent))
    assert_refused(ran.status, ran.words, "fil.docx", "LB016", "vilket är för mycket")
    assert ran.is_cheap, ran
    assert "→ Ett dokument kan ha omkring 10 000 rader." in ran.words
    assert document.read_bytes() == before
    assert list(document.parent.iterdir()) == [document]


@pytest.mark.slow
def test_as_many_rows_are_updated_as_there_may_be_marks(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document = tmp_path / "fil.docx"
    for count in (3_900, 10_000):
        lagesbild = replace(LAGESBILD, activities=activities(count))
        nothing_new = extra_data_of([""] * count, "", "")
        merged = merge(standard_template(), lagesbild, nothing_new)
        document.write_bytes(merged.value.document)
        ran = run(tmp_path / "report", "build", workbook(), "--update", document)
        if count == 3_900:
            assert (ran.status, ran.is_cheap) == (0, True)
            assert [line for line in lines(document) if line.startswith("Vandra\t")]
        else:
            assert_refused(ran.status, ran.words, "fil.docx", "LB523", "har så många värden")
            assert ran.seconds < 3


def test_controls_that_were_pasted_are_known_by_text_before_any_is_guessed(
    workbook: MakeWorkbook, document: Path
) -> None:
    numbers = iter(range(10**6, 10**6 + 10**4))

    def with_other_ids(part: str) -> str:
        renewed = re.sub(r'(<w:id w:val=")\d+', lambda found: f"{found[1]}{next(numbers)}", part)
        return renewed.replace(">Vandra<", ">Gå<")

    changed(document, with_other_ids)
    outcome = update(workbook(), document)
    assert [f.rule.code for f in outcome.findings if f.rule.code == "LB514"] == ["LB514"]
    assert "Vandra\tKommunen\tGrönt\tKlart." in lines(document)
