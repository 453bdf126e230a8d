"""A table of contents lists the headings of the document that is built, and nothing else."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.conftest import MakeWorkbook
from tests.test_document import VALIDATOR, sdk_errors
from tests.wordfields import (
    W,
    bookmark,
    bookmarked,
    built,
    code,
    contents,
    entries,
    field,
    lines,
    mark,
    part,
    said,
    simple,
)
from tools.wordml import BREAK, NAMESPACES, TAB, paragraph, repeat, text, value

PLACES = repeat(
    "Orter",
    paragraph("Rubrik2", text("Läget i "), value("Ort")),
    paragraph("Normal", value("Lägesbild", "Inget rapporterat")),
)
HEADINGS = (paragraph("Rubrik1", text("Orter")), PLACES, paragraph("Rubrik1", text("Ordlista")))
ENTRIES = [
    ("TOC1", "Orter"),
    ("TOC2", "Läget i Granby"),
    ("TOC2", "Läget i Västerås-Barkarö"),
    ("TOC1", "Ordlista"),
]
TOC = r'TOC \o "1-3" \h \z \u'


def listed(document: Path) -> list[tuple[str, str]]:
    return [(style, words.strip()) for style, words, _ in entries(document)]


def test_it_has_an_entry_with_a_link_for_each_heading(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    old = field(r"PAGEREF _Toc1 \h", "7")
    document, _ = built(workbook, tmp_path, contents(TOC, text("[Ort]") + TAB + old), *HEADINGS)
    assert listed(document) == ENTRIES
    for _, words, target in entries(document):
        assert bookmarked(document, target) == words.strip()
    assert "[Ort]" not in "".join(lines(document))


def test_no_page_has_a_number_and_one_sentence_says_how_to_get_them(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    old = field(r"PAGEREF _Toc1 \h", "7")
    document, findings = built(
        workbook, tmp_path, contents(TOC, text("[Ort]") + TAB + old), *HEADINGS
    )
    assert [words[-1] for _, words, _ in entries(document)] == ["\t"] * len(ENTRIES)
    assert [(f.rule.code, f.message, f.hint) for f in findings] == [
        (
            "LB560",
            "Sidnumren i innehållsförteckningen och i hänvisningar till sidor är inte ifyllda.",
            (
                "Öppna dokumentet i Word, markera allt (Ctrl+A) och tryck på F9, eller bygg med"
                " --pdf i kommandot."
            ),
        )
    ]


def test_the_first_heading_stays_where_the_field_ends_in_it(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    begun = paragraph("Normal", mark("begin"), code(TOC), mark("separate"), text("gammalt"))
    blocks = (
        begun,
        paragraph("Rubrik1", mark("end"), text("Orter")),
        PLACES,
        paragraph("Rubrik1", text("Ordlista")),
    )
    document, _ = built(workbook, tmp_path, *blocks)
    assert listed(document) == ENTRIES
    assert bookmarked(document, next(entries(document))[2]) == "Orter"
    assert lines(document)[5:7] == ["Orter", "Läget i Granby"]


END_WITH_ENTRY = paragraph(
    "Normal", mark("begin"), code(TOC), mark("separate"), text("a")
) + paragraph("Normal", text("b"), mark("end"))
IN_ONE_LINE = paragraph(
    "Normal", mark("begin"), code(TOC), mark("separate"), text("inga"), mark("end"), text("Sist")
)
WITHOUT_RESULT = paragraph("Normal", mark("begin"), code(TOC), mark("end"))
IN_ONE_RUN = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/>'
    f'<w:instrText xml:space="preserve"> {TOC} </w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t>x</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


@pytest.mark.parametrize(
    ("block", "left"),
    [
        (END_WITH_ENTRY, []),
        (IN_ONE_LINE, ["Sist"]),
        (WITHOUT_RESULT, []),
        (IN_ONE_RUN, []),
        (paragraph("Normal", simple(TOC)), []),
        (paragraph("Normal", text("Innehåll"), field(TOC)), ["Innehåll"]),
    ],
)
def test_it_is_written_however_a_program_has_stored_it(
    block: str, left: list[str], workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document, _ = built(workbook, tmp_path, block, *HEADINGS)
    assert listed(document) == ENTRIES
    said_there = [words + "\t" for _, words in ENTRIES]
    others = [line for line in lines(document) if line not in said_there]
    assert others[1:] == [
        *left, "Orter", "Läget i Granby", "Lugnt.", "Läget i Västerås-Barkarö",
        "Inget rapporterat", "Ordlista",
    ]  # fmt: skip
    kinds = [each.get(f"{W}fldCharType") for each in part(document).iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_entries_look_as_those_that_they_replace(workbook: MakeWorkbook, tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Innehll2"><w:name w:val="toc 2"/></w:style>'
    look = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="7000"/></w:tabs><w:ind w:left="99"/>'
    number = field(r"PAGEREF _Toc1 \h", "7")
    old = f'<w:p><w:pPr><w:pStyle w:val="Innehll2"/>{look}</w:pPr>'
    begun = old + mark("begin") + code(TOC) + mark("separate") + text("gammalt", "Stark") + TAB
    block = f"{begun}{number}</w:p><w:p>{mark('end')}</w:p>"
    mould_parts = {"styles": with_styles(styles)}
    document, _ = built(workbook, tmp_path, block, *HEADINGS, **mould_parts)
    paragraphs = list(part(document).iter(f"{W}p"))
    (granby,) = (p for p in paragraphs if said(p) == "Läget i Granby\t")
    properties = granby.find(f"{W}pPr")
    assert [child.tag.rpartition("}")[2] for child in properties] == ["pStyle", "tabs", "ind"]
    assert granby.find(f".//{W}rStyle").get(f"{W}val") == "Stark"
    first = next(p for p in paragraphs if said(p) == "Orter\t")
    assert first.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "TOC1"
    assert first.find(f".//{W}tab[@{W}pos]").get(f"{W}pos") == "7000"


def with_styles(more: str) -> str:
    from tools import profile  # noqa: PLC0415

    return profile.styles(9638, more)


OWN_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Bilaga"><w:name w:val="Bilaga"/>'
    '<w:basedOn w:val="Rubrik1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ruta"><w:name w:val="Ruta"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Niva"><w:name w:val="Nivå"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
)
OUTLINED = '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Disponerad</w:t></w:r></w:p>'
KINDS = (
    paragraph("Rubrik1", text("Ett")),
    paragraph("Rubrik3", text("Tre")),
    paragraph("Bilaga", text("Bilaga A")),
    paragraph("Ruta", text("Ruta")),
    paragraph("Niva", text("Nivå")),
    OUTLINED,
    paragraph("Rubrik1", text(" ")),
)


@pytest.mark.parametrize(
    ("switches", "wanted"),
    [
        (r'\o "1-2" \h', ["1 Ett", "1 Bilaga A"]),
        (r'\o "1-3" \h', ["1 Ett", "3 Tre", "1 Bilaga A"]),
        (r'\o "1-3" \u \h', ["1 Ett", "3 Tre", "1 Bilaga A", "2 Nivå", "3 Disponerad"]),
        (r'\h \t "Ruta;2;Rubrik 3;1"', ["1 Tre", "2 Ruta"]),
        (r'\h \t "Ruta,2,Bilaga,4"', ["4 Bilaga A", "2 Ruta"]),
        (r"\h", ["1 Ett", "3 Tre", "1 Bilaga A"]),
    ],
)
def test_switches_say_what_is_listed(
    switches: str, wanted: list[str], workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block = contents(f"TOC {switches}")
    document, _ = built(workbook, tmp_path, block, *KINDS, styles=with_styles(OWN_STYLES))
    assert [f"{style[-1]} {words.strip()}" for style, words, _ in entries(document)] == wanted


def test_levels_without_page_numbers_and_what_stands_before_them(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block = contents(r'TOC \o "1-3" \h \n "3-3" \p " – "')
    document, _ = built(workbook, tmp_path, block, *KINDS, styles=with_styles(OWN_STYLES))
    assert [words for _, words, _ in entries(document)] == ["Ett – ", "Tre", "Bilaga A – "]


NUMBERING = (
    f"<w:numbering {NAMESPACES}>"
    '<w:abstractNum w:abstractNumId="5"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="9"><w:abstractNumId w:val="5"/></w:num></w:numbering>'
)


def numbered(level: int, *runs: str) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="9"/></w:numPr>'
    properties = f'<w:pPr><w:pStyle w:val="Rubrik{level + 1}"/>{listed}</w:pPr>'
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def test_a_numbered_heading_has_its_number(workbook: MakeWorkbook, tmp_path: Path) -> None:
    blocks = (
        contents(TOC),
        numbered(0, text("Inledning")),
        numbered(0, text("Orter")),
        repeat("Orter", numbered(1, value("Ort"))),
    )
    document, _ = built(workbook, tmp_path, *blocks, numbering=NUMBERING)
    assert listed(document) == [
        ("TOC1", "I.\tInledning"),
        ("TOC1", "II.\tOrter"),
        ("TOC2", "2.1\tGranby"),
        ("TOC2", "2.2\tVästerås-Barkarö"),
    ]


def test_line_breaks_and_tabs_become_spaces_and_raised_figures_stay_raised(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>6</w:t></w:r>'
    heading = paragraph("Rubrik1", text("Över"), BREAK, text("10"), raised, TAB, text("gånger "))
    document, _ = built(workbook, tmp_path, contents(TOC), heading)
    assert listed(document) == [("TOC1", "Över 106 gånger")]
    link = part(document).find(f".//{W}hyperlink")
    assert link.find(f".//{W}vertAlign").get(f"{W}val") == "superscript"


def test_the_same_heading_keeps_its_bookmark(workbook: MakeWorkbook, tmp_path: Path) -> None:
    heading = paragraph("Rubrik1", bookmark("_Toc5", text("Orter")))
    document, _ = built(workbook, tmp_path, contents(TOC), heading, paragraph("Rubrik1", text("X")))
    assert [target for _, _, target in entries(document)] == ["_Toc5", "_Toc100000001"]


def test_a_bookmark_that_begins_among_the_entries_stays(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    start = '<w:bookmarkStart w:id="80" w:name="Allt"/>'
    end = paragraph("Normal", text("slut"), '<w:bookmarkEnd w:id="80"/>')
    document, _ = built(workbook, tmp_path, contents(TOC, start + text("a")), *HEADINGS, end)
    marks = [m.get(f"{W}id") for m in part(document).iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]
    assert marks.count("80") == 2


SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
SPANNING = (
    paragraph("Normal", mark("begin"), code(TOC), mark("separate"), text("gammalt"))
    + f"<w:sdt><w:sdtContent><w:p>{mark('end')}</w:p></w:sdtContent></w:sdt>"
)
LEFT = {
    "captions": (contents(r'TOC \h \z \c "Figur"'), "Förteckningen över Figur"),
    "a part": (contents(r'TOC \o "1-3" \b Del'), "Innehållsförteckningen"),
    "a section break": (
        contents(TOC).replace(f"<w:p>{mark('end')}", f"{SECTION}<w:p>{mark('end')}"),
        "Innehållsförteckningen",
    ),
    "several containers": (SPANNING, "Innehållsförteckningen"),
    "marked texts": (
        contents(r'TOC \o "1-3" \f') + paragraph("Normal", simple('TC "Post"', "")),
        "Innehållsförteckningen",
    ),
    "a value": (contents(TOC, value("Rapport.Kommun")), "Innehållsförteckningen"),
}


@pytest.mark.parametrize("name", LEFT)
def test_one_that_cannot_be_written_stays_and_is_told(
    name: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block, what = LEFT[name]
    document, findings = built(workbook, tmp_path, block, *HEADINGS)
    assert {"gammalt", "Granby kommun"} & set(lines(document))
    assert not list(entries(document))
    (left,) = (f for f in findings if f.rule.code == "LB561")
    assert left.message == (
        f"{what} står som i mallen, för programmet kan inte räkna ut vad som ska stå där."
    )


def test_marks_of_what_is_not_there_keep_nothing_as_it_was(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    document, findings = built(workbook, tmp_path, contents(r'TOC \o "1-3" \h \f'), *HEADINGS)
    assert listed(document) == ENTRIES
    assert [f.rule.code for f in findings] == ["LB560"]


def test_nothing_asks_the_reader_and_the_bytes_are_the_same(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    block = contents(TOC).replace('"begin"', '"begin" w:dirty="true"')
    settings = f'<w:settings {NAMESPACES}><w:updateFields w:val="true"/></w:settings>'
    book = workbook()
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        document, _ = built(lambda: book, tmp_path / name, block, *HEADINGS, settings=settings)
        made.append(document.read_bytes())
        with zipfile.ZipFile(document) as package:
            whole = b"".join(package.read(each) for each in package.namelist())
        assert b"w:dirty" not in whole
        assert b"updateFields" not in whole
    assert made[0] == made[1]


@pytest.mark.skipif(not VALIDATOR.exists(), reason="the Open XML SDK validator is not installed")
def test_open_xml_sdk_finds_no_fault(workbook: MakeWorkbook, tmp_path: Path) -> None:
    document, _ = built(workbook, tmp_path, contents(TOC), *HEADINGS, *KINDS[:2])
    assert sdk_errors(document) == []
