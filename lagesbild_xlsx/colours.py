"""What a colour means to those who fill in cells, and whether text in it can be read."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from enum import Enum

LEAST_SATURATION = 0.2
LIGHTEST, DARKEST = 0.97, 0.06
"""Outside these a colour is grey, white or black, whatever its hue."""

STRAIGHT_TO, WEIGHTS = 0.04045, (0.2126, 0.7152, 0.0722)
"""Up to where sRGB is linear, and how light red, green and blue are (WCAG 2.2)."""


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


ORANGE = "FFC000"
"""The colour that Excel calls orange, and that most people who choose it call yellow."""

PURER = 50
"""The hue in degrees from which a yellow is one beside it."""


def is_purer_yellow(rgb: str) -> bool:
    """Return whether a colour is a yellow beside which Excel's orange may mean something else."""
    return signal_of(rgb) is Signal.YELLOW and round(_hls(rgb)[0] * 360) >= PURER


def relit(rgb: str, part: float, more: float = 0) -> str:
    """Return a colour that keeps a part of its lightness, and gets some more, both from 0 to 1."""
    hue, lightness, saturation = _hls(rgb)
    made = hls_to_rgb(hue, min(max(lightness * part + more, 0), 1), saturation)
    return "".join(f"{round(share * 255):02X}" for share in made)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance).

    Args:
        one: a colour as RRGGBB.
        other: another.
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def darkened(rgb: str, beside: str, least: float) -> str:
    """Return the lightest colour of a hue whose contrast is enough, as RRGGBB.

    Args:
        rgb: the colour, which is too light.
        beside: the light colour that it stands beside.
        least: the contrast that is enough, at most that of black.
    """
    darker = (relit(rgb, percent / 100) for percent in range(100, -1, -1))
    return next(each for each in darker if contrast(each, beside) >= least)


def _hls(rgb: str) -> tuple[float, float, float]:
    return rgb_to_hls(*_channels(rgb))


def _channels(rgb: str) -> tuple[float, float, float]:
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _luminance(rgb: str) -> float:
    linear = (
        each / 12.92 if each <= STRAIGHT_TO else ((each + 0.055) / 1.055) ** 2.4
        for each in _channels(rgb)
    )
    return sum(weight * each for weight, each in zip(WEIGHTS, linear, strict=True))


def readable_on(rgb: str) -> str:
    """Return white, or the darkest grey that can be read on a colour, or else black.

    Args:
        rgb: the colour of the surface, as RRGGBB.
    """
    by_contrast = sorted(TEXTS, key=lambda text: contrast(text, rgb) >= LEAST_CONTRAST)
    return by_contrast[-1]


TEXTS, LEAST_CONTRAST = ("000000", "1A1A1A", "FFFFFF"), 4.5
"""The colours of text on a colour, and the contrast that text needs (WCAG 2.2, 1.4.3)."""
