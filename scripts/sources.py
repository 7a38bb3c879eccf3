"""The package as its own source text: modules and what they import. Nothing of it is loaded.

Reads any checkout, so that an older one can be looked at beside this one.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = "giz_gesprek"


@dataclass(frozen=True)
class Source:
    """One module of the package."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def is_package(self) -> bool:
        """Whether this is the ``__init__`` of a package."""
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
def sources(root: Path = ROOT) -> dict[str, Source]:
    """Return all modules of the package in a checkout by name, in order."""
    paths = sorted((root / PACKAGE).rglob("*.py"))
    return {source.name: source for source in (_read(path, root) for path in paths)}


def _read(path: Path, root: Path) -> Source:
    parts = path.relative_to(root).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    text = path.read_text(encoding="utf-8")
    return Source(name, path, text, ast.parse(text))


def imports_of(source: Source, root: Path = ROOT) -> set[str]:
    """Return the modules of the package that a module names, wherever in it the import stands.

    In a function and for types alone it counts as well. A package stands for its ``__init__``;
    what is taken from one is the module of that name, where there is one.
    """
    known = sources(root)
    found: set[str] = set()
    for node in source.definitions(ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            origin = source.absolute(node)
            inside = {f"{origin}.{alias.name}" for alias in node.names}
            found |= {name if name in known else origin for name in inside}
    return (found & known.keys()) - {source.name}


Graph: TypeAlias = Mapping[str, set[str]]
"""Which modules each module imports."""


def graph(root: Path = ROOT) -> Graph:
    """Return the imports of the whole package in a checkout."""
    return {name: imports_of(source, root) for name, source in sources(root).items()}


def reached_from(start: str, imports: Graph) -> set[str]:
    """Return every module to which the imports of ``start`` lead."""
    reached: set[str] = set()
    waiting = list(imports[start])
    while waiting:
        module = waiting.pop()
        if module not in reached:
            reached.add(module)
            waiting += imports[module]
    return reached


def circles_in(imports: Graph) -> Iterator[set[str]]:
    """Yield the sets of modules that all lead to each other, each once."""
    reached = {module: reached_from(module, imports) for module in imports}
    seen: set[str] = set()
    for module, there in reached.items():
        if module in there and module not in seen:
            circle = {other for other in there if module in reached[other]}
            seen |= circle
            yield circle
