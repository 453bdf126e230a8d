"""A template's part compiled into fragments, by its content controls.

The tree is marked with processing instructions where something is to be filled in, written as
one string, and split there. So every piece keeps the names and prefixes that the part declares,
and nothing but the pieces between two marks is ever built from text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Rule
from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.appendices.looks import Looks
from lagesbild_xlsx.word.appendices.placement import stands_alone
from lagesbild_xlsx.word.appendices.sections import page_at, room_at
from lagesbild_xlsx.word.appendices.writer import AppendixWriter
from lagesbild_xlsx.word.assembly import (
    COPY_SUFFIX,
    OPEN,
    PICTURE_ID,
    MakeFragment,
    end_mark,
    fragments_of,
    next_mark,
    own_part,
)
from lagesbild_xlsx.word.containers import Container, If, IfBlank, Once, Repeat
from lagesbild_xlsx.word.elements import (
    OURS,
    TEXT_LEVEL,
    around_in_row,
    blocks_in,
    drop_what_stands_once,
    free_paragraphs,
    instead,
    is_ours,
    is_value,
    level_of,
    outermost_controls,
    remove,
    short,
    shown_in,
    stands_in_line,
    tag_of,
    unwrap,
)
from lagesbild_xlsx.word.fragments import (
    Content,
    ControlId,
    EndMark,
    Fragment,
    Fragments,
    Literal,
    Point,
    RunFormat,
    ValueLook,
)
from lagesbild_xlsx.word.illustrations import A4_ROOM
from lagesbild_xlsx.word.kinds_of_control import CheckBox, check_box, unfold_items
from lagesbild_xlsx.word.marks import label, remove_marks
from lagesbild_xlsx.word.styles import Styles, ValueStyle
from lagesbild_xlsx.word.tags import (
    Condition,
    MalformedError,
    MeaninglessError,
    MisplacedError,
    Selection,
    TagMeaning,
    TemplateNames,
    UnknownError,
    Value,
)
from lagesbild_xlsx.word.template_sheets import PICTURE, AppendixSource, TemplateSheet
from lagesbild_xlsx.word.vml_ids import SHAPE_TYPE, add_to_shape_ids
from lagesbild_xlsx.word.xml import (
    CELL_PROPERTIES,
    NS,
    W,
    child_of,
    inner_string,
    plain_text,
    text_of,
    val,
    w,
)


class Use(NamedTuple):
    """A tag that means something: where it stands, and of which sheet it speaks."""

    tag: str
    near: str
    meaning: TagMeaning
    source: TemplateSheet


OWN_LINE = "Den måste stå i ett eget stycke, inte i en tabell, ett sidhuvud eller en upprepning."

BOOKMARKS = (w("bookmarkStart"), w("bookmarkEnd"))
"""What may stand only once in a document, and is pointed to."""


@dataclass
class Compiler:
    """Compiles the parts of one template.

    Attributes:
        template: the template's file name.
        styles: its styles.
        findings: what is reported of tags that mean nothing.
        warnings: what is reported of those that mean something.
        uses: the tags that mean something.
        unknown: the rule that a name breaks which there is not.
        looks: what appendices take over from it, if there are any.
    """

    template: str
    styles: Styles
    findings: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    unknown: Rule = rules.TAG_UNKNOWN
    looks: Looks | None = None
    _builds: list[MakeFragment] = field(default_factory=list)
    _ours: list[etree._Element] = field(default_factory=list)
    """The controls of ours, which the document is without."""
    _own_parts: Collection[str] = ()
    _near: dict[etree._Element, str] = field(default_factory=dict)
    _lines: dict[etree._Element, tuple[int, int]] = field(default_factory=dict)
    """How many letters and tabs the paragraphs hold that controls stand in."""

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
        self._near = dict(self._places(root))
        remove_marks(root)
        self._mark_ids(root)
        self._ours = []
        self._own_parts = own_parts
        self._mark_controls(root, names)
        for control in self._ours:
            unwrap(control)
        return fragments_of(etree.tostring(root, encoding="unicode"), self._builds)

    # -------------------------------------------------------------- marks

    def _open(self, build: MakeFragment) -> etree._Element:
        self._builds.append(build)
        return etree.ProcessingInstruction(OPEN, str(len(self._builds) - 1))

    def _around(self, element: etree._Element, build: MakeFragment) -> None:
        """Mark an element as a section of its own."""
        element.addprevious(self._open(build))
        element.addnext(end_mark())

    def _inside(self, element: etree._Element, build: MakeFragment) -> None:
        """Mark all that an element holds as a section of its own."""
        element.insert(0, self._open(build))
        element.append(end_mark())

    def _mark_ids(self, root: etree._Element) -> None:
        """Give pictures, shapes and controls that are not ours a new id each time."""
        for picture in root.iter("{*}docPr"):
            picture.set("id", PICTURE_ID)
        add_to_shape_ids(root, COPY_SUFFIX)
        for properties in root.iter(w("sdtPr")):
            if OURS.match(val(properties.find(w("tag")))):
                continue
            number = properties.find(w("id"))
            if number is None:
                number = etree.Element(w("id"))
                known = [c for c in properties if local(c) in ("rPr", "alias", "tag")]
                properties.insert(properties.index(known[-1]) + 1 if known else 0, number)
            self._around(number, _control_id)

    # -------------------------------------------------------------- controls

    def _mark_controls(self, element: etree._Element, names: TemplateNames) -> None:
        """Mark the outermost controls with a tag of ours; they mark those that they hold."""
        for control in outermost_controls(element):
            self._mark_control(control, names)

    def _mark_control(self, control: etree._Element, names: TemplateNames) -> None:
        tag = tag_of(control)
        try:
            meaning = names.meaning(tag)
        except MeaninglessError as error:
            self.findings.append(self._finding(control, tag, error))
            return
        subject = meaning.subject if isinstance(meaning, Condition) else meaning
        self.uses.append(Use(tag, self._near[control], meaning, subject.source))
        self._ours.append(control)
        content = control.find(w("sdtContent"))
        if content is None:
            content = etree.SubElement(control, w("sdtContent"))
        if isinstance(subject.source, AppendixSource) and subject is meaning:
            if names.around or not stands_alone(control):
                self.findings.append(self._finding(control, tag, MisplacedError(OWN_LINE)))
            self._mark_appendices(control, content, subject.source)
            return
        unfold_items(control, repeats=not isinstance(meaning, (Value, Condition)))
        if isinstance(meaning, Value):
            self._mark_value(control, content, meaning, names)
            return
        level = level_of(control)
        if isinstance(meaning, Condition):
            build = partial(_if, tag, level, meaning)
            inner = names
        else:
            build = partial(_repeat, tag, level, meaning)
            inner = names.inside(meaning.source, tag)
            drop_what_stands_once(content)
            if not names.around:
                self._mark_bookmarks(content)
                for kind in list(content.iter(SHAPE_TYPE)):
                    self._around(kind, Once)
                self._mark_own_parts(content)
        self._mark_bounds(content, inner)
        self._mark_controls(content, inner)
        self._inside(content, build)
        self._mark_container(control, content)

    def _mark_appendices(
        self, control: etree._Element, content: etree._Element, source: AppendixSource
    ) -> None:
        """Mark the place of appendices; what the control holds in the template stands aside."""
        for each in list(content):
            remove(each)
        if self.looks is not None:
            page, link_style = page_at(control), self._link_style
            writer = AppendixWriter(
                tag_of(control), source.appendices, self.looks, page, link_style
            )
            self.warnings += writer.warnings()
            self._inside(content, lambda _: writer)
        self._mark_container(control, content)

    def _mark_bounds(self, content: etree._Element, names: TemplateNames) -> None:
        """Mark where rows, or what a condition keeps, begin and end, where no value does."""
        blocks = [child for child in content if isinstance(child.tag, str)]
        for block, at in ((blocks[0], 0), (blocks[-1], -1)) if blocks else ():
            if not self._always_has_mark(block, names):
                self._mark_point(block, at)

    def _always_has_mark(self, block: etree._Element, names: TemplateNames) -> bool:
        """Return whether a block has a mark wherever it stands: a value's, or its own."""
        if is_ours(block):
            return True
        return any(_is_value(control, names) for control in outermost_controls(block))

    def _mark_point(self, block: etree._Element, at: int) -> None:
        """Mark the beginning (0) or the end (-1) of a block, by a mark around nothing."""
        if local(block) in TEXT_LEVEL:
            opened = self._open(_point)
            (block.addnext if at else block.addprevious)(opened)
            opened.addnext(end_mark())
        elif paragraphs := free_paragraphs(block):
            self._mark_texts(paragraphs[at], (), _point)

    def _mark_bookmarks(self, content: etree._Element) -> None:
        """Keep bookmarks in the first copy of what repeats, and none in a value."""
        values = filter(is_value, content.iter(w("sdt")))
        inside = {end.get(w("id")) for value in values for end in value.iter(*BOOKMARKS)}
        for end in list(content.iter(*BOOKMARKS)):
            if end.get(w("id")) in inside:
                remove(end)
            else:
                self._around(end, Once)

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
        self._around(control, partial(_container, instead(control)))
        table = control.getparent()
        if table is not None and local(table) == "tbl" and table.find(w("tr")) is None:
            rows = [child for child in table if local(child) == "sdt"]
            opened = control.getprevious()
            if rows[0] is control and opened is not None:
                opened.addprevious(next_mark())
                table.append(next_mark())
                self._around(table, partial(_container, instead(table)))

    # -------------------------------------------------------------- values

    def _mark_value(
        self, control: etree._Element, content: etree._Element, value: Value, names: TemplateNames
    ) -> None:
        is_placeholder = control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None
        blocks = [] if stands_in_line(control) else blocks_in(content)
        holder = next((block for block in blocks if local(block) == "p"), content)
        if holder is content and (blocks or not stands_in_line(control)):
            holder = etree.Element(w("p"))
            content.insert(content.index(blocks[0]) if blocks else 0, holder)
        texts = [child for child in holder if local(child) in TEXT_LEVEL]
        blank_text = "" if is_placeholder else "".join(map(text_of, texts))
        blank_shown = "" if is_placeholder else plain_text(content)
        form = self._run_format(control, texts, is_placeholder=is_placeholder)
        box = check_box(control)
        if box is not None:
            form = form.without_fonts()
            self._warn_of_texts(control, value, box)
        styles = self.styles.of_values(value.heading)
        in_line = self._shares_its_paragraph(control)
        others = [block for block in blocks if block is not holder]
        if is_placeholder:
            for each in (*texts, *others):
                remove(each)
            texts, others = [], []
        goes_on = self._mark_others(others, value)
        if styles and not in_line:
            self._mark_look(control, content, value, blank_text, styles)
        room = room_at(control, self.styles) if value.heading == PICTURE else A4_ROOM
        said = partial(label, value.source.name, value.heading)
        self._mark_texts(
            holder,
            texts,
            lambda sections: Content(
                tag_of(control), said, names.chosen_by(value), value, form,
                sections[0] or EMPTY_RUN, blank_text, blank_shown, styles if in_line else {},
                not in_line, goes_on, room, box,
            ),
        )  # fmt: skip

    def _warn_of_texts(self, control: etree._Element, value: Value, box: CheckBox) -> None:
        """Tell of the first text that a check box cannot show."""
        texts = (row.get(value.heading, "") for row in value.source.rows)
        other = next((text for text in texts if text and box.sign(text) is None), "")
        if other:
            at = {"template": self.template, "near": self._near[control]}
            told = {"heading": value.heading, "value": short(other)}
            self.warnings.append(rules.NO_CHECK_BOX_VALUE.at(FILE, **at, **told))

    def _mark_others(self, blocks: Sequence[etree._Element], value: Value) -> bool:
        """Mark the blocks that go where a value is not blank; return whether its mark goes on."""
        ends = [p for block in blocks for p in block.iter(w("p"))][-1:]
        for paragraph in ends:
            opened = self._open(_end_mark)
            paragraph.append(opened)
            opened.addnext(end_mark())
        for block in blocks:
            self._around(block, lambda sections: IfBlank(value, sections[0]))
        return bool(ends)

    def _shares_its_paragraph(self, control: etree._Element) -> bool:
        """Return whether a control stands in a line with other text, or with its other rows."""
        if next(control.iterancestors(w("p")), None) is None:
            return False
        paragraph = around_in_row(control, "p")
        if paragraph is None:
            return True
        if paragraph not in self._lines:  # which may hold thousands of controls
            self._lines[paragraph] = shown_in(paragraph)
        return self._lines[paragraph] != shown_in(control)

    def _mark_texts(
        self, holder: etree._Element, texts: Sequence[etree._Element], build: MakeFragment
    ) -> None:
        """Mark the texts of a paragraph, or the place where they would stand, as one section."""
        opened = self._open(build)
        if texts:
            texts[0].addprevious(opened)
            texts[-1].addnext(end_mark())
        else:
            properties = holder.find(w("pPr"))
            holder.insert(0 if properties is None else holder.index(properties) + 1, opened)
            opened.addnext(end_mark())

    def _run_format(
        self, control: etree._Element, texts: Sequence[etree._Element], *, is_placeholder: bool
    ) -> RunFormat:
        """Return the format that a control's text gets: the control's own, or its first run's."""
        own = control.find(f"{w('sdtPr')}/{w('rPr')}")
        first = next((r for text in texts for r in text.iter(w("r"))), None)
        if own is None and first is not None and not is_placeholder:
            own = first.find(w("rPr"))
        start = f"{{{W}}}"
        named = {} if own is None else {str(each.tag).removeprefix(start): each for each in own}
        properties = {name: inner_string(each) for name, each in named.items()}
        return RunFormat(properties, self._link_style)

    @cached_property
    def _link_style(self) -> str:
        """The run property that gives links their style."""
        number = self.styles.id_of("character", "Hyperlink") or "Hyperlink"
        return f'<w:rStyle w:val="{number}"/>'

    def _mark_look(
        self,
        control: etree._Element,
        content: etree._Element,
        value: Value,
        blank_text: str,
        styles: dict[str, ValueStyle],
    ) -> None:
        """Mark the paragraph's style, and the cell's shading where the value has the cell alone."""
        paragraph = next(content.iter(w("p")), around_in_row(control, "p"))
        if paragraph is None:
            return
        properties = child_of(paragraph, "pPr", first=True)
        style = properties.find(w("pStyle"))
        looks = {name: style.paragraph for name, style in styles.items()}
        self._mark_element(properties, style, 0, partial(_look, value, blank_text, looks))
        cell = next(content.iter(w("tc")), around_in_row(control, "tc"))
        if cell is None or sum(1 for _ in cell.iter(w("p"))) > 1:
            return
        properties = child_of(cell, "tcPr", first=True)
        shades = {name: style.shading for name, style in styles.items()}
        before = CELL_PROPERTIES[: CELL_PROPERTIES.index("shd")]
        at = sum(local(child) in before for child in properties)
        shading = properties.find(w("shd"))
        self._mark_element(properties, shading, at, partial(_look, value, blank_text, shades))

    def _mark_element(
        self, parent: etree._Element, element: etree._Element | None, at: int, build: MakeFragment
    ) -> None:
        """Mark an element, or the place where it would stand."""
        if element is not None:
            self._around(element, build)
            return
        opened = self._open(build)
        parent.insert(at, opened)
        opened.addnext(end_mark())

    # -------------------------------------------------------------- what is wrong

    def _places(self, root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
        """Yield each control with where it stands, by the texts that one sees there."""
        story = {"hdr": "i sidhuvudet", "ftr": "i sidfoten"}.get(local(root))
        heading, previous = "", ""
        words = cache(_words)  # of a line, which may hold thousands of controls
        for element in root.iter(w("p"), w("sdt")):
            if local(element) == "p":
                heading, previous = previous or heading, ""
                if val(element.find(f"{w('pPr')}/{w('pStyle')}")) in self.styles.headings:
                    previous = words(element)
                continue
            text = words(next(element.iterancestors(w("p")), element))
            under = f"under rubriken ”{short(heading)}”" if heading and not story else None
            where = f"vid texten ”{short(text)}”" if text else "utan text"
            yield element, ", ".join(part for part in (story, under, where) if part)

    def _finding(self, control: etree._Element, tag: str, error: MeaninglessError) -> Finding:
        near = {"template": self.template, "tag": tag, "near": self._near[control]}
        if isinstance(error, UnknownError):
            return self.unknown.at(FILE, **near, name=error.name, remedy=error.remedy)
        if isinstance(error, MisplacedError):
            return rules.TAG_MISPLACED.at(FILE, **near, remedy=error.remedy)
        assert isinstance(error, MalformedError)  # noqa: S101 - there is no fourth kind
        return rules.TAG_MALFORMED.at(FILE, **near)


EMPTY_RUN: Fragments = (Literal("<w:r><w:t/></w:r>"),)


def _words(element: etree._Element) -> str:
    """Return the text of an element on one line."""
    return " ".join(text_of(element).split())


def _is_value(control: etree._Element, names: TemplateNames) -> bool:
    """Return whether a control is one of a value, that means something here."""
    try:
        return isinstance(names.meaning(tag_of(control)), Value)
    except MeaninglessError:
        return False


def _control_id(_: Sequence[Fragments]) -> Fragment:
    return ControlId()


def _point(_: Sequence[Fragments]) -> Fragment:
    return Point()


def _end_mark(_: Sequence[Fragments]) -> Fragment:
    return EndMark()


def _if(tag: str, level: str, condition: Condition, sections: Sequence[Fragments]) -> Fragment:
    return If(tag, level, condition, sections[0])


def _repeat(tag: str, level: str, rows: Selection, sections: Sequence[Fragments]) -> Fragment:
    return Repeat(tag, level, rows, sections[0])


def _container(otherwise: str, sections: Sequence[Fragments]) -> Fragment:
    start, content, end = sections
    return Container(start, content, end, otherwise)


def _look(
    value: Value, blank_text: str, by_value: dict[str, str], sections: Sequence[Fragments]
) -> Fragment:
    return ValueLook(value, blank_text, by_value, sections[0])
