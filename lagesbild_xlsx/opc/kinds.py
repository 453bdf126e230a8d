"""Kinds of office files, what is said of a file that cannot be used as one, and what it is instead.

What a file is that is no package is told by its first bytes and not by its name.
"""

from __future__ import annotations

import mmap
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.places import FILE

OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.spreadsheet": "ett OpenDocument-kalkylark (.ods)",
    b"application/vnd.oasis.opendocument.text": "ett OpenDocument-textdokument (.odt)",
}
OTHER_TYPES = {
    "application/vnd.ms-excel.sheet.binary.macroEnabled.main": "en binär arbetsbok (.xlsb)",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": (
        "en Excel-arbetsbok"
    ),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": (
        "ett Word-dokument"
    ),
    "application/vnd.ms-word.document.macroEnabled.main+xml": "ett Word-dokument med makron",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "en Word-mall med makron",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": (
        "en PowerPoint-presentation"
    ),
}
"""What other packages are called, by the type of their main part."""

STRICT = "ett Word-dokument i formatet Strict Open XML"
STRICT_REMEDY = "Öppna det i Word, välj Spara som och filtypen Word-dokument (*.docx)."

PREVIEW = "en fil från en provversion av Office 2007"
PREVIEW_TYPES = "{http://schemas.microsoft.com/package/2005/06/content-types}Types"
"""What lists the content types of the packages that such a version made."""

OPENED_BY = {
    "Excel": ("Excel", "kalkylark", "arbetsbok", "CSV"),
    "Word": ("Word", "textdokument", "RTF", "PDF"),
}
"""Words that tell which program opens a file; one that neither names may be opened by either."""

NOTHING_TO_OPEN = ("bild", "PowerPoint", "e-post", "filarkiv")
"""Words for files that no program can save as another kind."""


class FileKind(NamedTuple):
    """A kind of office file, in the words that messages use.

    Attributes:
        wanted: what it is called.
        program: what opens it.
        main_types: the content types that its main part can have.
        most_markup: how many tags and attributes may be in memory at once (``opc/archive.py``).
        remedy_for_size: what to do with one that is too large.
    """

    wanted: str
    program: str
    main_types: tuple[str, ...]
    most_markup: int
    remedy_for_size: str = "Kopiera det som hör till lägesbilden till en ny fil och använd den."

    def remedy(self, what: str) -> str:
        """Return what to do with a file that is something else."""
        others = [
            word for name, words in OPENED_BY.items() if name != self.program for word in words
        ]
        if what == PREVIEW:
            return f"Ta fram en senare version av filen, eller gör om den till {self.wanted}."
        if any(word in what for word in (*others, *NOTHING_TO_OPEN)):
            return f"Välj {self.wanted} i stället."
        return f"Öppna den i {self.program} och spara den som {self.wanted}."


class WantedFile(NamedTuple):
    """A file that should be of a kind, and the errors that say why it cannot be used."""

    path: Path
    kind: FileKind

    @property
    def name(self) -> str:
        """The file's name, or the path where it has none, as of the folder one is in."""
        return self.path.name or str(self.path)

    def damaged(self, part: str) -> StopError:
        """Return the error that says which part of the file cannot be read."""
        program = self.kind.program
        return StopError(rules.FILE_DAMAGED.at(FILE, path=self.name, part=part, program=program))

    def password_protected(self) -> StopError:
        """Return the error that says that the file has a password."""
        return StopError(rules.PASSWORD_PROTECTED.at(FILE, path=self.name))

    def too_large(self, what: str) -> StopError:
        """Return the error that says what there is too much of."""
        remedy = self.kind.remedy_for_size
        return StopError(rules.FILE_TOO_LARGE.at(FILE, path=self.name, what=what, remedy=remedy))

    def is_instead(self, what: str, remedy: str = "") -> StopError:
        """Return the error that says what the file is instead, and what to do."""
        return StopError(
            rules.NOT_OFFICE_FILE.at(
                FILE,
                path=self.name,
                kind=what,
                wanted=self.kind.wanted,
                remedy=remedy or self.kind.remedy(what),
            )
        )


# ------------------------------------------------------------------ files that are no package

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
WEB_PAGE = r"<(?:!doctype html|html|head|body|table)\b"
SEPARATORS = ";\t,"
BEGINNING = 1 << 16
"""How many bytes are looked at to tell what a file is."""

LOCK = r"~\$(?P<office>.+)|\.~lock\.(?P<libre>.+)#"
"""How Excel and Word, and LibreOffice, name the file that says who has another one open."""


def not_a_file(mode: int) -> str:
    """Return what it is that is no file on a disk, by its mode as ``os.stat`` gives it."""
    return "en mapp" if stat.S_ISDIR(mode) else "en enhet eller en kanal mellan program"


def not_a_package(wanted: WantedFile, start: bytes) -> StopError:
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


def lock_file(wanted: WantedFile) -> StopError | None:
    """Return the error that says that a file is a lock, and which file is meant; None if it is not.

    Excel puts ``~$`` before the name. Word puts it in place of the first two letters of a long one.
    """
    found = re.fullmatch(LOCK, wanted.path.name)
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


def _compound(wanted: WantedFile) -> StopError:
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
        return "en webbsida" if re.search(WEB_PAGE, text.lower()) else "en XML-fil"
    first, second = (*text.splitlines()[:2], "", "")[:2]
    is_table = any(
        first.count(sign) and first.count(sign) == second.count(sign) for sign in SEPARATORS
    )
    return "en CSV-fil (text med skiljetecken)" if is_table else "en textfil"


# ------------------------------------------------------------------ files that are not there

ENDINGS = {
    "Excel": (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls"),
    "Word": (".docx", ".docm", ".dotx", ".dotm", ".doc"),
}
"""How the names of a program's files end, the most likely first; in a name, many leave it out."""

LIKENESS = 0.9
"""How alike a name must be to that of a file, by difflib's ratio, to be it misspelt."""


def unreadable(path: Path, program: str) -> StopError:
    """Return the error that says that a file cannot be opened, or which one may be meant.

    Args:
        path: the file.
        program: the one whose files are looked for beside it.
    """
    meant = next(_meant(path, program), None)
    if meant is None or path.exists():
        return StopError(rules.FILE_UNREADABLE.at(FILE, path=path))
    return StopError(rules.FILE_NAMED_ALMOST_SO.at(FILE, path=path, meant=meant))


def _meant(path: Path, program: str) -> Iterator[Path]:
    """Yield the files beside a path whose names differ from its in case, ending or a letter."""
    try:
        beside = {each.name.lower(): each for each in sorted(path.parent.iterdir())}
    except OSError:
        return
    stems = (path.name, path.stem)
    names = [path.name, *(f"{stem}{ending}" for stem in stems for ending in ENDINGS[program])]
    yield from (beside[name.lower()] for name in names if name.lower() in beside)
    of_program = [
        n for n in beside if n.endswith(ENDINGS[program]) and _digits(n) == _digits(path.name)
    ]
    if path.suffix:
        from difflib import get_close_matches  # noqa: PLC0415 - for what is misspelt only

        yield from (
            beside[n] for n in get_close_matches(path.name.lower(), of_program, 1, LIKENESS)
        )


def _digits(name: str) -> str:
    """Return the digits in a name: another date is another file, and no misspelt one."""
    return "".join(filter(str.isdecimal, name))
