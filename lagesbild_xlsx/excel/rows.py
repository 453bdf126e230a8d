"""The rows of a worksheet as they are stored: parsed, or found by a pattern where that is safe.

Excel and its kin write rows in one plain form. There a pattern finds them in a third of the time
that a parser takes, which makes an object of every element. A sheet with anything else in its rows
is parsed, and both ways give the same rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple, TypeAlias
from xml.parsers import expat

from lxml import etree

from lagesbild_xlsx.excel.book import NAMESPACES
from lagesbild_xlsx.excel.strings import Stored, clean, read_string, without_apostrophe
from lagesbild_xlsx.opc import CHUNK

DIGITS = "0123456789"


RawCell: TypeAlias = tuple[
    str | None, str | None, str | None, str | None, str | None, Stored | None
]
"""A ``c`` element (ECMA-376 part 1, 18.3.1.4): what it has of its parts.

They are the letters of its column, the number of its format, the type of what is stored, the
formula, the stored value, and the inline string. A name for each would take longer than the rest.
"""


class RawRow(NamedTuple):
    """A ``row`` element (18.3.1.73); ``number`` is None where it stands next to the one before."""

    number: int | None
    style: str | None
    is_hidden: bool
    cells: list[RawCell]


# ------------------------------------------------------------------ by a parser


def parsed_row(element: etree._Element) -> RawRow:
    """Return the row of an element."""
    number = element.get("r")
    return RawRow(
        int(number) if number else None,
        element.get("s"),
        element.get("hidden") in TRUE,
        [_parsed_cell(c) for c in element],
    )


TRUE = ("1", "true")


def _parsed_cell(c: etree._Element) -> RawCell:
    formula = stored = text = None
    for child in c:
        name = str(child.tag)
        if name.endswith("}v"):
            stored = child.text
        elif name.endswith("}f"):
            formula = child.text or ""
        elif name.endswith("}is"):
            text = read_string(child)
    reference = c.get("r")
    letters = reference.rstrip(DIGITS) if reference else None
    return letters, c.get("s"), c.get("t"), formula, stored, text


# ------------------------------------------------------------------ by a pattern

LARGEST = 32 << 20
"""How many bytes a worksheet may have to be held as text; 50,000 rows of four texts take half."""

BEGIN, END = "<sheetData>", "</sheetData>"
ATTRIBUTE = r'\s+([\w:.-]+)="([^"<>]*)"'
ROOT = re.compile(rf"<worksheet((?:{ATTRIBUTE})*+)\s*>")
ROW = r'<row r="([1-9][0-9]{0,6})"((?: [\w:]+="[^"<>&\t\n]*")*)'
EMPTY_ROW = re.compile(rf"{ROW}(?:/>|></row>)")
EMPTY_ROWS = re.compile(rf"(\A|</row>)(?:{EMPTY_ROW.pattern})++")
CELL = re.compile(
    rf"(?:(?:</row>)?{ROW}>)?"
    r'<c r="([A-Z]{1,3})[0-9]+"(?: s="([0-9]+)")?(?: t="([a-zA-Z]+)")?(?:/>|>'
    r'(<f(?: [\w:]+="[^"<>]*")*(?:/>|>[^<]*</f>))?'
    r'(?:<v>([^<]*)</v>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?'
    r"</c>)"
)
"""A cell in the plain form, after the beginning of its row if it is the row's first."""

AFTER_CELLS = "</row>"
ROW_STYLE, HIDDEN_ROW = re.compile(r' s="([^"]*)"'), re.compile(r' hidden="([^"]*)"')

NAMED = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
REFERENCE = re.compile("&[^;]*;")


Field: TypeAlias = Sequence[str | None]
"""A part of every cell, None where a cell has none."""


class Split(NamedTuple):
    """A worksheet's rows with cells in the plain form, and the XML that is left to a parser."""

    rows: Iterable[RawRow]
    rest: Iterator[bytes]


def split_sheet(xml: str) -> Split:
    """Return the rows of a worksheet by a pattern; none where any is not in the plain form.

    What is in the plain form is well-formed where its texts and attributes are; the rest is parsed.
    """
    head, _, following = xml.partition(BEGIN)
    data, end, tail = following.partition(END)
    names = _names_in(head)
    is_only_data = end and "<!" not in tail and "<?" not in tail
    rows = None if names is None or not is_only_data else _rows_in(data, names)
    if rows is None:
        return Split((), _chunks(xml))
    return Split(rows, _chunks(f"{head}{BEGIN}{END}{tail}"))


def _rows_in(data: str, names: str) -> Iterable[RawRow] | None:
    """Return the rows of a worksheet's data; None where any is not in the plain form."""
    empty, data = _without_empty_rows(data.replace("\r\n", "\n").replace("\r", "\n"))
    first = CELL.match(data)
    if first is None or first[1] is None or data.startswith(AFTER_CELLS):
        return None
    pieces, step = CELL.split(data), CELL.groups + 1
    *between, last = pieces[::step]
    fields = [pieces[field::step] for field in range(1, step)]
    numbers, attributes, *_, formulas, stored, texts = fields
    every_row_ends = data.count(AFTER_CELLS) == len(numbers) - numbers.count(None)
    if any(between) or last != AFTER_CELLS or not every_row_ends:
        return None
    of_rows = {*attributes, *(each for _, each in empty)}
    if not _is_well_formed(names, of_rows, formulas, chain(stored, texts)):
        return None
    return chain(_one_of_each(empty), _plain_rows(*fields))


def _chunks(xml: str) -> Iterator[bytes]:
    """Yield XML in pieces: a parser makes no tree of one before the next."""
    return (xml[at : at + CHUNK].encode() for at in range(0, len(xml), CHUNK))


