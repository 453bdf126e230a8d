"""The pictures that float over a sheet's cells: where they stand, and how they are shown."""

from __future__ import annotations

from lxml import etree

from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.pictures.files import LARGEST, Crop, Look
from lagesbild_xlsx.pictures.grid import TRUE, whole

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
