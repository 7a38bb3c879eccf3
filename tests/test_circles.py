"""No module of the package leads back to itself, by an import of whatever kind."""

from __future__ import annotations

from scripts.sources import Graph, circles_in, graph


def in_words(circle: set[str], imports: Graph) -> str:
    """Return the imports of a circle, one a line."""
    lines = [f"{one} imports {other}" for one in sorted(circle) for other in sorted(imports[one])]
    return "\n".join(line for line in lines if line.split()[-1] in circle)


def test_no_module_leads_back_to_itself() -> None:
    imports = graph()
    circles = [in_words(circle, imports) for circle in circles_in(imports)]
    assert not circles, "\n\n".join(circles)


def test_every_kind_of_import_is_seen() -> None:
    seen = graph()["giz_gesprek.cli.commands.app"]
    assert {"giz_gesprek.system", "giz_gesprek.tui.app", "giz_gesprek.content.library"} <= seen


def test_a_circle_is_found_and_a_straight_line_is_not() -> None:
    line = {"a": {"b", "c"}, "b": {"c"}, "c": set[str]()}
    assert list(circles_in(line)) == []
    assert list(circles_in({**line, "c": {"b"}})) == [{"b", "c"}]
