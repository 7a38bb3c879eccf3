"""Dossiers for Hypothesis: any that the models accept, and any that a conversation can become.

``dossiers()`` builds documents part by part, also with ids that no content knows.
``walked_dossiers()`` only does what the screens can do, so that the agenda is the judge of what
is on a paper. Every piece of own words ends in a mark of its own (``marks_in`` finds them back).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final, cast, get_args

from hypothesis import strategies as st

from giz_gesprek.content.framework import Framework
from giz_gesprek.content.library import Library
from giz_gesprek.content.loader import load_library
from giz_gesprek.conversation import choosing, flow, planning
from giz_gesprek.conversation.answers import (
    Answer,
    Conclusion,
    Difference,
    OwnWords,
    Reason,
    SeekAdvice,
    View,
)
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import (
    AddedTopic,
    Conversation,
    ConversationState,
    Dossier,
    Participant,
    SideVisit,
    Variant,
)
from giz_gesprek.conversation.people import AgeBand, Family, FamilySettings, Person, Role
from giz_gesprek.conversation.plan import Goal, Plan, PlanStep, Sharing
from giz_gesprek.conversation.position import Step
from giz_gesprek.conversation.records import with_answer
from giz_gesprek.conversation.text import clean_line, clean_text
from giz_gesprek.conversation.wording import asked_wording
from giz_gesprek.paths import content_dir

HOSTILE: Final = (
    "[/",
    "[b]{child}[/b]",
    "{child} {name} {x.__class__} {0} {}",
    "# Kop\n## Kop\n- streep",
    "een\x07twee\x1b[31mrood\u202eachterstevoren\u2066",
    "👨‍👩‍👧‍👦 🏳️‍🌈 e\u0301e\u0301 日本語の文",
    "x" * 500,
    "een heel lang verhaal " * 450,
    "“al tussen aanhalingstekens”",
    "regel een\n\n\n\nregel twee\r\nregel drie",
    "=1+1; rm -rf / <b>&amp;</b> $(id)",
    "\u200b\u0301",
)
"""What people may type by accident or on purpose, and every layer has to survive."""

_MARK: Final = re.compile(r"mark\d{5}z")
_START: Final = datetime(2026, 11, 3, 13, 30, tzinfo=UTC)
_UNKNOWN: Final = "gone_from_content"


@lru_cache(maxsize=1)
def library() -> Library:
    """Return the content of the checkout, read once."""
    return load_library(content_dir())


def framework() -> Framework:
    """Return the framework of the checkout."""
    return library().framework


def marks_in(text: str) -> list[str]:
    """Return every mark in ``text``, in order, as often as it is there."""
    return _MARK.findall(text)


@dataclass
class Marks:
    """Counts the marks of one dossier."""

    used: int = field(default=0)

    def next(self) -> str:
        """Return a mark that this dossier does not have yet."""
        self.used += 1
        return f"mark{self.used:05d}z"


_typed: st.SearchStrategy[str] = st.one_of(
    st.text(max_size=40), st.sampled_from(HOSTILE), st.sampled_from(["goed", "Het gaat zo."])
)


def notes() -> st.SearchStrategy[str]:
    """Text as somebody may type it, of a length that is accepted."""
    return _typed.map(lambda text: clean_text(text)[:9_900])


def names() -> st.SearchStrategy[str]:
    """Text for a name, a label, an organisation."""
    return _typed.map(lambda text: clean_line(clean_line(text)[:80])).map(
        lambda text: text or "Noor"
    )


def moments() -> st.SearchStrategy[datetime]:
    """Aware moments in UTC."""
    return st.datetimes(datetime(1970, 1, 2), datetime(9990, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # Hypothesis adds the zone


def days() -> st.SearchStrategy[date]:
    """Any day, and those of a real conversation more often."""
    return st.one_of(st.dates(), st.dates(date(2026, 1, 1), date(2028, 1, 1)))


@st.composite
def families(draw: st.DrawFn) -> Family:
    """Families with at least one child, one parent, and mostly a professional."""
    some = names()
    people = [
        Person(id="child-1", name=draw(some), role="child", age_band=draw(_any_of(AgeBand))),
        Person(id="parent-1", name=draw(some), role="parent"),
    ]
    if draw(st.booleans()):
        people.append(Person(id="child-2", name=draw(some), role="child", age_band="4-7"))
    for role in draw(st.lists(_any_of(Role).filter(lambda role: role != "child"), max_size=3)):
        people.append(Person(id=f"other-{len(people)}", name=draw(some), role=role))
    if draw(st.integers(0, 5)):
        organisation = draw(st.none() | some)
        phone = draw(st.none() | st.just("010-0000000"))
        people.append(
            Person(
                id="professional-1",
                name=draw(some),
                role="professional",
                organisation=organisation,
                phone=phone,
            )
        )
    rung = draw(st.sampled_from(["standard", "easy", "easier"]))
    settings = FamilySettings(rung=cast("Any", rung))
    return Family(id="family-1", label=draw(some), people=tuple(people), settings=settings)


def _any_of(literal: object) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


# --- any document ---------------------------------------------------------------------------


@dataclass
class _Maker:
    """Draws the parts of one document about one family."""

    draw: st.DrawFn
    family: Family
    marks: Marks

    def person(self) -> str:
        return self.draw(st.sampled_from([person.id for person in self.family.people]))

    def child(self) -> str | None:
        return self.draw(st.sampled_from([None, *(child.id for child in self.family.children)]))

    def words(self, author_id: str | None = None) -> OwnWords:
        text = f"{self.draw(notes())} {self.marks.next()}".strip()
        author = author_id or self.person()
        return OwnWords(text=text, author_id=author, typed_by_id=self.person(), at=_START)

    def answer(self, question: str, author_id: str | None = None) -> Answer:
        spec = framework().questions.get(question)
        state = self.draw(
            st.sampled_from(["answered"] * 4 + ["dont_know", "rather_not_say", "skipped"])
        )
        choice, words = None, None
        if state == "answered" and (spec.answer == "choice" if spec else self.draw(st.booleans())):
            scale = framework().scales[spec.scale or ""] if spec else {}
            choice = self.draw(st.sampled_from([*scale, _UNKNOWN]))
        elif state == "answered":
            words = self.words(author_id)
        return Answer(
            question=question,
            state=cast("Any", state),
            choice=choice,
            words=words,
            at=_START,
            text_register="easy_language",
            language="nl",
        )

    def answers(self, questions: Iterable[str], author_id: str | None = None) -> tuple[Answer, ...]:
        asked = self.draw(st.lists(st.sampled_from([*questions, _UNKNOWN]), unique=True))
        return tuple(self.answer(question, author_id) for question in asked)

    def about(self) -> list[tuple[str, str | None]]:
        topics = [*framework().topics, _UNKNOWN]
        pairs = st.tuples(st.sampled_from(topics[:4] + topics[-4:]), st.builds(self.child))
        return self.draw(st.lists(pairs, max_size=4, unique=True))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Any dossier with one conversation that the models accept."""
    make = _Maker(draw, draw(families()), Marks())
    conversation = _conversation(make)
    return Dossier(family=make.family, conversations=(conversation,))


