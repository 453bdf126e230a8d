"""The steps from a workbook to a document, and the public Python API."""

from lagesbild_xlsx.pipeline.building import (
    How,
    annotate,
    build,
    check,
    document,
    document_name,
    update,
)
from lagesbild_xlsx.pipeline.many import build_many, each_once
from lagesbild_xlsx.pipeline.outcomes import (
    ImportOutcome,
    NextOutcome,
    Outcome,
    TemplateOutcome,
    TrendOutcome,
)
from lagesbild_xlsx.pipeline.periods import compare, frames, trend
from lagesbild_xlsx.pipeline.reading import refuse_missing
from lagesbild_xlsx.pipeline.standard import standard_template
from lagesbild_xlsx.pipeline.starting import SCALES, begin_next, import_document, new
from lagesbild_xlsx.pipeline.templates import (
    LAGESBILD_KINDS,
    TEMPLATE_KINDS,
    check_template,
    new_template,
)

__all__ = [
    "LAGESBILD_KINDS",
    "SCALES",
    "TEMPLATE_KINDS",
    "How",
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
