"""What there is to look up: the rules, and the names that a template can use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from lagesbild_xlsx.console.findings import WORDS
from lagesbild_xlsx.console.screen import SCREEN, wrap_lines
from lagesbild_xlsx.diagnostics import Rule, Severity


def name_lines(names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the names that a template can use, a sheet a line."""
    yield "Namn som mallen kan använda:"
    width = max(map(len, names), default=0)
    for sheet, headings in names.items():
        yield from wrap(
            f"  {sheet.ljust(width)}  {names_of(sheet, headings)}",
            SCREEN,
            subsequent_indent=" " * (width + 4),
        )


def names_of(sheet: str, headings: Sequence[str]) -> str:
    """Return the columns of a sheet that a template can use; its own tag where it has none."""
    return ", ".join(headings) or f"hela bladet, med taggen lb:{sheet}"


def rule_page(rule: Rule) -> str:
    """Return a rule in full."""
    consequence = {
        Severity.ERROR: "Ett fel: inget dokument skrivs förrän det är rättat.",
        Severity.WARNING: "En varning: dokumentet skrivs ändå.",
        Severity.INFO: "En notis: dokumentet skrivs ändå.",
    }[rule.severity]
    message, hint = rule.in_general()
    said = f"{message}\n→ {hint}" if hint else message
    parts = (f"{rule.code}  {rule.title}", rule.why, f"Det står: {said}", consequence)
    return "\n\n".join("\n".join(wrap_lines(part)) for part in parts)


def rule_list(rules: Iterable[Rule]) -> str:
    """Return the rules, a line each."""
    return "\n".join(f"{r.code}  {WORDS[r.severity]:8} {r.title}" for r in rules)
