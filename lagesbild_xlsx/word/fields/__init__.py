"""Fields of a built document: tables of contents, references, captions, properties, page numbers.

What a field shows is stored beside its code (ECMA-376 part 1, 17.16). After a merge the stored
result is made right, so that it need not be computed by whoever opens the document; nothing asks
the reader to do so.
"""

from lagesbild_xlsx.word.fields.document_values import Name, name_of, shown_in
from lagesbild_xlsx.word.fields.pages import Pages, mark_sections
from lagesbild_xlsx.word.fields.parts import refresh_fields
from lagesbild_xlsx.word.fields.refresh import is_needed

__all__ = ["Name", "Pages", "is_needed", "mark_sections", "name_of", "refresh_fields", "shown_in"]
