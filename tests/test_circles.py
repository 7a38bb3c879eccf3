"""No module of the package leads back to itself, by an import of whatever kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.support.sources import imports_of, sources

Graph = Mapping[str, set[str]]


def reached_from(start: str, graph: Graph) -> set[str]:
    """Return every module to which the imports of ``start`` lead."""
    reached: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        module = waiting.pop()
        if module not in reached:
            reached.add(module)
            waiting += graph[module]
    return reached


def circles_in(graph: Graph) -> Iterator[set[str]]:
    """Yield the sets of modules that all lead to each other, each once."""
    reached = {module: reached_from(module, graph) for module in graph}
    seen: set[str] = set()
    for module, there in reached.items():
        if module in there and module not in seen:
            circle = {other for other in there if module in reached[other]}
            seen |= circle
            yield circle


def in_words(circle: set[str], graph: Graph) -> str:
    """Return the imports of a circle, one a line."""
    lines = [f"{one} imports {other}" for one in sorted(circle) for other in sorted(graph[one])]
    return "\n".join(line for line in lines if line.split()[-1] in circle)


def test_no_module_leads_back_to_itself() -> None:
    graph = {name: imports_of(source) for name, source in sources().items()}
    circles = [in_words(circle, graph) for circle in circles_in(graph)]
    assert not circles, "\n\n".join(circles)


def test_every_kind_of_import_is_seen() -> None:
    seen = imports_of(sources()["giz_gesprek.cli.commands.app"])
    assert {"giz_gesprek.crash", "giz_gesprek.tui.app", "giz_gesprek.content.library"} <= seen


def test_a_circle_is_found_and_a_straight_line_is_not() -> None:
    line = {"a": {"b", "c"}, "b": {"c"}, "c": set[str]()}
    assert list(circles_in(line)) == []
    assert list(circles_in({**line, "c": {"b"}})) == [{"b", "c"}]
