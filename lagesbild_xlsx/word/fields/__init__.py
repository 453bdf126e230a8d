"""Fields of a built document: tables of contents, references, captions, properties, page numbers.

What a field shows is stored beside its code (ECMA-376 part 1, 17.16). After a merge the stored
result is made right, so that it need not be computed by whoever opens the document; nothing asks
the reader to do so.
"""
