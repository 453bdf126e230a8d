"""What a converter leaves undone in a tagged PDF (ISO 14289-1, PDF/UA-1).

LibreOffice 7.4 leaves lines and fills outside the structure (7.1: all content is tagged or an
artifact), pages with links without a tab order (7.18.3), and charts and shapes without the words
that say what they show (7.3).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
from pikepdf import ContentStreamInstruction, Name, Operator

from lagesbild_xlsx.pdf.structure import figures_in

PATH = frozenset(("m", "l", "c", "v", "y", "h", "re", "W", "W*"))
PAINT = frozenset(("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do"))
BEGIN, END = frozenset(("BMC", "BDC")), "EMC"

Instruction = ContentStreamInstruction | pikepdf.ContentStreamInlineImage


def finished(path: Path | io.BytesIO, words: Sequence[str] = ()) -> bytes:
    """Return a PDF whose lines and fills are artifacts, and whose links are reached in order.

    Args:
        path: the PDF as a program drew it, or its bytes.
        words: what each picture, chart and shape of the document shows, in their order.
    """
    finished_pdf = io.BytesIO()
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            page.obj[Name.Tabs] = Name.S
            instructions = list(pikepdf.parse_content_stream(page))
            marked = list(with_artifacts(instructions))
            if len(marked) > len(instructions):
                page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(marked))
        _describe(figures_in(pdf), words)
        pdf.save(finished_pdf, deterministic_id=True)
    return finished_pdf.getvalue()


def _describe(figures: Sequence[pikepdf.Object], words: Sequence[str]) -> None:
    """Give the figures without words those that the document has for them.

    Figures are known by their order alone. Where that is in doubt, as when there are more of them
    or when others have other words, they stay as they are.
    """
    said = [str(figure.get(Name.Alt, "")) for figure in figures]
    is_same = len(said) == len(words) and all(
        not there or there in own or own in there for there, own in zip(said, words, strict=True)
    )
    for figure, there, own in zip(figures, said, words, strict=False):
        if is_same and own and not there:
            figure.Alt = own


def with_artifacts(instructions: Sequence[Instruction]) -> Iterator[Instruction]:
    """Yield a page's instructions, with what is painted outside all marks marked as artifact.

    A mark may not stand between the building of a path and its painting (ISO 32000-1, 14.6.1), so
    it encloses both.
    """
    depth = 0
    path: list[Instruction] = []
    for instruction in instructions:
        name = str(instruction.operator)
        depth += (name in BEGIN) - (name == END)
        if name in PATH and not depth:
            path.append(instruction)
            continue
        if name in PAINT and not depth:
            yield ContentStreamInstruction([Name.Artifact], Operator("BMC"))
            yield from (*path, instruction)
            yield ContentStreamInstruction([], Operator(END))
        else:
            yield from (*path, instruction)
        path = []
    yield from path
