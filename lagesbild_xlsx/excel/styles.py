"""The formats of a workbook's cells: number format, fill and font.

Colours are resolved through the workbook's own theme and palette (ECMA-376 part 1, 18.8).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from lxml import etree

from lagesbild_xlsx.colours import relit, signal_of
from lagesbild_xlsx.excel.strings import CellFont, is_on
from lagesbild_xlsx.numberformat import BUILT_IN, NumberFormat, number_format
from lagesbild_xlsx.opc.xml import theme_colours

ItemT = TypeVar("ItemT")

THEME_ORDER = (
    "lt1", "dk1", "lt2", "dk2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
"""A theme colour's number counts in this order, not in that of the theme's part."""

PALETTE = (
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
    * 2
    + "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF "
    "660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF "
    "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 "
    "FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split()
"""The colours by index (18.8.27); a workbook can hold a palette of its own."""


NO_PATTERN = frozenset(("none", "gray125"))
"""What every workbook has as its first two fills."""

BLACK = "000000"
NEITHER = "7F7F7F"
"""What stands for a hatching, or a gradient between two colours: a colour that says nothing."""


class CellStyle(NamedTuple):
    """How a cell looks, as far as it matters to what it says."""

    number: NumberFormat = NumberFormat()
    fill: str = ""
    struck: bool = False
    font: CellFont = CellFont()


class StyleSheet:
    """A workbook's styles part, with the theme that its colours refer to."""

    def __init__(self, root: etree._Element, theme: etree._Element | None) -> None:
        self.root, self.theme = root, theme

    def cell_styles(self, *, date1904: bool) -> list[CellStyle]:
        """Return the style of each cell format, in the order that cells count them.

        Args:
            date1904: whether the workbook counts its days from 1904.
        """
        return [
            CellStyle(
                number_format(self._code(xf), date1904=date1904),
                self._fill(xf),
                _item(self._struck, xf.get("fontId", "0"), default=False),
                _item(self._fonts, xf.get("fontId", "0"), default=CellFont()),
            )
            for xf in self.root.iterfind("{*}cellXfs/{*}xf")
        ]

    @cached_property
    def format_fills(self) -> list[bool]:
        """Whether each format of conditional formatting has a fill."""
        return [dxf.find("{*}fill") is not None for dxf in self.root.iterfind("{*}dxfs/{*}dxf")]

    def _code(self, xf: etree._Element) -> str:
        return self._codes.get(int(xf.get("numFmtId", "0")), "General")

    @cached_property
    def _codes(self) -> dict[int, str]:
        return BUILT_IN | {
            int(el.get("numFmtId", "0")): el.get("formatCode", "")
            for el in self.root.iterfind("{*}numFmts/{*}numFmt")
        }

    @cached_property
    def _struck(self) -> list[bool]:
        return [is_on(font, "strike") for font in self.root.iterfind("{*}fonts/{*}font")]

    @cached_property
    def _fonts(self) -> list[CellFont]:
        return [self._font(font) for font in self.root.iterfind("{*}fonts/{*}font")]

    def _font(self, font: etree._Element) -> CellFont:
        colour = font.find("{*}color")
        rgb = "" if colour is None else self._rgb(colour)
        return CellFont.of(font, "" if rgb == BLACK else rgb)

    def _fill(self, xf: etree._Element) -> str:
        """Return the fill of a cell format, or of the named style (Bad, Good) that it follows."""
        own = _item(self._fills, xf.get("fillId", "0"), default="")
        if own or xf.get("applyFill") in ("1", "true"):
            return own
        named = _item(self._named_styles, xf.get("xfId", "0"), default=None)
        return "" if named is None else _item(self._fills, named.get("fillId", "0"), default="")

    @cached_property
    def _named_styles(self) -> list[etree._Element | None]:
        return list(self.root.iterfind("{*}cellStyleXfs/{*}xf"))

    @cached_property
    def _fills(self) -> list[str]:
        return [self._fill_colour(fill) for fill in self.root.iterfind("{*}fills/{*}fill")]

    def _fill_colour(self, fill: etree._Element) -> str:
        pattern = fill.find("{*}patternFill")
        if pattern is not None:
            kind = pattern.get("patternType", "none")
            colour = pattern.find("{*}fgColor")
            if kind == "solid":
                return "" if colour is None else self._rgb(colour)
            return "" if kind in NO_PATTERN else NEITHER
        stops = [self._rgb(colour) for colour in fill.iterfind("{*}gradientFill/{*}stop/{*}color")]
        signals = {signal_of(rgb) for rgb in stops if rgb}
        return stops[0] if len(signals) == 1 else NEITHER if stops else ""

    def _rgb(self, colour: etree._Element) -> str:
        """Return a colour as RRGGBB; nothing where it is automatic or out of range."""
        rgb = ""
        if stored := colour.get("rgb"):
            rgb = stored[-6:].upper()
        elif theme := colour.get("theme"):
            rgb = _item(self._theme_colours, theme, default="")
        elif indexed := colour.get("indexed"):
            rgb = _item(self._palette, indexed, default="")
        if not re.fullmatch("[0-9A-F]{6}", rgb):
            return ""
        return tinted(rgb, float(colour.get("tint", "0")))

    @cached_property
    def _theme_colours(self) -> list[str]:
        colours = theme_colours(self.theme)
        return [colours.get(name, "") for name in THEME_ORDER]

    @cached_property
    def _palette(self) -> list[str]:
        own = self.root.findall("{*}colors/{*}indexedColors/{*}rgbColor")
        return [el.get("rgb", "")[-6:].upper() for el in own] or PALETTE


def tinted(rgb: str, tint: float) -> str:
    """Return a colour made darker (tint below 0) or lighter (above), as 18.8.19 says."""
    return relit(rgb, 1 - abs(tint), max(tint, 0)) if tint else rgb


def _item(items: Sequence[ItemT], index: str, *, default: ItemT) -> ItemT:
    """Return the item of a stored index, the default where there is none."""
    return items[int(index)] if index.isdecimal() and int(index) < len(items) else default
