"""A picture's file made what Word shows: cropped and turned for good, no larger than it is seen.

The one place that knows Pillow, which is imported when the first picture is prepared.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from lagesbild_xlsx.pictures.stripped import JPEG_START, PNG_START, stripped, without_description

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
"""How many pixels a picture may have; those of telephones have 12 to 50 million."""

MOST_PIXELS_IN_ALL = 1_000_000_000
"""How many the pictures of a workbook may have: a few hundred photographs."""

SHARPEST = 220
"""How many pixels an inch of a picture needs; Excel's own limit for documents to be printed."""

TOO_SHARP = 1.2
"""How many times as many it may have, for nothing is gained by taking a few away."""

LARGEST = 2_147_483_647
"""How large a length may be, in EMU: what the schema's numbers hold."""

EMU_PER_INCH = 914_400
FORMATS = ("JPEG", "PNG", "GIF", "BMP", "DIB", "TIFF", "WEBP")
JPEG_QUALITY = 90
PNG_MODES = ("1", "L", "LA", "I;16", "P", "RGB", "RGBA")
"""The kinds of pixels that a PNG file can have."""

EMF_SIGN_AT, EMF_SIGN, EMF_START = slice(40, 44), b" EMF", b"\x01\x00\x00\x00"
WMF_STARTS = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00\x00\x03", b"\x02\x00\x09\x00\x00\x03")


class Fault(StrEnum):
    """Why a picture cannot be carried."""

    TOO_LARGE = "too large"
    DAMAGED = "damaged"
    FORMAT = "format"
    METAFILE = "metafile"


class UnusableError(Exception):
    """A picture cannot be carried."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class Crop(NamedTuple):
    """How much of a picture is cut away at each side, as a part of it; less than 0 adds to it."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


class Look(NamedTuple):
    """How a picture is shown.

    Attributes:
        width: how wide, in EMU, before it is turned.
        height: how high, likewise.
        crop: what is cut away.
        is_mirrored: whether left is right.
        is_upside_down: whether top is bottom.
        quarters: how many quarters it is turned clockwise.
    """

    width: int
    height: int
    crop: Crop = Crop()
    is_mirrored: bool = False
    is_upside_down: bool = False
    quarters: int = 0

    @property
    def turned_size(self) -> tuple[int, int]:
        """How wide and high it is when it has been turned."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    @property
    def is_plain(self) -> bool:
        """Whether the picture is shown as it is, but for its size."""
        return not (any(self.crop) or self.is_mirrored or self.is_upside_down or self.quarters)


class Prepared(NamedTuple):
    """A picture's file, its content type and its ending."""

    data: bytes
    content_type: str
    extension: str


PNG, JPEG = ("image/png", "png"), ("image/jpeg", "jpeg")
EMF, WMF = ("image/x-emf", "emf"), ("image/x-wmf", "wmf")


@dataclass
class Preparer:
    """Prepares the pictures of one workbook; ``pixels`` is how many they had so far."""

    pixels: int = 0

    def prepared(self, picture: bytes, look: Look) -> Prepared:
        """Return a picture as it is shown.

        Raises:
            UnusableError: it cannot be carried.
        """
        if kind := _metafile(picture):
            if not look.is_plain:
                raise UnusableError(Fault.METAFILE)
            return Prepared(without_description(picture) if kind is EMF else picture, *kind)
        with _reading(picture):
            image = _opened(picture)
            self.pixels += image.width * image.height
            if self.pixels > MOST_PIXELS_IN_ALL:
                raise UnusableError(Fault.TOO_LARGE)
            changed = _changed(image, look)
            if image.format not in ("JPEG", "MPO", "PNG") or changed is not image:
                return _written(changed, is_photograph=image.format in ("JPEG", "MPO"))
            image.load()  # so that a damaged one is found
            return Prepared(stripped(picture), *(PNG if image.format == "PNG" else JPEG))

    def size(self, picture: bytes) -> tuple[int, int] | None:
        """Return how many pixels wide and high a picture is; None for a metafile, which has none.

        Raises:
            UnusableError: it cannot be carried.
        """
        if _metafile(picture):
            return None
        with _reading(picture):
            return _opened(picture).size


