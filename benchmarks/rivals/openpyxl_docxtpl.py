"""Rival: the rows read by openpyxl, in its fast mode, and written by docxtpl."""

import sys

from docxtpl import DocxTemplate
from openpyxl import load_workbook

from benchmarks.rivals.records import records

workbook, template, output = sys.argv[1:]
sheet = load_workbook(workbook, read_only=True, data_only=True)["Balanslista"]
document = DocxTemplate(template)
document.render({"rows": records(sheet.iter_rows(values_only=True))}, autoescape=True)
document.save(output)
