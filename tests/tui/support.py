"""A table with an invented family, and the conversation screen on a real store at any step."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
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
from giz_gesprek.conversation import choosing, flow, planning
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import Conversation, Variant
from giz_gesprek.conversation.people import AgeBand, Family, FamilySettings, Person
from giz_gesprek.conversation.position import QuestionStep, Step
from giz_gesprek.conversation.records import answer_at, with_answer
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.errors import StoreFull
from giz_gesprek.session.families import Families
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import Shown
from giz_gesprek.store import Store
from giz_gesprek.tui import app as app_module
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.screens.conversation import ConversationScreen
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.themes import LIGHT, THEMES
from giz_gesprek.tui.widgets.choice_list import ChoiceItem
from giz_gesprek.tui.widgets.said import PlainButton
from tests.store.support import NOW, PASSPHRASE
from tests.support.dossiers import framework, last_talk, library, talk_of
from tests.support.screens import shown
from tests.support.voices import QuietVoice

RUNGS: Final[tuple[Rung, ...]] = ("standard", "easy", "easier")
TALK: Final = "talk-1"
PHASE: Final = "0-4"
_TURNS: Final = (20, 5)
_LOOKS: Final = 50
"""Turns of the loop before looking: until all is done, and until it is shown."""
LONGEST_NAME: Final = "Maximiliaan-Alexande"
"""Twenty letters, as the checks of the content take them."""


def make_family(
    rung: Rung = "easy", *, name: Callable[[str], str] = str, age_band: AgeBand = "0-3"
) -> Family:
    """Return the family; ``name`` can make other names of these."""
    people = (
        Person(id="milan", name=name("Milan"), role="child", age_band=age_band),
        Person(id="mother", name=name("Sanne"), role="parent"),
        Person(id="father", name=name("Daan"), role="other_parent"),
        Person(
            id="nurse",
            name=name("Fatma"),
            role="professional",
            organisation="De Linde",
            phone="010 123 45 67",
        ),
        Person(id="friend", name=name("Bo"), role="network"),
    )
    settings = FamilySettings(rung=rung)
    return Family(id="f1", label="Ganzenbloem", people=people, settings=settings)


def new_talk(
    *,
    table: Iterable[str] = ("mother", "nurse"),
    variant: Variant = "extended",
    park_sensitive: bool = False,
) -> Talk:
    """Return a talk before the first word."""
    family = make_family()
    conversation = new_conversation(
        framework(),
        family,
        conversation_id=TALK,
        now=NOW,
        variant=variant,
        focus_child="milan",
        at_the_table=table,
        content_version="test",
        park_sensitive=park_sensitive,
    )
    return talk_of(family, conversation)


def agreed_talk(*topics: str, table: Iterable[str] = ("mother", "nurse")) -> Talk:
    """Return a talk that was agreed to, with these topics chosen."""
    talk = flow.agree(new_talk(table=table), now=NOW)
    for topic in topics:
        side = framework().side_of(topic) or ""
        talk = choosing.choose_topic(choosing.open_side(talk, side), side, topic)
    return talk


def words(text: str, author_id: str = "mother") -> OwnWords:
    """Return own words, typed by the nurse."""
    return OwnWords(text=text, author_id=author_id, typed_by_id="nurse", at=NOW)


def answered(talk: Talk, step: Step, given: str) -> Talk:
    """Return the talk with a choice or own words at a step."""
    assert isinstance(step, QuestionStep)
    spec = framework().questions[step.question]
    own = spec.answer == "own_words"
    answer = Answer(
        question=step.question,
        state="answered",
        choice=None if own else given,
        words=words(given, step.person_id or "mother") if own else None,
        at=NOW,
        text_register="easy_language",
        language="nl",
    )
    return with_answer(talk, step, answer)


def step_where(
    talk: Talk,
    kind: str = "question",
    *,
    topic: str | None = None,
    question: str | None = None,
    person: str | None = None,
    text: str | None = None,
) -> Step:
    """Return the first step of the agenda of this kind with these properties."""
    for step in agenda(talk):
        if (
            step.kind == kind
            and topic in {None, step.position.topic}
            and question in {None, step.position.question}
            and person in {None, step.position.person_id}
            and text in {None, step.position.text}
        ):
            return step
    raise AssertionError(f"no step {kind} {topic} {question} {person}")


def say_about(talk: Talk, topic: str, person: str, **given: str) -> Talk:
    """Return the talk in which somebody answered these questions on a topic."""
    for question, answer in given.items():
        step = step_where(talk, topic=topic, question=question, person=person)
        talk = answered(talk, step, answer)
    return talk


@cache
def full_talk() -> Talk:
    """Return a talk in which every kind of step can be reached and has something on it."""
    talk = agreed_talk("eating_sleeping", "love_attention")
    talk = say_about(
        talk, "eating_sleeping", "mother", strengths="Hij eet goed.", appraisal="going_well"
    )
    talk = say_about(talk, "eating_sleeping", "nurse", view="so_so", view_words="Hij is moe.")
    talk = say_about(talk, "love_attention", "mother", helps="Samen op de bank.")
    outcome = step_where(talk, question="difference", topic="eating_sleeping")
    talk = answered(talk, outcome, "later")
    together = step_where(talk, question="outcome", topic="eating_sleeping")
    talk = answered(talk, together, "support")
    talk = choosing.seek_advice(talk, "eating_sleeping", "milan", "nurse")
    talk = planning.add_goal(talk, words("Samen eten."))
    return planning.add_plan_step(talk, "goal-1", words("De tafel dekken."))


@cache
def declined_talk() -> Talk:
    """Return the same talk after a no."""
    return flow.decline(full_talk(), now=NOW)


@cache
def places() -> dict[str, tuple[Talk, Step]]:
    """Return one place for every kind of step, by a name for it."""
    talk = full_talk()
    found = {
        "welcome": step_where(talk, "page"),
        "agreement": step_where(talk, "page", text="agreement.danger"),
        "words": step_where(talk, question="strengths"),
        "choice": step_where(talk, question="appraisal"),
        "wish": step_where(talk, question="wish"),
        "view": step_where(talk, question="view"),
        "reason": step_where(talk, question="reason"),
        "difference": step_where(talk, question="difference"),
        "advice": step_where(talk, question="advice_why"),
        "outcome": step_where(talk, question="outcome"),
        "hard_again": step_where(talk, question="notice"),
    }
    others: dict[str, Step] = {step.kind: step for step in agenda(talk) if step.kind != "page"}
    del others["question"]
    declined = declined_talk()
    return {
        **{name: (talk, step) for name, step in {**found, **others}.items()},
        "declined": (declined, step_where(declined, "page", text="declined.thanks")),
    }


def all_places(talk: Talk) -> list[Talk]:
    """Return the talk at every step of its agenda that differs from those before it."""
    found: dict[tuple[str | None, ...], Talk] = {}
    for step in agenda(talk):
        look = (step.kind, step.position.text, step.position.question)
        found.setdefault(look, talk.changed(position=step.position))
    return list(found.values())


PLACES: Final = tuple(places())
ONE_OF_EACH: Final = (
    "welcome",
    "words",
    "choice",
    "declined",
    *(place for place in PLACES if place == places()[place][1].kind),
)
"""One place for every kind of step."""


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
        store = Store.create(self.store_path, PASSPHRASE, NOW)
        # What a power cut does is a test of the store; waiting for the disk takes most of the time.
        store._database.rows("PRAGMA synchronous = OFF")
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
        """Item and action of every line in the change log."""
        return [(line.change.item, line.change.action) for line in self.store.changes("f1")]

    def answer(self, step: Step | None = None) -> Answer | None:
        """Return the answer in the store at a step."""
        return answer_at(last_talk(self.store.read("f1")), step or self.step)

    async def calm(self) -> None:
        """Wait until everything is done and shown, dialogs that wait for somebody included."""
        for turns in _TURNS:
            busy = True
            while busy:
                for _turn in range(turns):
                    await asyncio.sleep(0)
                if self.app.failure is not None:
                    raise self.app.failure
                busy = self._is_busy()
            await self.pilot.pause(0)
        # For a fifth of a second a button takes no second press; nobody waits for that here.
        self.top.query(PlainButton).remove_class("-active")

    def _is_busy(self) -> bool:
        pumps = (self.app, *self.top.walk_children(with_self=True))
        return self.screen.stage.showing.locked() or any(pump.message_queue_size for pump in pumps)

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
        choices = (self.drawn(item) for item in self.top.query(ChoiceItem))
        return any(flat(text) in flat(seen) for seen in (self.lines, *choices))

    def drawn(self, widget: Widget) -> str:
        """Return what stands on the screen where a widget is: others may stand beside it."""
        there = widget.region
        rows = self.lines.split("\n")[there.y : there.bottom]
        return "\n".join(row[there.x : there.right] for row in rows)

    def says(self, text_id: str, **values: str) -> bool:
        """Tell whether a text of the content is on the screen."""
        return self.sees(self.say(text_id, **values))

    async def comes_to_say(self, text_id: str) -> bool:
        """Tell whether a text comes on the screen, which may scroll there after it is shown."""
        for _look in range(_LOOKS):
            if self.says(text_id):
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


@contextmanager
def full_disk(t: Table) -> Iterator[None]:
    """Let the store keep nothing."""

    def refuse(*_arguments: object, **_options: object) -> None:
        raise StoreFull

    with pytest.MonkeyPatch.context() as patch:
        for name in ("save", "save_draft", "drop_draft", "delete_conversation"):
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
    """Return text without white space and without the lines that are drawn around it."""
    return "".join(char for char in text if not char.isspace() and not "\u2500" <= char <= "\u259f")


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
