"""Rival: the rows read by calamine, and written by docxtpl."""

import sys

from docxtpl import DocxTemplate
from python_calamine import CalamineWorkbook

from benchmarks.rivals.records import records

workbook, template, output = sys.argv[1:]
sheet = CalamineWorkbook.from_path(workbook).get_sheet_by_name("Balanslista")
document = DocxTemplate(template)
document.render({"rows": records(sheet.to_python())}, autoescape=True)
document.save(output)
