"""How a page tells that it was written here, and that nobody has changed it since."""

from __future__ import annotations

import hashlib

START = b"<!-- lagesbild "


def with_checksum(page: str) -> str:
    """Return a page with its checksum last."""
    return page + _checksum_line(page.encode()).decode()


def is_own(content: bytes) -> bool:
    """Return whether a file is a page that was written here, and is as it was then."""
    page, start, rest = content.rpartition(START)
    return start + rest == _checksum_line(page)


def _checksum_line(page: bytes) -> bytes:
    return b"%s%s -->\n" % (START, hashlib.sha256(page).hexdigest().encode())
