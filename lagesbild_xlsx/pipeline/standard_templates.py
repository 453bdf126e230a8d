"""The templates that travel with the package: where they lie, and what they have been."""

from __future__ import annotations

from pathlib import Path

LAGESBILD_KINDS, TREND = ("liggande", "orter", "forandring"), "trend"
TEMPLATE_KINDS = (*LAGESBILD_KINDS, TREND)
"""The templates beside the standard one: those of a lägesbild, and that of a report over time."""

FORMER = {
    "": frozenset(("3015fdd5", "f07db363", "2449928a", "2cbe5af2")),
    "liggande": frozenset(("cbbbabce", "d8df8574", "e35876b9")),
    "orter": frozenset(("aa266695", "24ca5a4b", "7c6f5b8d")),
    "forandring": frozenset(("5f8df7a6", "0c745e88")),
}
"""The checksums of what the templates of a lägesbild have been: CRC-32 of their main part."""


def standard_template(kind: str = "") -> Path:
    """Return the path of a template that travels with the package.

    It lies in the package where that is installed, and beside it in a source tree.
    """
    here = Path(__file__).parent.parent
    name = Path("templates") / (f"lagesbild-{kind}.docx" if kind else "lagesbild.docx")
    return next((p for p in (here / name, here.parent / name) if p.exists()), here / name)


def former_checksums(template: Path) -> frozenset[str]:
    """Return what a template that travels with the package has been; nothing of another one."""
    kinds = {standard_template(kind): former for kind, former in FORMER.items()}
    return kinds.get(template, frozenset())
