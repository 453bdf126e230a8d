"""Fields of a built document: tables of contents, references, captions, properties, page numbers.

What a field shows is stored beside its code (ECMA-376 part 1, 17.16). After a merge the stored
result is made right, so that it need not be computed by whoever opens the document; nothing asks
the reader to do so. How they are made right is loaded only for a document that has one.
"""

from __future__ import annotations

from collections.abc import Collection

from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.opc import PackageEditor
from lagesbild_xlsx.word.fields.document_values import Name, name_of, shown_in
from lagesbild_xlsx.word.fields.needed import is_needed

__all__ = ["Name", "is_needed", "name_of", "refresh_fields", "shown_in"]


def refresh_fields(editor: PackageEditor, stories: Collection[str]) -> tuple[Finding, ...]:
    """Make the stored results of a document's fields right, and return what is to be said of them.

    Args:
        editor: the document; its package is what it was made from.
        stories: the names of the parts that hold text.
    """
    from lagesbild_xlsx.word.fields import parts  # noqa: PLC0415 - most documents have no such field

    return parts.refresh_fields(editor, stories)
