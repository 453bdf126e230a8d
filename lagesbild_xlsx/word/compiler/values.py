"""The controls of values marked: the texts that a value takes the place of, and how it looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import FILE
from lagesbild_xlsx.word.compiler.marked_tree import FragmentPlaces, end_mark
from lagesbild_xlsx.word.content import Content, RunFormat
from lagesbild_xlsx.word.elements import (
    TEXT_LEVEL,
    around_in_row,
    blocks_in,
    remove,
    short,
    shown_in,
    stands_in_line,
    tag_of,
)
from lagesbild_xlsx.word.fragments import (
    EndMark,
    Fragment,
    Fragments,
    IfBlank,
    Literal,
    ValueLook,
)
from lagesbild_xlsx.word.kinds_of_control import CheckBox, check_box
from lagesbild_xlsx.word.marks import label
from lagesbild_xlsx.word.page_setup import A4_ROOM, EMU, Room, page_at
from lagesbild_xlsx.word.styles import Styles, ValueStyle
from lagesbild_xlsx.word.tags import TemplateNames, ValueReference
from lagesbild_xlsx.word.template_sheets import PICTURE
from lagesbild_xlsx.word.xml import (
    CELL_PROPERTIES,
    W,
    child_of,
    inner_string,
    plain_text,
    text_of,
    val,
    w,
)

EMPTY_RUN: Fragments = (Literal("<w:r><w:t/></w:r>"),)

CELL_MARGINS = 216
"""What a cell has of its width on both sides of its text, in twips."""


class ValueMarker:
    """Marks the values of one part.

    Args:
        template: the template's file name.
        styles: its styles.
        marks: the part's marks.
        near: where each control stands, in words.
        warnings: what is reported is put there.
    """

    def __init__(
        self,
        template: str,
        styles: Styles,
        marks: FragmentPlaces,
        near: Mapping[etree._Element, str],
        warnings: list[Finding],
    ) -> None:
        self._template = template
        self._styles = styles
        self._marks = marks
        self._near = near
        self._warnings = warnings
        self._link_style = link_style_of(styles)
        self._lines: dict[etree._Element, tuple[int, int]] = {}
        """How many letters and tabs the paragraphs hold that controls stand in."""

    def mark(
        self,
        control: etree._Element,
        content: etree._Element,
        value: ValueReference,
        names: TemplateNames,
    ) -> None:
        """Mark the texts that a value takes the place of, given its control and what that holds."""
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
        styles = self._styles.of_values(value.heading)
        in_line = self._shares_its_paragraph(control)
        others = [block for block in blocks if block is not holder]
        if is_placeholder:
            for each in (*texts, *others):
                remove(each)
            texts, others = [], []
        goes_on = self._mark_others(others, value)
        if styles and not in_line:
            self._mark_look(control, content, value, blank_text, styles)
        room = _room_at(control, self._styles) if value.heading == PICTURE else A4_ROOM
        said = partial(label, value.source.name, value.heading)
        self._marks.put_around_texts(
            holder,
            texts,
            lambda sections: Content(
                tag_of(control), said, names.chosen_by(value), value, form,
                sections[0] or EMPTY_RUN, blank_text, blank_shown, styles if in_line else {},
                not in_line, goes_on, room, box,
            ),
        )  # fmt: skip

    def _warn_of_texts(self, control: etree._Element, value: ValueReference, box: CheckBox) -> None:
        """Tell of the first text that a check box cannot show."""
        texts = (row.get(value.heading, "") for row in value.source.rows)
        other = next((text for text in texts if text and box.sign(text) is None), "")
        if other:
            at = {"template": self._template, "near": self._near[control]}
            told = {"heading": value.heading, "value": short(other)}
            self._warnings.append(rules.NO_CHECK_BOX_VALUE.at(FILE, **at, **told))

    def _mark_others(self, blocks: Sequence[etree._Element], value: ValueReference) -> bool:
        """Mark the blocks that go where a value is not blank; return whether its mark goes on."""
        ends = [p for block in blocks for p in block.iter(w("p"))][-1:]
        for paragraph in ends:
            opened = self._marks.opening(_end_mark)
            paragraph.append(opened)
            opened.addnext(end_mark())
        for block in blocks:
            self._marks.put_around(block, lambda sections: IfBlank(value, sections[0]))
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

    def _mark_look(
        self,
        control: etree._Element,
        content: etree._Element,
        value: ValueReference,
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
        self._marks.put_around_place(properties, style, 0, partial(_look, value, blank_text, looks))
        cell = next(content.iter(w("tc")), around_in_row(control, "tc"))
        if cell is None or sum(1 for _ in cell.iter(w("p"))) > 1:
            return
        properties = child_of(cell, "tcPr", first=True)
        shades = {name: style.shading for name, style in styles.items()}
        before = CELL_PROPERTIES[: CELL_PROPERTIES.index("shd")]
        at = sum(local(child) in before for child in properties)
        shading = properties.find(w("shd"))
        self._marks.put_around_place(
            properties, shading, at, partial(_look, value, blank_text, shades)
        )


def _room_at(place: etree._Element, styles: Styles) -> Room:
    """Return how large a picture may be at a place: no wider than its line, or than its cell."""
    room = page_at(place).room
    line = next(place.iterancestors(w("p")), None)
    room = room._replace(width=room.width - (0 if line is None else _indent(line, styles)) * EMU)
    cell = next(place.iterancestors(w("tc")), None)
    width = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
    typed = "" if width is None or width.get(w("type")) != "dxa" else width.get(w("w"), "")
    inside = int(typed) - CELL_MARGINS if typed.isdecimal() else 0
    return room._replace(width=min(room.width, inside * EMU)) if inside > 0 else room


def _indent(line: etree._Element, styles: Styles) -> int:
    """Return how far a line begins from the left margin, by itself or by its style."""
    style = styles.with_id(val(line.find(f"{w('pPr')}/{w('pStyle')}")))
    indents = (e.find(f"{w('pPr')}/{w('ind')}") for e in (line, style) if e is not None)
    typed = (each.get(w("left"), "") for each in indents if each is not None)
    return next((int(each) for each in typed if each.isdecimal()), 0)


def link_style_of(styles: Styles) -> str:
    """Return the run property that gives links their style."""
    number = styles.id_of("character", "Hyperlink") or "Hyperlink"
    return f'<w:rStyle w:val="{number}"/>'


def _end_mark(_: Sequence[Fragments]) -> Fragment:
    return EndMark()


def _look(
    value: ValueReference, blank_text: str, by_value: dict[str, str], sections: Sequence[Fragments]
) -> Fragment:
    return ValueLook(value, blank_text, by_value, sections[0])
