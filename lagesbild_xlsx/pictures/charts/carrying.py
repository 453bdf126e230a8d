"""A chart of a workbook as a Word document carries it: its part, and all that it points to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, Package, serialised
from lagesbild_xlsx.opc.xml import local, remove
from lagesbild_xlsx.pictures import ChartFile, RelatedPart
from lagesbild_xlsx.pictures.charts.cleaning import (
    clean,
    has_pictures,
    transitional,
    without_additions,
)
from lagesbild_xlsx.pictures.charts.data_book import DataBook
from lagesbild_xlsx.pictures.charts.defaults import is_of_2007, say_defaults
from lagesbild_xlsx.pictures.charts.figures import (
    Figures,
    described,
    figures_of,
    has_figures,
    words_in,
)
from lagesbild_xlsx.pictures.charts.filling import fill_caches
from lagesbild_xlsx.pictures.charts.names import DRAWING, c, is_on
from lagesbild_xlsx.pictures.charts.order import put_in_order
from lagesbild_xlsx.pictures.charts.reference import Cells, FindSheet, TooManyCellsError
from lagesbild_xlsx.pictures.charts.refusal import (
    LARGEST,
    MOST_POINTS,
    NO_FIGURES,
    TOO_LARGE,
    UNKNOWN,
    Refusal,
    refused_cells,
    refused_kind,
    refused_size,
)
from lagesbild_xlsx.places import LAST_COLUMN

R_ID = f"{{{OFFICE_RELATIONSHIPS}}}id"
OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
BOOK_TYPE = f"{OFFICE_TYPE}.spreadsheetml.sheet"
SHAPES_TYPE = f"{OFFICE_TYPE}.drawingml.chartshapes+xml"
MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships"


class Look(NamedTuple):
    """A part that some of a chart's look is in.

    Attributes:
        kind: the last word of the relationship that leads to it.
        relationship: that relationship's type.
        content_type: the part's content type.
        root: the name of its root.
    """

    kind: str
    relationship: str
    content_type: str
    root: str


LOOKS = (
    Look(
        "chartStyle",
        f"{MICROSOFT}/chartStyle",
        "application/vnd.ms-office.chartstyle+xml",
        "chartStyle",
    ),
    Look(
        "chartColorStyle",
        f"{MICROSOFT}/chartColorStyle",
        "application/vnd.ms-office.chartcolorstyle+xml",
        "colorStyle",
    ),
    Look(
        "themeOverride",
        f"{OFFICE_RELATIONSHIPS}/themeOverride",
        f"{OFFICE_TYPE}.themeOverride+xml",
        "themeOverride",
    ),
)


class Carried(NamedTuple):
    """A chart as a document carries it.

    Attributes:
        file: its part, and those that it points to.
        words: what it shows, made of its figures.
        has_lost_pictures: whether there were pictures in it, which do not go along.
    """

    file: ChartFile
    words: str
    has_lost_pictures: bool


def carried(package: Package, part: str, find: FindSheet, *, date1904: bool) -> Carried | Refusal:
    """Return a chart as a document carries it, or why it does not go along.

    Args:
        package: the workbook's package.
        part: the name of the chart's part.
        find: returns a sheet by its name, for a chart without a cache.
        date1904: whether the workbook counts its days from 1904.

    Raises:
        StopError: the part, or one that it points to, is damaged or too large to read.
    """
    root = _readable(package, part)
    if isinstance(root, Refusal):
        return root
    shapes = _shapes(package, part)
    has_lost = any(map(has_pictures, (root, shapes)))
    clean(root)
    clean(shapes)
    refusal = refused_cells(root) or _fill(root, find, date1904=date1904)
    if refusal is not None:
        return refusal
    figures = figures_of(root, date1904=date1904)
    book = DataBook()
    book.take(root)
    if len(book.columns) > LAST_COLUMN:
        return TOO_LARGE
    parts = [_book_part(book.packed(date1904=date1904)), *_looks(package, part)]
    if len(shapes):
        parts.append(_shapes_part(shapes))
    _set_date_system(root, date1904=date1904)
    _refer(root, has_shapes=bool(len(shapes)))
    say_defaults(root, of_2007=is_of_2007(package))
    put_in_order(root)
    texts = tuple(dict.fromkeys(filter(None, _texts(root, figures, shapes))))
    file = ChartFile(serialised(root), tuple(parts), figures.title, texts)
    return Carried(file, described(figures), has_lost)


def _readable(package: Package, part: str) -> etree._Element | Refusal:
    """Return the root of a chart, or why it cannot be carried."""
    if part not in package.names:
        return UNKNOWN
    content = package.read(part)
    if len(content) > LARGEST:
        return TOO_LARGE
    root = transitional(package.parsed(part, content))
    return refused_kind(root) or refused_size(root) or root


def _fill(root: etree._Element, find: FindSheet, *, date1904: bool) -> Refusal | None:
    """Fill the caches of a chart; return why there are no figures in them, if there are none."""
    visible_only = is_on(root, f"{c('chart')}/{c('plotVisOnly')}", absent=True)
    try:
        fill_caches(root, Cells(find, visible_only, MOST_POINTS), date1904=date1904)
    except TooManyCellsError:
        return TOO_LARGE
    return None if has_figures(root) else NO_FIGURES


BOOK_ID, SHAPES_ID = "rId1", "rId2"
PREFIX = {"r": OFFICE_RELATIONSHIPS}


def _book_part(content: bytes) -> RelatedPart:
    relationship = f"{OFFICE_RELATIONSHIPS}/package"
    return RelatedPart(BOOK_ID, relationship, BOOK_TYPE, "xlsx", content, "Microsoft_Excel_Sheet")


def _looks(package: Package, part: str) -> Iterator[RelatedPart]:
    """Yield the parts that a chart's look is in, those that point to nothing themselves."""
    for number, look in enumerate(LOOKS, 3):
        found = next(package.related(part, look.kind), None)
        root = None if found is None else transitional(package.xml(found))
        if found is None or root is None or package.relationships(found):
            continue
        if local(root) == look.root:
            content = serialised(without_additions(root))
            relationship, content_type = look.relationship, look.content_type
            yield RelatedPart(f"rId{number}", relationship, content_type, "xml", content, look.root)


