"""Office files as packages of parts: opened safely, read part by part, written whole.

Both .xlsx and .docx are Open Packaging Conventions packages (ECMA-376 part 2): a zip archive of
XML parts that point to each other by relationships. Nothing a package points to outside itself
is ever fetched.

What changes a package is a module of its own (:mod:`editor`): most only read.
"""

from lagesbild_xlsx.opc.archive import (
    MARKUP_IN_DOCUMENT,
    MARKUP_IN_OUR_OWN,
    MARKUP_IN_TEMPLATE,
    MARKUP_IN_WORKBOOK,
    UNZIP_ERRORS,
    PartNames,
    holds_doctype,
    packed,
)
from lagesbild_xlsx.opc.kinds import FileKind, unreadable
from lagesbild_xlsx.opc.package import Chunks, Package, Relationship, relationships_part
from lagesbild_xlsx.opc.xml import (
    CONTENT_TYPES,
    EPOCH,
    OFFICE_RELATIONSHIPS,
    RELATIONSHIPS_NS,
    SPREADSHEET_NAMESPACES,
    STRICT_RELATIONSHIPS,
    relationship_id,
    safe_parser,
    serialised,
)

__all__ = [
    "CONTENT_TYPES",
    "EPOCH",
    "MARKUP_IN_DOCUMENT",
    "MARKUP_IN_OUR_OWN",
    "MARKUP_IN_TEMPLATE",
    "MARKUP_IN_WORKBOOK",
    "OFFICE_RELATIONSHIPS",
    "RELATIONSHIPS_NS",
    "SPREADSHEET_NAMESPACES",
    "STRICT_RELATIONSHIPS",
    "UNZIP_ERRORS",
    "Chunks",
    "FileKind",
    "Package",
    "PartNames",
    "Relationship",
    "holds_doctype",
    "packed",
    "relationship_id",
    "relationships_part",
    "safe_parser",
    "serialised",
    "unreadable",
]
