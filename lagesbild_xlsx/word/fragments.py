"""What a template compiles to: fragments that are written once for each row.

A fragment appends strings of XML to the part that is being written. Nothing is parsed or copied
while rows are stamped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import NamedTuple, Protocol, TypeAlias

from lagesbild_xlsx.places import FormattedText, Run, is_vague_link, normalised, runs_of
from lagesbild_xlsx.word.names import Value
from lagesbild_xlsx.word.part import Part, Scope, Written
from lagesbild_xlsx.word.record import checksum
from lagesbild_xlsx.word.styles import ValueStyle
from lagesbild_xlsx.word.xml import RUN_PROPERTIES, text_element, without_unwritable


class Fragment(Protocol):
    """A piece of a template."""

    def write(self, part: Part, scope: Scope) -> None:
        """Append what it says here to the part."""


Fragments: TypeAlias = Sequence[Fragment]


def write_all(fragments: Fragments, part: Part, scope: Scope) -> None:
    """Append what fragments say, in order."""
    for fragment in fragments:
        fragment.write(part, scope)


class Literal(NamedTuple):
    """XML that is the same in every document."""

    xml: str

    def write(self, part: Part, scope: Scope) -> None:  # noqa: ARG002 - the protocol's
        """Append the XML."""
        part.add(self.xml)


class ControlId(NamedTuple):
    """The id of a content control: another one each time, as Word wants.

    A control of ours, which has a tag, is noted in the record.
    """

    tag: str = ""

    def write(self, part: Part, scope: Scope) -> None:  # noqa: ARG002 - the protocol's
        """Append the next id."""
        number = part.new_id()
        part.add(f'<w:id w:val="{number}"/>')
        if self.tag:
            part.begin(number, self.tag)


@dataclass(frozen=True)
class PictureId:
    """The id of a picture: another one each time, as the schema wants."""

    def write(self, part: Part, scope: Scope) -> None:  # noqa: ARG002 - the protocol's
        """Append the next id."""
        part.add(str(next(part.ids)))


@dataclass(frozen=True)
class RunFormat:
    """The properties of a value's runs, and what makes a run bold, italic, linked or styled."""

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
        }
        inner = "".join(xml for _, xml in sorted(changed.items(), key=_rank))
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""

    @cached_property
    def plain(self) -> str:
        """The ``w:rPr`` of a run without any format of its own."""
        return self.xml(Run(""))


def _rank(item: tuple[str, str]) -> int:
    """Return where a run property stands in the schema's order; unknown ones stand last."""
    name = item[0]
    return RUN_PROPERTIES.index(name) if name in RUN_PROPERTIES else len(RUN_PROPERTIES)


@dataclass(frozen=True)
class Content:
    """The runs of a value; where it is blank, what the template's control holds."""

    value: Value
    format: RunFormat
    blank: Fragments
    blank_text: str = ""
    blank_shown: str = ""
    styles: Mapping[str, ValueStyle] = field(default_factory=dict)
    _known: dict[str, Written] = field(default_factory=dict, compare=False, repr=False)
    """What plain texts were written as: a status or an owner recurs."""

    def write(self, part: Part, scope: Scope) -> None:
        """Append the runs."""
        text = self.value.text(scope)
        if text and not isinstance(text, FormattedText):
            written = self._known.get(text) or self._known.setdefault(text, self._plain(text))
        elif text or self._blank_style:
            written = self._formatted(text, part)
        else:
            part.note(checksum(self.blank_shown))
            write_all(self.blank, part, scope)
            return
        part.note(written.said, written.form)
        part.add(written.xml)

    @cached_property
    def _blank_style(self) -> str:
        return _style(self.styles, self.blank_text).character

    def _plain(self, text: str) -> Written:
        """Return what a text without any format is written as."""
        style = _style(self.styles, text).character
        properties = self.format.xml(Run(text), style) if style else self.format.plain
        xml = f"<w:r>{properties}{text_element(text)}</w:r>"
        return Written(xml, checksum(without_unwritable(text)))

    def _formatted(self, text: str, part: Part) -> Written:
        """Return what a text with formats is written as, or the text that stands for none."""
        style = _style(self.styles, text or self.blank_text).character
        runs = _spelt_out(text or self.blank_text)
        xml = ""
        for link, group in groupby(runs, key=lambda run: run.link):
            inner = "".join(self._run(run, style) for run in group)
            xml += _linked(inner, part.link_id(link)) if link else inner
        said = checksum(without_unwritable("".join(map(_link_text, runs))))
        return Written(xml, said, _form(runs))

    def _run(self, run: Run, style: str) -> str:
        has_format = run.bold or run.italic or run.link or style
        properties = self.format.xml(run, style) if has_format else self.format.plain
        return f"<w:r>{properties}{text_element(_link_text(run))}</w:r>"


def _linked(xml: str, number: str) -> str:
    return f'<w:hyperlink r:id="{number}" w:history="1">{xml}</w:hyperlink>'


def _form(runs: Sequence[Run]) -> str:
    """Return what the record keeps of the formats of runs; nothing for plain text."""
    if not any(run.bold or run.italic or run.link for run in runs):
        return ""
    return checksum(repr([(len(r.text), r.bold, r.italic, r.link) for r in runs]))


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
    return re.sub(r"^((https?://)?(www\.)?|mailto:)(?=\S+$)", "", run.text, flags=re.IGNORECASE)


NO_STYLE = ValueStyle("", "", "")


def _style(styles: Mapping[str, ValueStyle], text: str) -> ValueStyle:
    return styles.get(normalised(text), NO_STYLE) if styles else NO_STYLE


@dataclass(frozen=True)
class Look:
    """The paragraph style or the cell shading that belongs to a value, else the template's."""

    value: Value
    blank_text: str
    by_value: Mapping[str, str]
    otherwise: Fragments
    _folded: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """The texts that were met, as ``by_value`` has them."""

    def write(self, part: Part, scope: Scope) -> None:
        """Append the element."""
        text = self.value.text(scope) or self.blank_text
        folded = self._folded.get(text) or self._folded.setdefault(text, normalised(text))
        if xml := self.by_value.get(folded):
            part.add(xml)
        else:
            write_all(self.otherwise, part, scope)