def _shapes(package: Package, part: str) -> etree._Element:
    """Return the text boxes and arrows that are drawn over a chart, if any."""
    for found in package.related(part, "chartUserShapes"):
        root = transitional(package.xml(found))
        if root.tag == c("userShapes"):
            return root
    return etree.Element(c("userShapes"))


def _shapes_part(root: etree._Element) -> RelatedPart:
    relationship = f"{OFFICE_RELATIONSHIPS}/chartUserShapes"
    return RelatedPart(SHAPES_ID, relationship, SHAPES_TYPE, "xml", serialised(root), "userShapes")


def _set_date_system(root: etree._Element, *, date1904: bool) -> None:
    """Say from which year days are counted."""
    for element in list(root.iterchildren(c("date1904"))):
        remove(element)
    etree.SubElement(root, c("date1904"), val=str(int(date1904)))


def _refer(root: etree._Element, *, has_shapes: bool) -> None:
    """Let a chart point to its workbook, and to the shapes drawn over it.

    The prefix is said: lxml's own depends on what else the process has imported.
    """
    data = etree.Element(c("externalData"), nsmap=PREFIX)
    data.set(R_ID, BOOK_ID)
    etree.SubElement(data, c("autoUpdate"), val="0")
    found = [data]
    if has_shapes:
        found.append(etree.Element(c("userShapes"), nsmap=PREFIX))
        found[-1].set(R_ID, SHAPES_ID)
    root.extend(found)


def _texts(root: etree._Element, figures: Figures, shapes: etree._Element) -> Iterator[str]:
    """Yield all that a chart says in words."""
    yield figures.title
    for series in figures.series:
        yield series.name
        yield from series.labels
    for part in (root, shapes):
        for paragraph in part.iter(f"{{{DRAWING}}}p"):
            yield words_in(paragraph)
    for name in root.iter(c("name")):  # of a trend line
        yield name.text or ""
    for cache in root.iter("{*}*"):
        if local(cache) in TEXT_CACHES:
            yield from (value.text or "" for value in cache.iter(c("v")))


TEXT_CACHES = frozenset((
    "strCache", "multiLvlStrCache", "dlblRangeCache", "dlblFieldTableCache",
))  # fmt: skip
