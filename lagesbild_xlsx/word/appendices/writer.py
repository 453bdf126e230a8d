"""The appendices of a control, written where it stands: each in one mark, from first to last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.model.appendices import Appendix, AppendixPicture, AppendixTable, Block
from lagesbild_xlsx.word.appendices.controls import said_in
from lagesbild_xlsx.word.appendices.looks import Looks, ParagraphLook
from lagesbild_xlsx.word.appendices.sections import NO_HEIGHT
from lagesbild_xlsx.word.appendices.tables import is_cramped, is_too_wide, table_xml
from lagesbild_xlsx.word.content import RunFormat, text_runs
from lagesbild_xlsx.word.fragments import Fragment
from lagesbild_xlsx.word.marks import APPENDICES, BREAK, LAST, TURNED, in_row, label
from lagesbild_xlsx.word.page_setup import Page
from lagesbild_xlsx.word.part_writer import PartWriter, Scope
from lagesbild_xlsx.word.record import checksum
from lagesbild_xlsx.word.template_sheets import APPENDIX
from lagesbild_xlsx.word.xml import NS, text_element

KEPT_WITH_NEXT = "<w:keepNext/>"
DECLARED = " ".join(f'xmlns:{prefix}="{namespace}"' for prefix, namespace in NS.items())


class Line(NamedTuple):
    """A paragraph: its properties, and what it holds."""

    properties: str
    content: str = ""


def appendices_in(
    looks: Looks, tag: str, appendices: tuple[Appendix, ...], page: Page, link_style: str
) -> Result[Fragment]:
    """Return what writes the appendices of a control, and what is to be said of them.

    Args:
        looks: those of the template.
        tag: the control's tag.
        appendices: what it places.
        page: the page that the control stands on.
        link_style: the run property of links.
    """
    writer = AppendixWriter(tag, appendices, looks, page, link_style)
    return Result(writer, tuple(writer.warnings()))


def tag_of(appendix: Appendix) -> str:
    """Return the tag of the control that places one appendix."""
    return f"lb:{APPENDIX} {appendix.name}"


@dataclass
class AppendixWriter:
    """Writes the appendices that a control places.

    Attributes:
        tag: the control's tag.
        appendices: what it places.
        looks: those of the template.
        page: the page that the control stands on.
        link_style: the run property of links.
    """

    tag: str
    appendices: tuple[Appendix, ...]
    looks: Looks
    page: Page
    link_style: str

    def write(self, part: PartWriter, scope: Scope) -> None:  # noqa: ARG002 - the protocol's
        """Append the appendices."""
        number, place = part.begin(self.tag, "p0"), part.place
        is_turned = False
        for at, appendix in enumerate(self.appendices):
            part.place = f"{number}.{at}"
            is_wide = self._is_wide(appendix)
            lines = list(self._lines(appendix, part, is_wide=is_wide, is_turned=is_turned))
            self._append(appendix, lines, part)
            is_turned = is_wide
        part.place = place

    def warnings(self) -> Iterator[Finding]:
        """Yield the tables that have too many columns for words and figures to stay whole."""
        for appendix in self.appendices:
            page = self.page.turned() if self._is_wide(appendix) else self.page
            for table in appendix.blocks:
                if isinstance(table, AppendixTable) and is_cramped(table, page.width):
                    yield rules.TABLE_CRAMPED.at(table.place, count=len(table.headings))

    def _append(self, appendix: Appendix, lines: list[Line | str], part: PartWriter) -> None:
        """Append lines and tables, with the marks of the heading and of where it ends."""
        heading = next(each for each in lines if isinstance(each, Line) and each.content)
        xml = "".join(map(_xml, lines))
        root = etree.fromstring(f"<w:body {DECLARED}>{xml}</w:body>")
        files = (each.checksum for each in appendix.illustrations)
        looks = IDS.sub("", xml)
        said, form = checksum(said_in(root)), checksum(" ".join((looks, *files)))
        number = part.begin(tag_of(appendix), "p", said, form)
        for at, line in enumerate(lines):
            if not isinstance(line, Line):
                part.add(line)
                continue
            is_first = heading is line
            part.add(f"<w:p>{line.properties}")
            if at == 0 and not is_first:
                part.add(_point(part.new_id(), f"{BREAK}{number}"))
            if is_first:
                part.start_mark(number, in_row(label(APPENDICES, appendix.name), None))
            part.add(line.content)
            if is_first:
                part.end_mark(number)
            if at == len(lines) - 1:
                turned = TURNED if "<w:sectPr" in line.properties else ""
                part.add(_point(part.new_id(), f"{LAST}{number}{turned}"))
            part.add("</w:p>")

    # -------------------------------------------------------------- what it consists of

    def _is_wide(self, appendix: Appendix) -> bool:
        """Return whether an appendix needs a turned page."""
        tables = (block for block in appendix.blocks if isinstance(block, AppendixTable))
        wide = any(is_too_wide(table, self.page.width) for table in tables)
        return wide and not self.page.is_landscape

    def _lines(
        self, appendix: Appendix, part: PartWriter, *, is_wide: bool, is_turned: bool
    ) -> Iterator[Line | str]:
        """Yield the lines and tables of an appendix.

        Args:
            appendix: the appendix.
            part: what it is written into.
            is_wide: whether it has a turned page.
            is_turned: whether the one before has.
        """
        page = self.page.turned() if is_wide else self.page
        if is_wide and not is_turned:
            yield Line(f"<w:pPr>{NO_HEIGHT}{self.page.as_before}</w:pPr>")
        yield self._line(appendix.heading, self.looks.heading, part)
        before: Line | str = Line("")
        for block in appendix.blocks:
            for line in self._block(block, appendix, page, part, below=isinstance(before, str)):
                if isinstance(line, str) and isinstance(before, str):
                    yield SEPARATOR
                yield line
                before = line
        if is_wide:
            yield Line(f"<w:pPr>{NO_HEIGHT}{page.as_before}</w:pPr>")
        elif isinstance(before, str) or not appendix.blocks:
            yield SEPARATOR

    def _block(
        self, block: Block, appendix: Appendix, page: Page, part: PartWriter, *, below: bool
    ) -> Iterator[Line | str]:
        """Yield what a block is written as; ``below`` tells that it stands below a table."""
        if isinstance(block, AppendixPicture):
            yield from self._pictured(block, page, part, below=below)
            return
        if not isinstance(block, AppendixTable):
            more = {"spacing": BELOW} if below else {}
            yield self._line(block.text, self.looks.text, part, **more)
            return
        if block.caption:
            yield self._caption("Tabell", block.caption, part, above=True)
        title = str(block.caption or appendix.heading)

        yield table_xml(block, title, self.looks, page.width, partial(self._made, part))

    def _pictured(
        self, block: AppendixPicture, page: Page, part: PartWriter, *, below: bool
    ) -> Iterator[Line]:
        """Yield a picture or a chart, and its caption below."""
        kept = {"keepNext": KEPT_WITH_NEXT} if block.caption else {}
        kept |= {"spacing": BELOW} if below else {}
        drawing = part.drawing(part.new_id(), block.illustration, page.room)
        yield Line(self.looks.text.xml(**kept), f"<w:r>{drawing}</w:r>")
        if block.caption:
            kind = "Diagram" if block.illustration.is_chart else "Bild"
            yield self._caption(kind, block.caption, part, above=False)

    def _line(self, text: str, look: ParagraphLook, part: PartWriter, **more: str) -> Line:
        return Line(look.xml(**more), self._runs(text, look.run, part))

    def _caption(self, kind: str, text: str, part: PartWriter, *, above: bool) -> Line:
        """Return a caption with its number, kept together with what it is about."""
        look = self.looks.caption
        field = (
            f'<w:r>{text_element(f"{kind} ")}</w:r><w:fldSimple w:instr=" SEQ {kind} \\* ARABIC ">'
            f"<w:r><w:t>1</w:t></w:r></w:fldSimple><w:r>{text_element('. ')}</w:r>"
        )
        kept = {"keepNext": KEPT_WITH_NEXT} if above else {}
        return Line(look.xml(**kept), field + self._runs(text, look.run, part))

    def _made(self, part: PartWriter, properties: Mapping[str, str]) -> Callable[[str], str]:
        """Return what makes runs of a text."""
        form = RunFormat(properties, self.link_style)
        return lambda text: text_runs(text, form, part.link_id)

    def _runs(self, text: str, properties: Mapping[str, str], part: PartWriter) -> str:
        return self._made(part, properties)(text)


BELOW = '<w:spacing w:before="120"/>'
"""How far a text stands below its table."""

SEPARATOR = Line(
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/></w:pPr>'
)
"""Stands between two tables, which would else be one, and after one that is the last."""

IDS = re.compile(r' r:(?:id|embed)="[^"]*"| id="\d+"| name="(?:Bild|Diagram) \d+"')
"""What is another in each document, and tells nothing of how it looks."""


def _point(number: int, name: str) -> str:
    """Return a bookmark around nothing."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}<w:bookmarkEnd w:id="{number}"/>'


def _xml(line: Line | str) -> str:
    return line if isinstance(line, str) else f"<w:p>{line.properties}{line.content}</w:p>"
