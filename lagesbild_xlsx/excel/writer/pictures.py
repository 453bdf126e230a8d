"""Pictures put on the sheets of a new workbook, with what they show in words."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl.drawing.image import Image
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lagesbild_xlsx.excel.book import WORKBOOK
from lagesbild_xlsx.model import OfRows, Row
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.opc.editor import PackageEditor
from lagesbild_xlsx.pictures import Illustration, PictureFile

PIXEL, ROW, POINT = 9_525, 190_500, 12_700
"""A pixel of a screen, a row of 15 points, and a point, in EMU."""

HIGHEST = 409
"""How high a row can be in points (Excel specifications and limits)."""


def put_picture(sheet: Worksheet, cell: str, illustration: Illustration) -> bool:
    """Put a picture at a cell; return whether it is one, and no chart."""
    if not isinstance(illustration.body, PictureFile):
        return False
    picture = Image(io.BytesIO(illustration.body.data))
    picture.width, picture.height = illustration.width // PIXEL, illustration.height // PIXEL
    sheet.add_image(picture, cell)
    return True


def put_beside(sheet: Worksheet, rows: Sequence[Row], pictures: OfRows) -> Sequence[Illustration]:
    """Put the pictures of rows beside them, in the first column that is free.

    Args:
        sheet: where the rows were written, below the headings.
        rows: the rows.
        pictures: those of the sheet that the rows came from.

    Returns:
        The pictures that were put there.
    """
    column = get_column_letter(sheet.max_column + 1) if pictures else ""
    found = []
    for number, row in enumerate(rows, 2):
        for illustration in pictures.get(row.origin.row.row or 0, ()):
            if put_picture(sheet, f"{column}{number}", illustration):
                found.append(illustration)
                needed = min(illustration.height / POINT + 4, HIGHEST)
                height = sheet.row_dimensions[number].height or 0
                sheet.row_dimensions[number].height = max(height, needed)
    return found


def with_words(workbook: bytes, drawn: Sequence[Sequence[Illustration]]) -> bytes:
    """Return a workbook whose pictures say what they show, which openpyxl cannot write.

    Args:
        workbook: its bytes.
        drawn: the pictures of each sheet that has any, in the order of the sheets.
    """
    if not drawn:
        return workbook
    with Package(io.BytesIO(workbook), WORKBOOK) as package:
        editor = PackageEditor(package)
        for number, illustrations in enumerate(drawn, 1):
            root = editor.root(f"xl/drawings/drawing{number}.xml")
            frames = root.iterfind(".//{*}pic//{*}cNvPr")
            for properties, illustration in zip(frames, illustrations, strict=True):
                properties.set("descr", illustration.alt_text)
        return package.with_parts(editor.changed())
