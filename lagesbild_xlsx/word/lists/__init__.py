"""Lists that were typed in a cell, with signs or numbers, as Word's own lists.

``typed`` finds them in a text. A value is written in one paragraph, with a mark where a line of a
list begins; ``layout`` gives each line the look of the template's lists, and ``joining`` makes
paragraphs of the lines, and one paragraph of them again where a document is updated or read back.
"""
