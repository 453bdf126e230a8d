"""What ``make fuzz`` has found, each as a small file that once broke the tool."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from fuzz.targets import targets
from lagesbild_xlsx import StopError, check
from tests.rawbook import MAIN, OFFICE, PACKAGE, raw_parts, write_parts


@pytest.mark.parametrize("name", ["workbook", "template", "update"])
def test_targets_hold_for_a_few_random_edits(name: str, tmp_path: Path) -> None:
    target, choices = targets(tmp_path)[name], random.Random(name)  # noqa: S311
    for _ in range(20):
        target.run(tmp_path, choices.randbytes(80))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="2021-05-20"><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1"><c r="7"><v>1</v></c></row>',
        '<row r="-1"><c r="A1"><v>1</v></c></row>',
        '<row r="1048577"><c><v>1</v></c></row>',
    ],
)
def test_cell_outside_the_sheet_stops_with_a_sentence(rows: str, tmp_path: Path) -> None:
    path = write_parts(tmp_path / "bok.xlsx", raw_parts(rows))
    with pytest.raises(StopError, match="LB004"):
        check(path)


def test_more_totals_rows_than_rows_take_no_time(tmp_path: Path) -> None:
    parts = raw_parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    parts["xl/_rels/blad.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/table" Target="tabell.xml"/></Relationships>'
    )
    parts["xl/tabell.xml"] = f'<table xmlns="{MAIN}" ref="A1:B2" totalsRowCount="{10**14}"/>'
    path = write_parts(tmp_path / "bok.xlsx", parts)
    assert {finding.rule.code for finding in check(path).findings} == {"LB101"}
