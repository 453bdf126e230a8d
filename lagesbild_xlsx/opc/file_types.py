"""What a file that is no package is instead, told by its first bytes and not by its name."""

from __future__ import annotations

import mmap
import re
import stat
from pathlib import Path

from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc.kinds import Wanted

COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
"""How a Compound File Binary starts ([MS-CFB] 2.2): encrypted package, or older than 2007."""

ENCRYPTED = "EncryptedPackage"
STREAMS = {
    ENCRYPTED: "",
    "Workbook": "en Excel-arbetsbok i det äldre formatet (.xls)",
    "WordDocument": "ett Word-dokument i det äldre formatet (.doc)",
    "PowerPoint Document": "en PowerPoint-presentation i det äldre formatet (.ppt)",
    "__properties_version1.0": "ett e-postmeddelande från Outlook (.msg)",
}
"""What a compound file is, by the name of a stream in it."""

MAGIC = (
    (b"%pdf", "en PDF-fil"),
    (b"{\\rtf", "en RTF-fil"),
    (b"\x89png", "en bild"),
    (b"\xff\xd8", "en bild"),
    (b"rar!", "ett filarkiv"),
    (b"7z\xbc\xaf", "ett filarkiv"),
    (b"\x1f\x8b", "ett filarkiv"),
    (b"mime-version:", "en webbsida"),
)
WEB_PAGE = re.compile(r"<(?:!doctype html|html|head|body|table)\b")
SEPARATORS = ";\t,"
BEGINNING = 1 << 16
"""How many bytes are looked at to tell what a file is."""

LOCK = re.compile(r"~\$(?P<office>.+)|\.~lock\.(?P<libre>.+)#")
"""How Excel and Word, and LibreOffice, name the file that says who has another one open."""


def no_file(mode: int) -> str:
    """Return what it is that is no file on a disk, by its mode as ``os.stat`` gives it."""
    return "en mapp" if stat.S_ISDIR(mode) else "en enhet eller en kanal mellan program"


def stranger(wanted: Wanted, start: bytes) -> StopError:
    """Return the error that says what a file is that starts like this and is no package."""
    if not start:
        return wanted.is_instead(
            "tom", "Ta fram en äldre version av filen, eller be om den på nytt."
        )
    if start.startswith(COMPOUND_FILE):
        return _compound(wanted)
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    found = (what for magic, what in MAGIC if head.startswith(magic))
    return wanted.is_instead(next(found, "") or _kind_of_text(start))


def lock_file(wanted: Wanted) -> StopError | None:
    """Return the error that says that a file is a lock, and which file is meant; None if it is not.

    Excel puts ``~$`` before the name. Word puts it in place of the first two letters of a long one.
    """
    found = LOCK.fullmatch(wanted.path.name)
    if found is None:
        return None
    meant = found["libre"] or _locked_by_office(wanted.path, found["office"])
    program = "LibreOffice" if found["libre"] else wanted.kind.program
    return wanted.is_instead(
        f"låsfilen som {program} gör för ”{meant}”", f"Välj ”{meant}” i stället."
    )


def _locked_by_office(lock: Path, rest: str) -> str:
    beside = sorted(path.name for path in lock.parent.iterdir() if path.name != lock.name)
    return next((name for name in beside if rest in (name, name[2:])), rest)


def _compound(wanted: Wanted) -> StopError:
    """Return what a compound file is, by the first stream that its directory names."""
    with (
        wanted.path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content,
    ):
        places = {name: content.find(name.encode("utf-16-le")) for name in STREAMS}
    named = [name for name, at in places.items() if at >= 0]
    if ENCRYPTED in named:
        return wanted.password_protected()
    if not named:
        return wanted.is_instead("en fil i ett äldre format (från tiden före 2007)")
    return wanted.is_instead(STREAMS[min(named, key=places.__getitem__)])


def _kind_of_text(start: bytes) -> str:
    """Return what a file without a mark of its own is, by what its text looks like."""
    is_wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in start and not is_wide:
        return "något annat"
    text = start.decode("utf-16" if is_wide else "latin-1", "ignore").lstrip("ï»¿ \t\r\n")
    if text.startswith("<"):
        return "en webbsida" if WEB_PAGE.search(text.lower()) else "en XML-fil"
    first, second = (*text.splitlines()[:2], "", "")[:2]
    is_table = any(
        first.count(sign) and first.count(sign) == second.count(sign) for sign in SEPARATORS
    )
    return "en CSV-fil (text med skiljetecken)" if is_table else "en textfil"
