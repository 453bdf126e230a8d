"""What a drawing is made of: texts, bars, lines and points at their places."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

WIDTH, LINE = 400, 22
"""The width of a drawing, and the height of a line of text in it."""

SHOWN = 500
"""How many pixels wide a drawing is shown where there is room."""

LONGEST = 48
"""How many letters a line has room for."""

INK, FAINT = "#1a1a1a", "#c5ccd3"
DASHES = ("", "7 3", "2 3", "9 3 2 3")
"""How lines are told apart without their colours."""


class Pen:
    """Draws one drawing. ``words`` is what it shows, for those who do not see it."""

    def __init__(self, words: str) -> None:
        self._svg = etree.Element("svg", {"role": "img", "width": str(SHOWN), "font-size": "14"})
        self._svg.attrib.update({"font-family": "sans-serif", "aria-label": words})

    def done(self, height: float) -> etree._Element:
        """Return the drawing, which is so high."""
        self._svg.set("viewBox", f"0 0 {WIDTH} {at(height)}")
        return self._svg

    def text(self, x: float, y: float, text: str, anchor: str = "start") -> None:
        """Write a text: its left end, its middle or its right end at a place."""
        made = etree.SubElement(self._svg, "text", x=at(x), y=at(y))
        if anchor != "start":
            made.set("text-anchor", anchor)
        made.text = text

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw a bar from its upper left corner."""
        place = {"x": at(x), "y": at(y), "width": at(width), "height": at(height)}
        etree.SubElement(self._svg, "rect", {"fill": colour, **place})

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str = INK) -> None:
        """Draw a straight line."""
        place = {"x1": at(x1), "y1": at(y1), "x2": at(x2), "y2": at(y2)}
        etree.SubElement(self._svg, "line", {"stroke": colour, **place})

    def curve(self, points: Sequence[tuple[float, float]], colour: str, number: int) -> None:
        """Draw a line through points, with the dashes of its number."""
        path = " ".join(f"{at(x)},{at(y)}" for x, y in points)
        made = etree.SubElement(self._svg, "polyline", points=path, fill="none", stroke=colour)
        made.set("stroke-width", "2.5")
        if DASHES[number % len(DASHES)]:
            made.set("stroke-dasharray", DASHES[number % len(DASHES)])

    def point(self, x: float, y: float, colour: str, number: int) -> None:
        """Draw a point: a disc, a square or a triangle, by its number."""
        if number % 3 == 0:
            etree.SubElement(self._svg, "circle", cx=at(x), cy=at(y), r="4", fill=colour)
        elif number % 3 == 1:
            self.bar(x - 4, y - 4, 8, 8, colour)
        else:
            corners = f"{at(x)},{at(y - 5)} {at(x + 5)},{at(y + 4)} {at(x - 5)},{at(y + 4)}"
            etree.SubElement(self._svg, "polygon", points=corners, fill=colour)

    def key(self, title: str, named: Sequence[tuple[str, str]]) -> float:
        """Write what the axis measures and the names of series; return where the rest begins."""
        y = 0.0
        if title:
            self.text(0, LINE - 6, shortened(title))
            y += LINE
        for name, colour in named:
            self.bar(0, y + 5, 12, 12, colour)
            self.text(18, y + 16, shortened(name))
            y += LINE
        return y + 4


def at(place: float) -> str:
    """Return a place as a drawing has it."""
    return f"{place:.1f}".removesuffix(".0")


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a text that fits; all of it stands in the table."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
