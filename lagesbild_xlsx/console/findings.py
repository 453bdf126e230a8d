"""Findings as a person reads them on a screen, and what is said when a document is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lagesbild_xlsx.columns import joined_words
from lagesbild_xlsx.diagnostics import Finding, Severity
from lagesbild_xlsx.places import Place
from lagesbild_xlsx.rules import NOT_IN_TEMPLATE, REVIEWED

WORDS = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.INFO: "notis"}
PLURALS = {Severity.ERROR: "fel", Severity.WARNING: "varningar", Severity.INFO: "notiser"}

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
    places = [where([finding.place for finding in group]) for group in groups]
    codes = [f"{WORDS[group[0].rule.severity]} {group[0].rule.code}" for group in groups]
    width, code_width = (max(map(len, words)) for words in (places, codes))
    margin = width + 2 if width else 0
    for (finding, *_), place, code in zip(groups, places, codes, strict=True):
        word = WORDS[finding.rule.severity]
        rest = code.removeprefix(word).ljust(code_width - len(word))
        painted = paint(word, finding.rule.severity)
        yield f"{place.ljust(margin)}{painted}{rest}  {finding.message}"
        yield f"{' ' * margin}→ {finding.hint}"


def told_lines(findings: Iterable[Finding], paint: Paint = unpainted) -> Iterator[str]:
    """Yield the lines of findings, then what a review has released and what is not shown."""
    last: dict[str, list[Finding]] = {REVIEWED.code: [], NOT_IN_TEMPLATE.code: []}
    others: list[Finding] = []
    for finding in findings:  # by code: another process has rules of its own
        last.get(finding.rule.code, others).append(finding)
    yield from finding_lines(others, paint)
    yield from _reviewed_lines(last[REVIEWED.code])
    left = last[NOT_IN_TEMPLATE.code]
    if left and others:
        yield ""
    yield from finding_lines(left, paint)


def _reviewed_lines(findings: Sequence[Finding]) -> Iterator[str]:
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


def where(places: Sequence[Place]) -> str:
    """Return where something is: ``Balanslista!C2–C13, C15``; nothing for a file.

    Each cell is named once, also where the same is said of it many times.
    """
    if places[0].cell is None:
        return places[0].sheet or ""
    runs: list[list[Place]] = []
    for place in dict.fromkeys(places):
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
    words = [f"{n} {WORDS[s] if n == 1 else PLURALS[s]}" for n, s in counts if n]
    return ", ".join(words) or "Inga fel"


# ------------------------------------------------------------------ when a document is done

MOST_NAMED = 3
"""How many cells are named."""


NOT_FOUND = (
    "Dokumentet ser inte ut som en lägesbild: varken balanslista eller orter hittades i det."
    " Arbetsboken är gjord ändå."
)
"""What is said of a document that was read and has nothing of a lägesbild."""


def closing_lines(contents: str, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield how many of what a document holds, and what to look at before it is sent.

    Args:
        contents: what it holds: ``14 aktiviteter: 1 grön, 13 ej bedömda. 5 orter``.
        findings: what was found in its workbook.
    """
    yield f"{contents}. {summary(findings)}."
    yield f"Innan du skickar: {joined_words((*_worth_a_look(findings), READ), 'och')}."


WORKBOOK = "arbetsbokens namn och egenskaper"
"""Where it stands that stands at no cell."""

READ = "läs igenom sidorna, för alla personuppgifter hittas inte"


def _worth_a_look(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield what is to be done first, in the order of how grave it is."""
    told = [f for f in findings if f.rule.severity is not Severity.INFO]
    private = dict.fromkeys(str(f.place) or WORKBOOK for f in told if f.rule.is_about_privacy)
    if private:
        rest = len(private) - MOST_NAMED
        more = f" och {rest} till" if rest > 0 else ""
        yield f"se över personuppgifterna i {', '.join([*private][:MOST_NAMED])}{more}"
    if any(not f.rule.is_about_privacy for f in told):
        yield "gå igenom varningarna"
