"""Writes the example workbooks: ``python -m tools.make_examples [FOLDER]``."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from lagesbild_xlsx.excel.writer import workbook_bytes
from lagesbild_xlsx.model import Lagesbild
from tools import make_templates, strangnas, tallmyra, tallmyra_periods, vallunda
from tools.vallunda_sheet import with_own_sheet
from tools.wordml import write_package

EXAMPLES = Path(__file__).parent.parent / "examples"

TEMPLATE_OF_2021 = "strangnas-2021-mall.dotx"
REPORT_OF_2021 = replace(
    strangnas.LAGESBILD, report=replace(strangnas.LAGESBILD.report, template=TEMPLATE_OF_2021)
)
"""The example names a template of its own, which says what the published report says."""

WORKBOOKS: dict[str, Lagesbild] = {
    "strangnas-2021-05-20.xlsx": REPORT_OF_2021,
    "vallunda-2026-10-08.xlsx": vallunda.LAGESBILD,
    **{
        f"tallmyra/tallmyra-{lagesbild.report.date}.xlsx": lagesbild
        for lagesbild in (*tallmyra_periods.LAGESBILDER, tallmyra.LAGESBILD)
    },
}


def _as_dotx(parts: dict[str, str]) -> dict[str, str]:
    """Return a document's parts as those of a Word template, which Word opens as a new document."""
    types = parts["[Content_Types].xml"].replace(".document.main+xml", ".template.main+xml")
    return {**parts, "[Content_Types].xml": types}


def main() -> None:
    """Write every example to a folder, the project's own if none is named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    for name, lagesbild in WORKBOOKS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        made = workbook_bytes(lagesbild)
        path.write_bytes(with_own_sheet(made) if lagesbild is vallunda.LAGESBILD else made)
        print(path)
    template = folder / TEMPLATE_OF_2021
    write_package(template, _as_dotx(make_templates.standard(make_templates.WORDING_2021)))
    print(template)


if __name__ == "__main__":
    main()
