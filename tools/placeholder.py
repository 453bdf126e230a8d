"""The picture that stands in a template where a chart will be: grey bars, as a PNG file."""

from __future__ import annotations

import struct
import zlib

WIDTH, HEIGHT = 201, 96
HEIGHTS = (40, 56, 64, 48, 72)
"""How high the bars are, in dots."""

MARGIN = 8
PAPER, BAR = 0xF2, 0xC4
GREY_8_BIT = (8, 0, 0, 0, 0)


def placeholder_png() -> bytes:
    """Return the picture (PNG specification, 11.2): its rows uncompressed, the same everywhere."""
    rows = b"".join(b"\0" + _row(HEIGHT - y) for y in range(HEIGHT))
    header = struct.pack(">II5B", WIDTH, HEIGHT, *GREY_8_BIT)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _row(above: int) -> bytes:
    """Return the dots of a row that stands so high over the bottom."""
    step = WIDTH // len(HEIGHTS)
    bars = [bytes([BAR if MARGIN < above <= MARGIN + height else PAPER]) for height in HEIGHTS]
    edge = bytes([PAPER]) * MARGIN
    row = b"".join(edge + bar * (step - 2 * MARGIN) + edge for bar in bars)
    return row.ljust(WIDTH, bytes([PAPER]))


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