def _conversation(make: _Maker) -> Conversation:
    draw, sets = make.draw, framework().question_sets
    views = [
        View(topic=topic, child_id=child_id, person_id=person_id, answers=answers)
        for topic, child_id in make.about()
        for person_id in draw(st.lists(st.builds(make.person), max_size=3, unique=True))
        for answers in [make.answers(_questions(topic), person_id)]
    ]
    everybody = [person.id for person in make.family.people]
    table = draw(st.lists(st.sampled_from(everybody), max_size=5, unique=True))
    return Conversation(
        id="conversation-1",
        state=draw(_any_of(ConversationState)),
        variant=draw(_any_of(Variant)),
        started_at=draw(moments()),
        focus_child="child-1",
        other_children=tuple(
            draw(st.sampled_from([[], ["child-2"]])) if len(make.family.children) > 1 else []
        ),
        participants=tuple(
            Participant(person_id=person_id, role=make.family.person(person_id).role)
            for person_id in table
        ),
        parked=tuple(
            draw(st.lists(st.sampled_from([*framework().topics]), max_size=2, unique=True))
        ),
        visits=_visits(make, [view.topic for view in views]),
        views=tuple(views),
        differences=tuple(_difference(make, *about) for about in make.about()),
        advice=tuple(
            SeekAdvice(
                topic=topic,
                child_id=child,
                by_id=make.person(),
                answers=make.answers(sets["seek_advice"]),
            )
            for topic, child in make.about()
        ),
        conclusions=tuple(
            Conclusion(topic=topic, child_id=child_id, answers=make.answers(sets["conclusion"]))
            for topic, child_id in make.about()
        ),
        plan=_plan(make),
        sharing=tuple(draw(st.lists(_sharings(), max_size=2))),
        wording=draw(st.dictionaries(st.just(f"{_UNKNOWN}.title"), names(), max_size=1)),
    )


