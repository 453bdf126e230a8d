"""What is measured: the command, the rivals, and the floors under them."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
NODE_MODULES = HERE.parent / ".tools" / "node_modules"
BASELINE = "openpyxl + docxtpl"


@dataclass(frozen=True)
class Contender:
    """A way to make the document, run in a process of its own.

    Attributes:
        name: what it is called in the table.
        command: what is run, with gaps for the folder, the number of rows and the document.
        modules: the Python modules that must be installed.
        packages: the npm packages that must be.
        has_document: whether it writes a document.
    """

    name: str
    command: tuple[str, ...]
    modules: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    has_document: bool = True

    @property
    def missing(self) -> tuple[str, ...]:
        """What must be installed before it can be run."""
        modules = [name for name in self.modules if find_spec(name) is None]
        packages = [name for name in self.packages if not (NODE_MODULES / name).is_dir()]
        node = ["node"] if self.packages and not shutil.which("node") else []
        return (*modules, *node, *packages)

    def arguments(self, folder: Path, rows: int, document: Path) -> list[str]:
        """Return the whole command for a workbook with so many rows."""
        return [part.format(folder=folder, rows=rows, document=document) for part in self.command]


WORKBOOK, DOCUMENT = "{folder}/{rows}.xlsx", "{document}"


def _python(module: str, *arguments: str) -> tuple[str, ...]:
    return sys.executable, "-m", module, *arguments


def _node(script: str, *arguments: str) -> tuple[str, ...]:
    return "node", str(HERE / "rivals" / script), *arguments


CONTENDERS = (
    Contender("lagesbild", _python("lagesbild_xlsx", "build", WORKBOOK, "-o", DOCUMENT)),
    Contender(
        BASELINE,
        _python("benchmarks.rivals.openpyxl_docxtpl", WORKBOOK, "{folder}/docxtpl.docx", DOCUMENT),
        modules=("openpyxl", "docxtpl"),
    ),
    Contender(
        "calamine + docxtpl",
        _python("benchmarks.rivals.calamine_docxtpl", WORKBOOK, "{folder}/docxtpl.docx", DOCUMENT),
        modules=("python_calamine", "docxtpl"),
    ),
    Contender(
        "openpyxl + python-docx",
        _python("benchmarks.rivals.openpyxl_python_docx", WORKBOOK, DOCUMENT),
        modules=("openpyxl", "docx"),
    ),
    Contender(
        "SheetJS + docxtemplater",
        _node("sheetjs_docxtemplater.cjs", WORKBOOK, "{folder}/docxtemplater.docx", DOCUMENT),
        packages=("xlsx", "docxtemplater", "pizzip"),
    ),
    Contender(
        "floor: imports",
        _python("benchmarks.rivals.imports"),
        modules=("docx",),
        has_document=False,
    ),
    Contender("floor: XML in a zip", _python("benchmarks.rivals.xml_in_zip", "{rows}", DOCUMENT)),
)
