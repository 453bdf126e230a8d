"""lagesbild: a municipality's workbook becomes its joint situation report in Word."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagesbild_xlsx.diagnostics import Finding, Severity, StopError
    from lagesbild_xlsx.pipeline import Outcome, annotate, build, check, document, frames, new

__all__ = [
    "Finding",
    "Outcome",
    "Severity",
    "StopError",
    "annotate",
    "build",
    "check",
    "document",
    "frames",
    "new",
]


def __getattr__(name: str) -> object:
    """Return what is offered to other programs: loaded when they ask, and not by the command."""
    if name not in __all__:
        raise AttributeError(name)
    from lagesbild_xlsx import diagnostics, pipeline  # noqa: PLC0415 - as above

    return getattr(pipeline if hasattr(pipeline, name) else diagnostics, name)
