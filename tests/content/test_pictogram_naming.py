"""Counting what somebody recognised: the names were written before, and fit whole answers."""

from __future__ import annotations

import pytest

from scripts.pictogram_art import drawings, ids
from scripts.pictogram_naming import accepted_names, answers, is_accepted, scored
from scripts.pictograms import DRAWINGS


def test_every_picture_may_be_called_something() -> None:
    names = accepted_names()
    assert set(names) == set(ids(drawings(DRAWINGS)))
    assert all(names.values())


@pytest.mark.parametrize(
    ("said", "names", "accepted"),
    [
        ("een grote kalender", ["kalender"], True),
        ("kalenders", ["kalender"], True),
        ("Idéé!", ["idee"], True),
        ("ziekenhuis", ["huis"], False),
        ("ziekenhuis", ["*huis"], True),
        ("een bed om te eten", ["eten bed"], True),
        ("een bed", ["eten bed"], False),
        ("EHBO-koffer", ["ehbokoffer"], True),
        ("?", ["vraag"], False),
        ("", ["vraag"], False),
    ],
)
def test_an_answer_holds_every_part_of_a_name(said: str, names: list[str], accepted: bool) -> None:
    assert is_accepted(said, names) is accepted


def test_what_was_not_recognised_is_told_with_what_it_was_taken_for() -> None:
    said = answers("1\tkalender\n2\tmeer tijd\nzomaar iets\n")
    order = ["action-calendar", "outcome-extra", "outcome-urgent"]
    assert scored(order, said) == [("outcome-extra", "meer tijd"), ("outcome-urgent", "")]
