"""The pictures that float over a sheet's cells: where they stand, and how they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.pictures.files import LARGEST, Crop, Look
from lagesbild_xlsx.pictures.grid import TRUE, SheetGrid, whole
from lagesbild_xlsx.places import LAST_COLUMN, LAST_ROW, column_letters


class Anchor(NamedTuple):
    """What holds a drawing: the rows and columns from 1, and the size in EMU.

    Attributes:
        row: the row of its upper left corner.
        column: the column of that.
        bottom_row: the last row that it reaches into.
        width: how wide it is.
        height: how high it is.
        in_hidden_rows: whether no row that it covers is shown.
        in_hidden_columns: the same of its columns.
        content: the one element that it holds: a picture, a frame, a shape, a group.
    """

    row: int
    column: int
    bottom_row: int
    width: int
    height: int
    in_hidden_rows: bool
    in_hidden_columns: bool
    content: etree._Element

    @property
    def cell(self) -> str:
        """The address of the cell of its upper left corner."""
        return f"{column_letters(self.column)}{self.row}"


class _Marker(NamedTuple):
    """A corner: a row and a column from 1, and how far into them, in EMU."""

    row: int
    column: int
    down: int
    right: int


CONTENTS = frozenset(("sp", "grpSp", "graphicFrame", "cxnSp", "pic", "contentPart"))


def anchors(drawing: etree._Element, grid: SheetGrid) -> Iterator[Anchor]:
    """Yield the anchors of a sheet's drawing that hold something."""
    for element in drawing.iterchildren("{*}*"):
        name = local(element)
        content = next((c for c in element.iterchildren("{*}*") if local(c) in CONTENTS), None)
        if content is not None and name in ANCHORED:
            yield ANCHORED[name](element, content, grid)


def _two_cells(element: etree._Element, content: etree._Element, grid: SheetGrid) -> Anchor:
    """Return an anchor that reaches from one cell to another (20.5.2.33).

    One that covers hidden cells only has no size left.
    """
    start, end = _marker(element, "from"), _marker(element, "to")
    columns, rows = grid.columns, grid.rows
    width = columns.start(end.column) + end.right - columns.start(start.column) - start.right
    height = rows.start(end.row) + end.down - rows.start(start.row) - start.down
    bottom = end.row if end.down or end.row <= start.row else end.row - 1
    right = max(end.column, start.column)
    hidden_rows = rows.start(bottom + 1) <= rows.start(start.row)
    hidden_columns = columns.start(right + 1) <= columns.start(start.column)
    return _anchor(start, bottom, (width, height), (hidden_rows, hidden_columns), content)


def _one_cell(element: etree._Element, content: etree._Element, grid: SheetGrid) -> Anchor:
    """Return an anchor with a cell and a size (20.5.2.24)."""
    start, size = _marker(element, "from"), _size(element.find("{*}ext"))
    bottom = grid.rows.at(grid.rows.start(start.row) + start.down + size[1] - 1)
    hidden = grid.rows.is_hidden(start.row), grid.columns.is_hidden(start.column)
    return _anchor(start, bottom, size, hidden, content)


def _absolute(element: etree._Element, content: etree._Element, grid: SheetGrid) -> Anchor:
    """Return an anchor with a place and a size on the sheet (20.5.2.1)."""
    position, size = element.find("{*}pos"), _size(element.find("{*}ext"))
    left, top = _length(position, "x"), _length(position, "y")
    start = _Marker(grid.rows.at(top), grid.columns.at(left), 0, 0)
    return _anchor(start, grid.rows.at(top + size[1] - 1), size, (False, False), content)


ANCHORED = {
    "twoCellAnchor": _two_cells,
    "oneCellAnchor": _one_cell,
    "absoluteAnchor": _absolute,
}


def _anchor(
    start: _Marker,
    bottom: int,
    size: tuple[int, int],
    hidden: tuple[bool, bool],
    content: etree._Element,
) -> Anchor:
    width, height = (min(max(length, 0), LARGEST) for length in size)
    bottom = max(bottom, start.row)
    return Anchor(start.row, start.column, bottom, width, height, *hidden, content)


def _marker(element: etree._Element, name: str) -> _Marker:
    """Return a corner; the sheet's first cell where it is not said."""
    marker = element.find(f"{{*}}{name}")

    def number(name: str) -> int:
        return 0 if marker is None else whole(marker.findtext(f"{{*}}{name}"))

    row = min(max(number("row"), 0) + 1, LAST_ROW)
    column = min(max(number("col"), 0) + 1, LAST_COLUMN)
    return _Marker(row, column, number("rowOff"), number("colOff"))


