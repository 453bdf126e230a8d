"""What the removal of rows does to areas and formulas, as Excel does it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError

from lagesbild_xlsx.places import LAST_ROW, normalised

CORNER = r"(\$?[A-Za-z]{1,3}\$?)(\d+)"
AREA = re.compile(rf"{CORNER}(?::{CORNER})?")
ROWS = re.compile(r"(\$?)(\d+):(\$?)(\d+)")
LOST = "#REF!"

LONGEST_FORMULA = 8192
"""How many letters a formula has at the most (Excel specifications and limits)."""


@dataclass(frozen=True)
class Removal:
    """Rows that are taken out of a sheet; those below move up.

    ``rows`` are sorted.
    """

    sheet: str
    rows: tuple[int, ...]

    def before(self, row: int) -> int:
        """Return how many rows above a row are removed."""
        return bisect_left(self.rows, row)

    def moved(self, row: int) -> int | None:
        """Return where a row goes; None for one that is removed."""
        above = self.before(row)
        return None if row in self.rows[above : above + 1] else row - above

    def span(self, top: int, bottom: int) -> tuple[int, int] | None:
        """Return where an area's rows go; None where none of them is left.

        One that goes to the end of the sheet still does.
        """
        last = bottom if bottom == LAST_ROW else bottom - bisect_right(self.rows, bottom)
        first = top - self.before(top)
        return (first, last) if first <= last else None

    def area(self, reference: str) -> str | None:
        """Return a reference such as ``A2:C9`` as it is afterwards; None where nothing is left."""
        if found := AREA.fullmatch(reference):
            left, top, right, bottom = found.groups()
            span = self.span(int(top), int(bottom or top))
            if span is None:
                return None
            return f"{left}{span[0]}:{right}{span[1]}" if bottom else f"{left}{span[0]}"
        if found := ROWS.fullmatch(reference):
            span = self.span(int(found[2]), int(found[4]))
            return None if span is None else f"{found[1]}{span[0]}:{found[3]}{span[1]}"
        return reference  # whole columns, or a name

    def areas(self, references: str) -> str:
        """Return references with spaces between, without those of which nothing is left."""
        return " ".join(filter(None, map(self.area, references.split())))

    def formula(self, formula: str, sheet: str | None) -> str:
        """Return a formula as it is afterwards.

        Args:
            formula: without its equals sign.
            sheet: the sheet that it stands in, None for a name or a chart.
        """
        if len(formula) > LONGEST_FORMULA or not any(letter.isdigit() for letter in formula):
            return formula
        try:
            tokens = Tokenizer(f"={formula}").items
        except TokenizerError:  # no formula that Excel would take either
            return formula
        return "".join(self._token(token, sheet) for token in tokens)

    def _token(self, token: Token, sheet: str | None) -> str:
        value = str(token.value)
        if token.type != Token.OPERAND or token.subtype != Token.RANGE:
            return value
        prefix, mark, reference = value.rpartition("!")
        named = prefix.strip("'").replace("''", "'") if mark else sheet
        if named is None or normalised(named) != normalised(self.sheet):
            return value
        return f"{prefix}{mark}{self.area(reference) or LOST}"
