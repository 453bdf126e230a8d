"""A number as a Swedish Excel shows it → the number, and a format code that shows it so."""

from __future__ import annotations

import re
from typing import NamedTuple

SPACES = " \u00a0\u202f"
TYPED = (
    rf"(?P<sign>[-−]?)(?P<whole>\d{{1,15}}|\d{{1,3}}(?:[{SPACES}]\d{{3}}){{1,4}})"
    rf"(?:,(?P<part>\d{{1,10}}))?(?P<percent>[{SPACES}]?%)?"
)


class TypedNumber(NamedTuple):
    """A number, and the code of a number format."""

    value: float
    code: str


def typed_number(text: str) -> TypedNumber | None:
    """Return the number that a text is; None where it is none, or one with a zero before it."""
    found = re.fullmatch(TYPED, text.strip())
    if found is None or (len(found["whole"]) > 1 and found["whole"].startswith("0")):
        return None
    whole = re.sub(f"[{SPACES}]", "", found["whole"])
    part, percent = found["part"] or "", found["percent"] or ""
    value = float(f"{'-' if found['sign'] else ''}{whole}.{part or 0}")
    if percent:
        value = round(value / 100, len(part) + 2)
    decimals = f".{'0' * len(part)}" if part else ""
    return TypedNumber(value, f"{'# ##0' if whole != found['whole'] else '0'}{decimals}{percent}")
