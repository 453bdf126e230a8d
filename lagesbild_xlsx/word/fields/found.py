"""The fields of a story: where each begins, shows its result, and ends (ECMA-376, 17.16.18).

What a field shows stands in its code: a kind, arguments and switches (part 1, 17.16.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.word.xml import w

FIELD_PARTS = tuple(map(w, ("fldChar", "instrText", "fldSimple")))

TAKES_TEXT = {
    "TOC": frozenset("abcdflnopst"),
    "SEQ": frozenset("rs"),
    "REF": frozenset("d"),
    "INDEX": frozenset("bcdefghklpsz"),
}
"""The switches of a kind of field that a text may follow; the others stand alone."""

FORMATS = frozenset("*#@")
"""The switches of every field that say how its result is written (17.16.4)."""

TOKEN = re.compile(
    r'["“”](?P<quoted>(?:\\.|[^"“”\\])*)["“”]?|\\(?P<switch>\S)|(?P<word>[^\s"“”\\]+)'
)


class FieldCode(NamedTuple):
    r"""A field's code, taken apart.

    Attributes:
        kind: what the field shows, in capitals (``TOC``).
        arguments: the texts that belong to no switch.
        switches: the text after each switch, by its letter (``{"o": "1-3", "h": ""}``).
        formats: the texts after ``\*``, as they are typed.
    """

    kind: str
    arguments: tuple[str, ...] = ()
    switches: Mapping[str, str] = {}
    formats: tuple[str, ...] = ()

    @property
    def argument(self) -> str:
        """The first text that belongs to no switch; nothing where there is none."""
        return self.arguments[0] if self.arguments else ""


def parsed(code: str) -> FieldCode:
    """Return a field's code, taken apart."""
    words = list(_words(code))
    if not words or words[0][0]:
        return FieldCode("")
    kind = words[0][1].upper()
    arguments: list[str] = []
    switches: dict[str, str] = {}
    formats: list[str] = []
    wanted = ""
    for is_switch, word in words[1:]:
        if is_switch:
            wanted = word.lower()
            switches.setdefault(wanted, "")
        elif wanted == "*":
            formats.append(word)
            wanted = ""
        elif wanted in FORMATS | TAKES_TEXT.get(kind, frozenset()):
            switches[wanted] = switches[wanted] or word
            wanted = ""
        else:
            arguments.append(word)
    switches.pop("*", None)
    return FieldCode(kind, tuple(arguments), switches, tuple(formats))


def _words(code: str) -> Iterator[tuple[bool, str]]:
    """Yield the words of a code, each with whether it is a switch."""
    for token in TOKEN.finditer(code):
        if token["switch"]:
            yield True, token["switch"]
        elif token["word"]:
            yield False, token["word"]
        else:
            yield False, re.sub(r"\\(.)", r"\1", token["quoted"] or "")


# ------------------------------------------------------------------ where fields stand


@dataclass(eq=False, repr=False)
class Field:
    """A field, complex or simple.

    Attributes:
        code: what it shows.
        begin: the run in which it begins; a simple field itself.
        separate: the run that its result stands after; None where it has none, and in a simple one.
        end: the run in which it ends; a simple field itself.
        in_contents: whether it stands in the result of a table of contents.
        is_locked: whether its result is to stay as it is.
    """

    code: FieldCode
    begin: etree._Element
    separate: etree._Element | None
    end: etree._Element
    in_contents: bool = False
    is_locked: bool = False

    @property
    def is_simple(self) -> bool:
        """Whether one element holds it all."""
        return self.begin.tag == w("fldSimple")

    @property
    def result(self) -> list[etree._Element] | None:
        """What its result consists of; None where that is not all in one line."""
        if self.is_simple:
            return list(self.begin)
        line = self.begin.getparent()
        start = self.begin if self.separate is None else self.separate
        if line is None or start.getparent() is not line or self.end.getparent() is not line:
            return None
        if self.separate is None:
            return []
        return list(takewhile(lambda each: each is not self.end, start.itersiblings()))


@dataclass(eq=False, repr=False)
class _Open:
    """A field whose end has not been reached."""

    begin: etree._Element
    is_locked: bool
    in_contents: bool
    code: list[str] = field(default_factory=list)
    separate: etree._Element | None = None

    @cached_property
    def parsed(self) -> FieldCode:
        """Its code, when all of that has been read."""
        return parsed("".join(self.code))

    @property
    def is_contents(self) -> bool:
        """Whether what comes now stands in the result of a table of contents."""
        return self.in_contents or (self.separate is not None and self.parsed.kind == "TOC")

    def closed(self, end: etree._Element) -> Field:
        """Return the field, whose end is reached."""
        return Field(self.parsed, self.begin, self.separate, end, self.in_contents, self.is_locked)


def fields_in(root: etree._Element) -> list[Field]:
    """Return the fields of a story whose ends it has, in the order in which they end."""
    found: list[Field] = []
    opened: list[_Open] = []
    for part in root.iter(*FIELD_PARTS):
        if part.tag == w("instrText"):
            if opened and opened[-1].separate is None:
                opened[-1].code.append(part.text or "")
        elif part.tag == w("fldSimple"):
            found.append(_begun(part, part, opened, part.get(w("instr"), "")).closed(part))
        elif (run := part.getparent()) is not None:
            _follow(part, run, opened, found)
    return found


def _follow(
    mark: etree._Element, run: etree._Element, opened: list[_Open], found: list[Field]
) -> None:
    kind = mark.get(w("fldCharType"))
    if kind == "begin":
        opened.append(_begun(mark, run, opened))
    elif opened and kind == "separate":
        opened[-1].separate = run
    elif opened and kind == "end":
        found.append(opened.pop().closed(run))


def _begun(mark: etree._Element, begin: etree._Element, opened: list[_Open], *code: str) -> _Open:
    in_contents = bool(opened) and opened[-1].is_contents
    return _Open(begin, _is_locked(mark), in_contents, list(code))


def _is_locked(mark: etree._Element) -> bool:
    return mark.get(w("fldLock"), "0") not in ("0", "false", "off")
