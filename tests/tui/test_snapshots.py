"""A few whole screens as pictures.

Look at each one before accepting a new one::

uv run pytest tests/tui/test_snapshots.py --snapshot-update
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from giz_gesprek.tui.themes import DARK, LIGHT
from tests.store.support import NOW
from tests.support.dossiers import library
from tests.support.screens import SIZES
from tests.support.talks import TALK, places, step_where
from tests.tui.hearing import begin
from tests.tui.support import Table, TableApp, voice_of

LARGE, SMALL = SIZES
DIALOGS: Final = {"preview": ("1", "enter", "pagedown"), "card": ("3", "enter")}
"""The keys that show a dialog from the step of the paper."""
READ_ALOUD: Final = "read_aloud"
"""The question while it is read, at its second word."""
SCREENS: Final = [
    *((place, LARGE, LIGHT.name) for place in ("question", "topics", "words")),
    *((place, LARGE, LIGHT.name) for place in ("side_by_side", "goals", "summary")),
    *((place, LARGE, DARK.name) for place in ("question", "side_by_side", "goals")),
    *((place, SMALL, LIGHT.name) for place in ("question", "topics", "words")),
    *((place, size, LIGHT.name) for place in DIALOGS for size in SIZES),
    ("preview", LARGE, DARK.name),
    *((READ_ALOUD, size, theme.name) for size, theme in ((LARGE, DARK), (SMALL, LIGHT))),
]


@pytest.mark.parametrize(
    ("place", "size", "theme"), SCREENS, ids=lambda part: str(part).replace(", ", "x").strip("()")
)
def test_a_screen_looks_as_it_was_accepted(
    tmp_path: Path,
    snap_compare: Callable[..., bool],
    place: str,
    size: tuple[int, int],
    theme: str,
) -> None:
    keys = DIALOGS.get(place, ())
    asked = "choice" if place in {"question", READ_ALOUD} else place
    talk, step = places()["export" if keys else asked]
    if place == "side_by_side":
        step = step_where(talk, "side_by_side", topic="eating_sleeping")
    here = talk.changed(position=step.position)

    def session(store: Store) -> Session:
        store.save(here.dossier, now=NOW)
        return Session(store, library(), store.read("f1"), TALK, clock=lambda: NOW)

    app = TableApp(tmp_path / "f.db", session, theme)

    async def stand_still(pilot: Pilot[None]) -> None:
        for field in app.screen.query("Input, TextArea"):
            assert isinstance(field, Input | TextArea)
            field.cursor_blink = False
        t = Table.of(pilot, app)
        await t.calm()
        await t.press(*keys)
        if place == READ_ALOUD:
            await begin(t)
            voice_of(t).come_to(4, 4)
            await t.calm()

    assert snap_compare(app, terminal_size=size, run_before=stand_still)
