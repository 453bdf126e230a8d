"""Periods compared: what has moved since last time, and what stands still."""

from lagesbild_xlsx.history.changes import Change, Comparison, Movement, compare
from lagesbild_xlsx.history.threads import ActivityHistory, in_order, threads_of
from lagesbild_xlsx.history.unchanged import standing_still, texts_unchanged

__all__ = [
    "ActivityHistory",
    "Change",
    "Comparison",
    "Movement",
    "compare",
    "in_order",
    "standing_still",
    "texts_unchanged",
    "threads_of",
]
