"""Word documents: a lägesbild merged into a template's content controls."""

from lagesbild_xlsx.word.document import (
    BuildOptions,
    Filled,
    colours_of_values,
    fixed_texts,
    merge,
)
from lagesbild_xlsx.word.fields import Pages
from lagesbild_xlsx.word.handmade import Built, built
from lagesbild_xlsx.word.inspection import inspect, names_in
from lagesbild_xlsx.word.lines import HandEdits
from lagesbild_xlsx.word.origin import Origin
from lagesbild_xlsx.word.paging import Paged, with_page_numbers
from lagesbild_xlsx.word.pictures import Logo, Picture, Profile, with_picture
from lagesbild_xlsx.word.row_pictures import sheets_with_pictures
from lagesbild_xlsx.word.sources import Faults

__all__ = [
    "BuildOptions",
    "Built",
    "Faults",
    "Filled",
    "HandEdits",
    "Logo",
    "Origin",
    "Paged",
    "Pages",
    "Picture",
    "Profile",
    "built",
    "colours_of_values",
    "fixed_texts",
    "inspect",
    "merge",
    "names_in",
    "sheets_with_pictures",
    "with_page_numbers",
    "with_picture",
]
