"""What the house asks of all code and no other tool holds."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from lagesbild_xlsx.columns import headings_of, sheets_of
from lagesbild_xlsx.model import Lagesbild
from lagesbild_xlsx.opc import UNZIP_ERRORS
from tests.conftest import ROOT

BROAD = re.compile(r"\b(?:Base)?Exception\b")


def taken(path: Path) -> Iterator[tuple[int, str]]:
    """Yield what each ``except`` and ``suppress`` of a module takes, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            yield node.lineno, ast.unparse(node.type) if node.type else "Exception"
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
            yield node.lineno, ast.unparse(node)


def test_every_except_and_suppress_takes_something_named() -> None:
    modules = sorted((ROOT / "lagesbild_xlsx").rglob("*.py"))
    found = [(path.name, *each) for path in modules for each in taken(path)]
    assert len(found) > len(UNZIP_ERRORS)
    assert [each for each in found if BROAD.search(each[-1])] == []
    assert not {Exception, BaseException} & set(UNZIP_ERRORS)


def test_sheets_and_headings_are_named_in_the_model_only() -> None:
    sheets = sheets_of(Lagesbild).values()
    names = {name for s in sheets for name in (s.name, *headings_of(s.row_class).values())}
    house = ROOT / "lagesbild_xlsx"
    said = [
        (path.relative_to(house).parts[0], node.value)
        for path in house.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in names
    ]
    assert {room for room, _ in said} == {"model"}, said
