"""A chart of a document: its figures, as drawings and in tables."""
