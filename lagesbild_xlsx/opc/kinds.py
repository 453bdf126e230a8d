"""Kinds of office files, and what is said of a file that cannot be used as one."""

from __future__ import annotations

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

OPENED_BY = {
    "Excel": ("Excel", "kalkylark", "arbetsbok", "CSV"),
    "Word": ("Word", "textdokument", "RTF", "PDF"),
}
"""Words that tell which program opens a file; one that neither names may be opened by either."""

NOTHING_TO_OPEN = ("bild", "PowerPoint", "e-post", "filarkiv")
"""Words for files that no program can save as another kind."""


class Kind(NamedTuple):
    """A kind of office file, in the words that messages use.

    Attributes:
        wanted: what it is called.
        program: what opens it.
        main_types: the content types that its main part can have.
        most_marks: how many tags and attributes may be in memory at once (``opc/guards.py``).
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
        if any(word in what for word in (*others, *NOTHING_TO_OPEN)):
            return f"Välj {self.wanted} i stället."
        return f"Öppna den i {self.program} och spara den som {self.wanted}."


class Wanted(NamedTuple):
    """A file that should be of a kind, and the errors that say why it cannot be used."""

    path: Path
    kind: Kind

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
