"""Word documents: a lägesbild merged into a template's content controls."""

from lagesbild_xlsx.word.document import merge, without_controls

__all__ = ["merge", "without_controls"]
