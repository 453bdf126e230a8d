"""What holds for every number in every spelling, and for every text."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from lagesbild_xlsx.privacy import SEVERE, Kind, hits_in, masked

DASHES = ("-", "–", "—", "\u2011", "\u2212", "－", " - ", "\n-", "-\n", "-\u200b")
GAPS = ("", " ", "\u00a0", "\u202f", "\n")
INVISIBLE = ("", "\u00ad", "\u200b", "\u2060", "\ufeff")
DIGITS = ("0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩")


def check_digit(nine: str) -> int:
    """Return the Luhn check digit, worked out here so that no library is both judge and party."""
    doubled = (int(digit) * (2 if at % 2 == 0 else 1) for at, digit in enumerate(nine))
    return -sum(each // 10 + each % 10 for each in doubled) % 10


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Draw a valid number with a serial that is kept for tests, in any spelling."""
    date = draw(st.dates(dt.date(1930, 1, 1), dt.date(2025, 12, 31)))
    day = date.day + draw(st.sampled_from((0, 60)))
    serial = draw(st.integers(980, 999))
    nine = f"{date:%y%m}{day:02}{serial}"
    century = draw(st.sampled_from(("", f"{date.year // 100}")))
    split = draw(st.sampled_from(DASHES + GAPS))
    plain = f"{century}{nine[:6]}{split}{nine[6:]}{check_digit(nine)}"
    return _dressed(draw, plain)


def _dressed(draw: st.DrawFn, number: str) -> str:
    digits = draw(st.sampled_from(DIGITS))
    number = "".join(digits[int(sign)] if sign.isdigit() else sign for sign in number)
    at = draw(st.integers(1, len(number) - 1))
    return number[:at] + draw(st.sampled_from(INVISIBLE)) + number[at:]


@given(
    numbers(), st.sampled_from(("", "Se ", "(", "pnr:", "sökt ")), st.sampled_from(("", ".", ")"))
)
def test_every_valid_number_in_every_spelling_is_found_whole(
    number: str, before: str, after: str
) -> None:
    found = [(hit.kind, hit.text) for hit in hits_in(before + number + after)]
    assert found == [(Kind.IDENTITY, number)]


@given(numbers())
def test_masking_hides_the_last_four_digits_of_every_number(number: str) -> None:
    shown = masked(f"Gäller {number}, se ovan.")
    assert "••••" in shown
    assert sum(sign.isdigit() for sign in shown) == sum(sign.isdigit() for sign in number) - 4
    assert hits_in(shown) == ()


@given(st.text())
@example("\u0301\u0301")
@example("1\u0301" * 12)
@example("K. \u200d•A. B")
@example("\ud800")
def test_any_text_can_be_searched_and_masked(text: str) -> None:
    hits = hits_in(text)
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    assert not SEVERE & {hit.kind for hit in hits_in(masked(text))}


PIECES = re.split(
    r"\s+",
    "850709-9805 19850709 9805 070-1740612 anna@example.se NRP 482 Storgatan 12 född den 3 maj 1998"
    " en 15-årig pojke på Åkersskolan K123456-21 B SN 2021/123 Anna Berg af Mannen i . , - ( ) •"
    " +46 0 12 24 f. 900101 mål nr 17 år",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from((" ", "", "\n", "-")))
def test_no_error_is_left_in_a_masked_text_however_pieces_stand_together(
    pieces: list[str], between: str
) -> None:
    once = masked(between.join(pieces))
    assert not SEVERE & {hit.kind for hit in hits_in(once)}
