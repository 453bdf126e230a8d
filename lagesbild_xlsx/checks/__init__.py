"""What a careful colleague would ask before sending it: rules across rows and sheets.

A check takes the lägesbild and yields findings; it stands in the room of what it looks at.
``CHECKS`` lists them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lagesbild_xlsx.checks.owners import (
    alias_ambiguous,
    alias_without_owner,
    owner_in_two_ways,
    owner_missing,
    owner_unknown,
)
from lagesbild_xlsx.checks.report import (
    abbreviation_unexplained,
    link_text_vague,
    municipality_ends_in_s,
    promise_without_year,
)
from lagesbild_xlsx.checks.rows import (
    activity_twice,
    comment_missing,
    due_passed,
    locality_twice,
    locality_unknown,
    meaning_without_status,
    number_twice,
    status_like_another,
    term_twice,
)
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.model import Lagesbild
from lagesbild_xlsx.privacy import NOBODY, NotPersons

Check = Callable[[Lagesbild], Iterable[Finding]]


def findings_in(lagesbild: Lagesbild, known: NotPersons = NOBODY) -> tuple[Finding, ...]:
    """Return what all checks find; the names that are known need no explanation."""
    found = (finding for check in CHECKS for finding in check(lagesbild))
    return (*found, *abbreviation_unexplained(lagesbild, known))


CHECKS: tuple[Check, ...] = (
    activity_twice,
    number_twice,
    term_twice,
    locality_twice,
    promise_without_year,
    owner_missing,
    owner_unknown,
    owner_in_two_ways,
    comment_missing,
    due_passed,
    alias_ambiguous,
    alias_without_owner,
    meaning_without_status,
    status_like_another,
    locality_unknown,
    link_text_vague,
    municipality_ends_in_s,
)
"""Every check but that of abbreviations. The order is of no matter: findings are reported in
reading order."""
