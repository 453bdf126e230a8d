"""A lägesbild merged into a template: the parts with content controls are written anew.

Every other part of the template goes into the document byte by byte, so that nothing a template
holds is lost. python-docx is not used here: it would parse what was just written, and write a
package with the time of day in it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.model import NO_EXTRA_DATA, ExtraData, Lagesbild
from lagesbild_xlsx.opc import (
    OFFICE_RELATIONSHIPS,
    Package,
    Relationship,
    relationships_part,
    safe_parser,
    serialised,
)
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import FILE, DrawingKind
from lagesbild_xlsx.unplaced import Unshown
from lagesbild_xlsx.word.appendices.controls import make_places, placed_in
from lagesbild_xlsx.word.available_sheets import Faults, available_sheets
from lagesbild_xlsx.word.cleaning import clean, drop_comments, drop_questions, remove_names
from lagesbild_xlsx.word.compiler import Compiler
from lagesbild_xlsx.word.copies import PartCopies, own_parts
from lagesbild_xlsx.word.draft import stamp_as_draft, stamp_as_internal
from lagesbild_xlsx.word.elements import is_value
from lagesbild_xlsx.word.fields.document_values import is_needed, shown_in
from lagesbild_xlsx.word.fragments import Fragments, write_all
from lagesbild_xlsx.word.hand_edits import checksums_of, lines_in
from lagesbild_xlsx.word.header_rows import fill_header_rows
from lagesbild_xlsx.word.levels import add_level_styles
from lagesbild_xlsx.word.longrows import let_long_rows_break
from lagesbild_xlsx.word.marks import MOST_MARKS, bookmark_ids, remove_marks
from lagesbild_xlsx.word.optional_columns import ColumnOf, columns_of_parts, settle_columns
from lagesbild_xlsx.word.origin import SourceWorkbook, write_origin
from lagesbild_xlsx.word.page_setup import Room
from lagesbild_xlsx.word.part_writer import PartWriter
from lagesbild_xlsx.word.properties import write_core_properties
from lagesbild_xlsx.word.record import Record, checksum, write_record
from lagesbild_xlsx.word.shown import ShownValues
from lagesbild_xlsx.word.stories import (
    DOCUMENT_TYPE,
    TEMPLATE,
    story_of,
    story_roots,
    styles_of,
    styles_part,
)
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.tags import TemplateNames, ValueReference
from lagesbild_xlsx.word.template_sheets import PICTURE
from lagesbild_xlsx.word.uses import words_not_shown
from lagesbild_xlsx.word.verification import ReadPart, refuse_missing, values_in, verify
from lagesbild_xlsx.word.xml import plain_text, text_of, val, w

if TYPE_CHECKING:
    from lagesbild_xlsx.word.illustrations import Illustrator

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HYPERLINK = f"{OFFICE_RELATIONSHIPS}/hyperlink"


class BuildOptions(NamedTuple):
    """What kind of document is wanted.

    Attributes:
        origin: the workbook that it comes from, to be named in its properties.
        draft_faults: for a draft, what is wrong; None for a final document.
        is_internal: whether it is marked as for use inside the authority.
        keeps_reviewing: whether the template's comments, tracked changes and hidden text stay.
        columns_left_out: columns that come and go, and are left out whatever the workbook has.
    """

    origin: SourceWorkbook | None = None
    draft_faults: Faults | None = None
    is_internal: bool = False
    keeps_reviewing: bool = False
    columns_left_out: frozenset[ColumnOf] = frozenset()


FINAL = BuildOptions()
"""A document to be sent out."""


def merge(
    template: Path,
    lagesbild: Lagesbild,
    extra_data: ExtraData = NO_EXTRA_DATA,
    options: BuildOptions = FINAL,
) -> Result[Filled]:
    """Return the document that a template makes of a lägesbild, read back and found whole.

    Args:
        template: the path of a Word document or template.
        lagesbild: what is filled in.
        extra_data: what is said beside what the workbook says.
        options: what kind of document is wanted.

    Raises:
        StopError: the template cannot be opened, is no Word document, or is damaged.
    """
    with Package(template, TEMPLATE) as package:
        merged = _merge(package, lagesbild, extra_data, options)
    if merged.value is None:
        return Result(Filled(), merged.findings)
    document, checksums, stories, record, read, unshown = merged.value
    verify(document, checksums, stories, record, read)  # when all that it was made of is let go
    return Result(Filled(document, unshown), merged.findings)


class Filled(NamedTuple):
    """A document, and what of the workbook it does not show."""

    document: bytes = b""
    unshown: Unshown = Unshown()


class Merged(NamedTuple):
    """A document, and what it must hold.

    Attributes:
        document: its bytes.
        checksums: the CRC-32 of each of its parts.
        stories: the parts that values stand in.
        record: what was written in them; None where it was read back already.
        read: the parts that were read back already.
        unshown: what of the workbook it does not show.
    """

    document: bytes
    checksums: Mapping[str, int]
    stories: Collection[str]
    record: Record | None
    read: Mapping[str, ReadPart]
    unshown: Unshown


def colours_of_values(template: Path, heading: str) -> dict[str, tuple[str, str]]:
    """Return the fill and the text colour of a column's values, as RRGGBB by the folded value.

    A value without a style named after it, or whose style has no such colours, is left out.

    Raises:
        StopError: the template cannot be opened, is no Word document, or is damaged.
    """
    with Package(template, TEMPLATE) as package:
        return styles_of(package).colours_of_values(heading)


def _merge(
    package: Package, lagesbild: Lagesbild, extra_data: ExtraData, options: BuildOptions
) -> Result[Merged | None]:
    compiler = Compiler(package.path.name, styles_of(package))
    has_new_styles = add_level_styles(compiler.styles, lagesbild)
    roots = story_roots(package)
    placed = placed_in(roots.values())
    sources = available_sheets(lagesbild, options.draft_faults, extra_data, placed)
    names, shown = TemplateNames(sources), ShownValues()
    _prepare(roots, package.main_part, compiler.styles, names, options)
    has_new_styles |= _place_appendices(
        compiler, lagesbild, roots[package.main_part].find(w("body"))
    )
    first_id = 1 + max(bookmark_ids(roots.values()), default=0)
    has_fields = bool(lagesbild.appendices) or is_needed(roots.values())
    in_view = shown_in(roots.values())
    compiled = {
        name: compiler.compile(root, names, own_parts(package, name))
        for name, root in roots.items()
    }
    if not compiler.uses and not compiler.findings:
        missing = rules.TEMPLATE_WITHOUT_CONTROLS.at(FILE, template=package.path.name)
        compiler.findings.append(missing)
    compiler.findings += words_not_shown(package.path.name, compiler.uses)
    if compiler.findings:
        package.refuse_doctypes()  # a file that is not what it should be is reported first
        return Result(None, tuple(compiler.findings))
    template = checksum(package.read(package.main_part))
    record = Record(template=template, is_draft=options.draft_faults is not None)
    editor = PackageEditor(package)
    _write_stories(editor, compiled, record, first_id, shown)
    _lay_out_lists(editor, compiled, record, compiler.styles)
    record.is_marked = sum(bool(e.checksum) for e in record.entries.values()) <= MOST_MARKS
    title, body = _settle_body(editor, compiler.styles, lagesbild, record)
    if has_new_styles:
        put_styles(editor, compiler.styles)
    add_link_style(editor, compiled, compiler.styles)
    write_core_properties(editor, title, lagesbild.report)
    editor.set_content_type(package.main_part, DOCUMENT_TYPE)
    write_record(editor, record)
    if options.origin:
        write_origin(editor, options.origin)
    fields = _refreshed(editor, roots) if has_fields else ()
    left_out = remove_names(editor, in_view)
    if not options.keeps_reviewing:
        drop_comments(editor)
    if not record.is_marked:
        _leave_out_marks(editor, compiled, record)
    changed = editor.changed()
    document = package.with_parts(changed, editor.dropped)
    checksums = package.checksums(changed, editor.dropped)
    long = () if record.is_marked else (rules.MARKS_LEFT_OUT.at(FILE, count=MOST_MARKS),)
    told = (*compiler.warnings, *fields, *left_out, *long)
    unplaced = tuple(shown.unplaced(sources, lagesbild, options.columns_left_out))
    unshown = Unshown(unplaced, _pictures(compiler, shown))
    to_be_found = record if record.is_marked else None
    read = {package.main_part: body}
    return Result(Merged(document, checksums, (*compiled,), to_be_found, read, unshown), told)


def _refreshed(editor: PackageEditor, stories: Collection[str]) -> tuple[Finding, ...]:
    """Make the results of fields right, and return what is to be said of them."""
    from lagesbild_xlsx.word.fields.parts import refresh_fields  # noqa: PLC0415 - most have none

    return refresh_fields(editor, stories)


def _pictures(compiler: Compiler, shown: ShownValues) -> dict[str, Mapping[DrawingKind, int]]:
    """Return how many pictures were written of each sheet that the template has a place for."""
    meanings = (use.meaning for use in compiler.uses)
    values = (meant for meant in meanings if isinstance(meant, ValueReference))
    placed = (value.source for value in values if value.heading == PICTURE)
    return {source.name: shown.pictures(source) for source in placed}


def _place_appendices(
    compiler: Compiler, lagesbild: Lagesbild, body: etree._Element | None
) -> bool:
    """Make the places of appendices, and return whether the template lacks a style for them."""
    if body is None:
        return False
    make_places(body, lagesbild, compiler.styles)
    if not lagesbild.appendices:
        return False
    from lagesbild_xlsx.word.appendices.looks import (  # noqa: PLC0415 - most have no appendices
        add_caption_style,
        looks_of,
    )
    from lagesbild_xlsx.word.appendices.writer import appendices_in  # noqa: PLC0415 - as above

    is_new = add_caption_style(compiler.styles)
    compiler.appendices_in = partial(appendices_in, looks_of(body, compiler.styles))
    return is_new


def _prepare(
    roots: Mapping[str, etree._Element],
    main_part: str,
    styles: Styles,
    names: TemplateNames,
    options: BuildOptions,
) -> None:
    """Make a template's stories what goes into the document, but for what is filled in."""
    if not options.keeps_reviewing:
        clean(roots, styles)
    for root in roots.values():
        settle_columns(root, names.sources, options.columns_left_out)
    if options.is_internal:
        stamp_as_internal(roots, main_part)
    if options.draft_faults is not None:
        stamp_as_draft(roots, main_part, options.draft_faults.lines)
    fill_header_rows(roots.values(), styles)
    drop_questions(roots.values())


