"""A template's part compiled into fragments, by its content controls.

The tree is marked with processing instructions where something is to be filled in, written as
one string, and split there. So every piece keeps the names and prefixes that the part declares,
and nothing but the pieces between two marks is ever built from text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Result, Rule
from lagesbild_xlsx.model.appendices import Appendix
from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.appendices.controls import stands_alone
from lagesbild_xlsx.word.compiler.marked_tree import (
    COPY_SUFFIX,
    PICTURE_ID,
    FragmentPlaces,
    end_mark,
    next_mark,
    own_part,
)
from lagesbild_xlsx.word.compiler.places import finding_of, places_in
from lagesbild_xlsx.word.compiler.values import ValueMarker, link_style_of
from lagesbild_xlsx.word.copies import SHAPE_TYPE, add_to_shape_ids
from lagesbild_xlsx.word.elements import (
    TEXT_LEVEL,
    drop_what_stands_once,
    free_paragraphs,
    has_our_tag,
    instead,
    is_value,
    markup_of,
    outermost_controls,
    remove,
    tag_of,
    unwrap,
)
from lagesbild_xlsx.word.fragments import (
    Conditional,
    ControlId,
    EmptyMark,
    FirstCopyOnly,
    Fragment,
    Fragments,
    NonEmptyElement,
    Repeat,
)
from lagesbild_xlsx.word.kinds_of_control import unfold_items
from lagesbild_xlsx.word.marks import remove_marks
from lagesbild_xlsx.word.page_setup import Page, page_at
from lagesbild_xlsx.word.styles import Styles
from lagesbild_xlsx.word.tag_grammar import is_tag
from lagesbild_xlsx.word.tags import (
    Condition,
    MeaninglessError,
    MisplacedError,
    Selection,
    TemplateNames,
    ValueReference,
)
from lagesbild_xlsx.word.template_sheets import AppendixSheet
from lagesbild_xlsx.word.uses import Use
from lagesbild_xlsx.word.xml import NS, val, w

WriteAppendices: TypeAlias = Callable[[str, tuple[Appendix, ...], Page, str], Result[Fragment]]
"""Makes what writes the appendices of a control, given its tag, them, its page and links' style."""

OWN_LINE = "Den måste stå i ett eget stycke, inte i en tabell, ett sidhuvud eller en upprepning."

BOOKMARKS = (w("bookmarkStart"), w("bookmarkEnd"))
"""What may stand only once in a document, and is pointed to."""


class Compiler:
    """Compiles the parts of one template.

    Attributes:
        template: the template's file name.
        styles: its styles.
        unknown: the rule that a name breaks which there is not.
        findings: what is reported of tags that mean nothing.
        warnings: what is reported of those that mean something.
        uses: the tags that mean something.
        appendices_in: what writes appendices, if there are any.
    """

    def __init__(self, template: str, styles: Styles, unknown: Rule = rules.TAG_UNKNOWN) -> None:
        self.template = template
        self.styles = styles
        self.unknown = unknown
        self.findings: list[Finding] = []
        self.warnings: list[Finding] = []
        self.uses: list[Use] = []
        self.appendices_in: WriteAppendices | None = None

    def compile(
        self, root: etree._Element, names: TemplateNames, own_parts: Collection[str] = ()
    ) -> Fragments:
        """Return a part as fragments. The tree is marked on the way and is of no use after.

        The prefixes that the part declares are kept: ``mc:Ignorable`` names some by their letters.

        Args:
            root: the part.
            names: what it can name.
            own_parts: the relationships to parts that each row has its own copy of.
        """
        kept = [*(prefix for prefix in root.nsmap if prefix), *NS]
        etree.cleanup_namespaces(root, top_nsmap=NS, keep_ns_prefixes=kept)
        for instruction in list(root.iter(etree.ProcessingInstruction)):
            remove(instruction)
        if root.find(f".//{w('altChunk')}") is not None:
            self.warnings.append(rules.TEXT_OF_ANOTHER_FILE.at(FILE, template=self.template))
        near = dict(places_in(root, self.styles.headings))
        remove_marks(root)
        return _PartCompiler(self, near, own_parts).fragments_of(root, names)