def _questions(topic: str) -> tuple[str, ...]:
    spec = framework().topics.get(topic)
    return framework().question_sets[spec.set] if spec else ("strengths",)


def _visits(make: _Maker, used: list[str]) -> tuple[SideVisit, ...]:
    known = framework()
    topics = make.draw(
        st.lists(st.sampled_from([*used, *known.topics, _UNKNOWN]), max_size=6, unique=True)
    )
    sides: dict[str, list[str]] = {}
    for topic in topics:
        sides.setdefault(known.side_of(topic) or "gone_side", []).append(topic)
    return tuple(
        SideVisit(
            side=side,
            topics=tuple(chosen),
            added=tuple(
                AddedTopic(topic=topic, by_id=make.person(), reason=make.words())
                for topic in chosen[:1]
                if make.draw(st.booleans())
            ),
        )
        for side, chosen in sides.items()
    )


def _difference(make: _Maker, topic: str, child_id: str | None) -> Difference:
    authors = make.draw(st.lists(st.builds(make.person), max_size=2, unique=True))
    reasons = tuple(
        Reason(person_id=person_id, answer=make.answer("reason", person_id))
        for person_id in authors
    )
    outcome = make.answer("difference") if make.draw(st.booleans()) else None
    later = make.draw(st.none() | days())
    return Difference(
        topic=topic, child_id=child_id, reasons=reasons, outcome=outcome, later_on=later
    )


