"""What is fuzzed, and what must hold: nothing but StopError escapes, and what is made is whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from fuzz import seeds
from fuzz.edits import Choices, edited
from lagesbild_xlsx import pipeline
from lagesbild_xlsx.console.findings import finding_lines
from lagesbild_xlsx.console.machine import findings_json
from lagesbild_xlsx.diagnostics import Finding, StopError
from lagesbild_xlsx.excel.annotate import annotated_copy
from lagesbild_xlsx.model import Status
from lagesbild_xlsx.word.document import merge
from lagesbild_xlsx.word.update import updated

TEMPLATE = "mall.docx"
STORY = ("word/document.xml",)
SHEETS = (
    "xl/worksheets/sheet1.xml",  # Rapport
    "xl/worksheets/sheet5.xml",  # Balanslista
    "xl/worksheets/sheet8.xml",  # Eget
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
)


@dataclass(frozen=True)
class Target:
    """A package that is edited, and what is done with the file.

    Attributes:
        file: what the file is called.
        parts: its parts before the edits.
        often: the parts that are edited most.
        use: reads the file, and checks what comes of it.
    """

    file: str
    parts: Mapping[str, bytes]
    often: Sequence[str]
    use: Callable[[Path], None]

    def run(self, folder: Path, data: bytes) -> None:
        """Edit the package as the data say, and use it. The file stays for whoever looks."""
        path = folder / self.file
        path.write_bytes(seeds.package_of(edited(self.parts, self.often, Choices(data))))
        try:
            self.use(path)
        except StopError as error:
            hold([error.finding])


def hold(findings: Iterable[Finding], *packages: bytes) -> None:
    """Hold that findings can be reported, and that every part of the packages is well-formed."""
    told = tuple(findings)
    json.loads(findings_json(told, Path("fil")))
    "\n".join(finding_lines(told)).encode()
    for package in packages:
        for name, content in seeds.parts_of(package).items():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(content)


def use_workbook(path: Path) -> None:
    """Build a draft of a workbook, which is made also where there are errors, and annotate it."""
    outcome = pipeline.build(path, path.with_suffix(".docx"), draft=True)
    documents = [outcome.document.read_bytes()] if outcome.document else []
    hold(outcome.findings, *documents, annotated_copy(path, outcome.findings))


def use_template(path: Path) -> None:
    """Fill in a template, and check it."""
    hold(pipeline.check_template(path).findings)
    merged = merge(path, seeds.SMALL)
    hold(merged.findings, *filter(None, [merged.value.document]))


def use_document(path: Path) -> None:
    """Bring a document up to date, with a row changed, one gone and one new."""
    first, second, *_ = seeds.SMALL.activities
    now = (second, replace(first, status=Status.RED), replace(first, activity="Ny", comment="x"))
    made = updated(path, path.with_name(TEMPLATE), replace(seeds.SMALL, activities=now))
    hold(made.findings, *filter(None, [made.value.document]))


def targets(folder: Path) -> dict[str, Target]:
    """Return the targets by name; the template that a document was built from is put beside."""
    template = folder / TEMPLATE
    template.write_bytes(seeds.package_of(seeds.template()))
    built = merge(template, seeds.SMALL).value.document
    return {
        "workbook": Target("bok.xlsx", seeds.workbook(), SHEETS, use_workbook),
        "template": Target("egen.docx", seeds.template(), STORY, use_template),
        "update": Target("byggd.docx", seeds.parts_of(built), STORY, use_document),
    }
