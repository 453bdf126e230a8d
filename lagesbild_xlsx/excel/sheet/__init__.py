"""One worksheet, streamed: its cells, and what stands before and after them in the XML."""

from lagesbild_xlsx.excel.sheet.reader import SheetReader

__all__ = ["SheetReader"]
