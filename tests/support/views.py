"""A view of a step as tests look at it: every text in it, and where the same family sits down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.people import Family
from giz_gesprek.conversation.steps import Step
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.session.acts import Act
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_parts import Option, Way
from giz_gesprek.session.step_view import StepView
from giz_gesprek.store import Store
from tests.store.support import NOW
from tests.support.dossiers import library
from tests.support.talks import TALKS

_IDS: Final = frozenset(
    {
        *("id", "person_id", "pictogram", "example", "chosen", "missing", "remark", "step", "line"),
        *("phrases", "entered"),
    }
)
"""Fields that hold no words of a step, but the names of things, a book, and a day in figures."""

LATER: Final = frozenset({"help", "options.echo", "options.about"})
"""Where words stand that are shown when they are asked for, or when a choice is lit."""
AROUND: Final = ("title", "ways.left_to_do", "ways.back", "ways.skip", "ways.enough", "ways.next")
"""Where words stand that are around a step and read after it, in this order."""
DRAWN: Final = frozenset(
    {*("child", "sides.name"), *("drawn.middle", "drawn.rings.label", "drawn.rings.names")}
)
"""Where words of a drawing stand; the options beside it say the same."""
AT_LINES: Final = frozenset(
    {
        *("parts.lines.change.label", "parts.lines.remove.label"),
        *("goals.ways.label", "goals.say_why.label", "goals.steps.ways.label"),
        *("told.people.ways.label", "asked.people.ways.label"),
    }
)
"""Where words of buttons stand that are the same at every line."""
FOR_THE_PROFESSIONAL: Final = frozenset({"to_do", "goals.to_do"})
"""Where words stand that are shown and never heard."""
NOT_OF_THE_STEP: Final = LATER | DRAWN | AT_LINES | FOR_THE_PROFESSIONAL | {*AROUND}
"""Where words stand that are not read as part of the step itself."""


def sit_with(store: Store, talk: Talk, family: Family | None = None) -> Session:
    """Return the session of a talk, kept in the store, at the moment of the tests."""
    if family is not None:
        talk = talk.with_family(family)
    store.save(talk.dossier, now=NOW)
    return Session(store, library(), talk.dossier, talk.conversation_id, clock=lambda: NOW)


def walk(session: Session) -> Iterator[StepView]:
    """Go to every step of the agenda, without keeping where, and yield what it shows."""
    talk = session.talk
    for step in agenda(talk):
        session.talk = talk.changed(position=step.position)
        yield session.view


def stand_at(session: Session, step: Step) -> StepView:
    """Go to a step, without keeping it, and return what it shows."""
    session.talk = session.talk.changed(position=step.position)
    return session.view


def texts(part: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in a view or a part of one, after the field in which it stands."""
    if isinstance(part, str):
        if part:
            yield where, part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each, where)
    elif is_dataclass(part) and not isinstance(part, Act):
        for field in fields(part):
            if field.name not in _IDS:
                yield from texts(getattr(part, field.name), f"{where}.{field.name}".lstrip("."))


def acts(part: object) -> Iterator[Act]:
    """Yield everything that can be done with a view or a part of one."""
    if isinstance(part, Act):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from acts(each)
    elif isinstance(part, Option | Way):
        if part.act is not None:
            yield part.act
    elif is_dataclass(part):
        for field in fields(part):
            yield from acts(getattr(part, field.name))


def every_step(store: Store, talk: Talk | None = None) -> Iterator[tuple[Session, StepView]]:
    """Yield what every step of a talk shows, or of all of them, with the session there."""
    for each in (talk,) if talk is not None else (make() for make in TALKS):
        session = sit_with(store, each)
        for view in walk(session):
            yield session, view
