"""What a Word document says, piece by piece, as a reader sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from lagesbild_xlsx.word.elements import short


class ReadParagraph(NamedTuple):
    """A paragraph with text. Its whole is never bold or italic: that is lay-out.

    Attributes:
        text: what it says.
        is_heading: whether it looks like a heading.
        is_list: whether it is an item of a list.
        level: how deep it stands among the headings: the deeper, the more.
        label: what Word shows before it by itself, such as ``2.1``.
        is_contents: whether it is a line of a table of contents.
    """

    text: str
    is_heading: bool = False
    is_list: bool = False
    level: float = 0.0
    label: str = ""
    is_contents: bool = False


class TableCell(NamedTuple):
    """A cell: its text, its colour as RRGGBB, and how many columns it spans.

    One that only fills the grid, behind a cell that spans several columns, spans none.
    """

    text: str
    fill: str = ""
    span: int = 1


FILLER = TableCell("", span=0)


@dataclass(frozen=True)
class ReadTable:
    """A table without its blank rows, each with a cell for every column of its grid.

    A cell that goes on from above says the same again.
    """

    rows: tuple[tuple[TableCell, ...], ...]


class Aside(NamedTuple):
    """What stands beside the text: what it is, by which text, and what it says."""

    kind: str
    text: str
    near: str = ""

    @property
    def said(self) -> str:
        """All of that on a line; nothing where it says nothing."""
        near = f" vid ”{short(self.near)}”" if self.near else ""
        return f"{self.kind}{near}: {self.text}" if self.text else ""


@dataclass(frozen=True)
class TextBox:
    """What stands in a box of its own, which floats beside the text."""

    blocks: tuple[Block, ...]


Block: TypeAlias = ReadParagraph | ReadTable | Aside | TextBox