@contextmanager
def _reading(picture: bytes) -> Iterator[None]:
    """Let all that Pillow says of a picture it cannot read be that it cannot be carried.

    Raises:
        UnusableError: it cannot.
    """
    import logging  # noqa: PLC0415 - loaded by Pillow, and by nothing else in most runs

    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - used here only

    logging.getLogger("PIL").setLevel(logging.CRITICAL)  # which would write to the screen
    with warnings.catch_warnings(action="ignore"):
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise UnusableError(Fault.TOO_LARGE) from error
        except UnidentifiedImageError as error:
            is_known = picture.startswith((JPEG_START, PNG_START))
            raise UnusableError(Fault.DAMAGED if is_known else Fault.FORMAT) from error
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise UnusableError(Fault.DAMAGED) from error


def _opened(picture: bytes) -> Image:
    """Return a picture of which only the beginning was read.

    Raises:
        UnusableError: it is too large.
    """
    from PIL import Image  # noqa: PLC0415 - used here only

    image = Image.open(io.BytesIO(picture), formats=FORMATS)
    if image.width * image.height > MOST_PIXELS:
        raise UnusableError(Fault.TOO_LARGE)
    return image


def _metafile(picture: bytes) -> tuple[str, str] | None:
    """Return the kind of a metafile, which is drawn and has no pixels."""
    if picture.startswith(EMF_START) and picture[EMF_SIGN_AT] == EMF_SIGN:
        return EMF
    return WMF if picture.startswith(WMF_STARTS) else None


def _changed(image: Image, look: Look) -> Image:
    """Return what is seen of an image, as it is seen; the image itself where that is all of it."""
    from PIL.Image import Transpose  # noqa: PLC0415 - used here only

    mirror, upside_down = Transpose.FLIP_LEFT_RIGHT, Transpose.FLIP_TOP_BOTTOM
    turns = (None, Transpose.ROTATE_270, Transpose.ROTATE_180, Transpose.ROTATE_90)
    if any(look.crop):
        image = _cropped(image, look.crop)
    image = image.transpose(mirror) if look.is_mirrored else image
    image = image.transpose(upside_down) if look.is_upside_down else image
    size = (_needed(image.width, look.width), _needed(image.height, look.height))
    if size != image.size:
        image.draft(None, (size[0] * 2, size[1] * 2))  # of a JPEG, no more than this is unpacked
        image = _mixable(image).resize(size)
    turn = turns[look.quarters]
    return image if turn is None else image.transpose(turn)


def _cropped(image: Image, crop: Crop) -> Image:
    """Return a piece of an image; what reaches out of it is transparent.

    Raises:
        UnusableError: the piece is larger than a picture may be.
    """
    left, top = round(crop.left * image.width), round(crop.top * image.height)
    right = image.width - round(crop.right * image.width)
    bottom = image.height - round(crop.bottom * image.height)
    right, bottom = max(right, left + 1), max(bottom, top + 1)
    if (right - left) * (bottom - top) > MOST_PIXELS:
        raise UnusableError(Fault.TOO_LARGE)
    reaches_out = min(crop) < 0
    return (image.convert("RGBA") if reaches_out else image).crop((left, top, right, bottom))


def _needed(pixels: int, length: int) -> int:
    """Return how many pixels of a side are kept: all of them, if they are not far too many."""
    sharp = max(round(length / EMU_PER_INCH * SHARPEST), 1)
    return sharp if pixels > sharp * TOO_SHARP else pixels


def _mixable(image: Image) -> Image:
    """Return an image in colours that can be mixed, which those of a palette cannot."""
    if image.mode in ("L", "LA", "RGB", "RGBA"):
        return image
    if image.mode.startswith("I"):  # grey, in sixteen bits
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _written(image: Image, *, is_photograph: bool) -> Prepared:
    """Return an image as a file: JPEG if it was a photograph and hides nothing, else PNG."""
    profile = image.info.get("icc_profile")
    if image.mode not in PNG_MODES:
        image, profile = _mixable(image), None
    is_jpeg = is_photograph and image.mode in ("L", "RGB")
    file = io.BytesIO()
    how = "JPEG" if is_jpeg else "PNG"
    image.save(file, how, quality=JPEG_QUALITY, optimize=True, icc_profile=profile)
    return Prepared(stripped(file.getvalue()), *(JPEG if is_jpeg else PNG))