def fixed_texts(template: Path) -> list[str]:
    """Return what a template says itself: its paragraphs, without what its controls hold.

    Raises:
        StopError: the template cannot be opened, is no Word document, or is damaged.
    """
    with Package(template, TEMPLATE) as package:
        roots = story_roots(package)
        clean(roots, styles_of(package))
        for root in roots.values():
            for control in filter(is_value, root.iter(w("sdt"))):
                for text in control.iter(w("t")):
                    text.text = ""
        texts = (text_of(paragraph) for root in roots.values() for paragraph in root.iter(w("p")))
        return [text for text in texts if text.strip()]


def columns_in(template: Path) -> set[ColumnOf]:
    """Return the columns of a template that come and go.

    Raises:
        StopError: the template cannot be opened, is no Word document, or is damaged.
    """
    with Package(template, TEMPLATE) as package:
        return columns_of_parts(story_roots(package).values())


def add_link_style(editor: PackageEditor, stories: Iterable[str], styles: Styles) -> None:
    """Add a style for links where there is none, if a story has got a link."""
    part = styles_part(editor.package)
    if part is None or styles.id_of("character", "Hyperlink") is not None:
        return
    if any(editor.is_changed(relationships_part(story)) for story in stories):
        styles.add_hyperlink_style()
        editor.put(part, serialised(styles.root))


