"""Floor: the same table written as a string into a zip, with nothing read."""

import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FILLS = {"Rött": "C00000", "Gult": "FFD24D", "Grönt": "2E7D32"}


def cell(text: str, properties: str = "") -> str:
    """Return a cell."""
    return f"<w:tc>{properties}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def row(number: int) -> str:
    """Return a row as long as one of the workbook's."""
    status, fill = list(FILLS.items())[number % len(FILLS)]
    shading = f'<w:tcPr><w:shd w:val="clear" w:fill="{fill}"/></w:tcPr>'
    activity = f"Informationskampanj för föräldrar med inriktning på A-traktorer {number}"
    texts = cell(activity), cell("Polisen"), cell(status, shading), cell(f"Avstämt {number} gånger")
    return f"<w:tr>{''.join(texts)}</w:tr>"


count, output = sys.argv[1:]
rows = "".join(row(number) for number in range(int(count) + 1))
xml = f'<w:document xmlns:w="{MAIN}"><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>'
with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
    package.writestr("word/document.xml", xml)
