"""How a tag of ours is written: what it begins with, and what chooses rows or says a condition."""

from __future__ import annotations

import re

PREFIX = re.compile(r"\s*lb\s*:\s*", re.IGNORECASE)
"""How a tag of ours begins, also where a hand wrote it with capitals or spaces."""

CONDITION = re.compile(r"om\s+(?P<name>.+)", re.IGNORECASE)
"""A name that keeps a part only where there is something to say."""

COLUMN = re.compile(r"kolumn\s+(?P<name>.+)", re.IGNORECASE)
"""A name that keeps a column of a table only where some row says something in it."""

NOT = re.compile(r"inte\s+(?P<name>.+)", re.IGNORECASE)
"""What a condition says where it is negated."""

FILTERED = re.compile(r"(?P<sheet>[^\[\]]+)\[(?P<which>[^\[\]]+)\]")
"""A sheet with what chooses its rows, which is a value or one of the next three."""

SAME = re.compile(r"samma (?P<column>.+)", re.IGNORECASE)
WITHOUT = re.compile(r"utan (?P<column>.+)", re.IGNORECASE)
WITH_VALUE = re.compile(r"(?P<column>[^=]+)=(?P<value>.+)")


def is_tag(text: str) -> bool:
    """Return whether a control's tag is one of ours."""
    return PREFIX.match(text) is not None


def name_in(tag: str) -> str:
    """Return what a tag names: all but its beginning."""
    return PREFIX.sub("", tag, count=1)


def asked_value(name: str) -> tuple[str, str] | None:
    """Return the column and the value that a condition asks for; None where it asks otherwise."""
    condition = CONDITION.fullmatch(name)
    asked = condition["name"] if condition else ""
    if FILTERED.fullmatch(asked) or NOT.fullmatch(asked):
        return None
    equal = WITH_VALUE.fullmatch(asked)
    return (equal["column"].strip(), equal["value"].strip()) if equal else None
