"""A table with an invented family, and the conversation screen on a real store at any step."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Final

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation import flow
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.people import Family
from giz_gesprek.conversation.records import answer_at
from giz_gesprek.conversation.steps import Step
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.errors import StoreFull
from giz_gesprek.session.families import Families
from giz_gesprek.session.session import Session
from giz_gesprek.session.shown import Shown
from giz_gesprek.store import Store
from giz_gesprek.tui import app as app_module
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.screens.conversation import ConversationScreen
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.themes import LIGHT, THEMES
from giz_gesprek.tui.widgets.choice_list import ChoiceItem
from giz_gesprek.tui.widgets.said import PlainButton
from tests.store.support import NOW
from tests.support.dossiers import last_talk, library
from tests.support.idle import wait_for_idle
from tests.support.screens import shown
from tests.support.stores import new_store
from tests.support.talks import TALK, make_family, new_talk, places
from tests.support.voices import QuietVoice
from tests.support.waiting import LONGEST_WAIT

_LOOKS: Final = 50
"""How often to look for what comes on the screen by scrolling."""


class TableApp(GizApp):
    """The app with the store open and nothing but one conversation."""

    CSS_PATH: ClassVar = [Path(app_module.__file__).with_name("app.tcss")]

    def __init__(self, store_path: Path, session: Callable[[Store], Session], theme: str) -> None:
        super().__init__(library=library, store_path=store_path)
        self.animation_level = "none"
        self._session = session
        self._start_theme = theme

    def on_mount(self, event: events.Mount | None = None) -> None:
        """Skip unlocking: it has tests of its own."""
        if event is not None:
            event.prevent_default()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._start_theme
        store = new_store(self.store_path)
        self.families = Families(store, library)
        self.open_conversation(self._session(store))


@dataclass
class Table:
    """The conversation screen, and what is behind it."""

    pilot: Pilot[None]
    app: GizApp
    screen: ConversationScreen
    store: Store

    @classmethod
    def of(cls, pilot: Pilot[None], app: GizApp) -> Table:
        """Return the table at which an app was opened."""
        screen = app.screen
        assert isinstance(screen, ConversationScreen)
        return cls(pilot, app, screen, app.families._store)

    @property
    def session(self) -> Session:
        return self.screen.session

    @property
    def step(self) -> Step:
        return self.session.step

    @property
    def body(self) -> StepBody[Shown]:
        return self.screen.stage.body

    @property
    def book(self) -> Phrasebook:
        """The words at this step."""
        return self.session.phrases()

    def say(self, text_id: str, **values: str) -> str:
        """Return the words of a text at this step."""
        return self.book.text(text_id, **values)

    @property
    def kept(self) -> Conversation:
        """The conversation as it stands in the store, read anew."""
        return self.store.read("f1").conversation(TALK)

    @property
    def log(self) -> list[tuple[str, str]]:
        """Item and action of every line in the change log, but for looking at something."""
        changes = [line.change for line in self.store.changes("f1")]
        return [(one.item, one.action) for one in changes if one.action != "looked"]

    def answer(self, step: Step | None = None) -> Answer | None:
        """Return the answer in the store at a step."""
        return answer_at(last_talk(self.store.read("f1")), step or self.step)

    async def calm(self) -> None:
        """Wait until everything is done and shown, dialogs that wait for somebody included."""
        until = time.monotonic() + LONGEST_WAIT
        while True:
            await wait_for_idle()
            if self.app.failure is not None:
                raise self.app.failure
            if not (busy := self._busy()):
                break
            assert time.monotonic() < until, busy
        # For a fifth of a second a button takes no second press; nobody waits for that here.
        self.top.query(PlainButton).remove_class("-active")

    def _busy(self) -> list[object]:
        """Return what is not done: a step that is being shown, and whoever has messages to read."""
        pumps = (self.app, *self.top.walk_children(with_self=True))
        showing = self.screen.stage.showing
        reading = [pump for pump in pumps if pump.message_queue_size]
        return [*([showing] if showing.locked() else []), *reading]

    async def press(self, *keys: str) -> None:
        """Press keys and wait after each."""
        for key in keys:
            self.app.post_message(key_event(key))
            await self.calm()

    async def press_at_once(self, *keys: str) -> None:
        """Press keys faster than the screen follows."""
        for key in keys:
            self.app.post_message(key_event(key))
        await self.calm()

    async def click(self, target: Widget | str) -> None:
        """Point at a widget, which has to be on the screen."""
        widget = target if isinstance(target, Widget) else self.app.screen.query(target).first()
        widget.scroll_visible(animate=False)
        await self.calm()
        assert await self.pilot.click(widget), f"{widget} is not where it can be clicked"
        await self.calm()

    async def sit_at(self, place: str, talk: Talk | None = None, *, rung: Rung = "easy") -> None:
        """Go on with another conversation, as it is at a place; much quicker than a new table."""
        there, step = places()[place]
        await self.sit_with((talk or there).changed(position=step.position), rung=rung)

    async def sit_with(
        self, talk: Talk, *, rung: Rung = "easy", family: Family | None = None
    ) -> None:
        """Go on with another conversation, where it stands."""
        while self.top is not self.screen:
            self.app.pop_screen()
        self.store._database.run("DELETE FROM drafts")
        self.session.talk = talk.with_family(family or make_family(rung))
        self.store.save(self.session.dossier, now=NOW)
        await self.screen.show_step()
        await self.calm()

    async def go(self, step: Step) -> None:
        """Show another step."""
        self.session.jump(step)
        await self.screen.show_step()
        await self.calm()

    async def type(self, text: str) -> None:
        """Put text into the field with the focus, as a paste does."""
        self.app.post_message(events.Paste(text))
        await self.calm()

    async def retype(self, text: str) -> None:
        """Put other text into the field with the focus."""
        field = self.app.focused
        assert isinstance(field, TextArea | Input)
        field.clear()
        await self.type(text)

    @property
    def top(self) -> Screen[object]:
        """The screen on top."""
        return self.app.screen

    @property
    def on_top(self) -> bool:
        """Tell whether nothing covers the conversation."""
        return self.app.screen is self.screen

    @property
    def lines(self) -> str:
        """Everything on the screen, as it is drawn."""
        return shown(self.pilot)

    def sees(self, text: str) -> bool:
        """Tell whether these words are on the screen, however their lines are broken."""
        lines, wanted = self.lines, flat(text)
        choices = (_within(lines, item) for item in self.top.query(ChoiceItem))
        return any(wanted in flat(seen) for seen in (lines, *choices))

    def drawn(self, widget: Widget) -> str:
        """Return what stands on the screen where a widget is: others may stand beside it."""
        return _within(self.lines, widget)

    def says(self, text_id: str, **values: str) -> bool:
        """Tell whether a text of the content is on the screen."""
        return self.sees(self.say(text_id, **values))

    async def comes_to_say(self, text_id: str) -> bool:
        """Tell whether a text comes on the screen, which may scroll there after it is shown."""
        return await self.comes_to_see(self.say(text_id))

    async def comes_to_see(self, text: str) -> bool:
        """Tell whether these words come on the screen, which may scroll there."""
        for _look in range(_LOOKS):
            if self.sees(text):
                return True
            await self.calm()
        return False

    def lit(self) -> list[str]:
        """Return the choices that are lit, as they stand on the screen: by their mark."""
        return [
            item.option.id
            for item in self.top.query(ChoiceItem)
            if str(item.content).startswith(("▶", "✔"))
        ]

    def buttons(self) -> list[PlainButton]:
        """Return the buttons that can be pressed."""
        return [
            button
            for button in self.top.query(PlainButton)
            if all(part.display for part in button.ancestors_with_self if isinstance(part, Widget))
        ]

    def button(self, text_id: str, number: int = 0) -> PlainButton:
        """Return a button by its words."""
        words = self.say(text_id)
        return [button for button in self.buttons() if str(button.label) == words][number]


def _within(lines: str, widget: Widget) -> str:
    there = widget.region
    rows = lines.split("\n")[there.y : there.bottom]
    return "\n".join(row[there.x : there.right] for row in rows)


@contextmanager
def full_disk(t: Table) -> Iterator[None]:
    """Let the store keep nothing."""

    def refuse(*_arguments: object, **_options: object) -> None:
        raise StoreFull

    with pytest.MonkeyPatch.context() as patch:
        for name in ("save", "note", "save_draft", "drop_draft", "delete_conversation"):
            patch.setattr(t.store, name, refuse)
        yield


def rung_of(t: Table) -> str:
    """Return how easy the words are, by what is in the store."""
    return t.store.read("f1").family.settings.rung


def key_event(key: str) -> events.Key:
    """Return a key as a terminal sends it."""
    character = {"enter": "\r", "escape": "\x1b", "tab": "\t", "space": " "}.get(key)
    return events.Key(key, key if len(key) == 1 else character)


def voice_of(t: Table) -> QuietVoice:
    """Return the voice of the app, which writes down what it is asked."""
    voice = t.app.voice()
    assert isinstance(voice, QuietVoice)
    return voice


def flat(text: str) -> str:
    """Return text without white space, the lines that are drawn around it, and drawings."""
    return "".join(
        char
        for char in text
        if not (char.isspace() or "\u2500" <= char <= "\u259f" or "\u2800" <= char <= "\u28ff")
    )


@asynccontextmanager
async def table(
    path: Path,
    place: str | None = None,
    *,
    talk: Talk | None = None,
    family: Family | None = None,
    size: tuple[int, int] = (80, 24),
    theme: str = LIGHT.name,
    name: str = "f.db",
    clock: Callable[[], datetime] = lambda: NOW,
) -> AsyncIterator[Table]:
    """Open the conversation screen on a store of its own, at a place or with a conversation."""
    if place is not None:
        talk, step = places()[place]
        talk = flow.jump(talk, step)
    dossier = (talk or new_talk()).with_family(family or make_family()).dossier

    def session(store: Store) -> Session:
        store.save(dossier, now=NOW)
        return Session(store, library(), dossier, TALK, clock=clock)

    app = TableApp(path / name, session, theme)
    async with app.run_test(size=size) as pilot:
        opened = Table.of(pilot, app)
        await opened.calm()
        yield opened
