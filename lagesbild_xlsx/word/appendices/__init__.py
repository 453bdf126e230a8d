"""Appendices in the document: the staff's own sheets, in the looks that the template has."""
