"""The lists that a document can have: those of its own styles, or else definitions of our own."""

from __future__ import annotations

from functools import cached_property
from itertools import count, takewhile
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, Relationship
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.xml import W, val, w

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"

BULLETED, NUMBERED = False, True
NAMES = {
    BULLETED: ("list bullet", "punktlista"),
    NUMBERED: ("list number", "numrerad lista"),
}
"""What the style of lists is called, in any language of Word and by hand."""

STEP = 397
"""How much further in each level of our own lists stands, in twentieths of a point."""

LEVELS = {
    BULLETED: (("bullet", "•"), ("bullet", "–")),
    NUMBERED: (("decimal", "%1."), ("decimal", "%2.")),
}
"""What our own lists show at each level."""

EMPTY = f'<w:numbering xmlns:w="{W}"/>'.encode()


class ListLook(NamedTuple):
    """How the items of a list are made.

    Attributes:
        style: the id of the list's style; nothing where the document has none.
        number: the number of the list.
        is_of_style: whether the style alone makes the items of the first level.
    """

    style: str
    number: str
    is_of_style: bool = False


class ListWriter:
    """Finds the lists of a document that is written, and adds to them."""

    def __init__(self, editor: PackageEditor, styles: Styles) -> None:
        """Take what changes the document, and its styles."""
        self._editor = editor
        self._styles = styles
        self._own: dict[bool, str] = {}
        self._bulleted: dict[bool, ListLook] = {}
        self._numbered: dict[bool, tuple[str, str]] = {}
        self._numbers: count[int] | None = None
        package = editor.package
        self._part = next(package.related(package.main_part, "numbering"), "")

    def look(self, *, is_numbered: bool, is_deep: bool) -> ListLook:
        """Return how a new list is made; one with numbers begins anew at 1.

        Args:
            is_numbered: whether it has numbers, and not bullets.
            is_deep: whether it has a list within an item.
        """
        if is_numbered:
            if is_deep not in self._numbered:
                self._numbered[is_deep] = self._definition(is_deep=is_deep)
            style, abstract = self._numbered[is_deep]
            return ListLook(style, self._add_list(abstract, restarts=True))
        if is_deep not in self._bulleted:
            self._bulleted[is_deep] = self._bullets(is_deep=is_deep)
        return self._bulleted[is_deep]

    def is_numbered(self, number: str, level: str) -> bool:
        """Return whether a level of a list that there is has numbers."""
        return self._form(self._abstract_of(number), level or "0") not in ("", "bullet", "none")

    # -------------------------------------------------------------- what there is

    def _bullets(self, *, is_deep: bool) -> ListLook:
        style, abstract = self._known(BULLETED)
        number = self._number_of_style(style)
        if number and self._fits(abstract, is_numbered=False, is_deep=is_deep):
            return ListLook(style, number, is_of_style=True)
        return ListLook(style, self._add_list(self._own_definition(BULLETED), restarts=False))

    def _definition(self, *, is_deep: bool) -> tuple[str, str]:
        """Return the style of lists with numbers, and the definition that they are made of."""
        style, abstract = self._known(NUMBERED)
        fits = self._fits(abstract, is_numbered=True, is_deep=is_deep)
        return style, abstract if fits else self._own_definition(NUMBERED)

    def _known(self, kind: bool) -> tuple[str, str]:  # noqa: FBT001 - one of the two kinds
        """Return the id of the style of a kind of list, and the number of its definition."""
        for name in NAMES[kind]:
            for style in self._styles.root.iterfind(w("style")):
                is_paragraph = style.get(w("type")) == "paragraph"
                if is_paragraph and normalised(val(style.find(w("name")))) == name:
                    found = style.get(w("styleId"), "")
                    return found, self._abstract_of(self._number_of_style(found))
        return "", ""

    def _number_of_style(self, style: str) -> str:
        """Return the number of the list that a style belongs to; nothing where it is in none."""
        path = f"{w('pPr')}/{w('numPr')}/{w('numId')}"
        return val(self._styles.found(style, path))

    def _abstract_of(self, number: str) -> str:
        path = f"{w('num')}[@{w('numId')}='{number}']/{w('abstractNumId')}"
        return val(self._root.find(path)) if number.isdecimal() else ""

    def _fits(self, abstract: str, *, is_numbered: bool, is_deep: bool) -> bool:
        """Return whether a definition has the levels that a list needs."""
        forms = [self._form(abstract, level) for level in ("0", "1")[: 1 + is_deep]]
        return all(form and (form not in ("bullet", "none")) is is_numbered for form in forms)

    def _form(self, abstract: str, level: str) -> str:
        path = f"{w('abstractNum')}[@{w('abstractNumId')}='{abstract}']"
        if not (abstract.isdecimal() and level.isdecimal()):
            return ""
        return val(self._root.find(f"{path}/{w('lvl')}[@{w('ilvl')}='{level}']/{w('numFmt')}"))

    @property
    def _root(self) -> etree._Element:
        """The definitions, to be read."""
        if not self._part:
            return etree.fromstring(EMPTY)
        is_changed = self._editor.is_changed(self._part)
        return self._editor.root(self._part) if is_changed else self._stored

    @cached_property
    def _stored(self) -> etree._Element:
        return self._editor.package.xml(self._part)

    # -------------------------------------------------------------- what is added

    def _changed(self) -> etree._Element:
        """Return the definitions, to be changed; a document without any gets them."""
        if not self._part:
            self._part = self._editor.free_name("word/numbering{}.xml")
            self._editor.add(self._part, EMPTY, CONTENT_TYPE)
            kind = f"{OFFICE_RELATIONSHIPS}/numbering"
            self._editor.relate(self._editor.package.main_part, Relationship(kind, self._part))
        return self._editor.root(self._part)

    def _add_list(self, abstract: str, *, restarts: bool) -> str:
        """Add a list of a definition, and return its number."""
        root = self._changed()
        self._numbers = self._numbers or count(_first_free(root, "num", "numId"))
        number = str(next(self._numbers))
        added = etree.Element(w("num"))
        added.set(w("numId"), number)
        etree.SubElement(added, w("abstractNumId")).set(w("val"), abstract)
        if restarts:
            override = etree.SubElement(added, w("lvlOverride"))
            override.set(w("ilvl"), "0")
            etree.SubElement(override, w("startOverride")).set(w("val"), "1")
        _insert(root, added)
        return number

    def _own_definition(self, kind: bool) -> str:  # noqa: FBT001 - one of the two kinds
        """Return the number of our own definition of a kind of list, added where it is missing."""
        if kind not in self._own:
            root = self._changed()
            self._own[kind] = str(_first_free(root, "abstractNum", "abstractNumId"))
            levels = "".join(
                f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
                f'<w:ind w:left="{(at + 1) * STEP}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
                for at, (form, text) in enumerate(LEVELS[kind])
            )
            definition = etree.fromstring(
                f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{self._own[kind]}">'
                f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
            )
            _insert(root, definition)
        return self._own[kind]


def _first_free(root: etree._Element, name: str, attribute: str) -> int:
    taken = (each.get(w(attribute), "") for each in root.iterfind(w(name)))
    return 1 + max((int(number) for number in taken if number.isdecimal()), default=0)


AFTER = {"abstractNum": ("num", "numIdMacAtCleanup"), "num": ("numIdMacAtCleanup",)}
"""What stands after a definition, and after a list (ECMA-376 part 1, 17.9.16)."""


def _insert(root: etree._Element, added: etree._Element) -> None:
    last = root.iterchildren(reversed=True)  # from the end: a document can have very many lists
    following = [*takewhile(lambda each: local(each) in AFTER[local(added)], last)]
    if following:
        following[-1].addprevious(added)
    else:
        root.append(added)
