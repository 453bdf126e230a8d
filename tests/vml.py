"""Drawings of notes, as different programs write them."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

SHAPE = """<v:shape id='_x0000_s{at}'><v:textbox>Håll{inner}</v:textbox>
 <x:ClientData ObjectType="Note">
 <x:Anchor>1, 15, {at}, 4, 3, 1, {at}, 9</x:Anchor><x:Row>{at}</x:Row></x:ClientData></v:shape>"""


def drawing(inner: str = "") -> str:
    """Return a drawing as Excel writes it, with the notes of rows 2 to 4."""
    shapes = "".join(SHAPE.format(at=at, inner=inner) for at in (1, 2, 3))
    head = (
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"'
    )
    return f"<xml {head}>{shapes}</xml>"


def as_other_prefixes(xml: str) -> str:
    return re.sub(r"(</?|xmlns:)([vx])(?=[:=])", r"\1\2q", xml)


def as_default_namespace(xml: str) -> str:
    return (
        xml.replace("<v:", "<")
        .replace("</v:", "</")
        .replace("<xml ", '<v:xml xmlns="urn:schemas-microsoft-com:vml" ')
        .replace("</xml>", "</v:xml>")
    )


def as_prefixed_root(xml: str) -> str:
    return xml.replace("<xml ", "<v:xml ").replace("</xml>", "</v:xml>")


DRAWINGS = {
    "Excel": drawing().encode(),
    "broken": drawing("<br>").encode(),
    "prefixes": as_other_prefixes(drawing()).encode(),
    "default": as_default_namespace(drawing()).encode(),
    "comment": drawing("<!-- <v:shape><x:Row>2</x:Row> -->").encode(),
    "spaces": drawing().replace("<x:Row>", "<x:Row >").replace("</x:Row>", "</x:Row\n>").encode(),
    "cdata": drawing().replace("<x:Row>2<", "<x:Row><![CDATA[2]]><").encode(),
    "prefixed root": as_prefixed_root(drawing()).encode(),
    "prefixed root, broken": as_prefixed_root(drawing("<br>")).encode(),
    "space in the last tag": drawing().replace("</xml>", "</xml >").encode(),
    "UTF-16": drawing().encode("utf-16"),
    "UTF-16, broken": drawing("<br>").encode("utf-16"),
}


def text_of(vml: bytes) -> str:
    """Return a drawing's text, in whichever encoding it is."""
    return vml.decode("utf-16" if vml.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8")
