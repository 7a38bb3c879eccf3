"""Who looked and wrote, over the list of families."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.export.text import document_text
from giz_gesprek.store import Store
from giz_gesprek.tui.dialogs.choose import ChooseScreen
from giz_gesprek.tui.dialogs.preview import PreviewScreen
from giz_gesprek.tui.screens.families import FamiliesScreen
from tests.store.support import PASSPHRASE
from tests.support.screens import (
    SMALL_FIRST,
    families_screen,
    go_to,
    make_store,
    see_every_control,
    top,
)
from tests.support.talks import places


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_it_is_shown_without_what_is_delicate_and_that_is_remembered(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = make_store(tmp_path / "here.db", places()["export"][0].dossier)
    async with families_screen(path, size) as pilot:
        await pilot.press("enter")
        await go_to(pilot, "#log")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(top(pilot), ChooseScreen)
        await pilot.press("1", "enter")
        await pilot.pause()
        screen = top(pilot)
        assert isinstance(screen, PreviewScreen)
        assert "las deze lijst." in document_text(screen.paper.build(screen.paper.style))
        await see_every_control(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(top(pilot), FamiliesScreen)
    with Store.open(path, PASSPHRASE) as store:
        [line] = store.changes("f1")
    assert (line.change.action, line.change.item) == ("looked", "log:family")
