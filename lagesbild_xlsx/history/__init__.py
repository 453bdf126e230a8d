"""Periods compared: what has moved since last time, and what stands still."""

from lagesbild_xlsx.history.changes import Change, Comparison, Kind, compare

__all__ = ["Change", "Comparison", "Kind", "compare"]
