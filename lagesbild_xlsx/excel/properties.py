"""The properties of a workbook that people write, or that Excel writes of people."""

from __future__ import annotations

from collections.abc import Iterator

from lagesbild_xlsx.opc import Package
from lagesbild_xlsx.opc.xml import local

NAMES = {
    "creator": "Författare",
    "lastModifiedBy": "Senast ändrad av",
    "title": "Titel",
    "subject": "Ämne",
    "description": "Kommentarer",
    "keywords": "Nyckelord",
    "category": "Kategori",
    "Manager": "Chef",
    "Company": "Företag",
}
"""What Excel calls them in Swedish, under Arkiv – Info."""

KINDS = ("core-properties", "extended-properties", "custom-properties")


def properties_of(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the properties with a text, by their names in Swedish."""
    for kind in KINDS:
        for part in package.related("", kind):
            for element in package.xml(part):
                name = local(element)
                name = element.get("name", "") if name == "property" else NAMES.get(name, "")
                text = "".join(str(piece) for piece in element.itertext()).strip()
                if name and text:
                    yield name, text
