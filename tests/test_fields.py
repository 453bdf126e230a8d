"""What fields show in a built document is right without being computed anew."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from lagesbild_xlsx import build
from lagesbild_xlsx.pipeline import update
from lagesbild_xlsx.word.fields.found import FieldCode, parsed
from lagesbild_xlsx.word.fields.numerals import letters, roman, written_in_field
from tests.conftest import MakeWorkbook
from tests.templates import told_of_template, write_template
from tests.test_contents import numbered
from tests.test_reader import patched
from tests.wordfields import (
    TITLE,
    W,
    bookmark,
    built,
    code,
    contents,
    entries,
    field,
    lines,
    mark,
    part,
    simple,
)
from tools.wordml import NAMESPACES, only_if, paragraph, repeat, text, value

KOMMUN = paragraph("Normal", text("I "), bookmark("Kommunen", value("Rapport.Kommun")))


def line(*runs: str) -> str:
    return paragraph("Normal", *runs)


class Case(NamedTuple):
    """Blocks of a template, and the lines of the document after its title."""

    blocks: tuple[str, ...]
    said: list[str]


CASES = {
    "the text of a bookmark": Case(
        (KOMMUN, line(text("Se "), field(r"REF Kommunen \h"))),
        ["I Granby kommun", "Se Granby kommun"],
    ),
    "in a simple field, whatever its case": Case(
        (KOMMUN, line(text("Se "), simple(r"REF kommunen \* MERGEFORMAT"))),
        ["I Granby kommun", "Se Granby kommun"],
    ),
    "in capitals": Case(
        (KOMMUN, line(field(r"REF Kommunen \* Upper"))), ["I Granby kommun", "GRANBY KOMMUN"]
    ),
    "a reference to a reference": Case(
        (line(field("REF B")), line(bookmark("B", field("REF Kommunen"), number=71)), KOMMUN),
        ["Granby kommun", "Granby kommun", "I Granby kommun"],
    ),
    "a whole paragraph": Case(
        (bookmark("Stycke", line(text("Hela."))), line(field("REF Stycke"))), ["Hela.", "Hela."]
    ),
    "numbers of captions": Case(
        (
            repeat(
                "Orter", line(text("Tabell "), field("SEQ Tabell", "9"), text(" "), value("Ort"))
            ),
            line(text("Figur "), field(r"SEQ Figur \* ALPHABETIC")),
            line(text("Tabell "), field(r"SEQ tabell \* roman")),
        ),
        ["Tabell 1 Granby", "Tabell 2 Västerås-Barkarö", "Figur A", "Tabell iii"],
    ),
    "numbers that begin anew, stand still and are hidden": Case(
        (
            line(field(r"SEQ A \r 5"), text(" "), field(r"SEQ A \c"), text(" "), field("SEQ A")),
            line(field(r"SEQ A \h"), text("dold "), field(r"SEQ A \n")),
        ),
        ["5 5 6", "dold 8"],
    ),
    "numbers under headings": Case(
        (
            paragraph("Rubrik1", text("Ett")),
            line(field(r"SEQ T \s 1"), text(" "), field(r"SEQ T \s 1")),
            paragraph("Rubrik1", text("Två")),
            line(field(r"SEQ T \s 1")),
        ),
        ["Ett", "1 2", "Två", "1"],
    ),
    "the nearest heading": Case(
        (
            line(field('STYLEREF "Rubrik 1"')),
            paragraph("Rubrik1", text("Ett")),
            line(field("STYLEREF 1"), text(" "), field('STYLEREF "heading 1"')),
            paragraph("Rubrik1", text("Två")),
            line(field('STYLEREF "Rubrik 1"')),
        ),
        ["Ett", "Ett", "Ett Ett", "Två", "Två"],
    ),
    "properties": Case(
        (
            line(field("TITLE")),
            line(field("SUBJECT"), text(", "), field("DOCPROPERTY subject")),
            line(field("AUTHOR"), text(", "), field("DOCPROPERTY Handläggare")),
            line(field(r"DOCVARIABLE enhet \* Upper")),
            line(field("DOCPROPERTY Okänd")),
            line(field(r'DOCPROPERTY Klart \@ "yyyy"')),
        ),
        [
            "Lägesbild för Granby kommun",
            "Trygghet, Trygghet",
            "Granby kommun, Eva",
            "TRYGGHET",
            "gammalt",
            "gammalt",
        ],
    ),
    "locked fields and other kinds as they are": Case(
        (
            KOMMUN,
            line(field("REF Kommunen").replace('"begin"', '"begin" w:fldLock="1"')),
            line(field("FILENAME")),
        ),
        ["I Granby kommun", "gammalt", "gammalt"],
    ),
}
SETTINGS = (
    f'<w:settings {NAMESPACES}><w:docVars><w:docVar w:name="Enhet" w:val="Trygghet"/>'
    '<w:docVar w:name="Hemlig" w:val="Sparas ej"/></w:docVars></w:settings>'
)
CORE = (
    '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
    "<dc:subject>Trygghet</dc:subject><cp:keywords>brott</cp:keywords></cp:coreProperties>"
)
FORMAT_ID = 'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
LABEL = "MSIP_Label_762f7d00-dfe4-4a8e-8651-3fd595918927_Name"
CUSTOM = (
    f'<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">'
    + "".join(
        f'<property {FORMAT_ID} pid="{number}" name="{name}"><vt:lpwstr>{words}</vt:lpwstr>'
        "</property>"
        for number, (name, words) in enumerate(
            [("Handläggare", "Eva"), (LABEL, "Intern"), ("Ärende", "7")], 2
        )
    )
    + "</Properties>"
)


def mould_of(folder: Path, *blocks: str, **parts: str) -> Path:
    """Write a template with properties and variables of its own."""
    path = write_template(
        folder / "mall.docx", TITLE, *blocks, settings=SETTINGS, core=CORE, **parts
    )
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("docProps/custom.xml", CUSTOM)
        package.writestr("docMetadata/LabelInfo.xml", "<labelList/>")
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    types = f'<Override PartName="/docProps/custom.xml" ContentType="{kind}"/></Types>'
    patched(path, "[Content_Types].xml", "</Types>", types)
    related = f'<Relationship Id="rId9" Type="{OFFICE}/relationships/custom-properties"'
    at = "</Relationships>"
    return patched(path, "_rels/.rels", at, f'{related} Target="docProps/custom.xml"/>{at}')


@pytest.mark.parametrize("name", CASES)
def test_field_says(name: str, workbook: MakeWorkbook, tmp_path: Path) -> None:
    mould = mould_of(tmp_path, *CASES[name].blocks)
    outcome = build(workbook(), output=tmp_path / "ut.docx", template=mould)
    assert lines(tmp_path / "ut.docx")[1:] == CASES[name].said
    assert {f.rule.code for f in told_of_template(outcome)} <= {"LB562"}


LIST = (
    f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="5">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="Kapitel %1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="9"><w:abstractNumId w:val="5"/></w:num></w:numbering>'
)


def test_numbers_of_paragraphs_are_those_of_their_lists(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    numbering = LIST.replace("Kapitel %1.", "%1.")
    blocks = (
        numbered(0, text("Ett")),
        numbered(1, bookmark("Y", text("a"))),
        numbered(0, bookmark("Z", text("Två"), number=72)),
        numbered(1, text("a")),
        numbered(1, bookmark("X", text("b"), number=71)),
        *(numbered(1, field(each)) for each in (r"REF X \n", r"REF X \r", r"REF X \w")),
        *(numbered(1, field(each)) for each in (r"REF Y \r", r"REF Y \w", r"REF Z \n")),
    )
    document, _ = built(workbook, tmp_path, *blocks, numbering=numbering)
    assert lines(document)[-6:] == ["(b)", "(b)", "2(b)", "1(a)", "1(a)", "2"]


def test_a_number_without_words_and_of_a_paragraph_without_one(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    blocks = (
        numbered(0, bookmark("Z", text("Ett"))),
        line(bookmark("U", text("utan"), number=71)),
        line(field(r"REF Z \n"), text(" "), field(r"REF Z \n \t"), text(" "), field(r"REF U \r")),
    )
    document, _ = built(workbook, tmp_path, *blocks, numbering=LIST)
    assert lines(document)[-1] == "Kapitel 1 1 0"


def test_fields_of_headers_and_footers_are_made_right_too(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    header = f"<w:hdr {NAMESPACES}>{line(field('STYLEREF Rubrik'))}</w:hdr>"
    footer = f"<w:ftr {NAMESPACES}>{line(simple('TITLE'), field('REF Kommunen'))}</w:ftr>"
    parts = {"header1": header, "footer1": footer}
    document, _ = built(workbook, tmp_path, KOMMUN, **parts)
    title = "Lägesbild för Granby kommun"
    assert lines(document, "word/header1.xml") == [title]
    assert lines(document, "word/footer1.xml") == [f"{title}Granby kommun"]


def test_a_result_keeps_its_format(workbook: MakeWorkbook, tmp_path: Path) -> None:
    bold = field("REF Kommunen", properties="<w:rPr><w:b/></w:rPr>")
    document, _ = built(workbook, tmp_path, KOMMUN, line(bold))
    (run,) = (r for r in part(document).iter(f"{W}r") if r.find(f"{W}rPr/{W}b") is not None)
    assert run.findtext(f"{W}t") == "Granby kommun"


def test_what_is_shown_twice_for_older_programs_is_the_same(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{line(text('Figur '), field('SEQ Figur'))}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice Requires="wps">{box}'
        f"</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document, _ = built(workbook, tmp_path, KOMMUN, line(both), line(field("SEQ Figur")))
    shown = [each for each in lines(document) if each.startswith("Figur")]
    assert shown == ["Figur 1Figur 1", "Figur 1", "Figur 1"]  # around them, and each
    assert lines(document)[-1] == "2"


def test_a_reference_over_several_lines_stays(workbook: MakeWorkbook, tmp_path: Path) -> None:
    spread = line(mark("begin"), code("REF Kommunen"), mark("separate"), text("ett"))
    document, findings = built(workbook, tmp_path, KOMMUN, spread, line(text("två"), mark("end")))
    assert lines(document)[-2:] == ["ett", "två"]
    assert [f.message.partition(" står")[0] for f in findings] == [
        "Hänvisningen till bokmärket ”Kommunen”"
    ]


GONE = only_if("Rapport.Diarienummer", line(bookmark("Dnr", value("Rapport.Diarienummer"))))


@pytest.mark.parametrize("kind", ["REF", "PAGEREF"])
def test_a_reference_to_what_has_gone_is_told(
    kind: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document, findings = built(workbook, tmp_path, KOMMUN, GONE, line(field(f"{kind} Dnr")))
    assert lines(document)[-1] == "gammalt"
    (left,) = findings
    assert left.rule.code == "LB561"
    assert left.message == (
        "Hänvisningen till bokmärket ”Dnr” står som i mallen, för programmet kan inte räkna ut vad"
        " som ska stå där."
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (r"REF Kommunen \p", ["LB561"]),
        (r"REF Fast \p", []),
        (r"REF Ingen \h", []),
        (r"NOTEREF Fast", []),
        (r"SEQ A \* Ordinal", []),
    ],
)
def test_what_is_not_known_is_told_where_it_has_changed(
    words: str, told: list[str], workbook: MakeWorkbook, tmp_path: Path
) -> None:
    fast = line(bookmark("Fast", text("samma"), number=71))
    document, findings = built(workbook, tmp_path, KOMMUN, fast, line(field(words)))
    assert lines(document)[-1] == "gammalt"
    assert [f.rule.code for f in findings] == told


def test_a_field_in_what_a_value_says_stays(workbook: MakeWorkbook, tmp_path: Path) -> None:
    held = value("Rapport.Diarienummer", "x").replace("<w:r><w:t", f"{field('TITLE')}<w:r><w:t")
    document, _ = built(workbook, tmp_path, KOMMUN, line(held))
    assert lines(document)[-1] == "gammaltx"


def test_a_control_that_shows_a_property_shows_it(workbook: MakeWorkbook, tmp_path: Path) -> None:
    bound = (
        '<w:sdt><w:sdtPr><w:alias w:val="Ämne"/><w:dataBinding w:prefixMappings=""'
        ' w:xpath="/ns1:coreProperties[1]/ns0:{}[1]" w:storeItemID="{{1}}"/><w:text/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>gammalt</w:t></w:r></w:sdtContent></w:sdt>"
    )
    mould = mould_of(tmp_path, line(bound.format("subject")), line(bound.format("title")), KOMMUN)
    build(workbook(), output=tmp_path / "ut.docx", template=mould)
    assert lines(tmp_path / "ut.docx")[1:3] == ["Trygghet", "Lägesbild för Granby kommun"]


def test_what_a_field_shows_is_kept_and_what_is_left_out_is_told(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    shown = line(field("SUBJECT"), field("DOCPROPERTY Handläggare"), field("DOCVARIABLE Enhet"))
    mould = mould_of(tmp_path, KOMMUN, shown)
    outcome = build(workbook(), output=tmp_path / "ut.docx", template=mould)
    with zipfile.ZipFile(tmp_path / "ut.docx") as package:
        whole = {name: package.read(name).decode() for name in package.namelist()}
    for kept in ("<dc:subject>Trygghet", "Handläggare", "Eva", LABEL, 'w:name="Enhet"'):
        assert any(kept in each for each in whole.values()), kept
    for left in ("keywords", "Ärende", "Hemlig", "Sparas ej"):
        assert not any(left in each for each in whole.values()), left
    assert "docMetadata/LabelInfo.xml" in whole
    (told,) = told_of_template(outcome)
    assert told.rule.code == "LB562"
    assert told.message == (
        "Av det som är sparat i mallen är ”Hemlig”, ”Nyckelord” och ”Ärende” inte med i dokumentet,"
        " för inget fält visar det."
    )


def test_the_subject_of_our_former_templates_is_not_missed(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    template = mould_of(tmp_path, KOMMUN)
    with zipfile.ZipFile(template) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    former = "Kommunens och Polisens gemensamma lägesbild"
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"Trygghet", former.encode())
    with zipfile.ZipFile(template, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    outcome = build(workbook(), output=tmp_path / "ut.docx", template=template)
    (told,) = told_of_template(outcome)
    assert "Nyckelord" in told.message
    assert "Ämne" not in told.message
    with zipfile.ZipFile(tmp_path / "ut.docx") as package:
        assert former not in package.read("docProps/core.xml").decode()


def test_page_numbers_in_the_text_are_left_out_where_nothing_is_drawn(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    pages = line(text("Sida "), field("PAGEREF Kommunen"), text(" av "), field("NUMPAGES"))
    footer = f"<w:ftr {NAMESPACES}>{line(field('NUMPAGES', '3'))}</w:ftr>"
    document, findings = built(workbook, tmp_path, KOMMUN, pages, footer1=footer)
    assert lines(document)[-1] == "Sida – av –"
    assert lines(document, "word/footer1.xml") == ["3"]
    assert [f.rule.code for f in findings] == ["LB560"]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (r' TOC \o "1-3" \h', FieldCode("TOC", (), {"o": "1-3", "h": ""})),
        (r"ref _Ref1\h\* MERGEFORMAT", FieldCode("REF", ("_Ref1",), {"h": ""}, ("MERGEFORMAT",))),
        (
            r'SEQ "Min figur" \*Arabic \s 1',
            FieldCode("SEQ", ("Min figur",), {"s": "1"}, ("Arabic",)),
        ),
        (r'DOCPROPERTY "A \"B\""', FieldCode("DOCPROPERTY", ('A "B"',))),
        ("STYLEREF “Rubrik 1”", FieldCode("STYLEREF", ("Rubrik 1",))),
        (r"TOC \n \h \z", FieldCode("TOC", (), {"n": "", "h": "", "z": ""})),
        (r"\h x", FieldCode("")),
        ("", FieldCode("")),
    ],
)
def test_code_is_taken_apart(words: str, wanted: FieldCode) -> None:
    assert parsed(words) == wanted


def test_numbers_are_written_as_word_writes_them() -> None:
    assert [roman(n) for n in (1, 4, 9, 40, 1994)] == ["I", "IV", "IX", "XL", "MCMXCIV"]
    assert [letters(n) for n in (1, 26, 27, 53)] == ["A", "Z", "AA", "AAA"]
    assert [written_in_field(4, (each,)) for each in ("ROMAN", "roman", "Ordinal")] == [
        "IV", "iv", None,
    ]  # fmt: skip


def test_an_update_brings_fields_up_to_date_too(workbook: MakeWorkbook, tmp_path: Path) -> None:
    blocks = (contents(r'TOC \o "1-3" \h'), repeat("Orter", paragraph("Rubrik1", value("Ort"))))
    template = write_template(tmp_path / "mall.docx", TITLE, *blocks)
    document = build(workbook(), output=tmp_path / "ut.docx", template=template).document
    assert document
    places = [{"Ort": "Nyköping", "Lägesbild": "Lugnt."}, {"Ort": "Oxelösund", "Lägesbild": None}]
    book = workbook(Orter=places)
    outcome = update(book, document, template)
    assert [f.rule.code for f in told_of_template(outcome)] == ["LB560"]
    assert [words for _, words, _ in entries(document)] == ["Nyköping\t", "Oxelösund\t"]


def test_a_bookmark_in_a_repeat_stays_in_the_first_copy(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    place = paragraph("Normal", bookmark("Orten", value("Ort")))
    inner = repeat("Balanslista", line(bookmark("I", text("inre"), number=71), value("Aktivitet")))
    blocks = (line(text("Se "), field("REF Orten")), repeat("Orter", place, inner))
    document, findings = built(workbook, tmp_path, *blocks)
    assert findings == ()
    assert lines(document)[1:4] == ["Se Granby", "Granby", "inreVandra"]
    marks = [part(document).iter(f"{W}{end}") for end in ("bookmarkStart", "bookmarkEnd")]
    theirs = [[n for mark in each if (n := mark.get(f"{W}id")) in ("70", "71")] for each in marks]
    assert theirs == [["70", "71"]] * 2
