"""Writes the example workbooks: ``python -m tools.make_examples [FOLDER]``."""

from __future__ import annotations

import sys
from pathlib import Path

from lagesbild_xlsx.excel.writer import workbook_bytes
from lagesbild_xlsx.model import Lagesbild
from tools import strangnas, tallmyra, tallmyra_periods, vallunda

EXAMPLES = Path(__file__).parent.parent / "examples"

WORKBOOKS: dict[str, Lagesbild] = {
    "strangnas-2021-05-20.xlsx": strangnas.LAGESBILD,
    "vallunda-2026-10-08.xlsx": vallunda.LAGESBILD,
    **{
        f"tallmyra/tallmyra-{lagesbild.report.date}.xlsx": lagesbild
        for lagesbild in (*tallmyra_periods.LAGESBILDER, tallmyra.LAGESBILD)
    },
}


def main() -> None:
    """Write every example to a folder, the project's own if none is named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    for name, lagesbild in WORKBOOKS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(workbook_bytes(lagesbild))
        print(path)


if __name__ == "__main__":
    main()
