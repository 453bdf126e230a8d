"""Rival: the rows read by openpyxl, in its fast mode, and written by python-docx.

The table's rows are made beforehand and gone through in order: ``table.cell(r, c)`` would build
the table's list of cells at every call.
"""

import sys

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import load_workbook

from benchmarks.rivals.records import FIELDS, records

workbook, output = sys.argv[1:]
sheet = load_workbook(workbook, read_only=True, data_only=True)["Balanslista"]
rows = list(records(sheet.iter_rows(values_only=True)))
document = docx.Document()
document.add_heading("Balanslista")
table = document.add_table(rows=len(rows) + 1, cols=len(FIELDS))
lines = iter(table.rows)
for cell, heading in zip(next(lines).cells, FIELDS, strict=True):
    cell.text = heading
for line, row in zip(lines, rows, strict=True):
    for cell, (name, text) in zip(line.cells, row.items(), strict=False):
        cell.text = text
        if name == "status":
            shading = OxmlElement("w:shd")
            shading.set(qn("w:val"), "clear")
            shading.set(qn("w:fill"), row["fill"])
            cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - it has no call for this
document.save(output)
