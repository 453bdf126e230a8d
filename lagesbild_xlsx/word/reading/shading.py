"""The colour of a place in a Word document: a cell's, a text's background, or a symbol's own."""

from __future__ import annotations

import re

from lxml import etree

from lagesbild_xlsx.colours import relit
from lagesbild_xlsx.opc.xml import theme_colours
from lagesbild_xlsx.word.xml import val, w

HIGHLIGHTS = {
    "red": "FF0000",
    "darkRed": "8B0000",
    "yellow": "FFFF00",
    "darkYellow": "B5A000",
    "green": "00FF00",
    "darkGreen": "006400",
}
"""The highlighter's colours that can be a status (ECMA-376 part 1, 17.18.40)."""

THEME_NAMES = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2"} | {
    "text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
"""What a theme calls the colours that a document calls otherwise (17.18.97)."""

RGB = re.compile("[0-9A-Fa-f]{6}")
WHITE = re.compile("(?:F[5-9A-F]){3}")
"""White, or so near that it looks like the page: no colour."""


class Colours:
    """The colours of a document, those of its theme worked out."""

    def __init__(self, theme: etree._Element | None) -> None:
        """Take the theme's colours; none where the document has no theme."""
        self._theme = theme_colours(theme)

    def of_shading(self, shading: etree._Element | None) -> str:
        """Return the colour of a ``w:shd`` as RRGGBB; nothing where it has none.

        A solid pattern shows its own colour, any other the fill behind it (17.3.5).
        """
        if shading is None:
            return ""
        name = "color" if val(shading) == "solid" else "fill"
        theme = "themeColor" if name == "color" else "themeFill"
        return self._colour(shading, name, theme)

    def of_text(self, properties: etree._Element | None) -> str:
        """Return the colour of a run's letters as RRGGBB; nothing where it is automatic."""
        colour = None if properties is None else properties.find(w("color"))
        return "" if colour is None else self._colour(colour, "val", "themeColor")

    def behind_text(self, properties: etree._Element | None) -> str:
        """Return the colour behind a run: the highlighter's, or its shading."""
        if properties is None:
            return ""
        marked = HIGHLIGHTS.get(val(properties.find(w("highlight"))), "")
        return marked or self.of_shading(properties.find(w("shd")))

    def _colour(self, element: etree._Element, name: str, theme: str) -> str:
        rgb = self._shown(element, name, theme)
        return "" if WHITE.fullmatch(rgb) else rgb

    def _shown(self, element: etree._Element, name: str, theme: str) -> str:
        themed = element.get(w(theme))
        if themed is None:
            stored = element.get(w(name), "")
            return stored.upper() if RGB.fullmatch(stored) else ""
        rgb = self._theme.get(THEME_NAMES.get(themed, themed), "")
        change = f"{theme}Tint" if theme == "themeFill" else "themeTint"
        shade = f"{theme}Shade" if theme == "themeFill" else "themeShade"
        return _changed(rgb, element.get(w(change)), element.get(w(shade)))


def _changed(rgb: str, tint: str | None, shade: str | None) -> str:
    """Return a theme colour made lighter (tint) or darker (shade), of FF (17.3.2.6)."""
    if not RGB.fullmatch(rgb):
        return ""
    darker = relit(rgb, _part(shade)) if shade else rgb
    return relit(darker, _part(tint), 1 - _part(tint)) if tint else darker


def _part(stored: str) -> float:
    """Return a share that is stored as two hexadecimal digits."""
    return int(stored, 16) / 255 if re.fullmatch("[0-9A-Fa-f]{1,2}", stored) else 1.0
