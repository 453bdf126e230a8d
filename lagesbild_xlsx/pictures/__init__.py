"""What a workbook shows beside its cells, prepared for Word: pictures and charts, with their words.

Nothing of them is read before it is asked for, and nothing goes along that nobody sees: what was
cropped away, where and by whom a photograph was taken, files that are linked.

What prepares them (:mod:`reader`, :mod:`charts`) is imported where it is used.
"""

from lagesbild_xlsx.pictures.illustration import (
    Body,
    ChartFile,
    Illustration,
    PictureFile,
    RelatedPart,
)

__all__ = [
    "Body",
    "ChartFile",
    "Illustration",
    "PictureFile",
    "RelatedPart",
]
