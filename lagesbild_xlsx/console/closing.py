"""What is said when a document is done: what it holds, and what to look at before it is sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lagesbild_xlsx.columns import listed
from lagesbild_xlsx.console.findings import summary
from lagesbild_xlsx.diagnostics import Finding, Severity

MOST_CELLS = 3
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
    yield f"Innan du skickar: {listed((*_worth_a_look(findings), READ), 'och')}."


WORKBOOK = "arbetsbokens namn och egenskaper"
"""Where it stands that stands at no cell."""

READ = "läs igenom sidorna, för alla personuppgifter hittas inte"


def _worth_a_look(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield what is to be done first, in the order of how grave it is."""
    told = [f for f in findings if f.rule.severity is not Severity.INFO]
    private = dict.fromkeys(str(f.place) or WORKBOOK for f in told if f.rule.is_about_privacy)
    if private:
        more = f" och {len(private) - MOST_CELLS} till" if len(private) > MOST_CELLS else ""
        yield f"se över personuppgifterna i {', '.join([*private][:MOST_CELLS])}{more}"
    if any(not f.rule.is_about_privacy for f in told):
        yield "gå igenom varningarna"
