"""The steps from a workbook to a document, and the public Python API.

What is offered is loaded when it is asked for: a build needs no more than its own step.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagesbild_xlsx.pipeline.building import BuildArguments, build, document, update
    from lagesbild_xlsx.pipeline.checking import annotate, check
    from lagesbild_xlsx.pipeline.many import build_many, each_once
    from lagesbild_xlsx.pipeline.outcomes import Outcome
    from lagesbild_xlsx.pipeline.periods import TrendOutcome, compare, frames, trend
    from lagesbild_xlsx.pipeline.standard_templates import (
        LAGESBILD_KINDS,
        TEMPLATE_KINDS,
        standard_template,
    )
    from lagesbild_xlsx.pipeline.starting import (
        SCALES,
        ImportOutcome,
        NextOutcome,
        begin_next,
        import_document,
        new,
    )
    from lagesbild_xlsx.pipeline.templates import TemplateOutcome, check_template, new_template
    from lagesbild_xlsx.pipeline.writing import document_name, refuse_missing

__all__ = [
    "LAGESBILD_KINDS",
    "SCALES",
    "TEMPLATE_KINDS",
    "BuildArguments",
    "ImportOutcome",
    "NextOutcome",
    "Outcome",
    "TemplateOutcome",
    "TrendOutcome",
    "annotate",
    "begin_next",
    "build",
    "build_many",
    "check",
    "check_template",
    "compare",
    "document",
    "document_name",
    "each_once",
    "frames",
    "import_document",
    "new",
    "new_template",
    "refuse_missing",
    "standard_template",
    "trend",
    "update",
]

ROOMS = (
    "outcomes", "building", "checking", "many", "periods", "standard_templates", "starting",
    "templates", "writing",
)  # fmt: skip
"""The modules that have what is offered."""


def __getattr__(name: str) -> object:
    """Return what is offered, from the module that has it."""
    for room in ROOMS if name in __all__ else ():
        module = import_module(f"{__name__}.{room}")
        if hasattr(module, name):
            return getattr(module, name)
    raise AttributeError(name)
