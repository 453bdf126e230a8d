"""Workbooks: read with every cell's place, and written to be filled in.

The writer is imported where it is used: openpyxl takes longer to import than a build takes.
"""

from lagesbild_xlsx.excel.files_beside import conflict_of, findings_beside
from lagesbild_xlsx.excel.illustrations import IllustratedWorkbook
from lagesbild_xlsx.excel.reader import read_workbook

__all__ = ["IllustratedWorkbook", "conflict_of", "findings_beside", "read_workbook"]
