"""Values of cells that are more than a text: pictures in a cell, data types, errors with a reason.

A cell points to the metadata (``vm``, counted from 1), that to a rich value, and that to its
structure (MS-XLSX 2.3.6). What cannot be followed counts as a picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from lagesbild_xlsx.opc import Package, relationship_id


class RichValue(NamedTuple):
    """A rich value: what it shows as text, nothing for a picture; or that it is an error.

    ``image`` is the part of a picture, nothing where the picture is fetched from the web;
    ``alt_text`` is what is said that it shows; ``is_lost`` tells that the workbook has no such
    value.
    """

    text: str = ""
    is_error: bool = False
    image: str = ""
    alt_text: str = ""
    is_lost: bool = False


LOST = RichValue(is_lost=True)
NOWHERE = 1 << 31
TEXT_KEY = "_displaystring"
"""Where a data type has the text that its cell shows."""

IMAGE_KEY, IMAGE_TEXT_KEY = "_rvrel:localimageidentifier", "text"
"""Where a picture has its place in the list of parts, and what it shows in words."""


class RichValues:
    """The rich values of a workbook."""

    def __init__(self, package: Package, main_part: str) -> None:
        """Take a workbook's package; nothing of it is read before it is asked for."""
        self._package, self._main = package, main_part

    def of(self, number: str) -> RichValue:
        """Return the rich value that a cell's ``vm`` points to."""
        try:
            meta = self._metadata[int(number) - 1]
            fields = self._values[meta]
            kind, keys = self._structures[int(fields.get("s", ""))]
        except (ValueError, IndexError):
            return LOST
        if kind == "_error":
            return RichValue(is_error=True)
        stored = [value.text or "" for value in fields.iterfind("{*}v")]
        said = dict(zip(keys, stored, strict=False))
        if kind == "_localImage":
            image = self._images.get(said.get(IMAGE_KEY, ""), "")
            return RichValue(image=image, alt_text=said.get(IMAGE_TEXT_KEY, ""))
        return RichValue(said.get(TEXT_KEY, ""))

    @cached_property
    def _metadata(self) -> Sequence[int]:
        """The number of the rich value that each value of the metadata stands for."""
        root = self._root("sheetMetadata")
        if root is None:
            return ()
        rich = [
            int(each.get("i", "0"))
            for future in root.iterfind("{*}futureMetadata[@name='XLRICHVALUE']")
            for each in future.iter("{*}rvb")
        ]
        records = root.iterfind("{*}valueMetadata/{*}bk/{*}rc")
        numbers = [int(record.get("v", "0")) for record in records]
        return [rich[number] if number < len(rich) else NOWHERE for number in numbers]

    @cached_property
    def _values(self) -> list[etree._Element]:
        root = self._root("rdRichValue")
        return [] if root is None else root.findall("{*}rv")

    @cached_property
    def _structures(self) -> list[tuple[str, list[str]]]:
        """The kind of each structure, and the names of its values, in small letters."""
        root = self._root("rdRichValueStructure")
        found = () if root is None else root.iterfind("{*}s")
        return [
            (s.get("t", ""), [k.get("n", "").lower() for k in s.iterfind("{*}k")]) for s in found
        ]

    @cached_property
    def _images(self) -> dict[str, str]:
        """The parts of pictures, by their places in the list of them ([MS-XLSX] 2.6.216)."""
        part = next(self._package.related(self._main, "richValueRel"), None)
        if part is None:
            return {}
        related = self._package.relationships(part)
        ids = (relationship_id(each) for each in self._package.xml(part).iterfind("{*}rel"))
        found = (related.get(each) for each in ids)
        return {str(at): each.target for at, each in enumerate(found) if each and not each.external}

    def _root(self, kind: str) -> etree._Element | None:
        part = next(self._package.related(self._main, kind), None)
        return self._package.shown_xml(part) if part else None
