"""What is shown to people, with the personal data in it masked: findings, titles, activities."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, partial

from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.model import Lagesbild
from lagesbild_xlsx.privacy import NOBODY, Hit, Kind, NotPersons, hits_in, masked, with_masks

Mask = Callable[[str], str]
"""Returns a text with the personal data in it masked."""

NOT_TYPED = frozenset(("path", "file", "template", "document", "original", "who", "cell", "cells"))
"""The values of a finding that are no text of a cell: names of files, addresses of cells.

An address such as *F20* would be taken for a diagnosis.
"""

TITLES = frozenset(("remedy", "tag"))
"""The values of a finding that name sheets and columns, as a title does: our own sentences, tags.

A tag such as *lb:om Per ansvarig* begins as a person's name.
"""

WHOLE = "whole"
"""What the value is a piece of."""


def masked_findings(findings: Iterable[Finding], known: NotPersons) -> tuple[Finding, ...]:
    """Return findings whose words show no personal data, whatever the cell held."""
    mask, mask_title = (
        cache(partial(masked, known=known)),
        cache(partial(masked_title, known=known)),
    )
    return tuple(_with_values(finding, mask, mask_title) for finding in findings)


def _with_values(finding: Finding, mask: Mask, mask_title: Mask) -> Finding:
    """Return a finding made anew of masked values, at a sheet whose name is masked."""
    texts = {n: v for n, v in finding.values.items() if isinstance(v, str) and n not in NOT_TYPED}
    safe = {n: (mask_title if n in TITLES else mask)(text) for n, text in texts.items()}
    if WHOLE in safe and safe["value"] not in safe[WHOLE]:  # half a number is seen for none
        safe["value"] = safe[WHOLE]
    place = finding.place._replace(sheet=finding.place.sheet and mask_title(finding.place.sheet))
    if (safe, place) == (texts, finding.place):
        return finding
    return finding.rule.at(place, **{**finding.values, **safe})


def masked_title(title: str, known: NotPersons = NOBODY) -> str:
    """Return the name of a sheet, or of a file, masked."""
    return with_masks(title, in_title(hits_in(title, known)))


def in_title(hits: Iterable[Hit]) -> list[Hit]:
    """Return the personal data in a title: a single word with a capital is hardly a name there."""
    return [hit for hit in hits if hit.kind is not Kind.NAME or " " in hit.text]


def masked_activities(lagesbild: Lagesbild, known: NotPersons) -> Lagesbild:
    """Return a lägesbild to be shown, with the personal data in its activities masked."""
    shown = (
        replace(
            activity,
            activity=masked(activity.activity, known),
            owner=masked(activity.owner, known),
            comment=masked(activity.comment, known),
            locality=masked(activity.locality, known),
        )
        for activity in lagesbild.activities
    )
    return replace(lagesbild, activities=tuple(shown))
