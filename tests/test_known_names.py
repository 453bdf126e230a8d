"""Which known name a misspelt one is: what difflib answers, quickly and for a bounded time."""

from __future__ import annotations

import random
from difflib import get_close_matches

import pytest

from lagesbild_xlsx.columns import KnownNames, likeness
from lagesbild_xlsx.places import normalised

NAMES = (
    "Polisen", "Lokalpolisområde Eskilstuna", "Strängnäs kommun", "Socialtjänsten", "Skolan",
    "Kultur- och fritidsförvaltningen", "Räddningstjänsten", "Region Sörmland", "Skolor",
)  # fmt: skip


def misspelt(name: str, dice: random.Random) -> str:
    letters = list(name)
    for _ in range(dice.randint(0, 4)):
        at = dice.randrange(len(letters))
        letters[at : at + dice.randint(0, 2)] = dice.choices("aeiklnåö ", k=dice.randint(0, 2))
        letters = letters or ["x"]
    return "".join(letters)


@pytest.mark.parametrize("seed", range(50))
def test_misspelt_name_is_the_one_that_difflib_finds(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same names every time
    spellings = (*NAMES, *(misspelt(dice.choice(NAMES), dice) for _ in range(20)))
    folded = {normalised(name): name for name in spellings}
    known = KnownNames(spellings)
    for _ in range(20):
        name = misspelt(dice.choice(NAMES), dice)
        close = get_close_matches(normalised(name), folded, n=1, cutoff=likeness.LEAST_LIKENESS)
        assert known.nearest(name) == (folded[close[0]] if close else None)


@pytest.mark.parametrize("bound", ["MOST_PAIRS", "MOST_WORK"])
def test_only_the_first_of_too_many_misspelt_names_are_answered(
    bound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likeness, bound, 60)
    known = KnownNames(NAMES[:1])
    answers = [known.nearest(f"Polise{n}") for n in range(100)]
    assert (answers[0], answers[-1]) == ("Polisen", None)
    assert known.nearest("Polise0") == "Polisen"
