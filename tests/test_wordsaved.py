"""A template, and a document that is updated, say the same in whatever XML they were saved."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from lagesbild_xlsx import build
from lagesbild_xlsx.pipeline import LAGESBILD_KINDS, check_template, import_document, update
from lagesbild_xlsx.pipeline import standard_template as shipped
from tests.conftest import ROOT
from tests.test_document import VALIDATOR, sdk_errors
from tests.test_plain import activities_in, shown_in
from tests.test_update import parts_of, told
from tests.wordsaved import FORMS, TRAITS, Trait, as_word_saves

TALLMYRA = ROOT / "examples" / "tallmyra" / "tallmyra-2026-11-12.xlsx"
KINDS = ["", *LAGESBILD_KINDS]
Form = Callable[[Path], Path]
each_kind = pytest.mark.parametrize("kind", KINDS)
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def copy_of(template: Path, folder: Path) -> Path:
    copy = folder / "mall.docx"
    copy.write_bytes(template.read_bytes())
    return copy


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The document of each shipped template, as it is built."""
    folder = tmp_path_factory.mktemp("fresh")
    targets = {kind: folder / f"ut{kind}.docx" for kind in KINDS}
    for kind, target in targets.items():
        build(TALLMYRA, target, shipped(kind))
    return targets


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook with another status and comment, a row less, and one more."""
    book = openpyxl.load_workbook(TALLMYRA)
    sheet = book["Balanslista"]
    headings = {cell.value: cell.column for cell in sheet[1]}
    for heading, words in {"Status": "Rött", "Kommentar": "Omtag efter årsskiftet."}.items():
        sheet.cell(2, headings[heading] or 0, words)
    sheet.delete_rows(4)
    target = tmp_path_factory.mktemp("changed") / "ny.xlsx"
    book.save(target)
    return target


@each_kind
@each_form
def test_template_in_another_form_gives_the_same_document(
    kind: str, form: Form, fresh: dict[str, Path], tmp_path: Path
) -> None:
    template = form(copy_of(shipped(kind), tmp_path))
    outcome = build(TALLMYRA, tmp_path / "ut.docx", template)
    assert outcome.document
    assert told(outcome) == told(build(TALLMYRA, tmp_path / "så.docx", shipped(kind)))
    assert shown_in(outcome.document) == shown_in(fresh[kind])
    assert "lb:" not in parts_of(outcome.document)["word/document.xml"]
    assert check_template(template).findings == ()


@each_kind
@each_form
def test_document_in_another_form_is_updated_as_any(
    kind: str, form: Form, fresh: dict[str, Path], changed: Path, tmp_path: Path
) -> None:
    plain, saved = (tmp_path / folder / "ut.docx" for folder in ("plain", "saved"))
    for document in (plain, saved):
        document.parent.mkdir()
        shutil.copy(fresh[kind], document)
    for workbook in (changed, TALLMYRA):
        wanted = told(update(workbook, plain, shipped(kind)))
        assert told(update(workbook, form(saved), shipped(kind))) == wanted
        assert shown_in(saved) == shown_in(plain)


@each_form
def test_document_in_another_form_is_imported(
    form: Form, fresh: dict[str, Path], tmp_path: Path
) -> None:
    import_document(form(copy_of(fresh[""], tmp_path)), tmp_path / "in.xlsx")
    assert activities_in(tmp_path / "in.xlsx") == activities_in(TALLMYRA)


@pytest.mark.parametrize("trait", TRAITS, ids=lambda trait: trait.__name__)
def test_no_trait_of_a_template_matters(
    trait: Trait, fresh: dict[str, Path], tmp_path: Path
) -> None:
    template = as_word_saves(copy_of(shipped(), tmp_path), trait)
    before = parts_of(shipped())["word/document.xml"]
    assert parts_of(template)["word/document.xml"] != before
    outcome = build(TALLMYRA, tmp_path / "ut.docx", template)
    assert shown_in(outcome.document or Path()) == shown_in(fresh[""])


@pytest.mark.skipif(not VALIDATOR.exists(), reason="the validator is not installed")
def test_document_of_a_saved_template_is_valid_also_when_updated(
    changed: Path, tmp_path: Path
) -> None:
    template = as_word_saves(copy_of(shipped(), tmp_path))
    assert sdk_errors(template) == []
    document = build(TALLMYRA, tmp_path / "ut.docx", template).document or Path()
    assert sdk_errors(document) == []
    update(changed, as_word_saves(document), template)
    assert sdk_errors(document) == []
