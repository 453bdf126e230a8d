"""Rows that are written at once say what they say when they are written one by one."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagesbild_xlsx.model import Activity, Lagesbild, Status
from lagesbild_xlsx.pipeline.reading import additions_of
from lagesbild_xlsx.pipeline.templates import standard_template
from lagesbild_xlsx.places import FormattedText, Run
from lagesbild_xlsx.word import merge
from lagesbild_xlsx.word.part import AllRows
from tests.templates import write_template
from tools.strangnas import LAGESBILD
from tools.wordml import cell, control, only_if, paragraph, repeat, row, table, text, value

WORDS = ("", "Löfte & <b>", "Rad ett\nrad två\tslut", "Vandra", "'=1+1", "\x01x", "Rött", " ")
runs = st.builds(
    Run, st.sampled_from(WORDS), st.booleans(), st.booleans(), st.sampled_from(("", "https://a.se"))
)
texts = st.sampled_from(WORDS) | st.builds(FormattedText, st.lists(runs, max_size=3))
rows = st.lists(
    st.builds(Activity, activity=texts, owner=texts, status=st.sampled_from(Status), comment=texts),
    max_size=8,
)


def documents(template: Path, lagesbild: Lagesbild) -> tuple[bytes, bytes]:
    """Return the document that is written at once, and the one that is written row by row."""
    nothing_new = additions_of([""] * len(lagesbild.activities), "", "")
    at_once = merge(template, lagesbild, nothing_new).value
    assert at_once
    with patch("lagesbild_xlsx.word.holders.are_flat", return_value=False):
        return at_once, merge(template, lagesbild, nothing_new).value


@settings(max_examples=60, deadline=None)
@given(rows)
def test_standard_template_gives_the_same_bytes_both_ways(activities: list[Activity]) -> None:
    lagesbild = replace(LAGESBILD, activities=tuple(activities))
    at_once, one_by_one = documents(standard_template(), lagesbild)
    assert at_once == one_by_one


NAME = cell(1, paragraph("Normal", value("Aktivitet"), text(" i "), value("Rapport.Kommun")))
NOT_OURS = cell(1, paragraph("Normal", control("annat", "Annat", text("kvar"))))
STATUS = control("lb:Status", "Status", cell(1, paragraph("Normal", text("Ej bedömd"))))
BODIES = {
    "values": (NAME, STATUS),
    "a control that is not ours": (NAME, NOT_OURS, STATUS),
    "no value": (cell(1, paragraph("Normal", text("-"))),),
    "a condition": (NAME, cell(1, only_if("Kommentar", paragraph("Normal", value("Kommentar"))))),
}


@pytest.mark.parametrize("name", BODIES)
def test_any_row_gives_the_same_bytes_both_ways(name: str, tmp_path: Path) -> None:
    widths = (1,) * len(BODIES[name])
    block = table("LBalanslista", "T", "D", widths, repeat("Balanslista", row(*BODIES[name])))
    template = write_template(tmp_path / "mall.docx", block, paragraph("Normal"))
    with patch("lagesbild_xlsx.word.holders.AllRows", wraps=AllRows) as used:
        at_once, one_by_one = documents(template, LAGESBILD)
    assert used.called == (name != "a condition")
    assert at_once == one_by_one
    xml = zipfile.ZipFile(io.BytesIO(at_once)).read("word/document.xml")
    assert xml.count(b"<w:tr>") == len(LAGESBILD.activities)
