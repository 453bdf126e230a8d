"""What lies beside a workbook: the lock of a program that has it open, or its twin in a conflict.

Excel's lock ``~$bok.xlsx`` holds the user's name twice in 165 bytes: a byte with its length and
the name in the user's code page, padded to 55 bytes, then a 16-bit length and the name in UTF-16.
LibreOffice's ``.~lock.bok.xlsx#`` is a line of text with commas.
"""

from __future__ import annotations

import errno
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.places import FILE

LONGEST_LOCK = 1024
"""How much of a lock is read; none is longer."""

UTF16_NAME_AT = 55
"""Where the second form of the name starts in Excel's lock."""

CONFLICTS = (
    (
        r"(?P<stem>.+?) \((?P<who>.*?)[s´'’]* ?"
        r"(?:conflicted copy|conflict copy|motstridiga? kopia|konfliktkopia).*\)"
    ),
    r"(?P<stem>.+)\.sync-conflict-\d{8}-\d{6}-?(?P<who>)\w*",
    r"(?P<stem>.+?)[-_](?P<who>)(?:konflikt|conflict)(?:kopia|copy)?",
)
"""What Dropbox and Nextcloud, Syncthing, and others call the copy that lost."""
CALLED = ("conflict", "konflikt", "motstridig")
"""One of these stands in each of those names."""

ONEDRIVE = r"(?P<stem>.+?)-(?P<who>(?=[^a-z]*[A-Z]{3})[A-Z0-9-]{7,15})"
"""OneDrive adds the computer's name, which has at most 15 letters.

It means a conflict only where the original lies beside.
"""


def findings_beside(path: Path) -> Iterator[Finding]:
    """Yield that a workbook is open in a program, or is a copy from a conflict."""
    owner = _owner(path)
    if owner is not None:
        yield rules.WORKBOOK_OPEN.at(FILE, who=f" hos {owner}" if owner else "")
    if conflict := conflict_of(path):
        who, original = conflict
        yield rules.CONFLICT_COPY.at(FILE, who=f" från {who}" if who else "", original=original)


def _owner(path: Path) -> str | None:
    """Return who has a workbook open, nothing where the lock does not tell; None if nobody."""
    for lock, read in ((f"~${path.name}", _excel_owner), (f".~lock.{path.name}#", _office_owner)):
        beside = path.with_name(lock)
        try:
            if not stat.S_ISREG(beside.stat().st_mode):  # what it holds might never end
                return ""
            with beside.open("rb") as file:
                return read(file.read(LONGEST_LOCK))
        except FileNotFoundError:
            continue
        except OSError as error:  # Excel keeps its lock to itself on Windows
            if error.errno != errno.ENAMETOOLONG:
                return ""
    return None


def _excel_owner(lock: bytes) -> str:
    length = int.from_bytes(lock[UTF16_NAME_AT : UTF16_NAME_AT + 2], "little")
    start = UTF16_NAME_AT + 2
    name = lock[start : start + 2 * length].decode("utf-16-le", "ignore")
    if not name and lock:
        name = lock[1 : 1 + lock[0]].decode("cp1252", "ignore")
    return _plain(name)


def _office_owner(lock: bytes) -> str:
    name, user, *_ = (*lock.decode("utf-8", "ignore").split(","), "", "")
    return _plain(name or user)


def _plain(name: str) -> str:
    """Return a name as one line without what a screen cannot show."""
    return " ".join("".join(letter for letter in name if letter.isprintable()).split())


def conflict_of(path: Path) -> tuple[str, str] | None:
    """Return whose copy a file is, if its name tells, and what the original is called."""
    is_called_so = any(word in path.stem.casefold() for word in CALLED)
    for form in CONFLICTS if is_called_so else ():
        if found := re.fullmatch(form, path.stem, re.IGNORECASE):
            return _plain(found["who"]), found["stem"] + path.suffix
    found = re.fullmatch(ONEDRIVE, path.stem) if "-" in path.stem else None
    if found and path.with_name(found["stem"] + path.suffix).exists():
        return found["who"], found["stem"] + path.suffix
    return None
