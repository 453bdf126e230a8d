"""Findings as a person reads them on a screen, and as another program reads them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap
from typing import Protocol

from lagesbild_xlsx.diagnostics import Finding, Rule, Severity
from lagesbild_xlsx.model import Activity, Grid, shown
from lagesbild_xlsx.places import Place
from lagesbild_xlsx.privacy import Known, masked
from lagesbild_xlsx.rules import REVIEWED

WORDS = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.INFO: "notera"}
SINGULARS = WORDS | {Severity.INFO: "notering"}
PLURALS = {Severity.ERROR: "fel", Severity.WARNING: "varningar", Severity.INFO: "noteringar"}

SCREEN = 80
"""How many letters a line on the narrowest screen holds."""

MOST_CELLS = 6
"""How many cells, or runs of them, are named where the same is said of many."""

Paint = Callable[[str, Severity], str]
"""Gives a text the colour of a severity."""


def unpainted(text: str, severity: Severity) -> str:  # noqa: ARG001 - the shape of Paint
    """Return the text as it is."""
    return text


def finding_lines(findings: Iterable[Finding], paint: Paint = unpainted) -> Iterator[str]:
    """Yield two lines for each finding: where and what is wrong, and what to do.

    What is said of many cells in a column is said once, with its cells. A blank line stands
    between sheets. What is about a file names it in its message.
    """
    by_sheet: dict[str | None, list[list[Finding]]] = {}
    for group in grouped(findings):
        by_sheet.setdefault(group[0].place.sheet, []).append(group)
    for number, groups in enumerate(by_sheet.values()):
        if number:
            yield ""
        yield from _sheet_lines(groups, paint)


def _sheet_lines(groups: Sequence[list[Finding]], paint: Paint) -> Iterator[str]:
    """Yield the lines of one sheet's findings, aligned."""
    places = [_where([finding.place for finding in group]) for group in groups]
    codes = [f"{WORDS[group[0].rule.severity]} {group[0].rule.code}" for group in groups]
    width, code_width = (max(map(len, words)) for words in (places, codes))
    margin = width + 2 if width else 0
    for (finding, *_), where, code in zip(groups, places, codes, strict=True):
        word = WORDS[finding.rule.severity]
        rest = code.removeprefix(word).ljust(code_width - len(word))
        painted = paint(word, finding.rule.severity)
        yield f"{where.ljust(margin)}{painted}{rest}  {finding.message}"
        yield f"{' ' * margin}→ {finding.hint}"


def reviewed_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield what a review has released, with its reason, a line each."""
    if findings:
        yield "Granskat och kvar i dokumentet:"
    width = max((len(str(finding.place)) for finding in findings), default=0)
    for finding in findings:
        yield f"  {str(finding.place).ljust(width)}  {finding.message} {finding.hint}"


def grouped(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Yield findings that say the same of one column together, where the first of them stands."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        place = finding.place
        key = (finding.rule.code, finding.message, finding.hint, place.sheet, place.column)
        groups.setdefault(key, []).append(finding)
    yield from groups.values()


def _where(places: Sequence[Place]) -> str:
    """Return where something is: ``Balanslista!C2–C13, C15``; nothing for a file."""
    if places[0].cell is None:
        return places[0].sheet or ""
    runs: list[list[Place]] = []
    for place in places:
        if runs and place.row == (runs[-1][-1].row or 0) + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    named = [f"{r[0].cell}–{r[-1].cell}" if len(r) > 1 else str(r[0].cell) for r in runs]
    rest = len(named) - MOST_CELLS
    more = f" och {rest} till" if rest > 0 else ""
    return f"{places[0].sheet}!{', '.join(named[:MOST_CELLS])}{more}"


def summary(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each severity: ``3 fel, 12 varningar``."""
    severities = [finding.rule.severity for finding in findings]
    counts = ((severities.count(severity), severity) for severity in Severity)
    words = [f"{n} {SINGULARS[s] if n == 1 else PLURALS[s]}" for n, s in counts if n]
    return ", ".join(words) or "Inga fel"


def findings_json(findings: Iterable[Finding], file: Path) -> str:
    """Return findings as one JSON object, with the file's name and the counts."""
    return json.dumps(_findings_object(findings, file), ensure_ascii=False, indent=2)


