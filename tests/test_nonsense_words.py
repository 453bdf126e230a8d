"""Whatever words a municipality has, every command holds: nonsense as scale and sections."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from lagesbild_xlsx.excel import read_workbook
from lagesbild_xlsx.excel.writer import workbook_bytes
from lagesbild_xlsx.model import (
    Activity,
    Lagesbild,
    ListRow,
    Paragraph,
    Priority,
    Report,
    Standing,
)
from lagesbild_xlsx.model.status_words import COLOURS, KNOWN_WORDS, NOT_JUDGED_WORDS
from lagesbild_xlsx.pipeline import begin_next, build, check, compare, import_document, trend
from lagesbild_xlsx.places import normalised
from lagesbild_xlsx.sheets import read_lagesbild
from tests.templates import lines

LETTERS = "bdfghjklmnpvåäö"
DATES = dt.date(2026, 3, 5), dt.date(2026, 4, 9)


def is_nonsense(word: str) -> bool:
    folded = normalised(word)
    return len(folded) > 1 and folded not in NOT_JUDGED_WORDS and folded not in KNOWN_WORDS


nonsense = (
    st.lists(st.text(LETTERS, min_size=2, max_size=6), min_size=1, max_size=2)
    .map(lambda parts: " ".join(parts).capitalize())
    .filter(is_nonsense)
)


def words(most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(nonsense, min_size=1, max_size=most, unique_by=normalised)


@st.composite
def municipalities(draw: st.DrawFn) -> Lagesbild:
    """Draw a lägesbild whose every status, source and section is a word of its own."""
    scale, sources, sections = draw(words(7)), draw(words(4)), draw(words(5))
    lists = [ListRow()] * max(map(len, (scale, sources, sections)))
    for at, word in enumerate(scale):
        lists[at] = ListRow(
            status=word,
            meaning=f"menas {word}",
            colour=draw(st.sampled_from(("", *COLOURS, "ABCDEF"))),
            counts_as=draw(st.sampled_from([standing.value for standing in Standing])),
        )
    for at, word in enumerate(sources):
        lists[at] = replace(lists[at], source=word)
    for at, word in enumerate(sections):
        lists[at] = replace(lists[at], section=word)
    return Lagesbild(
        report=Report(
            municipality="Nonsby kommun",
            date=DATES[0],
            promise_year="2026",
            cooperation_period="2024-2027",
            introduction="En inledning.",
            basis="Ett underlag.",
        ),
        priorities=tuple(Priority(source=word, priority=f"prio {word}") for word in sources),
        paragraphs=tuple(Paragraph(section=word, text=f"text {word}") for word in sections),
        activities=tuple(
            Activity(number=str(at), activity=f"gör {word}", status=word, comment="För att.")
            for at, word in enumerate(scale, 1)
        ),
        lists=tuple(lists),
    )


def written(lagesbild: Lagesbild, path: Path) -> Path:
    path.write_bytes(workbook_bytes(lagesbild))
    return path


def moved(lagesbild: Lagesbild) -> Lagesbild:
    """Return the next period, in which every activity has the status of the one after it."""
    stands = [activity.status for activity in lagesbild.activities]
    turned = zip(lagesbild.activities, [*stands[1:], stands[0]], strict=True)
    return replace(
        lagesbild,
        report=replace(lagesbild.report, date=DATES[1]),
        activities=tuple(replace(activity, status=status) for activity, status in turned),
    )


@settings(max_examples=12, deadline=None)
@given(municipalities())
def test_any_words_hold_through_every_command(lagesbild: Lagesbild) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        perioder = folder / "perioder"
        perioder.mkdir()
        path = written(lagesbild, perioder / "1.xlsx")
        again = written(moved(lagesbild), perioder / "2.xlsx")
        read = read_lagesbild(read_workbook(path)).value
        assert read.words == lagesbild.words
        assert [a.status for a in read.activities] == [a.status for a in lagesbild.activities]
        assert [f for f in check(path).findings if f.is_error] == []

        document = build(path, folder / "ut.docx").document
        assert document is not None
        said = "\n".join(lines(document))
        for word in (*read.scale.words, *read.words.sources, *read.words.sections):
            assert word in said

        import_document(document, folder / "import.xlsx")
        back = read_lagesbild(read_workbook(folder / "import.xlsx")).value
        assert back.scale.words == read.scale.words
        assert [level.fill for level in back.scale.levels] == [
            level.fill for level in read.scale.levels
        ]
        assert back.words[1:] == read.words[1:]
        assert [a.status for a in back.activities] == [a.status for a in read.activities]

        changes = compare(path, again).changes
        assert len(changes) == len(lagesbild.activities)
        outcome = begin_next(again, dt.date(2026, 5, 7), folder / "nästa.xlsx")
        finished = read.scale.words_that(Standing.FINISHED)
        assert {activity.status for activity in outcome.done} == set(finished)
        for suffix in (".docx", ".xlsx", ".csv"):
            report = trend(perioder, folder / f"trend{suffix}")
            assert report.document is not None, [f.message for f in report.findings]
