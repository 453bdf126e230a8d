"""What a document is also written as, in a file beside it: a line of ``FORMATS`` for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import Finding, Result, Rule, StopError
from lagesbild_xlsx.files import report_write_errors
from lagesbild_xlsx.places import FILE


class Rendition(NamedTuple):
    """A document in another format.

    Attributes:
        content: the bytes of its file.
        findings: what is to be reported of it.
        document: the document that goes with it; nothing where that is as it was built.
        solved: the rules that the document does not break any more then.
    """

    content: bytes
    findings: tuple[Finding, ...] = ()
    document: bytes = b""
    solved: tuple[Rule, ...] = ()


class Format(NamedTuple):
    """One format.

    Attributes:
        name: what ``formats`` calls it, its option and its tick.
        suffix: how the name of its file ends. Of two that end alike the last one is written.
        help: what its option says of it.
        done: how it is reported that the file is written.
        button: what the button of a page says that fetches the file.
        render: makes it of the bytes of a built document.
        tick: what stands at its tick on a page; it has none where nothing does.
        refuse: refuses to replace a file that is somebody's own, if any is refused.
    """

    name: str
    suffix: str
    help: str
    done: str
    button: str
    render: Callable[[bytes], Rendition]
    tick: str = ""
    refuse: Callable[[Path], None] | None = None


def chosen(names: Iterable[str]) -> tuple[Format, ...]:
    """Return the formats of these names, in the order of the table.

    Raises:
        ValueError: there is none of a name.
    """
    asked = set(names)
    if unknown := asked - set(FORMATS):
        raise ValueError(f"formats are {', '.join(FORMATS)}, not {', '.join(sorted(unknown))}")
    return tuple({each.suffix: each for each in FORMATS.values() if each.name in asked}.values())


def refuse_lost_files(document: Path, formats: Iterable[Format]) -> None:
    """Refuse to write over somebody's own files beside a document.

    Raises:
        StopError: there is such a file.
    """
    for each in formats:
        if each.refuse:
            each.refuse(document.with_suffix(each.suffix))


# ------------------------------------------------------------------ each loads its room when called


def _pdf(document: bytes) -> Rendition:
    """Return the drawn pages, with the document that has their numbers."""
    from lagesbild_xlsx.pdf.page_numbers import drawn  # noqa: PLC0415 - pikepdf

    made = drawn(document)
    solved = () if made.lacks_pages else (rules.PAGES_NOT_NUMBERED,)
    return Rendition(made.pdf, document=made.document, solved=solved)


def _html(document: bytes) -> Rendition:
    from lagesbild_xlsx.html.page import web_page  # noqa: PLC0415 - used here only

    return _encoded(web_page(document))


def _fragment(document: bytes) -> Rendition:
    from lagesbild_xlsx.html.page import web_fragment  # noqa: PLC0415 - used here only

    return _encoded(web_fragment(document))


def _encoded(page: Result[str]) -> Rendition:
    return Rendition(page.value.encode(), page.findings)


def refuse_lost_page(target: Path) -> None:
    """Refuse to write over a web page that was changed since it was written, or not written here.

    Args:
        target: what is to be written.

    Raises:
        StopError: there is such a page.
    """
    from lagesbild_xlsx.html.checksum import is_own  # noqa: PLC0415 - used here only

    with report_write_errors(target):
        if target.is_file() and not is_own(target.read_bytes()):
            raise StopError(rules.PAGE_NOT_OURS.at(FILE, path=target))


FORMATS = {
    each.name: each
    for each in (
        Format(
            "pdf",
            ".pdf",
            help="Gör också en PDF, märkt för hjälpmedel (PDF/UA).",
            done="PDF:en är klar",
            button="Hämta PDF",
            tick="Gör också PDF, vilket tar några sekunder",
            render=_pdf,
        ),
        Format(
            "html",
            ".html",
            help="Gör också en webbsida: en fil som klarar sig själv.",
            done="Webbsidan är klar",
            button="Hämta webbsida (.html)",
            tick="Gör också webbsidor",
            render=_html,
            refuse=refuse_lost_page,
        ),
        Format(
            "fragment",
            ".html",
            help="Webbsidan utan huvud och stilmall, att klistra in i ett publiceringsverktyg.",
            done="Webbsidan är klar",
            button="Webbsida att klistra in (.html)",
            render=_fragment,
            refuse=refuse_lost_page,
        ),
    )
}
"""All formats by their names, in the order in which they are offered and told."""
