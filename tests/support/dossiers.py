"""Dossiers for Hypothesis: any that the models accept, built part by part.

Ids that no content knows are among them; what a conversation can become is in ``walks``. Every
piece of own words ends in a mark of its own, which ``typed.marks_in`` finds back on a paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any, Final, cast, get_args

from hypothesis import strategies as st

from giz_gesprek.content.framework import Framework
from giz_gesprek.content.library import Library
from giz_gesprek.content.loading import load_library
from giz_gesprek.content.texts import TextEntry, TextRegister
from giz_gesprek.conversation.answers import (
    Answer,
    Conclusion,
    Difference,
    OwnWords,
    Reason,
    SeekAdvice,
    View,
)
from giz_gesprek.conversation.around import Around, AroundPerson, OtherParent
from giz_gesprek.conversation.around import Ring as RingOf
from giz_gesprek.conversation.dossier import (
    AddedTopic,
    Conversation,
    ConversationState,
    Dossier,
    Participant,
    SideVisit,
    Variant,
)
from giz_gesprek.conversation.follow_up import LeftBefore, LeftKind, LeftThen
from giz_gesprek.conversation.people import AgeBand, Family, FamilySettings, Person, Role
from giz_gesprek.conversation.plan import (
    ChosenProgramme,
    ComesFirst,
    FirstContact,
    Goal,
    Plan,
    PlanStep,
    ToldBack,
)
from giz_gesprek.conversation.rhythm import Rhythm
from giz_gesprek.conversation.sharing import (
    Custody,
    Recipient,
    RecipientKind,
    SharedPart,
    Sharing,
)
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.paths import content_dir
from tests.support.typed import Marks, days, moments, names, notes, pick, several

START: Final = datetime(2026, 11, 3, 13, 30, tzinfo=UTC)
_UNKNOWN: Final = "gone_from_content"
RECIPIENTS: Final = ("recipient-1", "recipient-2")
"""With whom a family of Hypothesis can share."""


@lru_cache(maxsize=1)
def library() -> Library:
    """Return the content of the checkout, read once."""
    return load_library(content_dir())


def library_with_je(register: TextRegister, **texts: str) -> Library:
    """Return the same content with some texts that say je; ``__`` is the dot of an id."""
    entries = {name.replace("__", "."): TextEntry(text=text) for name, text in texts.items()}
    return replace(library(), tables={**library().tables, (register, "nl-je"): entries})


def framework() -> Framework:
    """Return the framework of the checkout."""
    return library().framework


def talk_of(family: Family, conversation: Conversation) -> Talk:
    """Return the talk about the only conversation of a family."""
    dossier = Dossier(family=family, conversations=(conversation,))
    return Talk(framework(), dossier, conversation.id)


def last_talk(dossier: Dossier) -> Talk:
    """Return the talk about the last conversation of a dossier."""
    return Talk(framework(), dossier, dossier.conversations[-1].id)


@st.composite
def families(draw: st.DrawFn) -> Family:
    """Families with at least one child, one parent, and mostly a professional."""
    some = names()
    people = [
        Person(id="child-1", name=draw(some), role="child", age_band=draw(any_of(AgeBand))),
        Person(id="parent-1", name=draw(some), role="parent"),
    ]
    if draw(st.booleans()):
        people.append(Person(id="child-2", name=draw(some), role="child", age_band="4-7"))
    for role in draw(st.lists(any_of(Role).filter(lambda role: role != "child"), max_size=3)):
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
    rung = pick(draw, ["standard", "easy", "easier"])
    settings = FamilySettings(rung=cast("Any", rung))
    custody = [
        Custody(person_id=person.id, child_id="child-1", decides=draw(st.booleans()))
        for person in draw(several(people, unique=True, max_size=1))
    ]
    return Family(
        id="family-1",
        label=draw(some),
        people=tuple(people),
        settings=settings,
        recipients=tuple(
            Recipient(id=name, name=draw(some), kind=draw(any_of(RecipientKind)))
            for name in RECIPIENTS
        ),
        custody=tuple(custody),
    )


@cache
def any_of(literal: object) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


@dataclass
class _Maker:
    """Draws the parts of one document about one family."""

    draw: st.DrawFn
    family: Family
    marks: Marks
    topics: list[tuple[str, str | None]]

    def person(self) -> str:
        return pick(self.draw, [person.id for person in self.family.people])

    def words(self, author_id: str | None = None) -> OwnWords:
        text = f"{self.draw(notes())} {self.marks.next()}".strip()
        author = author_id or self.person()
        return OwnWords(text=text, author_id=author, typed_by_id=self.person(), at=START)

    def answer(self, question: str, author_id: str | None = None) -> Answer:
        spec = framework().questions.get(question)
        state = pick(self.draw, ["answered"] * 4 + ["dont_know", "rather_not_say", "skipped"])
        choice, words = None, None
        if state == "answered" and (spec.answer == "choice" if spec else self.draw(st.booleans())):
            scale = framework().scales[spec.scale or ""] if spec else {}
            choice = pick(self.draw, [*scale, _UNKNOWN])
        elif state == "answered":
            words = self.words(author_id)
        return Answer(
            question=question,
            state=cast("Any", state),
            choice=choice,
            words=words,
            at=START,
            text_register="easy_language",
            language="nl",
        )

    def answers(self, questions: Iterable[str], author_id: str | None = None) -> tuple[Answer, ...]:
        asked = self.draw(several([*questions, _UNKNOWN], unique=True))
        return tuple(self.answer(question, author_id) for question in asked)

    def about(self) -> list[tuple[str, str | None]]:
        """Return some of the topics of this document: records mostly meet on the same ones."""
        return self.draw(several(self.topics, max_size=4, unique=True))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Any dossier with one conversation that the models accept."""
    family = draw(families())
    children = [None, *(child.id for child in family.children)]
    topics = st.tuples(st.sampled_from([*framework().topics, _UNKNOWN]), st.sampled_from(children))
    about = draw(st.lists(topics, min_size=1, max_size=4, unique=True))
    make = _Maker(draw, family, Marks(), about)
    conversation = _conversation(make)
    return Dossier(family=make.family, conversations=(conversation,))


