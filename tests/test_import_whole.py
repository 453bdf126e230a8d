"""Nothing that a typed document says is lost when it becomes a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lagesbild_xlsx.pipeline import Outcome, import_document
from lagesbild_xlsx.places import FormattedText, Run, runs_of
from lagesbild_xlsx.word.reading.numbering import BULLET, typed_labels
from lagesbild_xlsx.word.reading.texts import in_pieces

NAMES = nsdecls("w", "r", "m", "wp", "a")
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
HEADINGS = ("Aktivitet", "Ansvar", "Status", "Kommentar")

Edit = Callable[[Any], None]


class Imported:
    """A small document, read: what is said of it, and what stands in the workbook."""

    def __init__(self, folder: Path, edit: Edit) -> None:
        document = docx.Document()
        edit(document)
        document.save(str(folder / "gammal.docx"))
        (folder / "ny.xlsx").unlink(missing_ok=True)
        self.outcome: Outcome = import_document(folder / "gammal.docx", folder / "ny.xlsx")
        self.book = openpyxl.load_workbook(folder / "ny.xlsx", rich_text=True)

    @property
    def codes(self) -> set[str]:
        return {finding.rule.code for finding in self.outcome.findings}

    def rows(self, sheet: str) -> list[tuple[str, ...]]:
        if sheet not in self.book.sheetnames:
            return []
        rows = self.book[sheet].iter_rows(values_only=True)
        return [tuple("" if value is None else str(value) for value in row) for row in rows]

    @property
    def unplaced(self) -> list[str]:
        return [row[0] for row in self.rows("Ej placerat")[1:]]

    @property
    def said(self) -> str:
        cells = [text for name in self.book.sheetnames for row in self.rows(name) for text in row]
        return "\n".join([*cells, *(finding.message for finding in self.outcome.findings)])


def balance(document: Any, *rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> Any:
    """Add a balance list, and return its table."""
    table = document.add_table(len(rows) + 1, len(headings))
    for row, texts in zip(table.rows, (headings, *rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return table


def comment_with(xml: str) -> Edit:
    """Return an edit that puts XML after the text of a comment of the balance list."""

    def edit(document: Any) -> None:
        table = balance(document, ("Vandra", "Polisen", "Gult", "Snart"))
        paragraph = table.cell(1, 3).paragraphs[0]._p  # noqa: SLF001
        paragraph.extend(parse_xml(f"<w:p {NAMES} {W14}>{xml}</w:p>"))

    return edit


def choice(text: str, *, result: int) -> str:
    """Return a drop-down form field of the old kind."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>'
        f'<w:result w:val="{result}"/><w:listEntry w:val="Rött"/><w:listEntry w:val="{text}"/>'
        "</w:ddList></w:ffData></w:fldChar></w:r>"
        "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


BOX = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/>'
    '</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
PLACEHOLDER = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Klicka här</w:t></w:r>"
    "</w:sdtContent></w:sdt>"
)
TICK = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>"
)
EMOJI = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
    '2006"><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="http://schemas.microsoft.com/'
    'office/word/2015/wordml/symex" w16se:char="1F7E2"/></mc:Choice><mc:Fallback><w:t>🟢</w:t>'
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
FRACTION = (
    "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den>"
    "</m:f></m:oMath>"
)
RUBY = (
    "<w:r><w:ruby><w:rt><w:r><w:t>över</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>under</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "Snart✓"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "Snart≥"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>ü</w:t></w:r>', "Snart✓"),
        (choice("Gult", result=1), "SnartGult"),
        (BOX, "Snart☒"),
        (TICK, "Snart☒"),
        (PLACEHOLDER, "Snart"),
        (EMOJI, "Snart🟢"),
        (FRACTION, "Snart(a+b)/c"),
        (RUBY, "Snartunder (över)"),
    ],
)
def test_what_word_shows_in_a_cell_stands_in_the_workbook(
    xml: str, text: str, tmp_path: Path
) -> None:
    read = Imported(tmp_path, comment_with(xml))
    assert read.rows("Balanslista")[1] == ("Vandra", "Polisen", "Gult", text)