def _size(extent: etree._Element | None) -> tuple[int, int]:
    return _length(extent, "cx"), _length(extent, "cy")


def _length(element: etree._Element | None, name: str) -> int:
    return 0 if element is None else max(whole(element.get(name)), 0)


# ------------------------------------------------------------------ how they are shown

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
FULL_TURN, QUARTER = 21_600_000, 5_400_000
"""In sixty-thousandths of a degree (ECMA-376 part 1, 20.1.10.3)."""

WHOLE = 100_000
"""A whole in thousandths of a percent (20.1.10.40)."""

RECTANGLE = f'<a:prstGeom xmlns:a="{A}" prst="rect"><a:avLst/></a:prstGeom>'

EFFECTS = frozenset(
    (
        "alphaBiLevel", "alphaCeiling", "alphaFloor", "alphaInv", "alphaMod", "alphaModFix",
        "alphaRepl", "biLevel", "blur", "clrChange", "clrRepl", "duotone", "grayscl", "hsl", "lum",
        "tint",
    )
)  # fmt: skip
"""What a picture's file can be shown with (20.1.8.13); extensions hold the file before that."""


def look_of(
    picture: etree._Element | None, size: tuple[int, int], *, in_cell: bool = False
) -> tuple[Look, int]:
    """Return how a picture is shown, and how far it is turned beside that.

    Args:
        picture: its ``pic`` element, if it has one.
        size: how large its place is, where it does not say its own size.
        in_cell: whether it fills its place whatever size it says.
    """
    if picture is None:
        return Look(*size), 0
    transform = picture.find("{*}spPr/{*}xfrm")
    turn = 0 if transform is None else whole(transform.get("rot")) % FULL_TURN
    quarters, rest = divmod(turn, QUARTER)
    extent = None if transform is None else transform.find("{*}ext")
    own = (0, 0) if extent is None else (whole(extent.get("cx")), whole(extent.get("cy")))
    width, height = size if in_cell or min(own) <= 0 else own
    look = Look(
        min(width, LARGEST),
        min(height, LARGEST),
        _crop(picture.find("{*}blipFill/{*}srcRect")),
        is_mirrored=transform is not None and transform.get("flipH") in TRUE,
        is_upside_down=transform is not None and transform.get("flipV") in TRUE,
        quarters=0 if rest else quarters,
    )
    return look, turn if rest else 0


def _crop(source: etree._Element | None) -> Crop:
    if source is None:
        return Crop()
    return Crop(*(_part(source.get(side, "")) for side in ("l", "t", "r", "b")))


MOST_ADDED = -10.0
"""How much a crop may add to each side: ten times the picture."""


def _part(said: str) -> float:
    """Return a part of a whole, in thousandths of a percent or as a percentage."""
    try:
        part = float(said[:-1]) / 100 if said.endswith("%") else int(said or 0) / WHOLE
    except ValueError:
        return 0
    return min(max(part, MOST_ADDED), 1)


def effects_of(blip: etree._Element | None) -> str:
    """Return the XML of what changes the look of a picture."""
    children = () if blip is None else blip.iterchildren("{*}*")
    return "".join(_xml(child) for child in children if local(child) in EFFECTS)


def outline_of(picture: etree._Element | None) -> str:
    """Return the XML of a picture's shape and of the line around it."""
    properties = None if picture is None else picture.find("{*}spPr")
    if properties is None:
        return RECTANGLE
    shape, line = properties.find("{*}prstGeom"), properties.find("{*}ln")
    if line is None or line.find("{*}solidFill") is None:
        line = None
    return (RECTANGLE if shape is None else _xml(shape)) + ("" if line is None else _xml(line))


def _xml(element: etree._Element) -> str:
    return etree.tostring(_copied(element), encoding="unicode")


def _copied(element: etree._Element) -> etree._Element:
    """Return a copy of DrawingML, of its own names only: without extensions and links."""
    copy = etree.Element(f"{{{A}}}{local(element)}", nsmap={"a": A})
    for name, value in element.items():
        if not str(name).startswith("{"):
            copy.set(name, value)
    copy.extend(_copied(c) for c in element.iterchildren("{*}*") if local(c) != "extLst")
    return copy