def _without_empty_rows(data: str) -> tuple[list[tuple[str, str]], str]:
    """Return the rows without cells, and the data without them."""
    if EMPTY_ROW.search(data) is None:
        return [], data
    runs = "".join(run[0] for run in EMPTY_ROWS.finditer(data))
    return EMPTY_ROW.findall(runs), EMPTY_ROWS.sub(r"\1", data)


def _names_in(head: str) -> str | None:
    """Return the names of vocabularies that a worksheet declares.

    None where what looks like a row may be none: in a comment, or of another vocabulary.
    """
    root = ROOT.search(head)
    if root is None or "<!" in head or head.find("<?", 1) >= 0 or "xmlns" in head[root.end() :]:
        return None
    attributes = dict(re.findall(ATTRIBUTE, root[1]))
    names = (f' {n}="{value}"' for n, value in attributes.items() if n.startswith("xmlns"))
    return "".join(names) if f"{{{attributes.get('xmlns')}}}" in NAMESPACES else None


def _is_well_formed(
    names: str, attributes: Iterable[str | None], formulas: Field, texts: Iterable[str | None]
) -> bool:
    """Return whether what stands in rows of the plain form, and may be anything, is well-formed."""
    rows = "".join(f'<row r="1"{each}/>' for each in attributes if each)
    elements = f"{rows}{''.join(filter(None, formulas))}"
    text = "\n".join(filter(None, texts))  # each by itself: no text may go on in the next
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(f"<r{names}>{elements}<t>{text}</t></r>", True)  # noqa: FBT003 - all there is
    except expat.ExpatError:
        return False
    return "xmlns" not in elements


def _plain_rows(
    numbers: Field,
    attributes: Field,
    *cells: Field,
) -> Iterator[RawRow]:
    """Yield rows, given their numbers and attributes at the first cell of each."""
    letters, styles, kinds, formulas, stored, texts = cells
    read = list(
        zip(
            letters,
            styles,
            kinds,
            _each(_formula, formulas),
            _each(_unescaped, stored),
            map(cache(_stored_text), texts),
            strict=True,
        )
    )
    starts = [at for at, number in enumerate(numbers) if number is not None]
    for start, end in pairwise((*starts, len(read))):
        yield _row(numbers[start] or "", attributes[start] or "", read[start:end])


def _each(read: Callable[[str | None], str | None], field: Field) -> Iterable[str | None]:
    """Return what a part of every cell says; often no cell has it."""
    return map(read, field) if any(field) else field


def _one_of_each(empty: Sequence[tuple[str, str]]) -> Iterator[RawRow]:
    """Yield rows that stand for those without cells: the last, and one with each attributes."""
    numbers, attributes = zip(*empty, strict=True) if empty else ((), ())
    yield from (_row(max(numbers, key=int), each, []) for each in dict.fromkeys(attributes))


def _row(number: str, attributes: str, cells: list[RawCell]) -> RawRow:
    return RawRow(int(number), *_look(attributes), cells)


@lru_cache
def _look(attributes: str) -> tuple[str | None, bool]:
    """Return the format of a row, and whether it is hidden."""
    style, hidden = ROW_STYLE.search(attributes), HIDDEN_ROW.search(attributes)
    return style[1] if style else None, hidden is not None and hidden[1] in TRUE


def _formula(xml: str | None) -> str | None:
    """Return the formula of an ``f`` element; nothing where another cell has it."""
    return xml and _unescaped(xml[xml.index(">") + 1 :].removesuffix("</f>"))


def _stored_text(xml: str | None) -> Stored | None:
    text = _unescaped(xml)
    return None if text is None else Stored(without_apostrophe(clean(text)))


def _unescaped(text: str | None) -> str | None:
    """Return the text that stands in XML, whose references are known to be right."""
    return REFERENCE.sub(_referred, text) if text and "&" in text else text


def _referred(reference: re.Match[str]) -> str:
    return NAMED.get(reference[0]) or _letter(reference[0][2:-1])


def _letter(number: str) -> str:
    return chr(int(number[1:], 16) if number.startswith("x") else int(number))


# ------------------------------------------------------------------ rows that hold nothing

PLAIN_BLANK_ROW = re.compile(
    rb'<row r="[0-9]+"[^<>]*(?:(?<=/)>|(?<!/)>(?:<c [^<>]*(?:(?<=/)>|(?<!/)></c>))*+</row>)'
    rb'(?=<row r="|</sheetData>)'
)
"""A row of formats only, in the plain form; no row without a number may follow one taken out.

``tail.BLANK_ROW`` also takes other forms, in three times the time.
"""

LONGEST_ROW = 1 << 20
"""How many bytes are waited for to see a row whole."""


def without_blank_rows(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a worksheet's XML without the rows that hold nothing, of which there can be a million.

    Where there is anything but elements, which could hold what only looks like a row, all is left.
    """
    waiting = b""
    for chunk in chunks:
        waiting += chunk
        if b"<!" in waiting:
            break
        waiting = PLAIN_BLANK_ROW.sub(b"", waiting)
        cut = _cut(waiting)
        yield waiting[:cut]
        waiting = waiting[cut:]
    yield waiting
    yield from chunks


def _cut(xml: bytes) -> int:
    """Return how much of a piece of XML is ready: up to the last row but one.

    Of the last row no more than its beginning may be there, and the one before ends with that.
    """
    last = xml.rfind(b"<row")
    before = xml.rfind(b"<row", 0, max(last, 0))
    row = last if before < 0 else before
    if row >= 0 and len(xml) - row < LONGEST_ROW:
        return row
    begun = xml.rfind(b"<", -len(b"<ro"))
    return len(xml) if begun < 0 else begun
