"""Classes as they are written: how long they are, and what stands in their bodies."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from scripts.sources import Source, sources


@dataclass(frozen=True)
class Shape:
    """A class as it is written: where, and what stands in its body."""

    module: str
    name: str
    lines: int
    bases: tuple[str, ...]
    members: frozenset[str]

    @property
    def full_name(self) -> str:
        return f"{self.module}.{self.name}"


@cache
def classes() -> dict[str, Shape]:
    """Return the classes that stand at the top of a module, by full name."""
    found = (
        _shape(source, node)
        for source in sources().values()
        for node in source.tree.body
        if isinstance(node, ast.ClassDef)
    )
    return {shape.full_name: shape for shape in found}


def ancestry(shape: Shape) -> Iterator[str]:
    """Yield the full names of a class and of all that it is built on, ours and others'."""
    yield shape.full_name
    for base in shape.bases:
        if base in classes():
            yield from ancestry(classes()[base])
        else:
            yield base


def _shape(source: Source, node: ast.ClassDef) -> Shape:
    known = _names_in(source)
    bases = tuple(known.get(name, f"{source.name}.{name}") for name in map(_name_of, node.bases))
    members = frozenset(name for name in _bound_in(node) if not name.startswith("__"))
    return Shape(source.name, node.name, length(node), bases, members)


def length(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a definition has, docstring included, decorators not."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _names_in(source: Source) -> dict[str, str]:
    """Return what the imported names of a module stand for."""
    return {
        alias.asname or alias.name: f"{source.absolute(node)}.{alias.name}"
        for node in source.definitions(ast.ImportFrom)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def _name_of(base: ast.expr) -> str:
    """Return the name of a base class, without what it is a class of."""
    return ast.unparse(base.value if isinstance(base, ast.Subscript) else base)


def _bound_in(node: ast.ClassDef) -> Iterator[str]:
    for item in node.body:
        match item:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield item.name
            case ast.Assign(targets=targets):
                yield from (target.id for target in targets if isinstance(target, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
