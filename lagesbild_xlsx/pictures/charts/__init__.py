"""Charts: one that staff drew in Excel is the same native chart in Word, with its own data only.

Its look is the chart's own, and in the colours of the template's theme. What it refers to stands in
a small workbook inside the document, so that it can be edited there; nothing else of the workbook
it came from goes along.
"""

from lagesbild_xlsx.pictures.charts.reader import ChartReader

__all__ = ["ChartReader"]
