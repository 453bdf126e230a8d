"""Appendices in the document: user-defined sheets, in the looks that the template has."""