def test_symbol_that_no_letter_looks_like_is_told_at_its_cell(tmp_path: Path) -> None:
    sym = '<w:r><w:sym w:font="Egen" w:char="F0B3"/></w:r>'
    read = Imported(tmp_path, comment_with(sym))
    assert "LB589" in read.codes
    [found] = [f for f in read.outcome.findings if f.rule.code == "LB589"]
    assert (str(found.place), read.rows("Balanslista")[1][3]) == ("Balanslista!D2", "Snart\ufffd")


def test_struck_text_is_told_and_stays_struck(tmp_path: Path) -> None:
    xml = "<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space='preserve'> i maj</w:t></w:r>"
    read = Imported(tmp_path, comment_with(xml))
    assert "LB215" in read.codes
    _, struck = read.book["Balanslista"]["D2"].value
    assert (struck.text, struck.font.strike) == (" i maj", True)


@pytest.mark.parametrize("shift", ["superscript", "subscript"])
def test_raised_and_lowered_letters_stay_so(shift: str, tmp_path: Path) -> None:
    xml = f'<w:r><w:rPr><w:vertAlign w:val="{shift}"/></w:rPr><w:t>2</w:t></w:r>'
    read = Imported(tmp_path, comment_with(xml))
    _, shifted = read.book["Balanslista"]["D2"].value
    assert (shifted.text, shifted.font.vertAlign) == ("2", shift)


