"""A lägesbild merged into a template: the parts with content controls are written anew.

Every other part of the template goes into the document byte by byte, so that nothing a template
holds is lost. python-docx is not used here: it would parse what was just written, and write a
package with the time of day in it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Result, Rule
from lagesbild_xlsx.model import NO_EXTRA_DATA, ExtraData, Lagesbild
from lagesbild_xlsx.opc import (
    MARKUP_IN_DOCUMENT,
    MARKUP_IN_OUR_OWN,
    MARKUP_IN_TEMPLATE,
    OFFICE_RELATIONSHIPS,
    Kind,
    Package,
    PackageEditor,
    Relationship,
    relationships_part,
    serialised,
)
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.cleaning import clean, drop_comments, drop_questions, remove_names
from lagesbild_xlsx.word.compiler import Compiler
from lagesbild_xlsx.word.draft import mark_as_draft, mark_as_internal
from lagesbild_xlsx.word.elements import is_value, unwrap
from lagesbild_xlsx.word.fields import is_needed, mark_sections, refresh_fields, shown_in
from lagesbild_xlsx.word.fragments import Fragments, write_all
from lagesbild_xlsx.word.header_rows import fill_header_rows
from lagesbild_xlsx.word.marks import MOST_MARKS, bookmark_ids, remove_marks
from lagesbild_xlsx.word.names import Names
from lagesbild_xlsx.word.origin import Origin, write_origin
from lagesbild_xlsx.word.own_parts import OwnParts, own_parts
from lagesbild_xlsx.word.part_writer import PartWriter
from lagesbild_xlsx.word.properties import write_core_properties
from lagesbild_xlsx.word.record import Record, checksum, write_record
from lagesbild_xlsx.word.sources import Faults, sources_of
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.verification import verify
from lagesbild_xlsx.word.xml import W, text_of, w

WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{WORDPROCESSING}.document.main+xml"
TEMPLATE_TYPE = f"{WORDPROCESSING}.template.main+xml"
TYPES = (DOCUMENT_TYPE, TEMPLATE_TYPE)
DOCUMENT = Kind(
    "ett Word-dokument (.docx)",
    "Word",
    TYPES,
    MARKUP_IN_DOCUMENT,
    "Ett dokument kan ha omkring 10 000 rader. Dela upp det, eller bygg ett nytt i stället för att"
    " uppdatera det.",
)
OUR_OWN = Kind(DOCUMENT.wanted, DOCUMENT.program, TYPES, MARKUP_IN_OUR_OWN)
TEMPLATE = Kind("ett Word-dokument (.docx)", "Word", TYPES, MARKUP_IN_TEMPLATE)
STORIES = ("document.main", "template.main", "header", "footer", "footnotes", "endnotes")
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HYPERLINK = f"{OFFICE_RELATIONSHIPS}/hyperlink"
NOWHERE = "about:blank"
NO_STYLES = f'<w:styles xmlns:w="{W}"/>'


class BuildOptions(NamedTuple):
    """What kind of document is wanted.

    Attributes:
        origin: the workbook that it comes from, to be named in its properties.
        draft_faults: for a draft, what is wrong; None for a final document.
        is_internal: whether it is marked as for use inside the authority.
        keeps_reviewing: whether the template's comments, tracked changes and hidden text stay.
    """

    origin: Origin | None = None
    draft_faults: Faults | None = None
    is_internal: bool = False
    keeps_reviewing: bool = False


FINAL = BuildOptions()
"""A document to be sent out."""


def merge(
    template: Path,
    lagesbild: Lagesbild,
    extra_data: ExtraData = NO_EXTRA_DATA,
    options: BuildOptions = FINAL,
) -> Result[bytes]:
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
        return Result(b"", merged.findings)
    verify(*merged.value)  # when all that it was made of is let go
    return Result(merged.value.document, merged.findings)


class Merged(NamedTuple):
    """A document, and what it must hold.

    Attributes:
        document: its bytes.
        checksums: the CRC-32 of each of its parts.
        record: what was written.
        marked: the parts with the marks of all that was written, where the document is without.
    """

    document: bytes
    checksums: Mapping[str, int]
    record: Record
    marked: Mapping[str, bytes]


def drawable(document: bytes) -> bytes:
    """Return a document as it is handed to a program that draws its pages.

    It is without its content controls, of which LibreOffice makes form fields; what they hold
    stays. What it points to outside itself, such as a linked picture, would be fetched: that is
    without its address. A link to be followed by hand stays. A bookmark tells where each section
    begins.
    """
    with Package(io.BytesIO(document), OUR_OWN) as package:
        roots = story_roots(package)
        mark_sections(roots[package.main_part])
        for root in roots.values():
            for control in list(root.iter(w("sdt"))):
                unwrap(control)
        changed = roots | dict(_without_addresses(package))
        return package.with_parts({name: serialised(root) for name, root in changed.items()})


def _without_addresses(package: Package) -> Iterator[tuple[str, etree._Element]]:
    """Yield the relationships that name what a program would fetch, without its address."""
    for name in package.names:
        if name.lower().endswith(".rels"):
            root = package.xml(name)
            for element in root.iterfind("*[@TargetMode='External']"):
                if not element.get("Type", "").endswith("/hyperlink"):
                    element.set("Target", NOWHERE)
            yield name, root


def colours_of_values(template: Path, heading: str) -> dict[str, tuple[str, str]]:
    """Return the fill and the text colour of a column's values, as RRGGBB by the folded value.

    A value without a style named after it, or whose style has no such colours, is left out.

    Raises:
        StopError: the template cannot be opened, is no Word document, or is damaged.
    """
    with Package(template, TEMPLATE) as package:
        return compiler_of(package).styles.colours_of_values(heading)


def _merge(
    package: Package, lagesbild: Lagesbild, extra_data: ExtraData, options: BuildOptions
) -> Result[Merged | None]:
    compiler = compiler_of(package)
    names = Names(sources_of(lagesbild, options.draft_faults, extra_data))
    roots = story_roots(package)
    if not options.keeps_reviewing:
        clean(roots, compiler.styles)
    if options.is_internal:
        mark_as_internal(roots, package.main_part)
    if options.draft_faults is not None:
        mark_as_draft(roots, package.main_part, options.draft_faults.lines)
    fill_header_rows(roots.values(), compiler.styles)
    first_id = 1 + max(bookmark_ids(roots.values()), default=0)
    drop_questions(roots.values())
    has_fields, shown = is_needed(roots.values()), shown_in(roots.values())
    compiled = {
        name: compiler.compile(root, names, own_parts(package, name))
        for name, root in roots.items()
    }
    if not compiler.uses and not compiler.findings:
        missing = rules.TEMPLATE_WITHOUT_CONTROLS.at(FILE, template=package.path.name)
        compiler.findings.append(missing)
    if compiler.findings:
        package.refuse_doctypes()  # a file that is not what it should be is told first
        return Result(None, tuple(compiler.findings))
    template = checksum(package.read(package.main_part))
    record = Record(template=template, is_draft=options.draft_faults is not None)
    editor = PackageEditor(package)
    title = _write_stories(editor, compiled, record, first_id)
    record.is_marked = sum(bool(e.checksum) for e in record.entries.values()) <= MOST_MARKS
    add_link_style(editor, compiled, compiler.styles)
    write_core_properties(editor, title, lagesbild.report)
    editor.set_content_type(package.main_part, DOCUMENT_TYPE)
    write_record(editor, record)
    if options.origin:
        write_origin(editor, options.origin)
    fields = refresh_fields(editor, roots) if has_fields else ()
    left_out = remove_names(editor, shown)
    if not options.keeps_reviewing:
        drop_comments(editor)
    marked = {name: editor.read(name) for name in compiled}
    if not record.is_marked:
        for name in compiled:
            remove_marks(editor.root(name))
    changed = editor.changed()
    document = package.with_parts(changed, editor.dropped)
    checksums = package.checksums(changed, editor.dropped)
    long = () if record.is_marked else (rules.MARKS_LEFT_OUT.at(FILE, count=MOST_MARKS),)
    told = (*compiler.warnings, *fields, *left_out, *long)
    return Result(Merged(document, checksums, record, marked), told)


def fixed_texts(template: Path) -> list[str]:
    """Return what a template says itself: its paragraphs, without what its controls hold.

    Raises:
        StopError: the template cannot be opened, is no Word document, or is damaged.
    """
    with Package(template, TEMPLATE) as package:
        roots = story_roots(package)
        clean(roots, compiler_of(package).styles)
        for root in roots.values():
            for control in filter(is_value, root.iter(w("sdt"))):
                for text in control.iter(w("t")):
                    text.text = ""
        texts = (text_of(paragraph) for root in roots.values() for paragraph in root.iter(w("p")))
        return [text for text in texts if text.strip()]


def compiler_of(package: Package, unknown: Rule = rules.TAG_UNKNOWN) -> Compiler:
    """Return a compiler for the parts of a template, and what it says of unknown names."""
    part = _styles_part(package)
    root = package.xml(part) if part else etree.fromstring(NO_STYLES)
    return Compiler(package.path.name, Styles(root), unknown=unknown)


def _styles_part(package: Package) -> str | None:
    return next(package.related(package.main_part, "styles"), None)


def add_link_style(editor: PackageEditor, stories: Iterable[str], styles: Styles) -> None:
    """Add a style for links where there is none, if a story has got a link."""
    part = _styles_part(editor.package)
    if part is None or styles.id_of("character", "Hyperlink") is not None:
        return
    if any(editor.is_changed(relationships_part(story)) for story in stories):
        styles.add_hyperlink_style()
        editor.put(part, serialised(styles.root))


def story_roots(package: Package) -> dict[str, etree._Element]:
    """Return the parts of a package that hold text, by their names."""
    return {n: package.xml(n) for n, kind in package.content_types.items() if _is_story(kind)}


def story_of(package: Package, name: str) -> str:
    """Return what kind of text a part holds: document, header, footer, footnotes, endnotes."""
    kind = package.content_types[name].removesuffix("+xml").removesuffix(".main")
    return "document" if name == package.main_part else kind.rpartition(".")[2]


def _is_story(content_type: str) -> bool:
    return content_type in {f"{WORDPROCESSING}.{story}+xml" for story in STORIES}


def _write_stories(
    editor: PackageEditor, compiled: Mapping[str, Fragments], record: Record, first_id: int
) -> str:
    """Fill in the stories, with the relationships of their links, and return the title."""
    ids = count(first_id)
    title = ""
    for name, fragments in compiled.items():
        link_id = partial(_link, editor, name)
        own_id = OwnParts(editor, name).next_id
        part = PartWriter(ids, link_id, own_id, story_of(editor.package, name), record)
        part.add(DECLARATION)
        write_all(fragments, part, ())
        editor.put(name, _encoded(part.pieces))
        title = title or part.title
    return title


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
