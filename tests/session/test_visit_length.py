"""How long a visit is: the fixed visits of ``benchmarks.visit``, counted."""

from __future__ import annotations

from pathlib import Path

from benchmarks.visit import walked
from benchmarks.visits import Visit


def test_a_visit_is_held_from_the_welcome_to_the_paper_and_counted(tmp_path: Path) -> None:
    alone = walked(Visit(1, 2, differ=False, variant="short"), tmp_path)
    both = walked(Visit(2, 2, differ=False, variant="short"), tmp_path)

    assert 0 < alone.to_goals.screens < alone.to_paper.screens
    assert alone.to_paper.screens < both.to_paper.screens
    assert "Ik wil weer een hele nacht slapen." in alone.heard
