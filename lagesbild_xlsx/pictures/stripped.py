"""JPEG, PNG and EMF files without what nobody sees in them, every pixel as it was.

Cameras and programs write more than the picture into its file: where it was taken and by whom,
the names of files, a small picture of what it was before it was cropped. What is needed to show the
picture is a short list, and nothing else is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

JPEG_START, JPEG_END = b"\xff\xd8", b"\xff\xd9"
MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])", re.DOTALL)
"""A marker that ends the pixels of a scan (ITU-T T.81, B.1.1.2), fill bytes before it."""

FIRST_OF_APPLICATIONS, COMMENT, SCAN = 0xE0, 0xFE, 0xDA
JFIF, ICC, ADOBE = (0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")
"""The segments of applications that say how the pixels are shown: size and colours."""

JFIF_LENGTH = 14
"""How long a JFIF segment is without the small picture that may follow (JFIF 1.02)."""

PNG_START = b"\x89PNG\r\n\x1a\n"
PNG_KEPT = frozenset(
    (
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
        b"bKGD", b"pHYs",
    )
)  # fmt: skip
"""The chunks that say how the picture is shown (PNG specification, 11)."""


DESCRIPTION_AT = 60
"""Where the header of an EMF file has the length, in letters, and the place of its description."""


def without_description(emf: bytes) -> bytes:
    """Return an EMF file without the names of its program and its file ([MS-EMF] 2.3.4.2)."""
    at = DESCRIPTION_AT
    length, start = (int.from_bytes(emf[at + n : at + n + 4], "little") for n in (0, 4))
    end = start + 2 * length
    if not DESCRIPTION_AT + 8 <= start < end <= len(emf):
        return emf
    blank = bytearray(emf)
    blank[at : at + 8] = bytes(8)
    blank[start:end] = bytes(end - start)
    return bytes(blank)


def stripped(picture: bytes) -> bytes:
    """Return a JPEG or PNG file with no more than what it takes to show it.

    Raises:
        ValueError: it is neither, or ends too early.
    """
    if picture.startswith(JPEG_START):
        return b"".join((JPEG_START, *_segments(picture), JPEG_END))
    if picture.startswith(PNG_START):
        return b"".join((PNG_START, *_chunks(picture)))
    raise ValueError


def _segments(jpeg: bytes) -> Iterator[bytes]:
    """Yield the segments that are kept, each scan with its pixels, up to the end of the picture."""
    at = len(JPEG_START)
    while marker := MARKER.match(jpeg, at):
        if marker[1] == JPEG_END[1:]:
            return
        start = marker.end()
        length = int.from_bytes(jpeg[start : start + 2], "big")
        at = start + length
        if marker[1][0] == SCAN:
            after = MARKER.search(jpeg, at)
            at = after.start() if after else len(jpeg)
        if segment := _kept(marker[1][0], jpeg[start + 2 : start + length]):
            yield b"\xff%b%b%b" % (marker[1], _length(segment), segment)
            yield jpeg[start + length : at]
    raise ValueError


def _kept(marker: int, segment: bytes) -> bytes:
    """Return what is kept of a segment; nothing where it does not show the picture."""
    if (marker, segment[: len(JFIF[1])]) == JFIF:
        return segment[: JFIF_LENGTH - 2] + b"\0\0"
    known = any(marker == number and segment.startswith(name) for number, name in (ICC, ADOBE))
    is_shown = marker < FIRST_OF_APPLICATIONS and marker != COMMENT
    return segment if known or is_shown else b""


def _length(segment: bytes) -> bytes:
    return (len(segment) + 2).to_bytes(2, "big")


def _chunks(png: bytes) -> Iterator[bytes]:
    """Yield the chunks that are kept, up to the end of the picture."""
    at = len(PNG_START)
    while kind := png[at + 4 : at + 8]:
        end = at + 12 + int.from_bytes(png[at : at + 4], "big")
        if kind in PNG_KEPT:
            yield png[at:end]
        if kind == b"IEND":
            return
        at = end
    raise ValueError
