"""A built document as a web page: one self-contained file that everybody can read.

It is made from the document, so it says what the document says, in its order and its colours.
"""