def put_styles(editor: PackageEditor, styles: Styles) -> None:
    """Put styles that were changed into a document."""
    part = styles_part(editor.package)
    if part is not None:
        editor.put(part, serialised(styles.root))


def _write_stories(
    editor: PackageEditor,
    compiled: Mapping[str, Fragments],
    record: Record,
    first_id: int,
    shown: ShownValues,
) -> None:
    """Fill in the stories, with the relationships of their links."""
    ids, draw = count(first_id), _drawing_in(editor)
    for name, fragments in compiled.items():
        link_id = partial(_link, editor, name)
        own_id = PartCopies(editor, name).next_id
        story = story_of(editor.package, name)
        drawing = partial(draw, name)
        part = PartWriter(ids, link_id, own_id, drawing, story, record, shown)
        part.add(DECLARATION)
        write_all(fragments, part, ())
        editor.put(name, _encoded(part.pieces))


def _drawing_in(editor: PackageEditor) -> Callable[[str, int, Illustration, Room], str]:
    """Return what draws a picture or a chart in a story; most documents have none."""

    @cache
    def illustrator() -> Illustrator:
        from lagesbild_xlsx.word.illustrations import Illustrator  # noqa: PLC0415 - as above

        return Illustrator(editor)

    return lambda *what: illustrator().drawing(*what)


