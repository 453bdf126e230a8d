"""The content of a value's control: the runs that its text is written as, in their mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import groupby

from lagesbild_xlsx.pictures import Illustration
from lagesbild_xlsx.places import FormattedText, Run, is_vague_link, normalised, runs_of
from lagesbild_xlsx.word.fragments import Fragments, write_all
from lagesbild_xlsx.word.kinds_of_control import CheckBox, Sign
from lagesbild_xlsx.word.lists.typed import TypedLine, line_start, lines_with_lists, stored
from lagesbild_xlsx.word.marks import in_row
from lagesbild_xlsx.word.page_setup import A4_ROOM, Room
from lagesbild_xlsx.word.part_writer import PartWriter, Scope, Written
from lagesbild_xlsx.word.record import checksum
from lagesbild_xlsx.word.styles import ValueStyle
from lagesbild_xlsx.word.tags import ValueReference
from lagesbild_xlsx.word.template_sheets import Pictures
from lagesbild_xlsx.word.xml import RUN_PROPERTIES, text_element, without_unwritable


@dataclass(eq=False, repr=False)
class RunFormat:
    """The properties of a value's runs, and what makes a run bold, raised, linked or styled.

    ``properties`` are by their names; those of another namespace than Word's first one, such as the
    effects of 2010 (``w14:shadow``), by their names with it.
    """

    properties: Mapping[str, str]
    link_style: str

    def xml(self, run: Run, style: str = "") -> str:
        """Return the ``w:rPr`` of a run."""
        changed = {
            **self.properties,
            **({"rStyle": style} if style else {}),
            **({"rStyle": self.link_style} if run.link else {}),
            **({"b": "<w:b/>", "bCs": "<w:bCs/>"} if run.bold else {}),
            **({"i": "<w:i/>", "iCs": "<w:iCs/>"} if run.italic else {}),
            **({"vertAlign": f'<w:vertAlign w:val="{run.shift}"/>'} if run.shift else {}),
        }
        inner = "".join(xml for _, xml in sorted(changed.items(), key=_rank))
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""

    def without_fonts(self) -> RunFormat:
        """Return the same format without the fonts, which are those of a sign."""
        kept = {name: xml for name, xml in self.properties.items() if name != "rFonts"}
        return RunFormat(kept, self.link_style)

    def with_fonts(self, fonts: str) -> RunFormat:
        """Return the same format with other fonts, if any."""
        properties = {**self.properties, "rFonts": fonts} if fonts else self.properties
        return RunFormat(properties, self.link_style)

    @cached_property
    def plain(self) -> str:
        """The ``w:rPr`` of a run without any format of its own."""
        return self.xml(Run(""))


def _rank(item: tuple[str, str]) -> int:
    """Return where a run property stands in the schema's order; those that it lacks stand last."""
    name = item[0]
    return RUN_PROPERTIES.index(name) if name in RUN_PROPERTIES else len(RUN_PROPERTIES)


