"""Where the templates lie that travel with the package."""

from __future__ import annotations

from pathlib import Path


def standard_template(kind: str = "") -> Path:
    """Return the path of a template that travels with the package.

    It lies in the package where that is installed, and beside it in a source tree.
    """
    here = Path(__file__).parent.parent
    name = Path("templates") / (f"lagesbild-{kind}.docx" if kind else "lagesbild.docx")
    return next((p for p in (here / name, here.parent / name) if p.exists()), here / name)
