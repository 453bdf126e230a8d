"""The lines of values with lists get the look of the document's lists, where there is room for it.

A value is written in one paragraph, with a :func:`beginning` where a line begins. What stands in a
field, in a heading, in an item of the template's own list or before other text stays as typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import groupby, takewhile
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.word.elements import remove
from lagesbild_xlsx.word.lists.joining import split_all
from lagesbild_xlsx.word.lists.numbering import ListLook, ListWriter
from lagesbild_xlsx.word.lists.typed import restored
from lagesbild_xlsx.word.marks import end_of, marked_texts, marks_in
from lagesbild_xlsx.word.record import Record, checksum
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.xml import RUN_PROPERTIES, W, child_of, text_element, val, w

Element = etree._Element  # noqa: SLF001 - lxml's own name for its elements

LINE = w("lbLine")
"""What stands in the run where a line begins, until it is laid out."""

STEP_IN_CELL, STEP = 227, 397
"""How much further in an item stands than the text around, in twentieths of a point."""

CARRIED = ("rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs")
"""What an item keeps of the look of the text that it belongs to."""

OF_LINKS = ("rFonts", "sz", "szCs")
SIZES = ("sz", "szCs")
PLACES = frozenset(("body", "tc", "txbxContent", "hdr", "ftr", "sdtContent"))
FIELDS = tuple(map(w, ("fldChar", "instrText")))


class ListContext(NamedTuple):
    """Where a value with lists stands.

    Attributes:
        paragraph: its paragraph.
        style: the id of the paragraph's style.
        is_alone: whether nothing stands before it there.
        is_in_cell: whether that is in a table.
    """

    paragraph: Element
    style: str
    is_alone: bool
    is_in_cell: bool

    @property
    def properties(self) -> Element:
        """The properties of its paragraph."""
        return child_of(self.paragraph, "pPr", first=True)

    def left(self, styles: Styles) -> int:
        """Return how far in its text stands, in twentieths of a point."""
        stated = (each.get(w("left")) or each.get(w("start")) for each in self._all("ind", styles))
        return next((int(number) for number in stated if number and number.isdecimal()), 0)

    def spacing(self, styles: Styles) -> list[Element]:
        """Return the space around its paragraph, if that is said."""
        return self._all("spacing", styles)[:1]

    def _all(self, name: str, styles: Styles) -> list[Element]:
        """Return what its paragraph says by itself, and what its style does."""
        stated = (
            self.properties.find(w(name)),
            styles.found(self.style, f"{w('pPr')}/{w(name)}"),
        )
        return [each for each in stated if each is not None]


def lay_out(root: Element, record: Record, styles: Styles, lists: ListWriter) -> bool:
    """Make paragraphs of the lines of a part's values, and return whether there were any.

    The record gets to know what each such value says now.
    """
    found = {mark.number: start for mark, start in marks_in([root])}
    listed = {
        n: s for n, s in found.items() if n in record.entries and record.entries[n].list_signs
    }
    for number, start in listed.items():
        runs = _lines_of(start)
        place = _place_of(start, styles)
        if place is None:
            _type(runs, record.entries[number].list_signs)
            record.entries[number] = record.entries[number]._replace(list_signs="")
        else:
            _dress(place, start, styles)
            _give_looks(place, runs, styles, lists)
    said = {number: text for number, text in marked_texts(root) if number in listed}
    for number, text in said.items():
        record.entries[number] = record.entries[number]._replace(checksum=checksum(text))
    split_all(root)
    return bool(listed)


def _lines_of(start: Element) -> list[Element]:
    """Return the runs where the lines of a value begin."""
    return [each for each in _inside(start) if each.find(LINE) is not None]


def _inside(start: Element) -> Iterator[Element]:
    """Yield what stands in a mark, in its own paragraph."""
    end = end_of(start)
    return takewhile(lambda each: each is not end, start.itersiblings())


def _place_of(start: Element, styles: Styles) -> ListContext | None:
    """Return where a value stands; None where it can be in one line only."""
    paragraph, end = start.getparent(), end_of(start)
    holder = None if paragraph is None else paragraph.getparent()
    if paragraph is None or holder is None or end is None or end.getparent() is not paragraph:
        return None
    properties = child_of(paragraph, "pPr", first=True)
    style = val(properties.find(w("pStyle")))
    stated = [properties.find(w(name)) for name in ("numPr", "sectPr", "outlineLvl", "framePr")]
    of_style = [styles.found(style, f"{w('pPr')}/{w(name)}") for name in ("numPr", "outlineLvl")]
    if (
        local(paragraph) != "p"
        or local(holder) not in PLACES
        or any(each is not None for each in (*stated, *of_style))
        or any(map(_shows, end.itersiblings()))
        or next(paragraph.iter(*FIELDS), None) is not None
    ):
        return None
    is_alone = not any(map(_shows, start.itersiblings(preceding=True)))
    is_in_cell = next(paragraph.iterancestors(w("tc")), None) is not None
    return ListContext(paragraph, style, is_alone, is_in_cell)


def _shows(element: Element) -> bool:
    return next(element.iter(w("r")), None) is not None


# ------------------------------------------------------------------ as typed


def _type(runs: Iterable[Element], typed: str) -> None:
    """Put a line break and what the line began with in the place of where lines begin."""
    prefixes = restored(typed)
    for run in runs:
        is_item = _number_in(run, "list") > 0
        prefix = next(prefixes, "") if is_item else ""
        if run.find(w("cr")) is not None:
            run.addprevious(_made("<w:r><w:br/></w:r>"))
        if prefix:
            run.addprevious(_made(f"<w:r>{_properties_after(run)}{text_element(prefix)}</w:r>"))
        remove(run)


def _properties_after(run: Element) -> str:
    """Return the properties of the run that follows one, as XML."""
    following = (next(each.iter(w("r")), None) for each in run.itersiblings())
    after = next((each for each in following if each is not None), None)
    own = None if after is None else after.find(w("rPr"))
    return "" if own is None else etree.tostring(own, encoding="unicode", with_tail=False)


def _made(xml: str) -> Element:
    return etree.fromstring(f'<w:made xmlns:w="{W}">{xml}</w:made>')[0]


# ------------------------------------------------------------------ as lists


def _dress(place: ListContext, start: Element, styles: Styles) -> None:
    """Give the texts of a value the look that the style of their paragraph gives them."""
    carried = _carried(place.style, styles)
    for each in list(_inside(start)):
        for run in each.iter(w("r")) if carried else ():
            if run.find(LINE) is None:
                _carry(run, carried)


def _carried(style: str, styles: Styles) -> dict[str, Element]:
    paths = {name: f"{w('rPr')}/{w(name)}" for name in CARRIED}
    found = {name: styles.found(style, path) for name, path in paths.items()}
    return {name: each for name, each in found.items() if each is not None}


def _carry(run: Element, carried: Mapping[str, Element]) -> None:
    own = child_of(run, "rPr", first=True)
    names = OF_LINKS if own.find(w("rStyle")) is not None else CARRIED
    for name in (n for n in names if n in carried and own.find(w(n)) is None):
        before = RUN_PROPERTIES[: RUN_PROPERTIES.index(name)]
        own.insert(sum(local(each) in before for each in own), deepcopy(carried[name]))


def _give_looks(
    place: ListContext, runs: Sequence[Element], styles: Styles, lists: ListWriter
) -> None:
    """Put the properties of its paragraph where each line begins."""
    if not place.is_alone and runs[0].find(w("cr")) is None:
        runs[0].insert(0, etree.Element(w("cr")))  # the first item stands below what is before it
    made: dict[tuple[ListLook, int], Element] = {}
    for which, together in groupby(runs, lambda run: _number_in(run, "list")):
        group = list(together)
        looks = _looks_of(group, lists) if which else [None] * len(group)
        for run, look in zip(group, looks, strict=True):
            if look is None:
                properties = _of_text(place, styles)
            else:
                kind = look, _number_in(run, "level")
                if kind not in made:
                    made[kind] = _of_item(place, *kind, styles)
                properties = deepcopy(made[kind])
            run.replace(child_of(run, "lbLine"), properties)


def _looks_of(items: Sequence[Element], lists: ListWriter) -> list[ListLook]:
    """Return how each item is made; a list of another kind within a list is one of its own."""
    kinds = [(_number_in(run, "level"), bool(_number_in(run, "numbered"))) for run in items]
    is_deep = any(level for level, _ in kinds)
    _, is_numbered = kinds[0]
    outer = lists.look(is_numbered=is_numbered, is_deep=is_deep)
    looks = []
    for (level, has_numbers), alike in groupby(kinds):
        is_other = level > 0 and has_numbers is not is_numbered
        look = lists.look(is_numbered=has_numbers, is_deep=True) if is_other else outer
        looks += [look for _ in alike]
    return looks


def _of_item(place: ListContext, look: ListLook, level: int, styles: Styles) -> Element:
    """Return the properties of the paragraph of an item."""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{look.number}"/></w:numPr>'
    style = f'<w:pStyle w:val="{look.style or place.style}"/>' if look.style or place.style else ""
    properties = _made(f"<w:pPr>{style}{'' if look.is_of_style and not level else number}</w:pPr>")
    base, step = place.left(styles), STEP_IN_CELL if place.is_in_cell else STEP
    if place.is_in_cell and look.style:
        properties.extend(deepcopy(each) for each in place.spacing(styles))
    if place.is_in_cell or base:
        inset = f'<w:ind w:left="{base + step * (level + 1)}" w:hanging="{step}"/>'
        properties.append(_made(inset))
    sizes = [each for name, each in _carried(place.style, styles).items() if name in SIZES]
    if sizes and look.style:
        etree.SubElement(properties, w("rPr")).extend(map(deepcopy, sizes))
    return properties


def _of_text(place: ListContext, styles: Styles) -> Element:
    """Return the properties of a paragraph after a list, of the same value."""
    if place.is_alone:
        return deepcopy(place.properties)
    properties = _made("<w:pPr/>")
    properties.extend(deepcopy(each) for each in place.spacing(styles))
    properties.append(_made(f'<w:ind w:left="{place.left(styles)}"/>'))
    return properties


def _number_in(run: Element, name: str) -> int:
    """Return a number that is said where a line begins."""
    return int(child_of(run, "lbLine").get(w(name), "0"))
