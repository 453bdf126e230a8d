"""The colours of a theme, which workbooks and documents refer to by name."""

from __future__ import annotations

from lxml import etree


def theme_colours(theme: etree._Element | None) -> dict[str, str]:
    """Return a theme's colours as RRGGBB by name, such as ``accent1`` (ECMA-376 part 1, 20.1.6.2).

    A colour of the system is what it last was; one that is not said as a number is nothing.

    Args:
        theme: the root of a theme part, None where there is no such part.
    """
    scheme = None if theme is None else theme.find(".//{*}clrScheme")
    elements = () if scheme is None else scheme.iterchildren("{*}*")
    return {str(etree.QName(element).localname): _stored(element) for element in elements}


def _stored(element: etree._Element) -> str:
    colour = next(element.iterchildren("{*}*"), None)
    return "" if colour is None else (colour.get("lastClr") or colour.get("val") or "").upper()
