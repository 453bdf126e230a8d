"""A document with the numbers of the pages that it was drawn on."""

from __future__ import annotations

import io
from typing import NamedTuple

from lagesbild_xlsx.opc import Package, serialised
from lagesbild_xlsx.word.fields.pages import Numbered, Pages, number_pages, shows_pages
from lagesbild_xlsx.word.stories import OUR_OWN, story_roots
from lagesbild_xlsx.word.verification import verify


class Paged(NamedTuple):
    """A document with page numbers.

    Attributes:
        document: its bytes.
        numbered: whether any of them has moved, and whether any is missing.
    """

    document: bytes
    numbered: Numbered


def with_page_numbers(document: bytes, pages: Pages) -> Paged:
    """Return a document with the numbers of its pages in the fields that show them.

    Args:
        document: the bytes of a document that was built.
        pages: its pages.

    Raises:
        StopError: what was written is not what was to be written.
    """
    with Package(io.BytesIO(document), OUR_OWN) as package:
        roots = story_roots(package)
        shown = {name: root for name, root in roots.items() if shows_pages(root)}
        numbered = number_pages(shown.values(), roots[package.main_part], pages)
        changed = {name: serialised(root) for name, root in shown.items()}
        made = package.with_parts(changed)
        verify(made, package.checksums(changed))
    return Paged(made, numbered)
