"""Reads what a worksheet shows beside its cells, and prepares it for Word."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from lxml import etree

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Result
from lagesbild_xlsx.opc import SPREADSHEET_NAMESPACES, Package, relationship_id
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.pictures import Body, ChartFile, Illustration, PictureFile
from lagesbild_xlsx.pictures.alt_texts import alt_text, is_decorative, is_written
from lagesbild_xlsx.pictures.files import Fault, Look, Prepared, Preparer, UnusableError
from lagesbild_xlsx.pictures.floating import Anchor, anchors, effects_of, look_of, outline_of
from lagesbild_xlsx.pictures.grid import PIXEL, TRUE, GridReader, SheetGrid
from lagesbild_xlsx.pictures.in_cells import InCell, InCellReader, WpsPictures, size_in
from lagesbild_xlsx.pictures.left_out import (
    LEFT_FOR,
    Left,
    LeftOut,
    findings_of,
    unusable,
    words_made,
)
from lagesbild_xlsx.pictures.rich_values import RichValues
from lagesbild_xlsx.places import Area, Place

PROPERTIES, BLIP = "./{*}*/{*}cNvPr", "{*}blipFill/{*}blip"
FRAMED = {"diagram": Left.SMART_ART, "slicer": Left.SLICER, "timeslicer": Left.SLICER}
"""What a frame holds that is no chart, by a word of the address that says so."""

MOST_ILLUSTRATIONS = 2_000
"""How many pictures and charts of a workbook a document may show."""

LEAST = 1_440_000
"""How long, in EMU (4 cm), the longer side of a picture from a cell is, if it has enough pixels: a
cell is often no higher than a line of text."""


class ReadChart(Protocol):
    """Prepares a chart."""

    def __call__(self, part: str, place: Place) -> Result[tuple[ChartFile, str] | None]:
        """Return a chart, and its figures in words; None where it cannot be carried.

        Args:
            part: the chart's part.
            place: where it stands.
        """


@dataclass
class IllustrationReader:
    """Prepares what the sheets of one workbook show beside their cells.

    Attributes:
        package: the workbook.
        read_chart: prepares a chart; charts are passed over where it is not given.
    """

    package: Package
    read_chart: ReadChart | None = None
    _preparer: Preparer = field(default_factory=Preparer)
    _known: dict[tuple[str, Look], Prepared] = field(default_factory=dict)
    """The pictures that were prepared, as one can stand in many places."""
    _count: int = 0

    def __post_init__(self) -> None:
        """Read nothing of the workbook before it is asked for."""
        self._rich = RichValues(self.package, self.package.main_part)
        self._wps = WpsPictures(self.package)

    def illustrations(
        self, sheet: str, part: str, rows: Collection[int] | None = None
    ) -> Result[tuple[Illustration, ...]]:
        """Return what a worksheet shows beside its cells, in reading order.

        Found are pictures without words, what is left out, and what stops the document.

        Args:
            sheet: what its tab says.
            part: its part.
            rows: the rows whose pictures and charts are asked for, hidden or not, and nothing
                else; all that is shown where not given.

        Raises:
            StopError: a part is damaged or too large.
        """
        try:
            return _Sheet(self, sheet, part, rows).read()
        except ValueError as error:  # an index or a reference that is none
            raise self.package.damaged(f"bladet ”{sheet}”") from error

    def count_one(self) -> None:
        """Count a picture or a chart.

        Raises:
            StopError: the workbook has more than a document can show.
        """
        self._count += 1
        if self._count > MOST_ILLUSTRATIONS:
            raise self.package.too_large(f"över {MOST_ILLUSTRATIONS} bilder och diagram")

    def picture(self, image: str, look: Look) -> Prepared:
        """Return the picture of a part as it is shown.

        Raises:
            UnusableError: it cannot be carried.
        """
        if (image, look) not in self._known:
            self._known[image, look] = self._preparer.prepared(self.package.read(image), look)
        return self._known[image, look]

    def size_in_cell(self, image: str, cell: tuple[int, int]) -> tuple[int, int]:
        """Return how large a picture is that fills a cell: never larger than its pixels allow.

        Raises:
            UnusableError: it cannot be carried.
        """
        pixels = self._preparer.size(self.package.read(image))
        if pixels is None:
            return cell
        fitting = min(cell[0] / pixels[0], cell[1] / pixels[1])
        scale = max(fitting, min(LEAST / max(pixels), PIXEL))
        return round(pixels[0] * scale), round(pixels[1] * scale)


class _Shown(NamedTuple):
    """Where something stands, how far down it reaches, and what it shows in words."""

    place: Place
    bottom_row: int
    words: str
    is_decorative: bool


class _Sheet:
    """One worksheet while it is read."""

    def __init__(
        self, reader: IllustrationReader, name: str, part: str, rows: Collection[int] | None
    ) -> None:
        self._reader, self._package = reader, reader.package
        self._name, self._part = name, part
        self._rows = rows
        self._in_cells = InCellReader(reader._rich, reader._wps)  # noqa: SLF001 - of this module
        self._found: list[Illustration] = []
        self._findings: list[Finding] = []
        self._left: dict[Left, list[LeftOut]] = {}
        self._worded: dict[Place, str] = {}
        """The charts whose words are made of their figures."""

    def read(self) -> Result[tuple[Illustration, ...]]:
        """Return what it shows."""
        grid = self._grid()
        for in_cell in self._in_cells.found.values():
            self._take_in_cell(in_cell, grid)
        for drawing in self._package.related(self._part, "drawing"):
            related = self._package.relationships(drawing)
            targets = {rid: "" if r.external else r.target for rid, r in related.items()}
            for anchor in anchors(self._package.shown_xml(drawing), grid):
                self._take_drawn(anchor, targets)
        found = sorted(self._found, key=lambda each: each.place[1:])
        told = (*findings_of(self._left), *words_made(self._worded))
        return Result(tuple(found), (*self._findings, *told))

    def _grid(self) -> SheetGrid:
        """Read the worksheet's rows and columns, and the pictures in its cells."""
        reader = GridReader()
        take = {
            "sheetFormatPr": reader.take_defaults,
            "col": reader.take_columns,
            "row": lambda row: self._in_cells.take_row(row, reader.take_row(row)),
            "mergeCell": self._in_cells.take_merge,
        }
        tags = [f"{namespace}{name}" for namespace in SPREADSHEET_NAMESPACES for name in take]
        for element in self._package.elements(self._part, tags):
            take[local(element)](element)
        return reader.grid()

    def _is_asked(self, row: int, *, is_hidden: bool) -> bool:
        """Return whether what stands in a row is asked for."""
        return not is_hidden if self._rows is None else row in self._rows

    # -------------------------------------------------------------- in cells

    def _take_in_cell(self, found: InCell, grid: SheetGrid) -> None:
        """Take a picture in a cell, in which it is shown whole."""
        place = Place(self._name, found.row, found.column)
        is_asked = self._is_asked(found.row, is_hidden=grid.rows.is_hidden(found.row))
        if grid.columns.is_hidden(found.column) or not is_asked:
            return
        if found.is_lost:
            self._leave(Left.UNCONNECTED, place, 1)
            return
        element = found.picture
        properties = None if element is None else element.find(PROPERTIES)
        words = found.alt_text if is_written(found.alt_text) else alt_text(properties)
        shown = _Shown(place, found.row, words, is_decorative(properties))
        cell = Area(found.row, found.column, found.row, found.column)
        cell = self._in_cells.merged.get((found.row, found.column), cell)
        self._take_picture(shown, found.image, element, size_in(grid, cell), in_cell=True)

    # -------------------------------------------------------------- drawn over cells

    def _take_drawn(self, anchor: Anchor, targets: Mapping[str, str]) -> None:
        """Take what an anchor holds, if it is shown."""
        content = anchor.content
        properties = content.find(PROPERTIES)
        is_hidden = properties is not None and properties.get("hidden") in TRUE
        is_asked = self._is_asked(anchor.row, is_hidden=anchor.in_hidden_rows)
        if is_hidden or anchor.in_hidden_columns or not is_asked:
            return
        place = Place(self._name, anchor.row, anchor.column)
        words, decorative = alt_text(properties), is_decorative(properties)
        shown = _Shown(place, anchor.bottom_row, words, decorative)
        size = anchor.width, anchor.height
        kind = local(content)
        if kind == "pic":
            blip = content.find(BLIP)
            image = "" if blip is None else targets.get(relationship_id(blip, "embed"), "")
            self._take_picture(shown, image, content, size)
        elif kind == "graphicFrame":
            self._take_frame(shown, content, size, targets)
        else:
            self._leave(_kind_of(content), place, sum(1 for _ in content.iter("{*}pic")))

    def _take_frame(
        self,
        shown: _Shown,
        frame: etree._Element,
        size: tuple[int, int],
        targets: Mapping[str, str],
    ) -> None:
        data = frame.find("{*}graphic/{*}graphicData")
        kinds = () if data is None else data.get("uri", "").split("/")
        left = next((FRAMED[kind] for kind in kinds if kind in FRAMED), None)
        chart = next(iter(() if data is None else data.iterchildren("{*}chart")), None)
        if left is not None:
            self._leave(left, shown.place, 0)
        elif chart is not None and self._reader.read_chart is not None:
            part = targets.get(relationship_id(chart), "")
            made = self._reader.read_chart(part, shown.place)
            self._findings += made.findings
            if made.value is not None:
                body, words = made.value
                if not (shown.words or shown.is_decorative):
                    self._worded[shown.place] = words
                    shown = shown._replace(words=words)
                self._add(shown, size, body)

    # -------------------------------------------------------------- what is found

    def _take_picture(
        self,
        shown: _Shown,
        image: str,
        element: etree._Element | None,
        size: tuple[int, int],
        *,
        in_cell: bool = False,
    ) -> None:
        """Take a picture, given its part, how it is drawn, and how large its place is."""
        if image not in self._package.names:
            self._leave(Left.ELSEWHERE, shown.place, 1)
            return
        try:
            if in_cell:
                size = self._reader.size_in_cell(image, size)
            look, rotation = look_of(element, size, in_cell=in_cell)
            if min(look.width, look.height) <= 0:
                return
            file = self._reader.picture(image, look)
        except UnusableError as error:
            self._refuse(error.fault, shown.place)
            return
        if not (shown.words or shown.is_decorative):
            where = {"cell": shown.place.cell}
            self._findings.append(rules.ILLUSTRATION_WITHOUT_WORDS.at(shown.place, **where))
        blip = None if element is None else element.find(BLIP)
        effects, outline = effects_of(blip), outline_of(element)
        self._add(shown, look.turned_size, PictureFile(*file, rotation, effects, outline))

    def _add(self, shown: _Shown, size: tuple[int, int], body: Body) -> None:
        self._reader.count_one()
        place, bottom, words, decorative = shown
        self._found.append(Illustration(place, bottom, *size, words, decorative, body))

    def _leave(self, kind: Left, place: Place, pictures: int) -> None:
        """Leave out something that is, or holds, so many pictures; of rows no more is asked for."""
        if pictures or self._rows is None:
            self._left.setdefault(kind, []).append(LeftOut(place, pictures))

    def _refuse(self, fault: Fault, place: Place) -> None:
        """Leave a picture out whose kind cannot be carried, or let it stop the document."""
        if fault in LEFT_FOR:
            self._leave(LEFT_FOR[fault], place, 1)
        else:
            self._findings.append(unusable(place, fault))


def _kind_of(content: etree._Element) -> Left:
    """Return what something drawn is that is neither a picture nor a frame."""
    if local(content) == "grpSp":
        return Left.GROUP
    has_text = any((text.text or "").strip() for text in content.iterfind(".//{*}t"))
    return Left.TEXT_BOX if has_text else Left.SHAPE
