"""Word documents: a lägesbild merged into a template's content controls."""

from lagesbild_xlsx.word.document import (
    BuildOptions,
    Filled,
    colours_of_values,
    fixed_texts,
    merge,
)
from lagesbild_xlsx.word.hand_edits import Built, built
from lagesbild_xlsx.word.lines import HandEdits
from lagesbild_xlsx.word.origin import SourceWorkbook
from lagesbild_xlsx.word.pictures import Logo, Picture, Profile, with_picture
from lagesbild_xlsx.word.row_pictures import sheets_with_pictures
from lagesbild_xlsx.word.template_sheets import Faults

__all__ = [
    "BuildOptions",
    "Built",
    "Faults",
    "Filled",
    "HandEdits",
    "Logo",
    "Picture",
    "Profile",
    "SourceWorkbook",
    "built",
    "colours_of_values",
    "fixed_texts",
    "merge",
    "sheets_with_pictures",
    "with_picture",
]
