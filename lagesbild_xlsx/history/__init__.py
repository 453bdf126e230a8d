"""Periods compared: what has moved since last time, and what stands still."""

from lagesbild_xlsx.history.changes import Change, Comparison, Kind, compare
from lagesbild_xlsx.history.late import standing_still, texts_unchanged
from lagesbild_xlsx.history.threads import Thread, in_order, threads_of

__all__ = [
    "Change",
    "Comparison",
    "Kind",
    "Thread",
    "compare",
    "in_order",
    "standing_still",
    "texts_unchanged",
    "threads_of",
]
