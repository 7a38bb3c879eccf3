"""The app on a real store in a temporary folder, and ways to type into it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from textual.app import ScreenStackError
from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled, WorkerFailed

from giz_gesprek.content.library import Library
from giz_gesprek.content.loading import load_library
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.errors import StoreError
from giz_gesprek.paths import content_dir
from giz_gesprek.session.session import Session
from giz_gesprek.store import Profile, Store
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.widgets.said import PlainButton
from tests.store.support import NOW, PASSPHRASE, family
from tests.support.slow import first_of
from tests.support.stores import new_store

HOSTILE: Final = "[/b] {child} ' \""
SIZES: Final = [(80, 24), (40, 20)]
SMALL_FIRST: Final = first_of(reversed(SIZES))
"""To try both: what fits in the small one mostly fits in the other."""
PROFILE: Final = Profile(name="Sofie", organisation="Wijkteam", phone="020 123 45 67")


@cache
def library() -> Library:
    """Return the shipped content, read once."""
    return load_library(content_dir())


def make_store(path: Path, *dossiers: Dossier, profile: Profile = PROFILE) -> Path:
    """Make a store with a profile and families in it."""
    with new_store(path) as store:
        store.save_profile(profile)
        for dossier in dossiers:
            store.save(dossier, now=NOW)
    return path


def one_family(path: Path) -> Path:
    """Make a store with one family whose label is hostile."""
    return make_store(path, family(label=HOSTILE))


def make_app(
    path: Path,
    *,
    passphrase: str | None = None,
    demo: bool = False,
    words: Callable[[], Library] = library,
) -> GizApp:
    """Return an app on the store at *path*."""
    return GizApp(library=words, store_path=path, passphrase=passphrase, demo=demo)


def opened_conversations(patch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Show no conversation; return a list that grows by family and conversation when one opens."""
    opened: list[tuple[str, str]] = []

    def open_it(_app: GizApp, session: Session) -> None:
        opened.append((session.family.id, session.conversation.id))

    patch.setattr(GizApp, "open_conversation", open_it)
    return opened


@contextmanager
def refused(call: str, error: type[StoreError]) -> Iterator[None]:
    """Let every store refuse this call."""

    def refuse(*_arguments: object, **_options: object) -> None:
        raise error

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, call, refuse)
        yield


async def settle(pilot: Pilot[None]) -> None:
    """Wait until all work is done and shown."""
    await pilot.pause()
    for work in pilot.app.workers:
        # How it ended is for the app to tell; newer work replaces what was asked before.
        with suppress(WorkerCancelled, WorkerFailed):
            await work.wait()
    await pilot.pause()
    # For a fifth of a second a button takes no second press; nobody waits for that here.
    with suppress(ScreenStackError):  # as when the app has ended
        top(pilot).query(PlainButton).remove_class("-active")


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Put *text* in the focused line, as a paste does."""
    assert pilot.app.focused is not None
    pilot.app.post_message(Paste(text))
    await pilot.pause()


async def go_to(pilot: Pilot[None], selector: str) -> None:
    """Put the focus on a widget."""
    pilot.app.screen.query(selector).first().focus()
    await pilot.pause()


async def tab_to(pilot: Pilot[None], selector: str) -> None:
    """Press Tab until the widget has the focus; it has to come by within one round."""
    target = pilot.app.screen.query(selector).first()
    for _ in range(len(pilot.app.screen.focus_chain) + 1):
        if pilot.app.focused is target:
            return
        await pilot.press("tab")
    raise AssertionError(f"{selector} is not reached by Tab")


async def see_every_control(pilot: Pilot[None]) -> None:
    """Walk over all controls with Tab; each has to come fully into view in width."""
    screen = pilot.app.screen
    for _ in range(len(screen.focus_chain)):
        await pilot.press("tab")
        await pilot.pause()
        focused = pilot.app.focused
        assert focused is not None
        seen = focused.region.intersection(screen.region)
        assert seen.width == focused.region.width, focused
        assert seen.height > 0, focused


def top(pilot: Pilot[None]) -> Screen[object]:
    """Return the screen on top."""
    return pilot.app.screen


def shown(pilot: Pilot[None]) -> str:
    """Return the text on the screen."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)


@asynccontextmanager
async def families_screen(
    path: Path,
    size: tuple[int, int] = (80, 24),
    *,
    demo: bool = False,
    words: Callable[[], Library] = library,
    names: bool = True,
) -> AsyncIterator[Pilot[None]]:
    """Run the app until it shows the families in the store at *path*; ``names`` asks for all."""
    app = make_app(path, passphrase=PASSPHRASE, demo=demo, words=words)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, FamiliesScreen)
        if names:
            await pilot.press("down")
        await settle(pilot)
        yield pilot
