"""Word documents: a lägesbild merged into a template's content controls."""

from lagesbild_xlsx.word.document import merge

__all__ = ["merge"]
