"""How long a visit is: the fixed visits of ``benchmarks.visit``, counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.follow_ups import FollowUp
from benchmarks.visit import LONGEST, MINUTES, missed, walked, words_a_minute
from benchmarks.visit_model import READ_A_MINUTE
from benchmarks.visit_walk import Walked
from benchmarks.visits import Visit


@pytest.mark.parametrize("visit", MINUTES, ids=lambda visit: visit.name)
def test_a_visit_is_no_longer_than_it_may_be(tmp_path: Path, visit: Visit) -> None:
    assert list(missed(visit, walked(visit, tmp_path))) == []


def test_a_next_visit_is_no_longer_than_it_may_be(tmp_path: Path) -> None:
    found = walked(FollowUp(), tmp_path)
    assert list(missed(FollowUp(), found)) == []
    long = Walked(found.to_goals, found.to_paper + found.to_paper, found.heard)
    assert len(list(missed(FollowUp(), long))) == 1


def test_what_is_too_long_is_told(tmp_path: Path) -> None:
    long = walked(Visit(2, 3, differ=True, variant="extended"), tmp_path)
    assert len(list(missed(LONGEST, long))) == 3


def test_a_visit_is_held_from_the_welcome_to_the_paper_and_counted(tmp_path: Path) -> None:
    alone = walked(Visit(1, 2, differ=False, variant="short"), tmp_path)
    both = walked(Visit(2, 2, differ=False, variant="short"), tmp_path)

    assert 0 < alone.to_goals.screens < alone.to_paper.screens
    assert alone.to_paper.screens < both.to_paper.screens
    assert "Ik wil weer een hele nacht slapen." in alone.heard


def test_what_is_said_of_our_own_voice_is_how_fast_it_reads(tmp_path: Path) -> None:
    alone = walked(Visit(1, 2, differ=False, variant="short"), tmp_path)
    assert words_a_minute(alone.heard) == pytest.approx(READ_A_MINUTE, rel=0.05)
    assert alone.to_paper.minutes < alone.to_paper.minutes_as_read
