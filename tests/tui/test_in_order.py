"""A field does keys in the order in which they were pressed, also when they come all at once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from giz_gesprek.tui.widgets.field import Field
from giz_gesprek.tui.widgets.notes_field import NotesField
from tests.support.idle import wait_for_idle
from tests.tui.support import table

KEYS: Final = {"\x7f": "backspace", "\x1a": "ctrl+z", "\x17": "ctrl+w", "<": "left", "^": "home"}
TYPED: Final = [
    ("ab\x7fc", "ac"),
    ("een twee\x17drie", "een drie"),
    ("bc^a", "abc"),
    ("ac<b", "abc"),
]


class Fields(App[None]):
    """One field of each kind that is typed in."""

    def compose(self) -> ComposeResult:
        yield Field("Naam")
        yield NotesField()


async def press_at_once(pilot: Pilot[None], typed: str) -> None:
    """Press the keys as fast as a terminal hands them on."""
    for character in typed:
        key = KEYS.get(character)
        event = (
            events.Key(key, None) if key else events.Key(_character_to_key(character), character)
        )
        pilot.app.post_message(event)
    await wait_for_idle()


@pytest.mark.parametrize(("typed", "stands"), TYPED)
async def test_keys_come_in_their_order(typed: str, stands: str) -> None:
    async with Fields().run_test() as pilot:
        line, notes = pilot.app.query_one(Input), pilot.app.query_one(TextArea)
        line.focus()
        await press_at_once(pilot, typed)
        assert line.value == stands
        notes.focus()
        await press_at_once(pilot, typed)
        assert notes.text == stands


async def test_undoing_does_not_take_what_is_typed_after_it(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        await press_at_once(t.pilot, "te veel\x1aen weer")
        assert t.pilot.app.screen.query_one(NotesField).text == "en weer"
