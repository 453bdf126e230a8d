"""The programs that turn a Word document into a PDF, and how they are run."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.places import FILE

SECONDS = 180
"""How long a conversion may take. A cold start takes ten seconds, a thousand rows another ten."""

OPTIONS = {
    "PDFUACompliance",
    "UseTaggedPDF",
    "ExportBookmarks",
    "ExportBookmarksToPDFDestination",
    "DisplayPDFDocumentTitle",
}
"""What LibreOffice is asked for (its PDF export filter data)."""

PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
)
"""Where LibreOffice lies when it is not on the path."""


def convert(document: Path) -> Path:
    """Convert a document and return the path of the PDF, which lies beside it.

    Word itself is used where it can be (Windows and macOS, with docx2pdf installed), LibreOffice
    elsewhere.

    Raises:
        StopError: neither is installed, or the conversion failed.
    """
    pdf = document.with_suffix(".pdf")
    if sys.platform in ("win32", "darwin") and find_spec("docx2pdf"):
        _run([sys.executable, "-m", "docx2pdf", str(document), str(pdf)])
    else:
        _run(_office_command(document))
    if not pdf.exists():
        raise StopError(rules.PDF_FAILED.at(FILE, reason="programmet skrev ingen PDF"))
    return pdf


def _office_command(document: Path) -> list[str]:
    """Return the command that converts with LibreOffice, headless, with a profile of its own.

    With the user's own profile the command would be handed to a window that is open, and do
    nothing.
    """
    office = _office()
    if office is None:
        raise StopError(rules.PDF_WITHOUT_PROGRAM.at(FILE))
    options = {name: {"type": "boolean", "value": "true"} for name in sorted(OPTIONS)}
    profile = (document.parent / "profil").as_uri()
    return [
        office,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--norestore",
        "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(options)}",
        "--outdir",
        str(document.parent),
        str(document),
    ]


def _office() -> str | None:
    """Return the path of LibreOffice, or None where it is not installed."""
    on_path = shutil.which("soffice") or shutil.which("libreoffice")
    return on_path or next((str(place) for place in PLACES if place.exists()), None)


def _run(command: list[str]) -> None:
    """Run a command to its end, or end it and all that it started when its time is out."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - a program that was found by name, no shell
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            status = process.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            _end(process)
            reason = f"det tog mer än {SECONDS} sekunder"
            raise StopError(rules.PDF_FAILED.at(FILE, reason=reason)) from error
    if status:
        reason = f"{Path(command[0]).stem} slutade med nummer {status}"
        raise StopError(rules.PDF_FAILED.at(FILE, reason=reason))


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
