"""Workbooks with pictures over their cells and in them, written part by part."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from lagesbild_xlsx.diagnostics import Result
from lagesbild_xlsx.excel import IllustratedWorkbook, read_workbook
from lagesbild_xlsx.pictures import Illustration
from tests.rawbook import OFFICE, PACKAGE, raw_parts, write_parts

XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
RICH = "http://schemas.microsoft.com/office/spreadsheetml/2017/richdata"
RICH_RELS = "http://schemas.microsoft.com/office/spreadsheetml/2022/richvaluerel"
WPS = "http://www.wps.cn/officeDocument/2020"
INCH = 914_400
DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
ENDINGS = ("png", "jpeg", "gif", "bmp", "tiff", "webp", "emf", "wmf", "svg")


def image_file(form: str = "PNG", size: tuple[int, int] = (40, 20), **how: Any) -> bytes:
    """Return a picture file: red to the left, green to the right, its upper half darker."""
    mode = str(how.pop("mode", "RGB"))
    image = Image.new("RGB", size, (255, 0, 0))
    width, height = size
    image.paste((0, 255, 0), (width // 2, 0, width, height))
    image.paste((0, 128, 0), (width // 2, 0, width, height // 2))
    image.paste((128, 0, 0), (0, 0, width // 2, height // 2))
    file = io.BytesIO()
    image.convert(mode).save(file, form, **how)
    return file.getvalue()


def pic(
    image: str = "r1",
    words: str = 'descr="En karta över orten"',
    *,
    inside: str = "",
    source: str = "",
    transform: str = "",
    size: tuple[int, int] = (INCH, INCH // 2),
    more: str = "",
    reference: str = "embed",
) -> str:
    """Return a ``pic`` element."""
    extent = f'<a:ext cx="{size[0]}" cy="{size[1]}"/>'
    return (
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Bild 1" {words}>{more}</xdr:cNvPr>'
        f'<xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:{reference}="{image}">{inside}'
        f"</a:blip><a:srcRect {source}/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>"
        f'<xdr:spPr><a:xfrm {transform}><a:off x="0" y="0"/>{extent}</a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
    )


def corner(name: str, column: int, row: int, right: int = 0, down: int = 0) -> str:
    """Return a corner of an anchor; columns and rows are counted from 0, as in the file."""
    return (
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{right}</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>{down}</xdr:rowOff></xdr:{name}>"
    )


def one_cell(content: str, column: int = 1, row: int = 1) -> str:
    """Return an anchor with a cell and a size."""
    size = f'<xdr:ext cx="{INCH}" cy="{INCH // 2}"/>'
    start = corner("from", column, row)
    return f"<xdr:oneCellAnchor>{start}{size}{content}<xdr:clientData/></xdr:oneCellAnchor>"


def two_cells(content: str, start: tuple[int, int], end: tuple[int, int]) -> str:
    """Return an anchor from one cell to another, as (column, row)."""
    corners = corner("from", *start) + corner("to", *end)
    return f"<xdr:twoCellAnchor>{corners}{content}<xdr:clientData/></xdr:twoCellAnchor>"


def drawn_book(
    path: Path,
    anchors: Sequence[str],
    images: Mapping[str, bytes] | None = None,
    *,
    rows: str = "",
    before: str = "",
    related: str = "",
) -> Path:
    """Write a workbook whose only sheet has a drawing.

    Args:
        path: where to.
        anchors: what the drawing holds.
        images: its picture files by their names; the first one has the id ``r1``.
        rows: the sheet's rows.
        before: what stands before the rows.
        related: more relationships of the drawing.
    """
    images = {"bild.png": image_file()} if images is None else images
    parts: dict[str, str | bytes] = dict(raw_parts(rows, after='<drawing r:id="d1"/>'))
    sheet = str(parts["xl/blad.xml"])
    parts["xl/blad.xml"] = sheet.replace("<sheetData>", f"{before}<sheetData>")
    parts["xl/_rels/blad.xml.rels"] = relationships(("d1", "drawing", "drawings/ritat.xml"))
    names = (
        f'xmlns:xdr="{XDR}" xmlns:a="{A}" xmlns:r="{OFFICE}" xmlns:mc="{MC}"'
        f' xmlns:adec="{DECORATIVE}"'
    )
    parts["xl/drawings/ritat.xml"] = f"<xdr:wsDr {names}>{''.join(anchors)}</xdr:wsDr>"
    targets = [(f"r{n}", "image", f"../media/{name}") for n, name in enumerate(images, 1)]
    parts["xl/drawings/_rels/ritat.xml.rels"] = relationships(*targets, more=related)
    parts |= {f"xl/media/{name}": image for name, image in images.items()}
    return write_parts(path, with_types(parts))


def relationships(*targets: tuple[str, str, str], more: str = "") -> str:
    """Return a part of relationships, each an id, the last word of a type, and a target."""
    each = "".join(
        f'<Relationship Id="{rid}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for rid, kind, target in targets
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}{more}</Relationships>'


def with_types(parts: dict[str, str | bytes]) -> dict[str, str | bytes]:
    """Return parts with the content types of drawings and pictures."""
    types = "".join(f'<Default Extension="{e}" ContentType="image/{e}"/>' for e in ENDINGS)
    types += '<Default Extension="xml" ContentType="application/xml"/>'
    known = str(parts["[Content_Types].xml"])
    drawing = (
        f'<Override PartName="/xl/drawings/ritat.xml" ContentType="{DRAWING_TYPE}"/></Types>'
        if "xl/drawings/ritat.xml" in parts
        else "</Types>"
    )
    first, _, rest = known.partition("<Override")
    return parts | {
        "[Content_Types].xml": f"{first}{types}<Override{rest}".replace("</Types>", drawing)
    }


def book_with_rich_image(path: Path, cell: str, keys: str, values: str, **sheet: str) -> Path:
    """Write a workbook with Excel's picture in a cell.

    Args:
        path: where to.
        cell: what stands in the row.
        keys: the keys of the picture's structure.
        values: its values.
        sheet: what else ``raw_parts`` takes.
    """
    parts: dict[str, str | bytes] = dict(raw_parts(f'<row r="2">{cell}</row>', **sheet))
    kinds = {
        "sheetMetadata": "metadata.xml",
        "rdRichValue": "richData/rv.xml",
        "rdRichValueStructure": "richData/rvs.xml",
        "richValueRel": "richData/rel.xml",
    }
    more = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in kinds.items()
    )
    name, end = "xl/_rels/workbook.xml.rels", "</Relationships>"
    parts[name] = str(parts[name]).replace(end, more + end)
    parts["xl/metadata.xml"] = (
        '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        f' xmlns:xlrd="{RICH}"><futureMetadata name="XLRICHVALUE"><bk><extLst><ext>'
        '<xlrd:rvb i="0"/></ext></extLst></bk></futureMetadata>'
        '<valueMetadata><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>'
    )
    parts["xl/richData/rv.xml"] = f'<rvData xmlns="{RICH}"><rv s="0">{values}</rv></rvData>'
    parts["xl/richData/rvs.xml"] = (
        f'<rvStructures xmlns="{RICH}"><s t="_localImage">{keys}</s></rvStructures>'
    )
    parts["xl/richData/rel.xml"] = (
        f'<richValueRels xmlns="{RICH_RELS}" xmlns:r="{OFFICE}"><rel r:id="r1"/></richValueRels>'
    )
    parts["xl/richData/_rels/rel.xml.rels"] = relationships(("r1", "image", "../media/bild.png"))
    parts["xl/media/bild.png"] = image_file()
    return write_parts(path, with_types(parts))


def book_with_wps_image(path: Path, cell: str, picture: str) -> Path:
    """Write a workbook with the picture of WPS in a cell: a formula, and a part with pictures."""
    parts: dict[str, str | bytes] = dict(raw_parts(f'<row r="2">{cell}</row>'))
    name, end = "xl/_rels/workbook.xml.rels", "</Relationships>"
    more = f'<Relationship Id="wps" Type="{WPS}/cellImage" Target="cellimages.xml"/>'
    parts[name] = str(parts[name]).replace(end, more + end)
    names = f'xmlns:xdr="{XDR}" xmlns:a="{A}" xmlns:r="{OFFICE}" xmlns:etc="{WPS}/etCustomData"'
    held = f"<etc:cellImage>{picture}</etc:cellImage>"
    parts["xl/cellimages.xml"] = f"<etc:cellImages {names}>{held}</etc:cellImages>"
    parts["xl/_rels/cellimages.xml.rels"] = relationships(("r1", "image", "media/bild.png"))
    parts["xl/media/bild.png"] = image_file()
    return write_parts(path, with_types(parts))


def shown(path: Path, sheet: str = "Blad") -> Result[tuple[Illustration, ...]]:
    """Return what a sheet of a workbook shows beside its cells."""
    with IllustratedWorkbook(path, read_workbook(path)) as workbook:
        return workbook.illustrations(sheet)
