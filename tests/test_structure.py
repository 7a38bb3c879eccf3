"""The picture of the rooms in docs/ shows the imports as they are."""

from __future__ import annotations

from pathlib import Path

from scripts import structure
from scripts.sources import ROOT, circles_in, graph, sources


def test_the_picture_of_the_rooms_is_current() -> None:
    shown = structure.PICTURE.read_text(encoding="utf-8")
    assert shown == structure.drawing(), "run python -m scripts.structure"


def test_every_module_is_in_a_room_that_is_drawn() -> None:
    rooms = structure.rooms_in(ROOT)
    inside = {structure.room_of(name) for name in sources() if "." in name}
    assert inside - {"tui"} <= rooms.keys(), "tui itself is its rooms"


def test_an_import_that_goes_up_would_be_red(tmp_path: Path) -> None:
    package = tmp_path / "giz_gesprek"
    for name, text in (
        ("__init__", ""),
        ("cli", "import giz_gesprek.content"),
        ("content", "def f():\n    import giz_gesprek.cli"),
    ):
        package.mkdir(exist_ok=True)
        (package / f"{name}.py").write_text(text, encoding="utf-8")
    contracts = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(contracts, encoding="utf-8")
    assert list(circles_in(graph(tmp_path))) == [{"giz_gesprek.cli", "giz_gesprek.content"}]
    assert 'marker-end="url(#u)"' in structure.drawing(tmp_path)
    assert 'marker-end="url(#u)"' not in structure.drawing()
