"""How much of what is labelled is found, and that the guide says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from lagesbild_xlsx.model import Lagesbild
from lagesbild_xlsx.privacy import Kind, Known, hits_in, masked
from tools.measure_privacy import GUIDE, HELD_OUT, TUNED, Sentence, labelled, score, written
from tools.strangnas import LAGESBILD as STRANGNAS
from tools.tallmyra import LAGESBILD as TALLMYRA

OF_FIGURES = (
    Kind.IDENTITY, Kind.FAULTY, Kind.PHONE, Kind.CASE, Kind.VEHICLE, Kind.BIRTH, Kind.STREET,
)  # fmt: skip


@cache
def part(name: str) -> list[Sentence]:
    return [sentence for sentence in labelled() if sentence.part == name]


def texts_of(value: object) -> Iterator[str]:
    """Yield every text in a lägesbild, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        yield from texts_of([getattr(value, field.name) for field in fields(value)])
    elif isinstance(value, dict):
        yield from texts_of(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from texts_of(each)


def test_the_set_is_large_half_traps_and_a_third_held_out() -> None:
    sentences = labelled()
    traps = [sentence for sentence in sentences if not sentence.expected]
    assert len(sentences) >= 360
    assert 0.4 < len(traps) / len(sentences) < 0.6
    assert 0.3 < len(part(HELD_OUT)) / len(sentences) < 0.4
    assert len({sentence.text for sentence in sentences}) == len(sentences)


@pytest.mark.parametrize("name", [TUNED, HELD_OUT])
@pytest.mark.parametrize("kind", OF_FIGURES)
def test_numbered_kinds_are_nearly_all_found(kind: Kind, name: str) -> None:
    measured = score(part(name), kind)
    assert measured.right > 3
    assert measured.recall >= 0.95
    assert measured.precision >= 0.9


@pytest.mark.parametrize("name", [TUNED, HELD_OUT])
def test_few_warnings_are_wrong(name: str) -> None:
    assert score(part(name)).precision >= 0.95


def test_masked_sentences_have_nothing_left_to_find() -> None:
    left = {sentence.text: hits_in(masked(sentence.text)) for sentence in labelled()}
    assert {text: hits for text, hits in left.items() if hits} == {}


def test_the_guides_table_is_fresh() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert written(guide) == guide


@pytest.mark.parametrize("report", [STRANGNAS, TALLMYRA], ids=["strangnas", "tallmyra"])
def test_the_example_reports_give_at_most_one_false_warning(report: Lagesbild) -> None:
    known = Known.of([
        report.report.municipality,
        *(locality.name for locality in report.localities),
        *report.owners.values(),
    ])  # fmt: skip
    texts = list(texts_of(report))
    assert len(texts) > 80
    assert len([hit for text in texts for hit in hits_in(text, known)]) <= 1