def _conversation(make: _Maker) -> Conversation:
    draw, sets = make.draw, framework().question_sets
    views = [
        View(
            topic=topic,
            child_id=child_id,
            person_id=person_id,
            answers=answers,
            anew=draw(st.booleans()),
        )
        for topic, child_id in make.about()
        for person_id in draw(st.lists(st.builds(make.person), max_size=3, unique=True))
        for answers in [make.answers(_questions(topic), person_id)]
    ]
    everybody = [person.id for person in make.family.people]
    table = draw(several(everybody, max_size=5, unique=True))
    return Conversation(
        id="conversation-1",
        state=draw(any_of(ConversationState)),
        variant=draw(any_of(Variant)),
        started_at=draw(moments()),
        focus_child="child-1",
        other_children=tuple(
            pick(draw, [[], ["child-2"]]) if len(make.family.children) > 1 else []
        ),
        participants=tuple(
            Participant(person_id=person_id, role=make.family.person(person_id).role)
            for person_id in table
        ),
        parked=tuple(draw(several([*framework().topics], max_size=2, unique=True))),
        left_before=tuple(_left_before(make, *about) for about in make.about()),
        another_topic=draw(st.booleans()),
        visits=_visits(make),
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
        around=_around(make),
        plan=_plan(make),
        sharing=tuple(_sharing(make) for _number in range(draw(st.integers(0, 2)))),
        wording=draw(st.dictionaries(st.just(f"{_UNKNOWN}.title"), names(), max_size=1)),
    )


def _questions(topic: str) -> tuple[str, ...]:
    spec = framework().topics.get(topic)
    return framework().question_sets[spec.set] if spec else ("strengths",)


def _visits(make: _Maker) -> tuple[SideVisit, ...]:
    known = framework()
    topics = [
        *dict.fromkeys(topic for topic, _child in make.about() or make.topics),
    ]
    sides: dict[str, list[str]] = {}
    for topic in topics:
        sides.setdefault(known.side_of(topic) or "gone_side", []).append(topic)
    return tuple(
        SideVisit(
            side=side,
            again=make.draw(st.booleans()),
            topics=tuple(chosen),
            added=tuple(
                AddedTopic(topic=topic, by_id=make.person(), reason=make.words())
                for topic in chosen[:1]
                if make.draw(st.booleans())
            ),
        )
        for side, chosen in sides.items()
    )


def _left_before(make: _Maker, topic: str, child_id: str | None) -> LeftBefore:
    everybody = [person.id for person in make.family.people]
    return LeftBefore(
        conversation_id="conversation-0",
        kind=make.draw(any_of(LeftKind)),
        topic=topic,
        child_id=child_id,
        then=make.draw(any_of(LeftThen)),
        present=tuple(make.draw(several(everybody, max_size=2, unique=True))),
        at=START,
    )