def _findings_object(findings: Iterable[Finding], file: Path) -> dict[str, object]:
    listed = list(findings)
    severities = [finding.rule.severity for finding in listed]
    return {
        "file": str(file),
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "findings": [
            {
                "code": finding.rule.code,
                "severity": finding.rule.severity,
                "sheet": finding.place.sheet,
                "cell": finding.place.cell,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in listed
        ],
    }


def name_lines(names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the names that a template can use, a sheet a line."""
    yield "Namn som mallen kan använda:"
    width = max(map(len, names), default=0)
    for sheet, headings in names.items():
        yield from wrap(
            f"  {sheet.ljust(width)}  {', '.join(headings)}",
            SCREEN,
            subsequent_indent=" " * (width + 4),
        )


def masked_grid(grid: Grid, known: Known) -> Grid:
    """Return a table with the personal data in its texts masked."""
    rows = (
        tuple(masked(value, known) if isinstance(value, str) else value for value in row)
        for row in grid.rows
    )
    return replace(grid, rows=tuple(rows))


class Built(Protocol):
    """What the build of one workbook of many came to, as it is shown."""

    @property
    def workbook(self) -> Path: ...  # noqa: D102 - the workbook's path
    @property
    def findings(self) -> tuple[Finding, ...]: ...  # noqa: D102 - what was found
    @property
    def document(self) -> Path | None: ...  # noqa: D102 - the document's path, if there is one


def notable_lines(outcome: Built, paint: Paint = unpainted) -> Iterator[str]:
    """Yield what is to be told of one workbook of many, below its name; nothing where all is well.

    Its errors, where it gave no document, and what may not be sent out.
    """
    failed = outcome.document is None
    told = [f for f in outcome.findings if (failed and f.is_error) or f.rule.is_about_privacy]
    if told:
        yield f"{outcome.workbook}:"
        reviewed = [finding for finding in told if finding.rule.code == REVIEWED.code]
        others = [finding for finding in told if finding.rule.code != REVIEWED.code]
        yield from (f"  {line}" for line in finding_lines(others, paint))
        yield from (f"  {line}" for line in reviewed_lines(reviewed))
        yield ""


def outcome_grid(outcomes: Sequence[Built]) -> Grid:
    """Return a row for each workbook: how it went, and where its document is."""
    headings = ("Arbetsbok", "Fel", "Varningar", "Dokument")
    return Grid("Resultat", headings, tuple(map(_outcome_row, outcomes)))


def _outcome_row(outcome: Built) -> tuple[str | int, ...]:
    severities = [finding.rule.severity for finding in outcome.findings]
    counts = (severities.count(severity) for severity in (Severity.ERROR, Severity.WARNING))
    return outcome.workbook.name, *counts, str(outcome.document or "inget")


def outcomes_json(outcomes: Iterable[Built]) -> str:
    """Return what the builds of many workbooks came to as one JSON object."""
    files = [
        _findings_object(outcome.findings, outcome.workbook)
        | {"document": None if outcome.document is None else str(outcome.document)}
        for outcome in outcomes
    ]
    return json.dumps({"files": files}, ensure_ascii=False, indent=2)


class Moved(Protocol):
    """A change, as it is shown."""

    @property
    def words(self) -> str: ...  # noqa: D102 - the sign and the word
    @property
    def kind(self) -> str: ...  # noqa: D102 - the word
    @property
    def before(self) -> Activity | None: ...  # noqa: D102 - as it was
    @property
    def after(self) -> Activity | None: ...  # noqa: D102 - as it is
    @property
    def activity(self) -> Activity: ...  # noqa: D102 - as it is, or was
    @property
    def likeness(self) -> float | None: ...  # noqa: D102 - of 100


def change_lines(changes: Sequence[Moved]) -> Iterator[str]:
    """Yield a line for each activity: how it has moved, from what to what, and what it is."""
    words = max((len(change.words) for change in changes), default=0)
    for change in changes:
        moved = f"{_status(change.before)} → {_status(change.after)}".ljust(22)
        where = f" ({change.activity.locality})" if change.activity.locality else ""
        yield f"{change.words.ljust(words)}  {moved}  {change.activity.activity}{where}"


def _status(activity: Activity | None) -> str:
    return "–" if activity is None else (activity.status or "Ej bedömd")


def changes_json(changes: Sequence[Moved], summary_line: str) -> str:
    """Return changes as one JSON object."""
    return json.dumps(
        {
            "summary": summary_line,
            "changes": [
                {
                    "change": change.kind,
                    "activity": str(change.activity.activity),
                    "number": str(change.activity.number),
                    "locality": str(change.activity.locality),
                    "before": None if change.before is None else _status(change.before),
                    "after": None if change.after is None else _status(change.after),
                    "sheet": change.activity.place("activity").sheet if change.after else None,
                    "cell": change.activity.place("activity").cell if change.after else None,
                    "likeness": change.likeness,
                }
                for change in changes
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def next_lines(done: Sequence[Activity], numbered: int) -> Iterator[str]:
    """Yield what the next period's workbook leaves out, and how many numbers it gave."""
    if done:
        yield f"Flyttade till bladet Avslutade ({len(done)}):"
        for activity in done:
            number = f"{activity.number}. " if activity.number else ""
            yield f"  {number}{activity.activity}"
    if numbered:
        one = numbered == 1
        yield f"{numbered} {'aktivitet' if one else 'aktiviteter'} fick Nr."


def table_lines(grid: Grid) -> Iterator[str]:
    """Yield a table's name, its headings and its rows, no line longer than a screen is wide.

    Long texts go on under themselves; figures stand at the right of their columns.
    """
    yield grid.name
    texts = [[shown(value) for value in row] for row in (grid.headings, *grid.rows)]
    widths = _fitted(list(zip(*texts, strict=True)))
    is_figure = [isinstance(value, int) for value in (grid.rows or [grid.headings])[0]]
    for row in texts:
        cells = [wrap(text, width) for text, width in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            columns = zip(line, widths, is_figure, strict=True)
            padded = (t.rjust(width) if right else t.ljust(width) for t, width, right in columns)
            yield "  ".join(padded).rstrip()


def _fitted(columns: Sequence[Sequence[str]]) -> list[int]:
    """Return widths of columns, headings first, that a screen has room for.

    Headings are the first to be put on several lines, then the widest texts, down to their words.
    """
    widths = [max(map(len, column)) for column in columns]
    if _is_too_wide(widths):
        widths = [max(map(len, (*h.split(), *texts))) for h, *texts in columns]
    least = [max(len(word) for text in column for word in text.split()) for column in columns]
    while _is_too_wide(widths):
        spare = [w if w > needed else 0 for w, needed in zip(widths, least, strict=True)]
        from_widths = spare if any(spare) else widths
        widths[from_widths.index(max(from_widths))] -= 1
    return widths


def _is_too_wide(widths: Sequence[int]) -> bool:
    return sum(widths) + 2 * (len(widths) - 1) > SCREEN


def trend_json(
    tables: Iterable[Grid], summary_text: str, findings: Iterable[Finding], folder: Path
) -> str:
    """Return the tables of a trend as one JSON object, with what was found on the way."""
    rows = {
        grid.name: [dict(zip(grid.headings, row, strict=True)) for row in grid.rows]
        for grid in tables
    }
    said = {**_findings_object(findings, folder), "summary": summary_text, "tables": rows}
    return json.dumps(said, ensure_ascii=False, indent=2, default=str)


def rule_page(rule: Rule) -> str:
    """Return a rule in full."""
    consequence = {
        Severity.ERROR: "Ett fel: inget dokument skrivs förrän det är rättat.",
        Severity.WARNING: "En varning: dokumentet skrivs ändå.",
        Severity.INFO: "En notering: dokumentet skrivs ändå.",
    }[rule.severity]
    message, hint = rule.in_general()
    said = f"{message}\n→ {hint}" if hint != "…" else message
    parts = (f"{rule.code}  {rule.title}", rule.why, f"Det står: {said}", consequence)
    return "\n\n".join("\n".join(wrap_lines(part)) for part in parts)


def wrap_lines(text: str) -> Iterator[str]:
    """Yield the lines of a text, none longer than a screen is wide."""
    for line in text.split("\n"):
        yield from wrap(line, SCREEN) or ("",)


def rule_list(rules: Iterable[Rule]) -> str:
    """Return the rules, a line each."""
    return "\n".join(f"{r.code}  {WORDS[r.severity]:8} {r.title}" for r in rules)
