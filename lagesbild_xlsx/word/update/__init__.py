"""A document that was built before, updated: only what its controls hold is replaced.

A fresh document is built from the same template, and its controls are paired with those of the old
one by the record of what was built last (``word/record.py``). All else in the old document stays as
it is: text between the controls, formats, comments, tracked changes, moved and added parts.
"""

from __future__ import annotations

import io
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import listed
from lagesbild_xlsx.diagnostics import Result, StopError
from lagesbild_xlsx.model import NO_EXTRA_DATA, ExtraData, Lagesbild
from lagesbild_xlsx.opc import Package, serialised
from lagesbild_xlsx.places import FILE, normalised
from lagesbild_xlsx.word.document import (
    DOCUMENT,
    add_link_style,
    columns_in,
    merge,
    put_styles,
    story_roots,
)
from lagesbild_xlsx.word.levels import add_level_styles
from lagesbild_xlsx.word.names import OURS
from lagesbild_xlsx.word.origin import Origin, write_origin
from lagesbild_xlsx.word.properties import title_of, write_core_properties
from lagesbild_xlsx.word.record import Record, read_record, write_record
from lagesbild_xlsx.word.update.edited import Edited
from lagesbild_xlsx.word.update.updater import Updater
from lagesbild_xlsx.word.verification import verify


def updated(
    document: Path,
    template: Path,
    lagesbild: Lagesbild,
    extra_data: ExtraData = NO_EXTRA_DATA,
    origin: Origin | None = None,
) -> Result[bytes]:
    """Return a document with what its controls hold as the lägesbild has it now.

    Args:
        document: the path of a document that was built from the template, and edited since.
        template: the path of the template.
        lagesbild: what is filled in.
        extra_data: what is said beside what the workbook says.
        origin: the workbook that it now says, to be named in the document's properties.

    Returns:
        The document, and warnings of hand edits that were replaced, and of controls that were
        deleted by hand and stay so. No document where the template has faults.

    Raises:
        StopError: a file cannot be read, or the document was not built by lagesbild.
    """
    fresh = merge(template, lagesbild, extra_data=extra_data)
    if fresh.findings:
        return fresh
    made = io.BytesIO(fresh.value)
    come_and_go = columns_in(template)
    with Package(document, DOCUMENT) as old, Package(made, DOCUMENT, document) as new:
        built, now = _built_record(old), _built_record(new)
        if built.template != now.template:
            template_name = template.name
            raise StopError(
                rules.OTHER_TEMPLATE.at(FILE, path=document.name, template=template_name)
            )
        if moved := come_and_go & (_columns(built) ^ _columns(now)):
            told = rules.COLUMNS_CHANGED.at(
                FILE, document=document.name, columns=listed(tuple(sorted(moved)), "och")
            )
            return Result(b"", (told,))
        return _updated(Edited(old, new, built), now, lagesbild, origin)


def _columns(record: Record) -> set[str]:
    """Return the folded names of what the rows of a document show."""
    tags = {entry.tag for entry in record.entries.values() if "." in entry.parent}
    return {normalised(OURS.sub("", tag, count=1)) for tag in tags}


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
    if record.is_draft:
        raise StopError(rules.DRAFT_NOT_UPDATED.at(FILE, path=package.path.name))
    return record


def _updated(
    old: Edited, now: Record, lagesbild: Lagesbild, origin: Origin | None
) -> Result[bytes]:
    if add_level_styles(old.styles, lagesbild):
        put_styles(old.editor, old.styles)
    updater = Updater(old, now, Record(template=now.template))
    updater.update()
    editor = old.editor
    for name, root in old.roots.items():
        editor.put(name, serialised(root))
    add_link_style(editor, old.roots, old.styles)
    write_core_properties(editor, title_of(old.fresh), lagesbild.report)
    write_record(editor, updater.written)
    if origin:
        write_origin(editor, origin)
    changed = editor.changed()
    document = old.package.with_parts(changed)
    verify(document, old.package.checksums(changed))
    return Result(document, tuple(updater.findings))
