"""A lägesbild that somebody wrote by hand, read by what its headings and tables say."""

from lagesbild_xlsx.word.reading.typed.reader import TypedReader

__all__ = ["TypedReader"]