def _settle_body(
    editor: PackageEditor, styles: Styles, lagesbild: Lagesbild, record: Record
) -> tuple[str, ReadPart]:
    """Let a body's long rows break, settle the sections around appendices, and note its lines.

    Returns:
        Its title, and the body as it was read back.
    """
    main = editor.package.main_part
    body = etree.fromstring(editor.read(main), safe_parser())
    is_settled = bool(lagesbild.appendices) and _settle_sections(body)
    if let_long_rows_break(body) or is_settled:
        editor.put(main, serialised(body))
        body = etree.fromstring(editor.read(main), safe_parser())
    record.lines = checksums_of(lines_in(body))
    values = values_in(body, record) if record.is_marked else frozenset()
    return _title_in(body, styles), ReadPart(editor.read(main), values)


def _settle_sections(body: etree._Element) -> bool:
    from lagesbild_xlsx.word.appendices.sections import (  # noqa: PLC0415 - most have no appendices
        settle_sections,
    )

    return settle_sections(body)


def _leave_out_marks(editor: PackageEditor, stories: Iterable[str], record: Record) -> None:
    """Take the marks out of the stories, when all values were found in them.

    Raises:
        StopError: one is missing.
    """
    found: set[int] = set()
    for name in stories:
        root = etree.fromstring(editor.read(name), safe_parser())
        found |= values_in(root, record)
        remove_marks(root)
        editor.put(name, serialised(root))
    refuse_missing(record, found)


def _lay_out_lists(
    editor: PackageEditor, stories: Iterable[str], record: Record, styles: Styles
) -> None:
    """Make lists of the values that have some."""
    if not any(entry.list_signs for entry in record.entries.values()):
        return
    from lagesbild_xlsx.word.lists.layout import lay_out  # noqa: PLC0415 - few values have lists
    from lagesbild_xlsx.word.lists.numbering import ListWriter  # noqa: PLC0415 - as above

    lists = ListWriter(editor, styles)
    for name in stories:
        root = etree.fromstring(editor.read(name), safe_parser())
        if lay_out(root, record, styles, lists):
            editor.put(name, serialised(root))


def _title_in(body: etree._Element, styles: Styles) -> str:
    """Return the text of the first paragraph that is styled as a document's title."""
    title = styles.id_of("paragraph", "Title")
    style = f"{w('pPr')}/{w('pStyle')}"
    for p in body.iter(w("p")) if title else ():
        if val(p.find(style)) == title:
            return " ".join(plain_text(p).split())
    return ""


def _link(editor: PackageEditor, story: str, address: str) -> str:
    """Make a story point to an address, and return the relationship's id."""
    return editor.relate(story, Relationship(HYPERLINK, address, external=True))


def _encoded(pieces: Sequence[str]) -> bytes:
    """Return pieces of text as one, without a str of them all on the way."""
    written = io.BytesIO()
    for first in range(0, len(pieces), AT_ONCE):
        written.write("".join(pieces[first : first + AT_ONCE]).encode())
    return written.getvalue()


AT_ONCE = 10_000
"""How many pieces are joined before they are encoded: one by one takes three times as long."""
