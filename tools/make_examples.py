"""Writes the example workbooks: ``python -m tools.make_examples [FOLDER]``."""

from __future__ import annotations

import sys
from pathlib import Path

from lagesbild_xlsx.excel.writer import workbook_bytes
from lagesbild_xlsx.model import Lagesbild
from tools import strangnas, tallmyra

EXAMPLES = Path(__file__).parent.parent / "examples"

WORKBOOKS: dict[str, Lagesbild] = {
    "strangnas-2021-05-20.xlsx": strangnas.LAGESBILD,
    "tallmyra-2026-11-12.xlsx": tallmyra.LAGESBILD,
}


def main() -> None:
    """Write every example to a folder, the project's own if none is named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    folder.mkdir(parents=True, exist_ok=True)
    for name, lagesbild in WORKBOOKS.items():
        (folder / name).write_bytes(workbook_bytes(lagesbild))
        print(folder / name)


if __name__ == "__main__":
    main()
