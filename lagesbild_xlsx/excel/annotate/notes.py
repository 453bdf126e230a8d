"""Cell comments with what is wrong and what to do; comments that are there already are kept.

Excel keeps the text of a comment in one part (ECMA-376 part 1, 18.7), and the yellow note in
another, in VML (part 4, 19).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import count

from lxml import etree

from lagesbild_xlsx.diagnostics import Finding
from lagesbild_xlsx.excel.editor import MAIN, R_ID, WorkbookEditor, s
from lagesbild_xlsx.excel.strings import COMMENT_AUTHOR
from lagesbild_xlsx.excel.vml import change_drawing
from lagesbild_xlsx.opc import OFFICE_RELATIONSHIPS, Relationship
from lagesbild_xlsx.opc.xml import local
from lagesbild_xlsx.places import Place

COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
COMMENTS, VML_DRAWING = f"{OFFICE_RELATIONSHIPS}/comments", f"{OFFICE_RELATIONSHIPS}/vmlDrawing"

AFTER_DRAWING = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip
"""What follows ``legacyDrawing`` in a worksheet (18.3.1.99)."""

EMPTY_COMMENTS = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'
EMPTY_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202"'
    ' coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>'
    "</v:shapetype></xml>"
)
NOTE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}" type="#_x0000_t202"'
    ' style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
    '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
    "<x:MoveWithCells/><x:SizeWithCells/>"
    "<x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 2</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)


def add_notes(
    editor: WorkbookEditor, sheet: str, at_cells: Mapping[Place, Sequence[Finding]]
) -> None:
    """Add a comment to each cell of a sheet's part; a thread of comments is left as it is."""
    part = _comments_part(editor, sheet)
    comments, listed = editor.root(part), editor.child(part, "commentList")
    author = _author(editor.child(part, "authors"))
    present = {comment.get("ref"): comment for comment in listed}
    threads = _thread_authors(comments)
    new = []
    for place, findings in at_cells.items():
        text = "\n".join(f"{f.rule.code}: {f.message}\n→ {f.hint}" for f in findings)
        if place.cell in present:
            _continue(present[place.cell], threads, text)
        else:
            listed.append(_comment(place, author, text))
            new.append(place)
    _draw(editor, sheet, new)


def _comments_part(editor: WorkbookEditor, sheet: str) -> str:
    """Return the name of a sheet's comments part, made where it has none."""
    found = next(editor.package.related(sheet, "comments"), None)
    if found is None:
        found = editor.free_name("xl/comments{}.xml")
        editor.add(found, EMPTY_COMMENTS.encode(), COMMENTS_TYPE)
        editor.relate(sheet, Relationship(COMMENTS, found))
    return found


def _author(authors: etree._Element) -> str:
    """Return the number of our name among the authors."""
    etree.SubElement(authors, s("author")).text = COMMENT_AUTHOR
    return str(len(authors) - 1)


def _comment(place: Place, author: str, text: str) -> etree._Element:
    comment = etree.Element(s("comment"), ref=str(place.cell), authorId=author)
    _add_run(etree.SubElement(comment, s("text")), text)
    return comment


def _thread_authors(comments: etree._Element) -> frozenset[int]:
    """Return the numbers of the authors that stand for a thread of comments."""
    authors = enumerate(comments.iter(s("author")))
    return frozenset(n for n, author in authors if (author.text or "").startswith("tc="))


def _continue(comment: etree._Element, threads: Container[int], text: str) -> None:
    """Write our text under a comment that is there; a thread keeps its own in another part."""
    holder = comment.find(s("text"))
    if int(comment.get("authorId", "0")) not in threads and holder is not None:
        plain = holder.find(s("t"))
        if plain is not None:
            own = plain.text or ""
            holder.remove(plain)
            _add_run(holder, own)
        _add_run(holder, f"\n\n{text}")


def _add_run(holder: etree._Element, text: str) -> None:
    t = etree.SubElement(etree.SubElement(holder, s("r")), s("t"))
    t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    t.text = text


def _draw(editor: WorkbookEditor, sheet: str, places: Sequence[Place]) -> None:
    """Draw the notes of new comments."""
    name = _drawing_part(editor, sheet)
    change_drawing(
        editor,
        name,
        in_tree=lambda root: _append_notes(root, places),
        in_text=lambda text: _with_notes(text, places),
    )


def _append_notes(drawing: etree._Element, places: Iterable[Place]) -> None:
    known = "\n".join(str(value) for shape in drawing.iter() for value in shape.attrib.values())
    drawing.extend(map(etree.fromstring, _notes(places, known)))


def _with_notes(text: str, places: Iterable[Place]) -> str:
    """Return a drawing that no parser can read with notes before the tag that ends it."""
    end = text.rindex("</")
    return "".join((text[:end], *_notes(places, text), text[end:]))


def _notes(places: Iterable[Place], known: str) -> Iterator[str]:
    """Yield the notes of places, with ids that are not among the known ones."""
    ids = [int(found) for found in re.findall(r"_x0000_s(\d+)", known)]
    return map(_note, places, count(max(ids, default=1024) + 1))


def _note(place: Place, number: int) -> str:
    row, column = (place.row or 1) - 1, (place.column or 1) - 1
    return NOTE.format(
        id=number,
        row=row,
        column=column,
        left=column + 1,
        right=column + 5,
        top=row,
        bottom=row + 6,
    )


def _drawing_part(editor: WorkbookEditor, sheet: str) -> str:
    """Return the name of the part with a sheet's notes, made where it has none."""
    root = editor.root(sheet)
    legacy = root.find(s("legacyDrawing"))
    targets = editor.package.relationships(sheet)
    if legacy is not None and legacy.get(R_ID, "") in targets:
        return targets[legacy.get(R_ID, "")].target
    if legacy is not None:
        root.remove(legacy)
    name = editor.free_name("xl/drawings/vmlDrawing{}.vml")
    editor.add(name, EMPTY_VML.encode(), VML_TYPE)
    legacy = etree.Element(s("legacyDrawing"))
    legacy.set(R_ID, editor.relate(sheet, Relationship(VML_DRAWING, name)))
    after = [child for child in root if local(child) in AFTER_DRAWING]
    if after:
        after[0].addprevious(legacy)
    else:
        root.append(legacy)
    return name
