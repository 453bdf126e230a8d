"""A Word template in small functions: each returns a piece of WordprocessingML as text."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ids = count(1)


def text(words: str, style: str = "") -> str:
    """Return a run of text, with a character style."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"


def paragraph(style: str, *runs: str) -> str:
    """Return a paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def control(tag: str, title: str, *content: str, style: str = "", empty: bool = False) -> str:
    """Return a content control with a tag, and the title that Word shows.

    Args:
        tag: what the control is for.
        title: what Word calls it.
        content: what it holds.
        style: the character style of the text that it is filled with.
        empty: whether it only holds a placeholder.
    """
    return (
        "<w:sdt><w:sdtPr>"
        + (f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else "")
        + f"<w:alias w:val={quoteattr(title)}/><w:tag w:val={quoteattr(tag)}/>"
        f'<w:id w:val="{next(_ids)}"/>{"<w:showingPlcHdr/>" if empty else ""}</w:sdtPr>'
        f"<w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"
    )


def value(name: str, blank: str = "", *, style: str = "", blank_style: str = "") -> str:
    """Return the control of a value, with what it says where the value is blank, if anything."""
    title = name.rpartition(".")[2]
    held = text(blank, blank_style) if blank else text(f"[{title}]", "Platshllartext")
    return control(f"lb:{name}", title, held, style=style, empty=not blank)


def column_value(name: str) -> str:
    """Return the control of a value whose column stands only where the workbook has it."""
    return control(f"lb:kolumn {name}", name, text(f"[{name}]", "Platshllartext"), empty=True)


def repeat(name: str, *content: str) -> str:
    """Return the control that repeats what it holds for each row of a sheet."""
    return control(f"lb:{name}", name, *content)


def only_if(name: str, *content: str) -> str:
    """Return the control that keeps what it holds only where something is not empty."""
    return control(f"lb:om {name}", f"Om {name}", *content)


def field(instruction: str) -> str:
    """Return a field that Word works out, such as the page number."""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def cell(width: int, *blocks: str, fill: str = "") -> str:
    """Return a table cell of a width in twentieths of a point, with a fill as RRGGBB."""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}</w:tcPr>'
    return f"<w:tc>{properties}{''.join(blocks)}</w:tc>"


def row(*cells: str, header: bool = False) -> str:
    """Return a table row that does not break across pages; a header row is repeated on each."""
    mark = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{''.join(cells)}</w:tr>"


def table(style: str, caption: str, description: str, widths: tuple[int, ...], *rows: str) -> str:
    """Return a table with a title and a description for those who cannot see it."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(caption)}/>"
        f"<w:tblDescription w:val={quoteattr(description)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
EMU_PER_TWIP = 635


def picture(relation: str, name: str, words: str, width: int, height: int) -> str:
    """Return a run with a picture in line with the text.

    Args:
        relation: the id of the relationship to the image's part.
        name: what Word calls the picture.
        words: its alternative text.
        width: its width in twentieths of a point.
        height: its height.
    """
    cx, cy = width * EMU_PER_TWIP, height * EMU_PER_TWIP
    named = f'id="1" name={quoteattr(name)} descr={quoteattr(words)}'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWINGML}/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
        f'<wp:docPr {named}/><a:graphic xmlns:a="{DRAWINGML}/main">'
        f'<a:graphicData uri="{DRAWINGML}/picture"><pic:pic xmlns:pic="{DRAWINGML}/picture">'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def document(section: str, *blocks: str) -> str:
    """Return the main part."""
    return f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}{section}</w:body></w:document>"


def header(*blocks: str) -> str:
    """Return a page header's part."""
    return f"<w:hdr {NAMESPACES}>{''.join(blocks)}</w:hdr>"


def footer(*blocks: str) -> str:
    """Return a page footer's part."""
    return f"<w:ftr {NAMESPACES}>{''.join(blocks)}</w:ftr>"


def write_package(path: Path, parts: Mapping[str, str | bytes]) -> None:
    """Write parts, XML or others, as a package whose bytes depend on nothing but them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, DECLARATION + part if isinstance(part, str) else part)