@dataclass(eq=False, repr=False)
class Content:
    """The runs of a value in their mark; where it is blank, what the template's control holds.

    Attributes:
        tag: the control's tag.
        label: what the mark's name says of it, given what the rows are chosen by.
        chosen: that: words, or a value of a row around.
        value: where its text comes from.
        format: how it looks.
        blank: what the control holds in the template.
        blank_text: the text of that in the first paragraph.
        blank_shown: all that it shows.
        styles: the looks of the values that have one.
        is_alone: whether it has a paragraph to itself.
        goes_on: whether what the control holds goes on in more blocks.
        room: how large a picture may be there.
        box: what it shows instead of yes and no, where the control is a check box.
    """

    tag: str
    label: Callable[[str], str]
    chosen: str | ValueReference
    value: ValueReference
    format: RunFormat
    blank: Fragments
    blank_text: str = ""
    blank_shown: str = ""
    styles: Mapping[str, ValueStyle] = field(default_factory=dict)
    is_alone: bool = False
    goes_on: bool = False
    room: Room = A4_ROOM
    box: CheckBox | None = None
    _known: dict[str, Written] = field(default_factory=dict)
    """What plain texts were written as: a status or an owner recurs."""
    _labels: dict[str, str] = field(default_factory=dict)
    """What the marks' names say, by what rows are chosen by."""

    def write(self, part: PartWriter, scope: Scope) -> None:
        """Append the mark and the runs."""
        text = self.value.text(scope)
        written = self._written(text, part) if text or self._blank_style else self._blank
        _, *noted = written
        number = part.begin(self.tag, "p" if self.is_alone else "r", *noted)
        part.shown.add(self.value.row(scope), self.value.heading)
        at = self.value.position(scope)
        which = self.chosen if isinstance(self.chosen, str) else self.chosen.text(scope)
        said = self._labels.get(which) or self._labels.setdefault(which, self.label(which))
        part.start_mark(number, in_row(said, at, is_alone=self.is_alone))
        if written is self._blank:
            write_all(self.blank, part, scope)
        else:
            part.add(written.xml)
        if self.goes_on and not text:
            part.open_mark = number
        else:
            part.end_mark(number)

    def _written(self, text: str, part: PartWriter) -> Written:
        if isinstance(text, Pictures):
            return self._pictures(text.illustrations, part)
        has_format = isinstance(text, FormattedText)
        if not has_format and text in self._known:
            return self._known[text]
        if self.box and (sign := self.box.sign(text)):
            return self._sign(sign)
        if (lines := lines_with_lists(text)) and normalised(text) not in self.styles:
            return self._listed(lines, part)
        if has_format or not text:
            return self._formatted(text, part)
        return self._known.setdefault(text, self._plain(text))

    @cached_property
    def _blank(self) -> Written:
        """What the record keeps of what the control holds."""
        return Written("", checksum(self.blank_shown))

    @cached_property
    def _blank_style(self) -> str:
        return _style(self.styles, self.blank_text).character

    def _plain(self, text: str) -> Written:
        """Return what a text without any format is written as."""
        style = _style(self.styles, text).character
        properties = self.format.xml(Run(text), style) if style else self.format.plain
        xml = f"<w:r>{properties}{text_element(text)}</w:r>"
        return Written(xml, checksum(without_unwritable(text)))

    def _pictures(self, illustrations: Iterable[Illustration], part: PartWriter) -> Written:
        """Return what pictures are written as, which say nothing."""
        drawn = [(part.drawing(part.new_id(), e, self.room), e.checksum) for e in illustrations]
        xml = "".join(f"<w:r>{drawing}</w:r>" for drawing, _ in drawn)
        return Written(xml, checksum(""), checksum(" ".join(said for _, said in drawn)))

    def _sign(self, sign: Sign) -> Written:
        """Return what a sign for yes or no is written as."""
        properties = self.format.with_fonts(sign.fonts).plain
        return Written(f"<w:r>{properties}{sign.xml}</w:r>", checksum(sign.shown))

    def _formatted(self, text: str, part: PartWriter) -> Written:
        """Return what a text with formats is written as, or the text that stands for none."""
        style = _style(self.styles, text or self.blank_text).character
        runs = _spelt_out(text or self.blank_text)
        return Written(self._runs(runs, style, part), checksum(_said(runs)), _form(runs))

    def _listed(self, lines: Sequence[TypedLine], part: PartWriter) -> Written:
        """Return what a text with lists is written as: where each line begins, and what it says."""
        xml = "".join(
            line_start(line, is_first=at == 0) + self._runs(line.runs, "", part)
            for at, line in enumerate(lines)
        )
        kinds = [(line.list, line.level, line.is_numbered) for line in lines]
        form = checksum(repr((kinds, [_form(line.runs) for line in lines])))
        said = checksum("\n".join(_said(line.runs) for line in lines))
        return Written(xml, said, form, stored(lines))

    def _runs(self, runs: Sequence[Run], style: str, part: PartWriter) -> str:
        """Return runs as XML, those of a link in it."""
        return _joined(runs, lambda run: self._run(run, style), part.link_id)

    def _run(self, run: Run, style: str) -> str:
        has_format = _has_format(run) or style
        properties = self.format.xml(run, style) if has_format else self.format.plain
        return f"<w:r>{properties}{text_element(_link_text(run))}</w:r>"


def text_runs(text: str, form: RunFormat, link_id: Callable[[str], str]) -> str:
    """Return a text in a format as runs, with its own formats and links."""
    runs = _spelt_out(text)
    return _joined(runs, partial(_run_in, form), link_id)


def _run_in(form: RunFormat, run: Run) -> str:
    """Return a run of text in a format, and its own."""
    properties = form.xml(run) if run.bold or run.italic or run.link else form.plain
    return f"<w:r>{properties}{text_element(_link_text(run))}</w:r>"


def _joined(runs: Iterable[Run], make: Callable[[Run], str], link_id: Callable[[str], str]) -> str:
    """Return runs one after the other, those that lead to the same address in one link."""
    xml = ""
    for link, group in groupby(runs, key=lambda run: run.link):
        inner = "".join(map(make, group))
        xml += _linked(inner, link_id(link)) if link else inner
    return xml


def _said(runs: Iterable[Run]) -> str:
    """Return what runs say in a document."""
    return without_unwritable("".join(map(_link_text, runs)))


def _linked(xml: str, number: str) -> str:
    return f'<w:hyperlink r:id="{number}" w:history="1">{xml}</w:hyperlink>'


def _form(runs: Sequence[Run]) -> str:
    """Return what the record keeps of the formats of runs; nothing for plain text."""
    if not any(map(_has_format, runs)):
        return ""
    forms = [(len(r.text), r.bold, r.italic, r.link, *filter(None, [r.shift])) for r in runs]
    return checksum(repr(forms))


def _has_format(run: Run) -> bool:
    """Return whether a run looks otherwise than the template's own text."""
    return bool(run.bold or run.italic or run.link or run.shift)


def _spelt_out(text: str) -> tuple[Run, ...]:
    """Return a text's runs, a link that says nothing followed by its address."""
    runs = runs_of(text)
    if not is_vague_link(text):
        return runs
    address = Run(f" ({_link_text(Run(runs[-1].link, link=runs[-1].link))})", link=runs[-1].link)
    return (*runs, address)


def _link_text(run: Run) -> str:
    """Return a run's text; an address is shown without what only a browser needs."""
    if not run.link:
        return run.text
    pattern = r"^((https?://)?(www\.)?|mailto:)(?=\S+$)"
    shown = re.sub(pattern, "", run.text, flags=re.IGNORECASE)
    return shown if shown == run.text else shown.removesuffix("/")


NO_STYLE = ValueStyle("", "", "")


def _style(styles: Mapping[str, ValueStyle], text: str) -> ValueStyle:
    return styles.get(normalised(text), NO_STYLE) if styles else NO_STYLE
