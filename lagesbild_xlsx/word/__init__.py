"""Word documents: a lägesbild merged into a template's content controls."""

from lagesbild_xlsx.word.document import merge, without_controls
from lagesbild_xlsx.word.inspection import inspect, names_in

__all__ = ["inspect", "merge", "names_in", "without_controls"]
