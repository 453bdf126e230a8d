"""The parts of a built document with their fields made right, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.columns import joined_words
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.opc import Package, safe_parser, serialised
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.fields.document_values import values_in
from lagesbild_xlsx.word.fields.found import Field
from lagesbild_xlsx.word.fields.labels import DefinedLists
from lagesbild_xlsx.word.fields.paragraphs import ParagraphStyles
from lagesbild_xlsx.word.fields.refresh import Refreshed, refresh
from lagesbild_xlsx.word.fields.snapshot import Snapshot, sections_of
from lagesbild_xlsx.word.stories import NO_STYLES, styles_part

PROPERTY_PARTS = ("core-properties", "extended-properties", "custom-properties")
MOST_NAMED = 5
"""How many fields one message names."""

Parse = Callable[[str], etree._Element]  # noqa: SLF001 - lxml's own name for it


def refresh_fields(editor: PackageEditor, stories: Collection[str]) -> tuple[Finding, ...]:
    """Make the stored results of a document's fields right, and return what is to be said of them.

    Args:
        editor: the document; its package is what it was made from.
        stories: the names of the parts that hold text.
    """
    package = editor.package

    def now(name: str) -> etree._Element:
        is_ours = editor.is_changed(name)  # and may be larger than what others hand in
        return etree.fromstring(editor.read(name), safe_parser()) if is_ours else package.xml(name)

    document = _snapshot(package, stories, now)
    styles = len(document.styles.root)
    refreshed = refresh(document, lambda: _snapshot(package, stories, package.xml))
    for name, root in document.stories.items():
        editor.put(name, serialised(root))
    part = styles_part(package)
    if part and len(document.styles.root) > styles:
        editor.put(part, serialised(document.styles.root))
    return tuple(_findings(refreshed))


def _snapshot(package: Package, stories: Collection[str], parse: Parse) -> Snapshot:
    main = package.main_part
    roots = {name: parse(name) for name in stories}
    styles = styles_part(package)
    numbering = [parse(name) for name in package.related(main, "numbering")]
    settings = package.related(main, "settings")
    properties = (name for kind in PROPERTY_PARTS for name in package.related("", kind))
    targets = {number: each.target for number, each in package.relationships(main).items()}
    return Snapshot(
        roots,
        main,
        ParagraphStyles(parse(styles) if styles else etree.fromstring(NO_STYLES)),
        DefinedLists(numbering[0] if numbering else None),
        values_in(map(parse, (*settings, *properties))),
        sections_of(roots[main], targets),
    )


def _findings(refreshed: Refreshed) -> Iterator[Finding]:
    if refreshed.left:
        yield rules.FIELDS_LEFT.at(FILE, what=_named(refreshed.left))
    if refreshed.lacks_pages:
        yield rules.PAGES_NOT_NUMBERED.at(FILE)


def _named(fields: Iterable[Field]) -> str:
    """Return fields as the beginning of a sentence."""
    names = list(dict.fromkeys(map(_name, fields)))
    more = [f"{len(names) - MOST_NAMED} fält till"] if len(names) > MOST_NAMED else []
    said = joined_words((*names[:MOST_NAMED], *more), "och")
    return said[0].upper() + said[1:]


def _name(field: Field) -> str:
    """Return what a member of staff calls a field."""
    code = field.code
    if code.kind == "TOC":
        captions = code.switches.get("c") or code.switches.get("a")
        return f"förteckningen över {captions}" if captions else "innehållsförteckningen"
    if code.kind == "INDEX":
        return "sakregistret"
    return f"{NAMES.get(code.kind, 'hänvisningen till bokmärket')} ”{code.argument}”"


NAMES = {"SEQ": "numreringen av", "STYLEREF": "texten i formatmallen"}
