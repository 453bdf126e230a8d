"""Workbooks written part by part, as programs other than openpyxl write them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def raw_parts(rows: str, strings: str = "", after: str = "", styles: str = "") -> dict[str, str]:
    """Return the parts of a workbook with one sheet.

    Args:
        rows: what ``sheetData`` holds.
        strings: what ``sst`` holds; no such part without it.
        after: what follows the rows in the sheet.
        styles: what ``styleSheet`` holds; no such part without it.
    """
    extra = {"sharedStrings": ("sst", strings), "styles": ("styleSheet", styles)}
    present = {name: held for name, held in extra.items() if held[1]}
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{TYPES}.{name}+xml"/>'
        for name in present
    )
    relationships = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for name in present
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/blad.xml" ContentType="{TYPES}.worksheet+xml"/>{overrides}'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="/xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Blad" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="blad.xml"/>{relationships}'
        "</Relationships>",
        "xl/blad.xml": f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>",
        **{
            f"xl/{n}.xml": f'<{tag} xmlns="{MAIN}">{xml}</{tag}>'
            for n, (tag, xml) in present.items()
        },
    }


def strict(parts: dict[str, str]) -> dict[str, str]:
    """Return the parts as Excel's ”Strict Open XML Spreadsheet” has them."""
    for old, new in STRICT.items():
        parts = {name: xml.replace(old, new) for name, xml in parts.items()}
    return parts


def write_parts(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write parts as a package."""
    with zipfile.ZipFile(path, "w") as package:
        for name, xml in parts.items():
            package.writestr(name, xml)
    return path


TEXT_BOX = (
    "<xdr:oneCellAnchor><xdr:sp><xdr:nvSpPr><xdr:cNvPr id='9' name='r'/></xdr:nvSpPr><xdr:txBody>"
    "<a:p><a:r><a:t>Obs!</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:oneCellAnchor>"
)
"""A text box in a drawing, with no more of it than is read."""


def with_shapes(drawing: str, shapes: str) -> str:
    """Return the drawing of a sheet, as openpyxl writes it, with more shapes in it."""
    main = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    place = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    inner = drawing[drawing.index(">", drawing.index("<wsDr")) + 1 : drawing.rindex("</")]
    return f'<xdr:wsDr {main}xmlns:xdr="{place}" xmlns="{place}">{inner}{shapes}</xdr:wsDr>'


def rewritten_part(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """Change a part of a package in place."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path
