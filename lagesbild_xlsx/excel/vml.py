"""The drawings that the notes of a sheet stand in: VML (ECMA-376 part 4, 19)."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable

from lxml import etree

from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.opc.editor import PackageEditor


def change_drawing(
    editor: PackageEditor,
    name: str,
    in_tree: Callable[[etree._Element], None],
    in_text: Callable[[str], str],
) -> None:
    """Change a drawing as a tree, and only one that no parser can read as text.

    Excel itself leaves a line break open (``<br>``) in the text of some shapes: such drawings are
    known by the form that Excel writes. What is no letter in their encoding stays as it is.

    Raises:
        StopError: the drawing is missing, damaged or too large.
    """
    try:
        root = editor.root(name)
    except StopError as error:
        if not isinstance(error.__cause__, etree.XMLSyntaxError):
            raise
        content = editor.read(name)
        is_utf16 = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        how = ("utf-16" if is_utf16 else "utf-8", "surrogateescape")
        editor.put(name, in_text(content.decode(*how)).encode(*how))
    else:
        in_tree(root)
