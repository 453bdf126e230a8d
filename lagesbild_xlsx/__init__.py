"""lagesbild: a municipality's workbook becomes its joint situation report in Word."""

from lagesbild_xlsx.diagnostics import Finding, Severity, StopError
from lagesbild_xlsx.pipeline import Outcome, annotate, build, check, new

__all__ = ["Finding", "Outcome", "Severity", "StopError", "annotate", "build", "check", "new"]
