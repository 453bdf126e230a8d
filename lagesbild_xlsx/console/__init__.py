"""Findings and figures as a person reads them on a screen, and as another program reads them."""

from lagesbild_xlsx.console.changes import change_lines, named, next_lines, status_of
from lagesbild_xlsx.console.closing import NOT_FOUND, closing_lines
from lagesbild_xlsx.console.findings import (
    finding_lines,
    grouped,
    name_lines,
    names_of,
    rule_list,
    rule_page,
    summary,
    told_lines,
    where,
)
from lagesbild_xlsx.console.machine import changes_json, findings_json, outcomes_json, trend_json
from lagesbild_xlsx.console.many import notable, notable_lines, outcome_grid
from lagesbild_xlsx.console.tables import masked_grid, table_lines
from lagesbild_xlsx.console.words import Paint, unpainted, wrap_lines

__all__ = [
    "NOT_FOUND",
    "Paint",
    "change_lines",
    "changes_json",
    "closing_lines",
    "finding_lines",
    "findings_json",
    "grouped",
    "masked_grid",
    "name_lines",
    "named",
    "names_of",
    "next_lines",
    "notable",
    "notable_lines",
    "outcome_grid",
    "outcomes_json",
    "rule_list",
    "rule_page",
    "status_of",
    "summary",
    "table_lines",
    "told_lines",
    "trend_json",
    "unpainted",
    "where",
    "wrap_lines",
]
