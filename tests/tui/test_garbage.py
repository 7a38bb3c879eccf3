"""What Python clears away by itself is cleared away when nobody types, and never in a key."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from giz_gesprek.tui.host import garbage
from giz_gesprek.tui.host.garbage import Garbage, held
from tests.tui.support import table


class Circle:
    """Something that only goes when it is looked for."""

    def __init__(self) -> None:
        self.itself = self


@contextmanager
def collections() -> Iterator[list[int]]:
    """Yield the generations that are collected inside."""
    seen: list[int] = []

    def note(phase: str, told: dict[str, int]) -> None:
        if phase == "start":
            seen.append(told["generation"])

    gc.callbacks.append(note)
    try:
        yield seen
    finally:
        gc.callbacks.remove(note)


async def test_no_key_waits_for_garbage_and_what_is_left_goes_in_a_pause(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        with held(), collections() as seen:
            t.app.garbage.look(1.0)
            assert seen == [2], "the measurement itself works"
            await t.press("1", "enter")  # what stood there then stays
            left = weakref.ref(t.body)
            for _round in range(5):
                await t.press("escape", "1", "2", "enter")
                t.app.garbage.look(0.1)
            assert seen == [2]
            assert left() is not None, "nobody looked"
            assert left() is not t.body
            t.app.garbage.look(1.0)
            t.app.garbage.look(60.0)
            assert left() is None
            assert seen == [2, 1, 2]


def test_what_stays_is_looked_at_once_and_everything_else_in_a_rest() -> None:
    with held(), collections() as seen:
        kept = Garbage()
        for quiet in (1.0, 1.0, 60.0):
            kept.look(quiet)
        assert seen == [2]
        assert gc.get_freeze_count() > 0
        for _round in range(garbage._SOME):
            gone = weakref.ref(Circle())
        assert gone() is not None
        kept.look(1.0)
        assert gone() is None
        kept.look(60.0)
        kept.look(60.0)
        assert seen == [2, 1, 2]
    assert gc.get_freeze_count() == 0
    assert gc.isenabled()


def test_who_never_pauses_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "_TOO_MANY", garbage._SOME)
    with held(), collections() as seen:
        kept = Garbage()
        kept.look(1.0)
        kept.look(0.0)
        for _round in range(garbage._SOME):
            gone = weakref.ref(Circle())
        kept.look(0.0)
        assert gone() is None
        assert seen == [2, 1]


def test_outside_python_clears_away_by_itself() -> None:
    with collections() as seen:
        Garbage().look(60.0)
    assert seen == []
