"""What a colour means to those who fill in cells instead of writing words."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from enum import Enum

LEAST_SATURATION = 0.2
LIGHTEST, DARKEST = 0.97, 0.06
"""Outside these a colour is grey, white or black, whatever its hue."""


class Signal(Enum):
    """A colour of the traffic light, as a range of hues in degrees.

    Orange (16 to 37) is nobody's: what one calls a warm yellow, another calls a light red.
    Excel's own colours fall inside: Bad 350, Neutral 48, Good 132, gold 45, light green 89.
    """

    RED = range(-20, 16)
    YELLOW = range(38, 71)
    GREEN = range(71, 171)


def signal_of(rgb: str) -> Signal | None:
    """Return the signal that a colour gives, or None.

    Args:
        rgb: the colour as RRGGBB.
    """
    hue, lightness, saturation = _hls(rgb)
    if saturation < LEAST_SATURATION or not DARKEST <= lightness <= LIGHTEST:
        return None
    degrees = round(hue * 360)
    return next(
        (signal for signal in Signal if degrees in signal.value or degrees - 360 in signal.value),
        None,
    )


def relit(rgb: str, part: float, more: float = 0) -> str:
    """Return a colour that keeps a part of its lightness, and gets some more, both from 0 to 1."""
    hue, lightness, saturation = _hls(rgb)
    made = hls_to_rgb(hue, min(max(lightness * part + more, 0), 1), saturation)
    return "".join(f"{round(share * 255):02X}" for share in made)


def _hls(rgb: str) -> tuple[float, float, float]:
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return rgb_to_hls(red, green, blue)