def _difference(make: _Maker, topic: str, child_id: str | None) -> Difference:
    authors = make.draw(st.lists(st.builds(make.person), max_size=2, unique=True))
    reasons = tuple(
        Reason(person_id=person_id, answer=make.answer("reason", person_id))
        for person_id in authors
    )
    outcome = make.answer("difference") if make.draw(st.booleans()) else None
    at_end = make.answer("difference_now") if make.draw(st.booleans()) else None
    later = make.draw(st.none() | days())
    return Difference(
        topic=topic,
        child_id=child_id,
        reasons=reasons,
        outcome=outcome,
        at_end=at_end,
        later_on=later,
    )


def _around(make: _Maker) -> Around:
    draw = make.draw
    grown_ups = [person.id for person in make.family.people if person.role != "child"]
    named = draw(several(grown_ups, max_size=3, unique=True))
    gone = draw(several(grown_ups, max_size=1))
    return Around(
        opened=draw(st.booleans()),
        people=tuple(
            AroundPerson(
                person_id=person_id,
                ring=draw(any_of(RingOf)),
                helps=make.words() if draw(st.booleans()) else None,
                could=make.words() if draw(st.booleans()) else None,
                present=tuple(draw(several(grown_ups, max_size=2, unique=True))),
            )
            for person_id in named
        ),
        no_longer=tuple(one for one in gone if one not in named),
        other_parent=draw(st.none() | any_of(OtherParent)),
        many_professionals=make.words() if draw(st.booleans()) else None,
    )


def _plan(make: _Maker) -> Plan:
    draw = make.draw
    goals = tuple(
        Goal(
            id=f"goal-{number}",
            words=make.words(),
            topics=tuple(draw(several([*framework().topics], max_size=1))),
            programmes=tuple(
                ChosenProgramme(
                    id=programme,
                    asked_by=draw(st.none() | st.builds(make.person)),
                    by=draw(st.none() | days()),
                )
                for programme in draw(st.lists(st.just("some_programme"), max_size=1))
            ),
            steps=tuple(
                _plan_step(make, f"step-{number}-{step}") for step in range(draw(st.integers(0, 2)))
            ),
            why=draw(st.none() | st.builds(make.words)),
            told_back=_told_back(make),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    first = [ComesFirst(topic=topic, child_id=child_id) for topic, child_id in make.topics]
    return Plan(
        comes_first=draw(st.none() | st.sampled_from(first)),
        goals=goals,
        hard_again=make.answers(framework().question_sets["hard_again"]),
        coordinator_id=make.person() if draw(st.booleans()) else None,
        first_contact=_first_contact(make),
        look_back_on=draw(st.none() | days()),
    )


_RHYTHMS: Final = st.builds(Rhythm, every=st.just("week"), weekday=st.none() | st.integers(0, 6))


def _first_contact(make: _Maker) -> FirstContact | None:
    phone = make.draw(st.none() | st.just("06-00000000"))
    listed = FirstContact(person_id=make.person(), phone=phone)
    typed = st.builds(FirstContact, name=names(), phone=st.just(phone))
    return make.draw(st.none() | st.just(listed) | typed)


def _told_back(make: _Maker) -> ToldBack | None:
    state = pick(make.draw, [None, "told", "rather_not"])
    if state is None:
        return None
    words = make.words() if state == "told" and make.draw(st.booleans()) else None
    return ToldBack(state=cast("Any", state), words=words)


def _plan_step(make: _Maker, step_id: str) -> PlanStep:
    everybody = [person.id for person in make.family.people]
    who = make.draw(several(everybody, max_size=2, unique=True))
    other = make.draw(st.none() | names())
    by = make.draw(st.none() | days())
    rhythm = None if by is not None else make.draw(st.none() | _RHYTHMS)
    return PlanStep(
        id=step_id,
        what=make.words(),
        who=tuple(who),
        who_else=other,
        by=by,
        rhythm=rhythm,
    )


def _sharing(make: _Maker) -> Sharing:
    draw = make.draw
    parts = [
        *(SharedPart(kind="topic", topic=topic, child_id=child) for topic, child in make.topics),
        *(SharedPart(kind=cast("Any", kind)) for kind in ("plan", "people", "hard_days")),
    ]
    everybody = st.sampled_from([person.id for person in make.family.people])
    some = st.lists(everybody, max_size=2, unique=True).map(tuple)
    return Sharing(
        recipient=pick(draw, RECIPIENTS),
        parts=tuple(draw(several(parts, max_size=3, unique=True))),
        granted=draw(st.booleans()),
        at=draw(moments()),
        said_by=draw(some),
        present=draw(some),
        withdrawn_at=draw(st.none() | moments()),
    )