def test_automatic_numbers_of_a_column_are_kept(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        rows = [("", f"Gör {n}", "Polisen", "Gult") for n in range(3)]
        table = balance(document, *rows, headings=("Nr", "Aktivitet", "Ansvar", "Status"))
        for row in table.rows[1:]:
            row.cells[0].paragraphs[0].style = "List Number"

    read = Imported(tmp_path, edit)
    assert [row[0] for row in read.rows("Balanslista")[1:]] == ["1", "2", "3"]


def numbered_level(at: int, text: str, said: str, form: str = "decimal") -> str:
    """Return a level of a list: its label's text, and what else is said of it."""
    return (
        f'<w:lvl w:ilvl="{at}">{said}<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


START = '<w:start w:val="1"/>'
LEGAL, NO_RESTART = f"{START}<w:isLgl/>", f'{START}<w:lvlRestart w:val="0"/>'
LISTS = {
    "which says no start begins at 0 (17.9.25)": (
        numbered_level(0, "%1.", ""),
        (0, 0),
        ["0.", "1."],
    ),
    "in letters": (numbered_level(0, "%1)", START, "upperLetter"), (0, 0), ["A)", "B)"]),
    "in Roman numerals": (numbered_level(0, "%1)", START, "lowerRoman"), (0, 0), ["i)", "ii)"]),
    "in an unknown form shows figures": (numbered_level(0, "%1", START, "hex"), (0, 0), ["1", "2"]),
    "of bullets": (numbered_level(0, "\u2022", START, "bullet"), (0, 0), [BULLET, BULLET]),
    "of a label without a number": (numbered_level(0, "Krav", START, "none"), (0,), ["Krav"]),
    "whose level starts anew": (
        numbered_level(0, "%1", START) + numbered_level(1, "%1.%2", START),
        (0, 1, 1, 0, 1),
        ["1", "1.1", "1.2", "2", "2.1"],
    ),
    "whose level goes on (17.9.10)": (
        numbered_level(0, "%1", START) + numbered_level(1, "%1.%2", NO_RESTART),
        (0, 1, 0, 1),
        ["1", "1.1", "2", "2.2"],
    ),
    "that begins below its first level": (
        numbered_level(0, "%1", START) + numbered_level(1, "%1.%2", START),
        (1, 0),
        ["1.1", "2"],
    ),
    "whose label is in figures (17.9.4)": (
        numbered_level(0, "%1", START, "upperRoman") + numbered_level(1, "%1.%2", LEGAL),
        (0, 1),
        ["I", "1.1"],
    ),
}


def labels_at(depths: Iterable[int], numbering: Any) -> list[str]:
    """Return what stands before items of list 9 at some levels, one after the other."""
    places = (f'<w:ilvl w:val="{depth}"/><w:numId w:val="9"/>' for depth in depths)
    items = "".join(f"<w:p><w:pPr><w:numPr>{at}</w:numPr></w:pPr></w:p>" for at in places)
    body = parse_xml(f"<w:body {NAMES}><w:p/>{items}</w:body>")
    shown = typed_labels(body, parse_xml(f"<w:styles {NAMES}/>"), numbering)
    return list(shown.values())


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("link", ["", '<w:numStyleLink w:val="Egen"/>'])
def test_labels_of_a_list(name: str, link: str) -> None:
    levels, depths, labels = LISTS[name]
    numbering = parse_xml(
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="5">{link or levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="Egen"/>{levels}</w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="5"/></w:num></w:numbering>'
    )
    assert labels_at(depths, numbering) == labels


def test_a_list_that_starts_anew_at_all_levels_and_begins_below_its_first() -> None:
    levels = numbered_level(0, "%1", START) + numbered_level(1, "%1.%2", START)
    anew = "".join(
        f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="1"/></w:lvlOverride>'
        for at in range(2)
    )
    numbering = parse_xml(
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum>'
        f'<w:num w:numId="9"><w:abstractNumId w:val="5"/>{anew}</w:num></w:numbering>'
    )
    assert labels_at((1, 0, 1), numbering) == ["1.1", "2", "2.1"]


def test_an_item_of_a_list_that_is_not_defined_has_no_label() -> None:
    assert labels_at((0,), parse_xml(f"<w:numbering {NAMES}/>")) == []


def test_list_in_a_cell_stays_a_list_and_a_table_in_it_stands_in_lines(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        table = balance(document, ("Vandra", "Polisen", "Gult", "Kvar:"))
        cell = table.cell(1, 3)
        for text in ("ett", "två"):
            cell.add_paragraph(text, "List Bullet")
        inner = cell.add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "a", "b"

    read = Imported(tmp_path, edit)
    assert read.rows("Balanslista")[1][3] == "Kvar:\n- ett\n- två\na\tb"


def test_note_a_comment_hidden_text_and_alternative_text_are_kept_with_their_place(
    tmp_path: Path,
) -> None:

    def edit(document: Any) -> None:
        balance(document, ("Vandra", "Polisen", "Gult", "Snart"))
        paragraph = document.add_paragraph("Enligt beslut")
        document.add_comment(paragraph.runs, "Stämmer det?")
        paragraph.add_run("hemligt").font.hidden = True
        notes = f'<w:footnotes {NAMES}><w:footnote w:id="2"><w:p><w:r><w:t>KS § 7</w:t></w:r></w:p>'
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        content = f"{notes}</w:footnote></w:footnotes>".encode()
        part = Part(PackURI("/word/footnotes.xml"), kind, content, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        reference = '<w:footnoteReference w:id="2"/>'
        drawing = (
            '<w:drawing><wp:inline><wp:docPr id="9" name="x" descr="En karta"/>'
            "<a:graphic><a:graphicData><pic:pic xmlns:pic='http://schemas.openxmlformats.org/"
            "drawingml/2006/picture'/></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
        paragraph._p.append(parse_xml(f"<w:r {NAMES}>{reference}{drawing}</w:r>"))  # noqa: SLF001

    read = Imported(tmp_path, edit)
    assert read.unplaced == [
        "Enligt beslut",
        "Dold text vid ”Enligt beslut”: hemligt",
        "Anmärkning vid ”Enligt beslut”: Stämmer det?",
        "Fotnot vid ”Enligt beslut”: KS § 7",
        "Bildbeskrivning: En karta",
    ]
    assert {"LB580", "LB581"} <= read.codes


def test_file_put_into_the_text_is_told(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        balance(document, ("Vandra", "Polisen", "Gult", "Snart"))
        document.element.body.insert(0, parse_xml(f'<w:altChunk {NAMES} r:id="rId99"/>'))

    assert "LB582" in Imported(tmp_path, edit).codes


def test_table_of_contents_is_left_out_but_for_what_no_heading_says(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        first = document.add_paragraph()
        for kind in ("begin", "separate"):
            first._p.append(  # noqa: SLF001
                parse_xml(f'<w:r {NAMES}><w:fldChar w:fldCharType="{kind}"/></w:r>')
            )
        begin = first._p.findall(qn("w:r"))[0]  # noqa: SLF001
        begin.addnext(parse_xml(f"<w:r {NAMES}><w:instrText> TOC </w:instrText></w:r>"))
        first.add_run("Framåt\t2")
        last = document.add_paragraph("Gammalt\t3")
        last._p.append(  # noqa: SLF001
            parse_xml(f'<w:r {NAMES}><w:fldChar w:fldCharType="end"/></w:r>')
        )
        document.add_heading("Framåt", 1)
        balance(document, ("Vandra", "Polisen", "Gult", "Snart"))

    read = Imported(tmp_path, edit)
    assert read.unplaced == ["Gammalt\t3"]
    assert "LB583" in read.codes


def test_text_longer_than_a_cell_goes_on_in_another(tmp_path: Path) -> None:
    text = " ".join(f"ord{number}" for number in range(6000))

    def edit(document: Any) -> None:
        balance(document, ("Vandra", "Polisen", "Gult", text))

    read = Imported(tmp_path, edit)
    assert " ".join((read.rows("Balanslista")[1][3], *read.unplaced)) == text
    assert "LB585" in read.codes


def test_pieces_of_a_long_text_keep_their_formats() -> None:
    text = FormattedText((Run("ett "), Run("två tre fyra", bold=True), Run(" fem")))
    pieces = in_pieces(text, 10)
    assert pieces == ["ett två ", "tre fyra ", "fem"]
    assert [[run.bold for run in runs_of(piece)] for piece in pieces] == [
        [False, True],
        [True, False],
        [False],
    ]


def test_own_words_of_header_and_footer_are_kept(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "EKBY KOMMUN\tSamlad lägesbild"
        document.sections[0].footer.paragraphs[0].text = "Ekby kommun, gäller 2024"
        document.add_paragraph("Ekby kommun")
        balance(document, ("Vandra", "Polisen", "Gult", "Snart"))

    read = Imported(tmp_path, edit)
    assert read.unplaced == ["Ekby kommun, gäller 2024"]
    assert "LB586" in read.codes
    [found] = [f for f in read.outcome.findings if f.rule.code == "LB586"]
    assert "Ekby kommun, gäller 2024" in found.message
    assert str(found.place) == "Ej placerat!A2"


def test_header_that_says_only_what_fields_hold_is_no_news(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "EKBY KOMMUN\t2026-05-01\tDnr KS 2026/12"
        document.sections[0].footer.paragraphs[0].text = "Sida 1 av 3"
        balance(document, ("Vandra", "Polisen", "Gult", "Snart"))

    read = Imported(tmp_path, edit)
    assert ("Kommun", "Ekby kommun") in read.rows("Rapport")
    assert read.unplaced == []
    assert "LB586" not in read.codes


def test_text_box_is_read_once_and_ends_with_itself(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.add_heading("Inledning", 1)
        inside = (
            "<w:txbxContent><w:p><w:r><w:t>Prioriteringar</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>Trafik</w:t></w:r></w:p></w:txbxContent>"
        )
        shape = f'<v:textbox xmlns:v="urn:schemas-microsoft-com:vml">{inside}</v:textbox>'
        both = (
            f"<w:r {NAMES}><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/"
            f"markup-compatibility/2006'><mc:Choice Requires='wps'><w:drawing>{inside}</w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict>{shape}</w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
        document.add_paragraph("Före.")._p.append(parse_xml(both))  # noqa: SLF001
        document.add_paragraph("Efter.")
        balance(document, ("Vandra", "Polisen", "Gult", "Snart"))

    read = Imported(tmp_path, edit)
    assert ("Inledning", "Före.\nEfter.") in read.rows("Rapport")
    assert [row[1] for row in read.rows("Prioriteringar")[1:]] == ["Trafik"]
    assert "LB588" in read.codes


def test_paragraphs_joined_by_a_tracked_change_are_one(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        table = balance(document, ("Vandra", "Polisen", "Gult", "Snart "))
        mark = f'<w:pPr {NAMES}><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
        cell = table.cell(1, 3)
        cell.paragraphs[0]._p.insert(0, parse_xml(mark))  # noqa: SLF001
        cell.add_paragraph("i maj")

    read = Imported(tmp_path, edit)
    assert read.rows("Balanslista")[1][3] == "Snart i maj"
    assert "LB538" in read.codes


def test_row_with_text_in_an_own_column_only_and_an_empty_own_column_are_kept(
    tmp_path: Path,
) -> None:
    def edit(document: Any) -> None:
        headings = ("Aktivitet", "Ansvar", "Prioritet", "Plats")
        rows = (("Vandra", "Polisen", "", ""), ("", "", "Hög", ""))
        balance(document, *rows, headings=headings)

    read = Imported(tmp_path, edit)
    assert read.rows("Balanslista")[0][-2:] == ("Prioritet", "Plats")
    assert read.unplaced == ["Prioritet: Hög"]


# ------------------------------------------------------------------ any document


WORDS = st.text("abcdefghijklmnopåäö", min_size=3, max_size=12)
PIECES = st.one_of(
    st.tuples(st.just("heading"), WORDS),
    st.tuples(st.just("paragraph"), WORDS),
    st.tuples(st.just("List Bullet"), WORDS),
    st.tuples(st.just("List Number"), WORDS),
    st.tuples(st.just("part"), st.sampled_from(("Framåt", "Ordlista", "Balanslista", "Allmänt"))),
    st.tuples(
        st.sampled_from(("table", "balance", "nested", "merged")),
        st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=3),
    ),
)


def write(document: Any, pieces: list[tuple[str, Any]]) -> list[str]:
    """Write the pieces of a document, and return its words."""
    words: list[str] = []
    balance(document, ("Vandra", "Polisen", "Gult", "Snart"))
    for kind, said in pieces:
        if not isinstance(said, str):
            words += write_table(document, kind, said)
        elif kind in ("heading", "part"):
            document.add_heading(said, 2)
            words += [said] if kind == "heading" else []
        else:
            document.add_paragraph(said, None if kind == "paragraph" else kind)
            words.append(said)
    return words


def write_table(document: Any, kind: str, rows: list[list[str]]) -> list[str]:
    """Write a table of a kind, and return its words."""
    heads = [HEADINGS[:3]] if kind == "balance" else []
    table = document.add_table(len(heads) + len(rows), 3)
    for row, texts in zip(table.rows, (*heads, *rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    if kind == "merged":
        table.cell(0, 0).merge(table.cell(0, 1))
    if kind == "nested":
        table.cell(0, 2).add_table(1, 1).cell(0, 0).text = "inuti"
    inside = ["inuti"] if kind == "nested" else []
    return [*inside, *(text for row in rows for text in row)]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(pieces=st.lists(PIECES, max_size=8))
def test_every_word_of_any_document_is_in_the_workbook_or_told(
    pieces: list[tuple[str, Any]], tmp_path: Path
) -> None:
    words: list[str] = []
    read = Imported(tmp_path, lambda document: words.extend(write(document, pieces)))
    assert [word for word in words if word not in read.said] == []
    rows = [row[:2] for row in read.rows("Balanslista")]
    listed = [tuple(texts[:2]) for kind, said in pieces if kind == "balance" for texts in said]
    assert [texts for texts in listed if texts not in rows] == []
