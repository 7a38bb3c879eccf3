"""A key that lights something is one picture: nothing that belongs to it comes in a later one."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from rich.console import RenderableType
from textual.app import App
from textual.screen import Screen

from giz_gesprek.tui.steps.choice import ChoiceBody
from tests.support.idle import put_off
from tests.support.screens import SIZES
from tests.tui.support import Table, key_event, table


async def painted_by(t: Table, key: str) -> int:
    """Return how often is painted, by a terminal for which no moment is too soon."""
    painted: list[object] = []
    display = App._display

    def note(self: App[None], screen: Screen[object], what: RenderableType | None) -> None:
        if what is not None:
            painted.append(what)
        display(self, screen, what)

    loop = asyncio.get_running_loop()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(App, "_display", note)
        t.app.post_message(key_event(key))
        while True:
            await asyncio.sleep(0)
            if put_off(t.app):
                t.app.screen._on_timer_update()
            elif not loop._ready:  # type: ignore[attr-defined]
                break
    await t.calm()
    return len(painted)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    ("place", "keys"),
    [("choice", ("2", "left")), ("triangle", ("2", "up")), ("topics", ("2", "1"))],
)
async def test_what_a_key_lights_and_what_it_says_are_painted_at_once(
    tmp_path: Path, place: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with table(tmp_path, place, size=size) as t:
        least = dict.fromkeys(keys, 9)
        # A busy computer puts a picture in between now and then; a mistake does so every time.
        for _round in range(5):
            await t.press("1")
            for key in keys:
                before = t.lines
                least[key] = min(least[key], await painted_by(t, key))
                assert t.lines != before
            if set(least.values()) == {1}:
                break
        assert least == dict.fromkeys(keys, 1)


async def test_who_chooses_again_what_was_chosen_before_is_told_so(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.press("2", "enter", "escape")
        body = t.body
        assert isinstance(body, ChoiceBody)
        assert t.sees(body.view.echo)
        least = await painted_by(t, "2")
        assert t.sees(body.view.options[1].echo)
        assert not t.sees(body.view.echo)
        for _round in range(4):  # as above
            if least > 1:
                await t.press("enter", "escape")
                least = min(least, await painted_by(t, "2"))
        assert least == 1
