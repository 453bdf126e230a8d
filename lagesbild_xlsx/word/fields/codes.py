"""What a field's code says: its kind, arguments and switches (ECMA-376 part 1, 17.16.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

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
