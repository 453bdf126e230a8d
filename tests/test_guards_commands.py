"""What a bad or odd workbook comes to in the commands that read earlier ones, not only in build."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.sheets import read_lagesbild
from tests.conftest import MakeWorkbook
from tests.process import assert_refused, run, run_here
from tests.test_guards import LARGE, REFUSED
from tests.test_guards_ordinary import ODDITIES
from tests.test_reader import patched

Arguments = Callable[[Path, Path, Path], tuple[str | Path, ...]]

NEXT = ("--datum", "2026-12-10")
USES: dict[str, Arguments] = {
    "build --previous": lambda bad, good, out: (
        "build", good, "--previous", bad, "-o", out / "ut.docx",
    ),
    "compare as the former": lambda bad, good, _: ("compare", bad, good),
    "compare as the later": lambda bad, good, _: ("compare", good, bad),
    "next": lambda bad, _, out: ("next", bad, *NEXT, "-o", out / "ut.xlsx"),
}  # fmt: skip
"""The arguments of each command: of the workbook in question, a good one and a folder."""

PLAIN = [name for name in REFUSED if name not in LARGE]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "mapp"
    path.mkdir()
    return path


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("name", PLAIN)
def test_bad_workbook_is_refused_with_a_sentence_by_every_command(
    name: str, use: str, workbook: MakeWorkbook, folder: Path
) -> None:
    make, code, words = REFUSED[name]
    bad = folder / "bok.xlsx"
    make(bad)
    status, said = run_here(*USES[use](bad, workbook(), folder))
    assert_refused(status, said, "bok.xlsx", code, words)
    assert list(folder.iterdir()) == [bad]


@pytest.mark.parametrize("name", PLAIN)
def test_workbook_is_no_document_to_import_however_bad_it_is(name: str, folder: Path) -> None:
    bad = folder / "bok.xlsx"
    REFUSED[name][0](bad)
    status, said = run_here("import", bad, "-o", folder / "ut.xlsx")
    assert status == (0 if name == "Word" else 2)
    if status:
        assert said.count("fel LB") == 1
        assert re.match(r"fel LB0(02|03|04|16)  Filen ”bok\.xlsx” ", said)
        assert list(folder.iterdir()) == [bad]


@pytest.mark.parametrize("name", PLAIN)
def test_bad_workbook_in_a_folder_is_told_and_the_others_counted(
    name: str, workbook: MakeWorkbook, folder: Path
) -> None:
    shutil.move(workbook(), folder / "god.xlsx")
    REFUSED[name][0](folder / "bok.xlsx")
    status, said = run_here("trend", folder)
    assert status == 0
    assert re.findall(r"LB\d+", said) == ["LB022"]
    assert "”bok.xlsx” räknas inte med" in said


@pytest.mark.slow
@pytest.mark.parametrize("use", ["build --previous", "next"])
@pytest.mark.parametrize("name", ["12 million cells", "20 million attributes", "small strings"])
def test_workbook_of_too_much_is_refused_cheaply_by_other_commands(
    name: str, use: str, workbook: MakeWorkbook, folder: Path, tmp_path: Path
) -> None:
    pytest.importorskip("resource", reason="memory is measured where Python can")
    bad = folder / "bok.xlsx"
    REFUSED[name][0](bad)
    ran = run(tmp_path / "report", *USES[use](bad, workbook(), folder))
    assert (ran.status, ran.words.count("fel LB016  Filen ”bok.xlsx”")) == (2, 1)
    assert ran.is_cheap, ran
    assert list(folder.iterdir()) == [bad]


def odd_workbook(name: str, workbook: MakeWorkbook, folder: Path) -> Path:
    oddity = ODDITIES[name]()
    path = workbook(oddity.edit)
    if oddity.part:
        patched(path, oddity.part, oddity.old, oddity.new)
    return Path(shutil.move(path, folder / "bok.xlsx"))


HEAVY = ("million rows",)
"""Those that take seconds to make and to read."""


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=[pytest.mark.slow] if n in HEAVY else []) for n in ODDITIES]
)
def test_oddity_changes_nothing_in_what_the_commands_say(
    name: str, workbook: MakeWorkbook, folder: Path
) -> None:
    later = [{}, {"Värde": "2026-06-05"}]
    now, plain = workbook(Rapport=later, Balanslista=[{"Status": "Rött"}]), workbook()
    odd = odd_workbook(name, workbook, folder)
    assert run_here("compare", odd, now) == run_here("compare", plain, now)
    made = [folder / "udda.xlsx", folder / "vanlig.xlsx"]
    statuses = [
        run_here("next", each, *NEXT, "-o", to)[0]
        for each, to in zip((odd, plain), made, strict=True)
    ]
    assert statuses == [0, 0]
    found = [read_lagesbild(read_workbook(each)).value for each in made]
    assert [a.activity for a in found[0].activities] == [a.activity for a in found[1].activities]
    assert [a.status for a in found[0].activities] == [a.status for a in found[1].activities]
    assert found[0].report.date == found[1].report.date


def activities(name: str, *, is_later: bool) -> list[dict[str, str]]:
    """Return the rows of a balance list that takes long to match with that of the other period."""
    words = random.Random(f"{name} {is_later}")  # noqa: S311 - the same text every time
    number = 100_000 * is_later
    if name == "same text, other numbers":
        return [{"Nr": str(number + n), "Aktivitet": "Samma"} for n in range(3000)]
    if name == "same text, no numbers":
        return [{"Nr": "", "Aktivitet": "Samma"} for _ in range(5000)]
    if name == "alike, no numbers":
        return [{"Nr": "", "Aktivitet": f"Aktivitet {number + n}"} for n in range(5000)]
    if name == "long numbers":
        return [{"Nr": f"{'.' * 32_000}{n}", "Aktivitet": f"{number + n}"} for n in range(10)]
    many, long = (300, 32_000) if name == "long texts, no numbers" else (20, 32_767)
    texts = [" ".join(words.choices(["aeiou", "nrst", "ort"], k=long // 5)) for _ in range(many)]
    numbers = ["" if many > 20 else str(n) for n in range(many)]
    return [
        {"Nr": each, "Aktivitet": text[:long]} for each, text in zip(numbers, texts, strict=True)
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "same text, other numbers", "same text, no numbers", "alike, no numbers", "long numbers",
        "long texts, no numbers", "long texts, same numbers",
    ],
)  # fmt: skip
def test_workbooks_with_many_or_long_activities_are_compared_cheaply(
    name: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    pytest.importorskip("resource", reason="memory is measured where Python can")
    before, now = (
        workbook(Balanslista=activities(name, is_later=later)) for later in (False, True)
    )
    ran = run(tmp_path / "report", "compare", before, now)
    assert (ran.status, ran.is_cheap) == (0, True), ran.words[-1000:]


def misspelt(name: str) -> dict[str, list[dict[str, str]]]:
    """Return the rows of a workbook with thousands of names that are not quite the known ones."""
    letters = random.Random(name)  # noqa: S311 - the same names every time
    one, other = (["".join(letters.choices("abcdef", k=24)) for _ in range(5000)] for _ in range(2))
    column, sheet, known = ("Ort", "Orter", "Ort") if name == "localities" else (
        "Ansvar", "Listor", "Ansvarig",
    )  # fmt: skip
    return {
        "Balanslista": [{"Aktivitet": f"{n}", column: each} for n, each in enumerate(one)],
        sheet: [{known: each} for each in other],
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", ["owners", "localities"])
def test_workbook_of_misspelt_names_is_checked_cheaply(
    name: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    pytest.importorskip("resource", reason="memory is measured where Python can")
    ran = run(tmp_path / "report", "check", workbook(**misspelt(name)))
    assert ran.words.count("LB303" if name == "owners" else "LB312") > 0
    assert ran.is_cheap, ran.words[-1000:]