def _plan(make: _Maker) -> Plan:
    draw = make.draw
    goals = tuple(
        Goal(
            id=f"goal-{number}",
            words=make.words(),
            programmes=tuple(draw(st.lists(st.just("some_programme"), max_size=1))),
            steps=tuple(
                _plan_step(make, f"step-{number}-{step}") for step in range(draw(st.integers(0, 2)))
            ),
            told_back=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    return Plan(
        goals=goals,
        hard_again=make.answers(framework().question_sets["hard_again"]),
        coordinator_id=make.person() if draw(st.booleans()) else None,
        look_back_on=draw(st.none() | days()),
    )


def _plan_step(make: _Maker, step_id: str) -> PlanStep:
    who = make.person() if make.draw(st.booleans()) else None
    other = make.draw(st.none() | names()) if who is None else None
    return PlanStep(
        id=step_id, what=make.words(), who=who, who_else=other, by=make.draw(st.none() | days())
    )


def _sharings() -> st.SearchStrategy[Sharing]:
    return st.builds(
        Sharing,
        recipient=names(),
        granted=st.booleans(),
        at=moments(),
        withdrawn_at=st.none() | moments(),
    )


# --- any conversation -----------------------------------------------------------------------


@dataclass
class Walker:
    """Somebody at the keyboard who does anything that the screens allow, in any order."""

    draw: st.DrawFn
    family: Family
    conversation: Conversation
    marks: Marks = field(default_factory=Marks)
    now: datetime = _START

    def walk(self, steps: int) -> Conversation:
        """Do ``steps`` things and return what the conversation has become."""
        acts: list[Callable[[], Conversation]] = [
            *[self.answer] * 6,
            *[self.choose] * 3,
            self.leave,
            self.park,
            self.move,
            self.skip,
            self.seek_advice,
            self.plan,
            self.dates,
        ]
        self.conversation = flow.agree(framework(), self.conversation, now=self.now)
        for _number in range(steps):
            self.now += timedelta(seconds=30)
            self.conversation = self.draw(st.sampled_from(acts))()
        if self.draw(st.integers(0, 9)) == 0:
            return flow.decline(framework(), self.conversation, now=self.now)
        return flow.finish(self.conversation, now=self.now)

    def words(self, author_id: str) -> OwnWords:
        """Return something typed, with a mark."""
        text = f"{self.draw(notes())} {self.marks.next()}".strip()
        return OwnWords(text=text, author_id=author_id, typed_by_id=author_id, at=self.now)

    def questions(self) -> list[Step]:
        """Return every question on the agenda of this moment."""
        return [
            step for step in flow.agenda(framework(), self.conversation) if step.kind == "question"
        ]

    def answer(self) -> Conversation:
        """Answer any question of the agenda, for the first time or again."""
        step = self.draw(st.sampled_from(self.questions()))
        spec = framework().questions[step.question or ""]
        state = self.draw(st.sampled_from(["answered"] * 5 + ["dont_know", "rather_not_say"]))
        choice, words = None, None
        if state == "answered" and spec.scale is not None:
            choice = self.draw(st.sampled_from([*framework().scales[spec.scale]]))
        elif state == "answered":
            words = self.words(step.person_id or "parent-1")
        answer = Answer(
            question=step.question or "",
            state=cast("Any", state),
            choice=choice,
            words=words,
            at=self.now,
            text_register="easy_language",
            language="nl",
        )
        wording = asked_wording(library(), step, language="nl", phase=None)
        return with_answer(framework(), self.conversation, step, answer, wording)

    def choose(self) -> Conversation:
        """Open a side and choose a topic there; sometimes the professional adds one."""
        side = self.draw(st.sampled_from([*framework().sides]))
        opened = choosing.open_side(self.conversation, side)
        topic = self.draw(st.sampled_from(framework().sides[side].topics))
        if topic in opened.parked:
            return opened
        if self.draw(st.integers(0, 4)) == 0:
            by_id = self.family.people[-1].id
            reason = self.words(by_id)
            return choosing.add_topic(opened, side, topic, by_id=by_id, reason=reason)
        return choosing.choose_topic(opened, side, topic)

    def leave(self) -> Conversation:
        """Take a chosen topic away again."""
        chosen = [
            (visit.side, topic) for visit in self.conversation.visits for topic in visit.topics
        ]
        if not chosen:
            return self.conversation
        return choosing.leave_topic(self.conversation, *self.draw(st.sampled_from(chosen)))

    def park(self) -> Conversation:
        """Keep some sensitive topics for a moment alone, or none."""
        sensitive = [topic for topic, spec in framework().topics.items() if spec.sensitive]
        return choosing.park(
            self.conversation, self.draw(st.lists(st.sampled_from(sensitive), max_size=2))
        )

    def move(self) -> Conversation:
        """Go on, back, to the summary, or back to where that was left."""
        moves = [flow.next_step, flow.previous_step, flow.enough_for_today, flow.go_on]
        return self.draw(st.sampled_from(moves))(framework(), self.conversation)

    def skip(self) -> Conversation:
        """Skip the step where the conversation stands."""
        return flow.skip(
            framework(),
            self.conversation,
            now=self.now,
            text_register="easy_language",
            language="nl",
        )

    def seek_advice(self) -> Conversation:
        """The professional asks for advice on a topic that is being talked about."""
        steps = [s for s in flow.agenda(framework(), self.conversation) if s.kind == "side_by_side"]
        if not steps:
            return self.conversation
        step = self.draw(st.sampled_from(steps))
        by_id = self.family.people[-1].id
        return choosing.seek_advice(self.conversation, step.topic or "", step.child_id, by_id)

    def plan(self) -> Conversation:
        """Add a goal or a step, or tell a goal back."""
        goals = self.conversation.plan.goals
        if planning.can_add_goal(self.conversation) and (not goals or self.draw(st.booleans())):
            return planning.add_goal(self.conversation, self.words("parent-1"))
        goal = self.draw(st.sampled_from(goals))
        if planning.can_add_step(goal) and self.draw(st.booleans()):
            return planning.add_plan_step(self.conversation, goal.id, self.words("parent-1"))
        return planning.mark_told_back(
            self.conversation, goal.id, told_back=self.draw(st.booleans())
        )

    def dates(self) -> Conversation:
        """Set or clear a day."""
        day = self.draw(st.none() | days())
        if self.conversation.differences and self.draw(st.booleans()):
            difference = self.draw(st.sampled_from(self.conversation.differences))
            return planning.talk_later_on(
                self.conversation, difference.topic, difference.child_id, day
            )
        return planning.look_back_on(self.conversation, day)


@st.composite
def walked_dossiers(draw: st.DrawFn, max_steps: int = 40) -> Dossier:
    """Dossiers with one conversation that was walked through, in any order."""
    family = draw(families())
    others = [person.id for person in family.people if person.role != "child"]
    table = ["parent-1", *draw(st.lists(st.sampled_from(others[1:] or others), unique=True))]
    children = [child.id for child in family.children]
    conversation = new_conversation(
        framework(),
        family,
        conversation_id="conversation-1",
        now=_START,
        variant=draw(_any_of(Variant)),
        focus_child="child-1",
        other_children=children[1:] if draw(st.booleans()) else (),
        at_the_table=dict.fromkeys(table),
        content_version=library().version,
        park_sensitive=draw(st.booleans()),
    )
    walked = Walker(draw, family, conversation).walk(draw(st.integers(0, max_steps)))
    return Dossier(family=family, conversations=(walked,))
