"""What a masked text still shows, and what it never shows."""

from __future__ import annotations

import pytest

from lagesbild_xlsx.privacy import hits_in, masked, without_numbers

CASES = {
    "19850709-9805": "19850709-••••",
    "850709\u20119805": "850709-••••",
    "850709-T988": "850709-••••",
    "19900101-9825": "19900101-••••",
    "070-174 06 12": "070-••• •• ••",
    "+46 70 174 06 12": "+46 7• ••• •• ••",
    "anna.berg@example.se": "a•••@example.se",
    "NRP 482": "NR• •••",
    "LUZ17K": "LU••••",
    "Storgatan 12 B": "Storgatan ••",
    "Norra vägen 3": "Norra vägen ••",
    "K123456-21": "K•••-21",
    "5000-K1234-21": "•••-K•••-21",
    "B 2023-24": "B •••-•••",
    "SN 2021/123": "SN 2021/•••",
    "Anna-Karin Öberg": "A••• Ö•••",
    "Johan af Ekström": "J••• af E•••",
    "K. Berg": "K••• B•••",
    "en 15-årig pojke på Åkersskolan": "en …",
    "född 3 maj 1998": "född • ••• 1998",
    "född 1990-01-01": "född 1990-••-••",
    "född 900101": "född 90••••",
    "Lugnt på torget.": "Lugnt på torget.",
}


@pytest.mark.parametrize(("text", "shown"), CASES.items())
def test_enough_is_left_to_know_which_one_it_is(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize("text", CASES)
def test_nothing_is_found_in_a_masked_text(text: str) -> None:
    assert hits_in(masked(text)) == ()


def test_the_rest_of_the_text_is_as_typed() -> None:
    text = "Ring\u00a0Anna\u00a0Berg – 070–174\u00a006\u00a012 – i\u00addag."
    assert masked(text) == "Ring\u00a0A••• B••• – 070-••• •• •• – i\u00addag."


@pytest.mark.parametrize("number", ["19850709-9805", "850709 9805", "8 5 0 7 0 9 9 8 0 5"])
def test_the_name_of_a_file_shows_no_number_however_it_is_spread(number: str) -> None:
    assert without_numbers(f"akt {number} Anna.xlsx") == f"akt {number[:-4]}•••• Anna.xlsx"
