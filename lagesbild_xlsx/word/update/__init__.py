"""A document that was built before, updated: only what its marks hold is replaced.

A fresh document is built from the same template, and its values, rows and conditions are paired
with those of the old one by the record of what was built last (``word/record.py``). For that the
marks of both become controls, and marks again afterwards. All else in the old document stays as it
is: text between the values, formats, comments, tracked changes, moved and added parts.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import joined_words
from lagesbild_xlsx.diagnostics import Result, StopError
from lagesbild_xlsx.model import NO_EXTRA_DATA, ExtraData, Lagesbild
from lagesbild_xlsx.opc import Package, serialised
from lagesbild_xlsx.places import FILE, normalised
from lagesbild_xlsx.word.appendices.controls import words_for
from lagesbild_xlsx.word.appendices.marking import unbounded
from lagesbild_xlsx.word.appendices.sections import settle_sections, unsettle_sections
from lagesbild_xlsx.word.conversion import to_controls, to_marks
from lagesbild_xlsx.word.document import (
    BuildOptions,
    Filled,
    add_link_style,
    columns_in,
    merge,
    put_styles,
)
from lagesbild_xlsx.word.draft import stamp_as_internal
from lagesbild_xlsx.word.fields.document_values import is_needed
from lagesbild_xlsx.word.fields.parts import refresh_fields
from lagesbild_xlsx.word.hand_edits import lines_in, lines_left
from lagesbild_xlsx.word.levels import add_level_styles
from lagesbild_xlsx.word.optional_columns import ColumnOf, sheet_of_repeat
from lagesbild_xlsx.word.origin import SourceWorkbook, write_origin
from lagesbild_xlsx.word.properties import title_of, write_core_properties
from lagesbild_xlsx.word.record import Record, read_record, write_record
from lagesbild_xlsx.word.stories import DOCUMENT, story_roots
from lagesbild_xlsx.word.tag_grammar import name_in
from lagesbild_xlsx.word.update.old_document import Edited
from lagesbild_xlsx.word.update.updater import Updater
from lagesbild_xlsx.word.verification import verify


class UpdateOptions(NamedTuple):
    """What is known of an update.

    Attributes:
        origin: the workbook that the document now says, to be named in its properties.
        former: the checksums of what the template has been, whose documents are updated too.
        is_internal: whether the document is to be marked as for use inside the authority.
    """

    origin: SourceWorkbook | None = None
    former: frozenset[str] = frozenset()
    is_internal: bool = False


PLAIN = UpdateOptions()


def updated(
    document: Path,
    template: Path,
    lagesbild: Lagesbild,
    extra_data: ExtraData = NO_EXTRA_DATA,
    options: UpdateOptions = PLAIN,
) -> Result[Filled]:
    """Return a document with what its marks hold as the lägesbild has it now.

    Args:
        document: the path of a document that was built from the template, and edited since.
        template: the path of the template.
        lagesbild: what is filled in.
        extra_data: what is said beside what the workbook says.
        options: what else is known.

    Returns:
        The document, and warnings of hand edits that were replaced, of values that were deleted by
        hand and stay so, and of fields that do. No document where the template has faults.

    Raises:
        StopError: a file cannot be read, or the document was not built by lagesbild.
    """
    with Package(document, DOCUMENT) as old:
        built = _built_record(old)
    come_and_go = columns_in(template)
    is_former = built.template in options.former
    never_had = come_and_go - _columns(built) if is_former else ()
    wanted = BuildOptions(columns_left_out=frozenset(never_had))
    fresh = merge(template, lagesbild, extra_data, wanted)
    if not fresh.value.document:
        return fresh
    made = io.BytesIO(fresh.value.document)
    with Package(document, DOCUMENT) as old, Package(made, DOCUMENT, document) as new:
        now = _built_record(new)
        if is_former:
            now.template = built.template  # so that its columns are known the next time too
        if built.template != now.template:
            template_name = template.name
            raise StopError(
                rules.OTHER_TEMPLATE.at(FILE, path=document.name, template=template_name)
            )
        if not now.is_marked:
            raise StopError(rules.NOT_MARKED.at(FILE, path=document.name))
        if moved := come_and_go & (_columns(built) ^ _columns(now)):
            told = rules.COLUMNS_CHANGED.at(
                FILE, document=document.name, columns=joined_words(_names_of(moved), "och")
            )
            return Result(Filled(), (told,))
        edited = Edited(old, new, built)
        for root in (edited.roots[old.main_part], edited.fresh_roots[new.main_part]):
            unsettle_sections(root)
        if not built.has_controls:
            _refuse_unbounded(edited)
            to_controls(edited.roots.values(), built)
        to_controls(edited.fresh_roots.values(), now)
        changed = _updated(edited, now, lagesbild, options)
    return Result(fresh.value._replace(document=changed.value), changed.findings)


def _refuse_unbounded(old: Edited) -> None:
    """Refuse a document where nobody can tell what belongs to an appendix.

    Raises:
        StopError: it is so.
    """
    tags = unbounded(old.roots.values(), old.built)
    if tags:
        name, named = old.package.path.name, joined_words(tuple(map(words_for, tags)), "och")
        raise StopError(rules.APPENDIX_UNBOUNDED.at(FILE, path=name, appendices=named))


def _columns(record: Record) -> set[ColumnOf]:
    """Return what the rows of a document show, each with its sheet."""
    shown = {
        (int(entry.parent.partition(".")[0]), entry.tag)
        for entry in record.entries.values()
        if "." in entry.parent
    }
    return {
        ColumnOf(sheet_of_repeat(record.entries[repeat].tag), normalised(name_in(tag)))
        for repeat, tag in shown
    }


def _names_of(columns: Iterable[ColumnOf]) -> tuple[str, ...]:
    return tuple(sorted({column.name for column in columns}))


def refuse_unfit(document: Path) -> None:
    """Refuse a document that cannot be updated, before any work is done for it.

    Raises:
        StopError: it cannot be read, is too large, or was not built by lagesbild.
    """
    with Package(document, DOCUMENT) as package:
        _built_record(package)
        story_roots(package)


def _built_record(package: Package) -> Record:
    """Return what was built into a document.

    Raises:
        StopError: it does not say, or was a draft.
    """
    record = read_record(package)
    if record is None:
        raise StopError(rules.NOT_BUILT_HERE.at(FILE, path=package.path.name))
    if not record.is_marked:
        raise StopError(rules.NOT_MARKED.at(FILE, path=package.path.name))
    if record.is_draft:
        raise StopError(rules.DRAFT_NOT_UPDATED.at(FILE, path=package.path.name))
    return record


def _updated(
    old: Edited, now: Record, lagesbild: Lagesbild, options: UpdateOptions
) -> Result[bytes]:
    if add_level_styles(old.styles, lagesbild):
        put_styles(old.editor, old.styles)
    updater = Updater(old, now, Record(template=now.template, lines=now.lines))
    updater.update()
    to_marks(list(old.roots.values()), updater.written)
    settle_sections(old.roots[old.package.main_part])
    old.drop_unused()
    if options.is_internal:
        stamp_as_internal(old.roots, old.package.main_part)
    editor = old.editor
    for name, root in old.roots.items():
        editor.put(name, serialised(root))
    add_link_style(editor, old.roots, old.styles)
    write_core_properties(editor, title_of(old.fresh), lagesbild.report)
    if any(finding.rule is rules.CONTROL_NOT_INSERTED for finding in updater.findings):
        lines = lines_in(old.roots[old.package.main_part])
        updater.written.lines = lines_left(now.lines, lines)  # nobody has taken out the others
    write_record(editor, updater.written)
    if options.origin:
        write_origin(editor, options.origin)
    fields = refresh_fields(editor, old.roots) if is_needed(old.roots.values()) else ()
    changed = editor.changed()
    document = old.package.with_parts(changed, editor.dropped)
    verify(document, old.package.checksums(changed, editor.dropped))
    return Result(document, (*updater.findings, *fields))
