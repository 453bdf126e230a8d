"""What a workbook shows beside its cells, prepared for Word: pictures and charts, with their words.

Nothing of them is read before it is asked for, and nothing goes along that nobody sees: what was
cropped away, where and by whom a photograph was taken, files that are linked.
"""

from lagesbild_xlsx.pictures.illustration import (
    Body,
    ChartFile,
    Illustration,
    PictureFile,
    RelatedPart,
)
from lagesbild_xlsx.pictures.left_out import left_out_of
from lagesbild_xlsx.pictures.reader import IllustrationReader, ReadChart

__all__ = [
    "Body",
    "ChartFile",
    "Illustration",
    "IllustrationReader",
    "PictureFile",
    "ReadChart",
    "RelatedPart",
    "left_out_of",
]
