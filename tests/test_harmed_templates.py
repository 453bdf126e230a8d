"""Where ``template check`` finds no error, ``build`` gives a document, of harmed templates too."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from fuzz.edits import Choices, edited
from lagesbild_xlsx import StopError, build
from lagesbild_xlsx.pipeline import check_template, standard_template
from tests.conftest import ROOT
from tests.rawbook import write_parts
from tests.templates import write_template
from tests.wordsaved import parts_of
from tools.wordml import control, paragraph, text

TALLMYRA = ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx"
OFTEN = ("word/document.xml", "word/styles.xml")
KINDS = ("", "orter")
numbers = itertools.count()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.generate],
)
@example(harm=b"", kind="")
@given(harm=st.binary(max_size=80), kind=st.sampled_from(KINDS))
def test_template_without_errors_gives_a_document(harm: bytes, kind: str, tmp_path: Path) -> None:
    parts = parts_of(standard_template(kind))
    template = tmp_path / f"mall-{next(numbers)}.docx"
    write_parts(template, edited(parts, OFTEN, Choices(harm)) if harm else parts)
    try:
        findings = check_template(template).findings
    except StopError:
        return
    if not any(finding.is_error or finding.rule.code == "LB505" for finding in findings):
        outcome = build(TALLMYRA, output=tmp_path / "ut.docx", template=template)
        assert outcome.document, outcome.findings


def test_part_that_only_a_build_reads_is_found(tmp_path: Path) -> None:
    template = tmp_path / "mall.docx"
    parts = parts_of(standard_template())
    write_parts(template, {**parts, "docProps/core.xml": b"<x"})
    with pytest.raises(StopError, match="LB004"):
        check_template(template)
    with pytest.raises(StopError, match="LB004"):
        build(TALLMYRA, output=tmp_path / "ut.docx", template=template)


def test_name_that_may_be_ones_own_is_still_told_only(tmp_path: Path) -> None:
    block = paragraph("Normal", control("lb:Vår egen", "x", text("?")))
    template = write_template(tmp_path / "mall.docx", block)
    codes = {finding.rule.code for finding in check_template(template).findings}
    assert "LB505" in codes
