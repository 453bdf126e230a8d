"""How much of what strangers marked is found, and that the guide says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from personnummer.personnummer import valid

from lagesbild_xlsx import check
from tests.conftest import ROOT
from tools.measure_privacy import (
    GUIDE,
    KINDS,
    TUNED,
    TUNED_2,
    TUNED_3,
    UNSEEN,
    false_in_hundred,
    score,
    sentences,
    whole_numbers,
    written,
)

EXAMPLES = sorted((ROOT / "examples").rglob("*.xlsx"))
TESTERS = ("238", "239", *map(str, range(980, 1000)))
"""Birth numbers of the test persons that the Swedish Tax Agency publishes."""


@pytest.mark.parametrize("path", [TUNED, TUNED_2, TUNED_3, UNSEEN])
def test_sets_hold_thirty_or_more_of_each_kind_and_many_clean_sentences(path: Path) -> None:
    read = sentences(path)
    assert all(score(read, kind).all >= 30 for kind in KINDS)
    assert sum(not sentence.marked for sentence in read) >= 250


def test_no_sentence_is_in_two_sets() -> None:
    texts = [{each.text for each in sentences(path)} for path in (TUNED, TUNED_2, TUNED_3, UNSEEN)]
    assert sum(map(len, texts)) == len(set().union(*texts))


@pytest.mark.parametrize("path", [TUNED, TUNED_2, TUNED_3, UNSEEN])
def test_marked_identity_numbers_are_nobodys(path: Path) -> None:
    for sentence in sentences(path):
        for piece in sentence.marked:
            figures = "".join(filter(str.isdecimal, sentence.text[piece.start : piece.end]))
            if len(figures) in {10, 12} and valid(figures):
                assert figures[-4:-1] in TESTERS


@pytest.mark.parametrize(("path", "missed"), [(TUNED, 0), (TUNED_2, 1), (TUNED_3, 0), (UNSEEN, 0)])
def test_whole_identity_numbers_are_told_but_for_one(path: Path, missed: int) -> None:
    measured = whole_numbers(sentences(path))
    assert measured.told >= measured.all - missed
    assert measured.all >= 30


def test_most_of_what_nobody_has_seen_is_told() -> None:
    measured = score(sentences(UNSEEN))
    assert measured.told >= 0.9 * measured.all


@pytest.mark.parametrize("kind", KINDS)
def test_of_each_kind_that_nobody_has_seen_four_of_five_are_told(kind: str) -> None:
    measured = score(sentences(UNSEEN), kind)
    assert measured.told >= 0.8 * measured.all


@pytest.mark.parametrize(
    ("path", "most"), [(TUNED, 0.5), (TUNED_2, 0.5), (TUNED_3, 1.5), (UNSEEN, 2)]
)
def test_few_clean_sentences_are_told(path: Path, most: int) -> None:
    assert false_in_hundred(sentences(path)) <= most


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_tuned_stays_found(kind: str) -> None:
    measured = score(sentences(TUNED), kind)
    assert measured.told >= 0.95 * measured.all


@pytest.mark.parametrize("path", [TUNED, TUNED_2, TUNED_3, UNSEEN])
def test_everything_that_is_found_is_masked_in_part(path: Path) -> None:
    shown_whole = [hit for each in sentences(path) for hit in each.hits if hit.masked == hit.text]
    assert len(shown_whole) == 0


def test_the_guides_table_is_fresh() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert written(guide) == guide


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_give_no_false_warning(path: Path) -> None:
    assert [f for f in check(path).findings if f.rule.is_about_privacy] == []