class _PartCompiler:
    """Compiles one part.

    Args:
        compiler: knows the template, and takes what is found.
        near: where each control stands, in words.
        own_parts: the relationships to parts that each row has its own copy of.
    """

    def __init__(
        self, compiler: Compiler, near: Mapping[etree._Element, str], own_parts: Collection[str]
    ) -> None:
        self._compiler = compiler
        self._near = near
        self._own_parts = own_parts
        self._marks = FragmentPlaces()
        self._values = ValueMarker(
            compiler.template, compiler.styles, self._marks, near, compiler.warnings
        )
        self._ours: list[etree._Element] = []
        """The controls of ours, which the document is without."""

    def fragments_of(self, root: etree._Element, names: TemplateNames) -> Fragments:
        """Return the part as fragments."""
        self._mark_ids(root)
        self._mark_controls(root, names)
        for control in self._ours:
            unwrap(control)
        return self._marks.fragments_of(root)

    def _report(self, control: etree._Element, tag: str, error: MeaninglessError) -> None:
        """Report a tag that means nothing."""
        near = {"template": self._compiler.template, "tag": tag, "near": self._near[control]}
        self._compiler.findings.append(finding_of(error, self._compiler.unknown, **near))

    def _mark_ids(self, root: etree._Element) -> None:
        """Give pictures, shapes and controls that are not ours a new id each time."""
        for picture in root.iter("{*}docPr"):
            picture.set("id", PICTURE_ID)
        add_to_shape_ids(root, COPY_SUFFIX)
        for properties in root.iter(w("sdtPr")):
            if is_tag(val(properties.find(w("tag")))):
                continue
            number = properties.find(w("id"))
            if number is None:
                number = etree.Element(w("id"))
                known = [c for c in properties if local(c) in ("rPr", "alias", "tag")]
                properties.insert(properties.index(known[-1]) + 1 if known else 0, number)
            self._marks.put_around(number, _control_id)

    def _mark_controls(self, element: etree._Element, names: TemplateNames) -> None:
        """Mark the outermost controls with a tag of ours; they mark those that they hold."""
        for control in outermost_controls(element):
            self._mark_control(control, names)

    def _mark_control(self, control: etree._Element, names: TemplateNames) -> None:
        tag = tag_of(control)
        try:
            meaning = names.meaning(tag)
        except MeaninglessError as error:
            self._report(control, tag, error)
            return
        subject = meaning.subject if isinstance(meaning, Condition) else meaning
        self._compiler.uses.append(Use(tag, self._near[control], meaning, subject.source))
        self._ours.append(control)
        content = control.find(w("sdtContent"))
        if content is None:
            content = etree.SubElement(control, w("sdtContent"))
        if isinstance(subject.source, AppendixSheet) and subject is meaning:
            if names.around or not stands_alone(control):
                self._report(control, tag, MisplacedError(OWN_LINE))
            self._mark_appendices(control, content, subject.source)
            return
        unfold_items(control, repeats=not isinstance(meaning, (ValueReference, Condition)))
        if isinstance(meaning, ValueReference):
            self._values.mark(control, content, meaning, names)
            return
        markup = markup_of(control)
        if isinstance(meaning, Condition):
            build = partial(_if, tag, markup, meaning)
            inner = names
        else:
            build = partial(_repeat, tag, markup, meaning)
            inner = names.inside(meaning.source, tag)
            drop_what_stands_once(content)
            if not names.around:
                self._mark_bookmarks(content)
                for kind in list(content.iter(SHAPE_TYPE)):
                    self._marks.put_around(kind, FirstCopyOnly)
                self._mark_own_parts(content)
        self._mark_bounds(content, inner)
        self._mark_controls(content, inner)
        self._marks.put_inside(content, build)
        self._mark_container(control, content)

    def _mark_appendices(
        self, control: etree._Element, content: etree._Element, source: AppendixSheet
    ) -> None:
        """Mark the place of appendices; what the control holds in the template stands aside."""
        for each in list(content):
            remove(each)
        if self._compiler.appendices_in is not None:
            page, link_style = page_at(control), link_style_of(self._compiler.styles)
            made = self._compiler.appendices_in(
                tag_of(control), source.appendices, page, link_style
            )
            self._compiler.warnings += made.findings
            self._marks.put_inside(content, lambda _: made.value)
        self._mark_container(control, content)

    def _mark_bounds(self, content: etree._Element, names: TemplateNames) -> None:
        """Mark where rows, or what a condition keeps, begin and end, where no value does."""
        blocks = [child for child in content if isinstance(child.tag, str)]
        for block, at in ((blocks[0], 0), (blocks[-1], -1)) if blocks else ():
            if not self._always_has_mark(block, names):
                self._mark_point(block, at)

    def _always_has_mark(self, block: etree._Element, names: TemplateNames) -> bool:
        """Return whether a block has a mark wherever it stands: a value's, or its own."""
        if has_our_tag(block):
            return True
        return any(_is_value(control, names) for control in outermost_controls(block))

    def _mark_point(self, block: etree._Element, at: int) -> None:
        """Mark the beginning (0) or the end (-1) of a block, by a mark around nothing."""
        if local(block) in TEXT_LEVEL:
            opened = self._marks.opening(_point)
            (block.addnext if at else block.addprevious)(opened)
            opened.addnext(end_mark())
        elif paragraphs := free_paragraphs(block):
            self._marks.put_around_texts(paragraphs[at], (), _point)

    def _mark_bookmarks(self, content: etree._Element) -> None:
        """Keep bookmarks in the first copy of what repeats, and none in a value."""
        values = filter(is_value, content.iter(w("sdt")))
        inside = {end.get(w("id")) for value in values for end in value.iter(*BOOKMARKS)}
        for end in list(content.iter(*BOOKMARKS)):
            if end.get(w("id")) in inside:
                remove(end)
            else:
                self._marks.put_around(end, FirstCopyOnly)

    def _mark_own_parts(self, content: etree._Element) -> None:
        """Let each copy of what repeats point to charts and the like of its own."""
        start = f"{{{OFFICE_RELATIONSHIPS}}}"
        for element in content.iter("*"):
            for name in [str(name) for name in element.keys()]:  # noqa: SIM118 - lxml's
                if name.startswith(start) and element.get(name) in self._own_parts:
                    element.set(name, own_part(element.get(name, "")))

    def _mark_container(self, control: etree._Element, content: etree._Element) -> None:
        """Mark what goes when its content does, and its table with its last row."""
        content.insert(0, next_mark())
        content.append(next_mark())
        self._marks.put_around(control, partial(_container, instead(control)))
        table = control.getparent()
        if table is not None and local(table) == "tbl" and table.find(w("tr")) is None:
            rows = [child for child in table if local(child) == "sdt"]
            opened = control.getprevious()
            if rows[0] is control and opened is not None:
                opened.addprevious(next_mark())
                table.append(next_mark())
                self._marks.put_around(table, partial(_container, instead(table)))


def _is_value(control: etree._Element, names: TemplateNames) -> bool:
    """Return whether a control is one of a value, that means something here."""
    try:
        return isinstance(names.meaning(tag_of(control)), ValueReference)
    except MeaninglessError:
        return False


def _control_id(_: Sequence[Fragments]) -> Fragment:
    return ControlId()


def _point(_: Sequence[Fragments]) -> Fragment:
    return EmptyMark()


def _if(tag: str, markup: str, condition: Condition, sections: Sequence[Fragments]) -> Fragment:
    return Conditional(tag, markup, condition, sections[0])


def _repeat(tag: str, markup: str, rows: Selection, sections: Sequence[Fragments]) -> Fragment:
    return Repeat(tag, markup, rows, sections[0])


def _container(otherwise: str, sections: Sequence[Fragments]) -> Fragment:
    start, content, end = sections
    return NonEmptyElement(start, content, end, otherwise)
