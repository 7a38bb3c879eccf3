"""What is loaded while somebody types: in order, in silence, and never longer than they type."""

from __future__ import annotations

from threading import Event

import pytest

from giz_gesprek.plain import ahead as ahead_module
from giz_gesprek.plain.ahead import Ahead


def test_steps_are_taken_in_order_while_somebody_types() -> None:
    taken, done = [], Event()
    ahead = Ahead(lambda: taken.append(1), lambda: taken.append(2), done.set)
    with ahead:
        assert done.wait(60)
    assert taken == [1, 2]


def test_what_goes_wrong_is_said_by_nobody_and_stops_nothing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    done = Event()

    def fails() -> None:
        raise OSError

    with Ahead(fails, done.set):
        assert done.wait(60)
    assert capfd.readouterr() == ("", "")


def test_an_answer_waits_for_one_step_at_most_and_the_next_question_goes_on() -> None:
    begun, done = Event(), Event()

    def lasts_until_the_answer() -> None:
        begun.set()
        assert ahead._answered.wait(60)

    ahead = Ahead(lasts_until_the_answer, done.set)
    with ahead:
        assert begun.wait(60)
    assert not done.is_set()
    with ahead:
        assert done.wait(60)


def test_nothing_begins_before_the_question_stands_there_and_leaving_waits_for_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ahead_module, "_AFTER", 600)
    begun = Event()
    with pytest.raises(KeyboardInterrupt), Ahead(begun.set):
        raise KeyboardInterrupt
    assert not begun.is_set()
