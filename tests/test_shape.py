"""How large things are, and who may know whom: each test names everything that is too large."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from scripts.sources import imports_of, sources
from tests.support.shapes import ancestry, classes, length

LONGEST_MODULE: Final = 300
LONGEST_CLASS: Final = 200
LONGEST_FUNCTION: Final = 40
MOST_MEMBERS: Final = 40
"""Methods, properties and class attributes of ours on one screen, inherited ones included."""

SCREENS: Final = frozenset({"textual.screen.Screen", "textual.screen.ModalScreen"})
WITHOUT_STORE: Final = ("screens", "dialogs", "steps", "widgets")
"""What of ``tui`` knows no store: a change goes through the session."""


def screens() -> Iterator[str]:
    """Yield the full name of every screen and dialog."""
    for name, shape in classes().items():
        if SCREENS & set(ancestry(shape)):
            yield name


def members_of(screen: str) -> set[str]:
    """Return what a screen has of us, by name."""
    ours = [classes()[name] for name in ancestry(classes()[screen]) if name in classes()]
    return set[str]().union(*(shape.members for shape in ours))


def too_large(sizes: dict[str, int], most: int) -> str:
    """Return what is larger than it may be, one a line, the largest first."""
    by_size = sorted(sizes.items(), key=lambda item: -item[1])
    return "\n".join(f"{name}: {size}" for name, size in by_size if size > most)


def test_a_module_fits_on_a_few_pages() -> None:
    sizes = {name: len(source.text.splitlines()) for name, source in sources().items()}
    found = too_large(sizes, LONGEST_MODULE)
    assert not found, found


def test_a_class_can_be_read_at_one_go() -> None:
    sizes = {
        f"{source.name}.{node.name}": length(node)
        for source in sources().values()
        for node in source.definitions(ast.ClassDef)
        if isinstance(node, ast.ClassDef)
    }
    found = too_large(sizes, LONGEST_CLASS)
    assert not found, found


def test_a_function_fits_on_a_screen() -> None:
    sizes = {
        f"{source.name}:{node.lineno} {node.name}": length(node)
        for source in sources().values()
        for node in source.definitions(ast.FunctionDef, ast.AsyncFunctionDef)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    found = too_large(sizes, LONGEST_FUNCTION)
    assert not found, found


def test_a_screen_can_be_known_by_heart() -> None:
    sizes = {name: len(members_of(name)) for name in screens()}
    assert len(sizes) > len(WITHOUT_STORE), "the measurement itself works"
    found = too_large(sizes, MOST_MEMBERS)
    assert not found, found


def test_every_screen_and_dialog_has_a_file_of_its_own() -> None:
    by_module: dict[str, list[str]] = defaultdict(list)
    for screen in screens():
        module, _dot, name = screen.rpartition(".")
        by_module[module].append(name)
    crowded = [f"{module}: {', '.join(names)}" for module, names in by_module.items() if names[1:]]
    assert not crowded, "\n".join(crowded)


def test_no_screen_no_dialog_and_no_widget_knows_the_store() -> None:
    store = {name for name in sources() if f"{name}.".startswith("giz_gesprek.store.")}
    knowing = [
        name
        for name, source in sources().items()
        if name.startswith(tuple(f"giz_gesprek.tui.{part}." for part in WITHOUT_STORE))
        and imports_of(source) & store
    ]
    assert not knowing, "\n".join(knowing)
