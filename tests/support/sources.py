"""The package as its own source text: modules, imports, classes. Nothing of it is loaded."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import giz_gesprek

ROOT: Final = Path(giz_gesprek.__file__).parent
PACKAGE: Final = giz_gesprek.__name__


@dataclass(frozen=True)
class Source:
    """One module of the package."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"

    def absolute(self, found: ast.ImportFrom) -> str:
        """Return the module that is named after ``from``, without dots in front."""
        if not found.level:
            return found.module or ""
        here = self.name.split(".")
        above = here[: len(here) - found.level + self.is_package]
        return ".".join((*above, *filter(None, [found.module])))

    def definitions(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        """Yield every node of these kinds, nested ones included."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))


@cache
def sources() -> dict[str, Source]:
    """Return all modules of the package by name, in order."""
    return {source.name: source for source in map(_read, sorted(ROOT.rglob("*.py")))}


def _read(path: Path) -> Source:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    text = path.read_text(encoding="utf-8")
    return Source(name, path, text, ast.parse(text))


def imports_of(source: Source) -> set[str]:
    """Return the modules of the package that a module names, wherever in it the import stands.

    In a function and for types alone it counts as well. A package stands for its ``__init__``;
    what is taken from one is the module of that name, where there is one.
    """
    found: set[str] = set()
    for node in source.definitions(ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            origin = source.absolute(node)
            inside = {f"{origin}.{alias.name}" for alias in node.names}
            found |= {name if name in sources() else origin for name in inside}
    return (found & sources().keys()) - {source.name}


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
