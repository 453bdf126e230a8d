"""The made-up municipality's own sheet: crime statistics with a chart, and a map of its places."""

from __future__ import annotations

import io
from pathlib import Path

from matplotlib import get_data_path
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image as Picture
from PIL import ImageDraw, ImageFont

from lagesbild_xlsx.excel.book import WORKBOOK
from lagesbild_xlsx.excel.writer.cells import packed
from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.opc.editor import PackageEditor

SHEET = "Brottsstatistik"
YEARS = ("2023", "2024", "2025")
REPORTED = {
    "Skadegörelse": (312, 287, 251),
    "Stöld och snatteri": (540, 498, 502),
    "Misshandel utomhus": (45, 51, 38),
    "Narkotikabrott": (128, 117, 134),
}
TITLE = "Anmälda brott 2023–2025"
TEXT = "Siffrorna gäller brott som har anmälts i kommunen. Siffrorna för 2025 är preliminära."
TABLE_CAPTION = "Anmälda brott i Vallunda, efter typ av brott"
SOURCE = "Källa: kommunens sammanställning av anmälda brott."
CHART_CAPTION = "Anmälda brott, år för år"
CHART_WORDS = (
    "Stapeldiagram. Stöld och snatteri är vanligast alla tre åren. Skadegörelse minskar varje år,"
    " från 312 till 251."
)
MAP_CAPTION = "Orterna, och platserna som tas upp på trygghetsmötena"
MAP_WORDS = (
    "Karta över Vallunda. Vallunda centrum ligger i mitten vid sjön, Kvarnby med badplatsen i norr"
    " och Ekedal med gångvägen i sydöst. Skolorna är utmärkta i centrum."
)

HEADING_FONT, HEADING_FILL = Font(bold=True, color="FFFFFF"), PatternFill("solid", "1B3A5C")
COLOURS = ("1B3A5C", "5B7A99", "C77700")
CHART_AT, CHART_CAPTION_AT, MAP_AT, MAP_CAPTION_AT = "A13", "A30", "A33", "A54"


def with_own_sheet(workbook: bytes) -> bytes:
    """Return a workbook with the sheet added last."""
    book = load_workbook(io.BytesIO(workbook), rich_text=True)
    _fill(book.create_sheet(SHEET))
    return _with_words(packed(book))


def _with_words(workbook: bytes) -> bytes:
    """Return a workbook whose chart and picture say what they show, which openpyxl cannot write."""
    with Package(io.BytesIO(workbook), WORKBOOK) as package:
        editor = PackageEditor(package)
        root = editor.root("xl/drawings/drawing1.xml")
        for kind, words in (("graphicFrame", CHART_WORDS), ("pic", MAP_WORDS)):
            for properties in root.iterfind(f".//{{*}}{kind}//{{*}}cNvPr"):
                properties.set("descr", words)
        return package.with_parts(editor.changed())


def _fill(sheet: Worksheet) -> None:
    sheet["A1"], sheet["A3"], sheet["A5"] = TITLE, TEXT, TABLE_CAPTION
    sheet["A1"].font, sheet["A5"].font = Font(bold=True, size=14), Font(bold=True)
    sheet.append(("Typ av brott", *YEARS, "Förändring"))
    for cell in sheet[6]:
        cell.font, cell.fill = HEADING_FONT, HEADING_FILL
        cell.alignment = Alignment(horizontal="left" if cell.column == 1 else "right")
    for name, counts in REPORTED.items():
        sheet.append((name, *counts, counts[-1] / counts[0] - 1))
        sheet.cell(sheet.max_row, 5).number_format = "0.0%"
    sheet.append((SOURCE,))
    sheet[CHART_CAPTION_AT], sheet[MAP_CAPTION_AT] = CHART_CAPTION, MAP_CAPTION
    sheet.column_dimensions["A"].width = 28
    for letter in "BCDE":
        sheet.column_dimensions[letter].width = 14
    sheet.add_chart(_chart(sheet), CHART_AT)
    picture = Image(io.BytesIO(_map()))
    picture.width, picture.height = 560, 400
    sheet.add_image(picture, MAP_AT)


def _chart(sheet: Worksheet) -> BarChart:
    """Return bars for each kind of crime, side by side for the years."""
    chart = BarChart()
    last = 6 + len(REPORTED)
    chart.add_data(
        Reference(sheet, min_col=2, max_col=4, min_row=6, max_row=last), titles_from_data=True
    )
    chart.set_categories(Reference(sheet, min_col=1, min_row=7, max_row=last))
    chart.width, chart.height, chart.gapWidth = 16, 8, 60
    chart.y_axis.delete = chart.x_axis.delete = False
    for series, colour in zip(chart.series, COLOURS, strict=True):
        series.graphicalProperties.solidFill = colour
    return chart


# ------------------------------------------------------------------ the map

WIDTH, HEIGHT = 1120, 800
LAND, WATER, ROAD, SHORE = "#EEF2F6", "#BBD4E8", "#FFFFFF", "#7FA6C4"
BLUE, DARK = "#1B3A5C", "#1A1A1A"
LAKE = (
    (0, 430), (150, 400), (300, 455), (420, 430), (500, 500), (470, 590), (560, 660),
    (520, 800), (0, 800),
)  # fmt: skip
RIVER = ((640, 0), (600, 120), (520, 210), (440, 300), (400, 432))
ROADS = (
    ((560, 400), (470, 250), (420, 130), (400, 0)),
    ((560, 400), (760, 520), (900, 640), (1120, 700)),
    ((560, 400), (800, 300), (1120, 240)),
)
LOCALITIES = {"Vallunda centrum": (560, 400), "Kvarnby": (430, 150), "Ekedal": (900, 640)}
POINTS = {
    "Badplatsen": (560, 190),
    "Skolorna": (660, 345),
    "Kvarngatan": (640, 465),
    "Gångvägen": (800, 700),
}


def _map() -> bytes:
    """Return the map as a PNG file."""
    picture = Picture.new("RGB", (WIDTH, HEIGHT), LAND)
    draw = ImageDraw.Draw(picture)
    draw.polygon(LAKE, fill=WATER, outline=SHORE, width=3)
    draw.line(RIVER, fill=WATER, width=26, joint="curve")
    for road in ROADS:
        draw.line(road, fill="#C8CFD6", width=16, joint="curve")
        draw.line(road, fill=ROAD, width=10, joint="curve")
    file = str(Path(get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"))
    names, small = ImageFont.truetype(file, 32), ImageFont.truetype(file, 24)
    for name, (x, y) in LOCALITIES.items():
        draw.ellipse((x - 20, y - 20, x + 20, y + 20), fill=BLUE, outline="white", width=4)
        draw.text((x + 30, y - 20), name, fill=DARK, font=names)
    for name, (x, y) in POINTS.items():
        draw.rectangle((x - 9, y - 9, x + 9, y + 9), fill="#C77700", outline="white", width=2)
        draw.text((x + 18, y - 16), name, fill=DARK, font=small)
    draw.text((90, 640), "Vallundasjön", fill="#2F5D80", font=names)
    written = io.BytesIO()
    picture.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()
