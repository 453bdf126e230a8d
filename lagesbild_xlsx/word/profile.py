"""What a municipality's graphic profile is; ``profile_writer.py`` puts one into a template."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Logo(NamedTuple):
    """A picture file, and what it shows in words."""

    path: Path
    words: str


class Profile(NamedTuple):
    """What a template is given; each may be missing.

    Attributes:
        logo: the logo, put first in every page header.
        colour: the colour of headings, table heads and links, as RRGGBB.
        font: the font of all text.
    """

    logo: Logo | None = None
    colour: str = ""
    font: str = ""
