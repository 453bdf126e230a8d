"""Which rules a test file proves: the codes that its assertions compare with what was found."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

CODE = re.compile(r"\bLB\d{3}\b")
ABSENT = (ast.NotIn, ast.NotEq)
"""Comparisons that hold also when nothing is found."""


def asserted_codes(path: Path) -> frozenset[str]:
    """Return the codes in the assertions of a test file, and in the tables that they speak of.

    A table is one of the module's, or what a test is parametrized with; it counts where an
    assertion names it, or a parameter or a name that takes its values.
    """
    module = ast.parse(path.read_text(encoding="utf-8"))
    tables = dict(chain.from_iterable(map(_assigned, module.body)))
    tests = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
    said = chain.from_iterable(_asserted(test, tables) for test in tests)
    return frozenset(chain.from_iterable(map(_codes, said)))


def _assigned(statement: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that a statement gives a value, with that."""
    if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        for target in targets:
            if isinstance(target, ast.Name):
                yield target.id, statement.value


def _asserted(test: ast.FunctionDef, tables: Mapping[str, ast.expr]) -> Iterator[ast.expr]:
    """Yield what a test's assertions say, and the tables that they take it from."""
    claims = [claim for node in ast.walk(test) for claim in _claims(node)]
    names = _names(claims)
    values = [
        value
        for call in test.decorator_list
        if isinstance(call, ast.Call) and _called(call) == "parametrize"
        if names & set(_parameters(call.args[0]))
        for value in call.args[1:]
    ]
    for node in ast.walk(test):  # code, words = CASES[case]
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
            values += [node.value] if names & _names(node.targets) else []
    yield from (*claims, *values)
    yield from (tables[name] for name in _names([*claims, *values]) & tables.keys())


def _claims(node: ast.AST) -> Iterator[ast.expr]:
    """Yield what must be true, or raised, for a test to go on; not that something is absent."""
    if isinstance(node, ast.Assert):
        parts = node.test.values if isinstance(node.test, ast.BoolOp) else [node.test]
        for part in parts:
            if not (isinstance(part, ast.Compare) and isinstance(part.ops[0], ABSENT)):
                yield part
    if isinstance(node, ast.Call) and _called(node) == "raises":
        yield node


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _parameters(names: ast.expr) -> Iterator[str]:
    """Yield the names of a test's parameters, written as one text or as several."""
    for each in ast.walk(names):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield from re.findall(r"\w+", each.value)


def _names(expressions: Iterable[ast.expr]) -> set[str]:
    return {n.id for each in expressions for n in ast.walk(each) if isinstance(n, ast.Name)}


def _codes(expression: ast.expr) -> Iterator[str]:
    for each in ast.walk(expression):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield from CODE.findall(each.value)
