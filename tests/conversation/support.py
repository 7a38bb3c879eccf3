"""One family and a few short words for what happens at its table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from giz_gesprek.conversation import choosing, flow
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer, AnswerState, OwnWords
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import Variant
from giz_gesprek.conversation.people import Family, Person
from giz_gesprek.conversation.position import StepKind
from giz_gesprek.conversation.records import with_answer
from giz_gesprek.conversation.steps import QuestionStep, Step
from giz_gesprek.conversation.talk import Talk
from tests.support.dossiers import framework, talk_of

NOW: Final = datetime(2026, 11, 3, 13, 30, tzinfo=UTC)

PARENTS: Final = ("mother", "father", "foster")
PROFESSIONALS: Final = ("nurse", "coach", "doctor")
CHILDREN: Final = ("milan", "noor", "sem")

FAMILY: Final = Family(
    id="ganzenbloem",
    label="Ganzenbloem",
    people=(
        Person(id="milan", name="Milan", role="child", age_band="0-3"),
        Person(id="noor", name="Noor", role="child", age_band="4-7"),
        Person(id="sem", name="Sem", role="child", age_band="prenatal"),
        Person(id="mother", name="Sanne", role="parent"),
        Person(id="father", name="Daan", role="other_parent"),
        Person(id="foster", name="Ria", role="foster_parent"),
        Person(id="nurse", name="Fatma", role="professional", organisation="De Linde"),
        Person(id="coach", name="Joris", role="professional"),
        Person(id="doctor", name="Ineke", role="professional"),
        Person(id="friend", name="Bo", role="network"),
    ),
)

SIDES: Final = {
    "eating_sleeping": "development",
    "health": "development",
    "housing": "surroundings",
    "love_attention": "parenting",
    "safety": "parenting",
}
"""The topics that these tests use, and their sides; love_attention has no faces."""


def agreed(
    *topics: str,
    variant: Variant = "extended",
    table: Iterable[str] = ("mother", "nurse"),
    children: tuple[str, ...] = ("milan",),
    park_sensitive: bool = False,
) -> Talk:
    """Return a talk that was agreed to, with ``topics`` chosen in this order."""
    prepared = new_conversation(
        framework(),
        FAMILY,
        conversation_id="talk-1",
        now=NOW,
        variant=variant,
        focus_child=children[0],
        other_children=children[1:],
        at_the_table=table,
        content_version="test",
        park_sensitive=park_sensitive,
    )
    return chosen(flow.agree(talk_of(FAMILY, prepared), now=NOW), *topics)


def chosen(talk: Talk, *topics: str) -> Talk:
    """Return the talk with ``topics`` chosen, their sides opened where needed."""
    for topic in topics:
        side = framework().side_of(topic) or ""
        talk = choosing.choose_topic(choosing.open_side(talk, side), side, topic)
    return talk


def words(text: str = "Hij slaapt door.", author_id: str = "mother") -> OwnWords:
    """Return own words, typed by the nurse."""
    return OwnWords(text=text, author_id=author_id, typed_by_id="nurse", at=NOW)


def said(question: str, text: str = "Hij slaapt door.", author_id: str = "mother") -> Answer:
    """Return an answer in own words."""
    return _answer(question, "answered", own=words(text, author_id))


def chose(question: str, choice: str) -> Answer:
    """Return an answer that is a choice."""
    return _answer(question, "answered", choice=choice)


def left_open(question: str, state: AnswerState = "skipped") -> Answer:
    """Return an answer without a choice or words."""
    return _answer(question, state)


def _answer(
    question: str, state: AnswerState, *, choice: str | None = None, own: OwnWords | None = None
) -> Answer:
    return Answer(
        question=question,
        state=state,
        choice=choice,
        words=own,
        at=NOW,
        text_register="easy_language",
        language="nl",
    )


def asked(
    question: str,
    topic: str | None = "eating_sleeping",
    person_id: str | None = None,
    child_id: str | None = None,
) -> QuestionStep:
    """Return a question step; a topic of development is about Milan when nothing else is said."""
    if child_id is None and SIDES.get(topic or "") == "development":
        child_id = "milan"
    return QuestionStep(topic=topic, child_id=child_id, person_id=person_id, question=question)


def answered(talk: Talk, *given: tuple[QuestionStep, Answer]) -> Talk:
    """Return the talk with these answers at these steps."""
    for step, answer in given:
        talk = with_answer(talk, step, answer)
    return talk


def appraised(talk: Talk, topic: str = "eating_sleeping", **choices: str) -> Talk:
    """Return the talk in which each of these people chose how it is going."""
    for person_id, choice in choices.items():
        question = "view" if person_id in PROFESSIONALS else "appraisal"
        step = asked(question, topic, person_id)
        talk = answered(talk, (step, chose(question, choice)))
    return talk


def steps_of(talk: Talk) -> tuple[Step, ...]:
    """Return the agenda."""
    return agenda(talk)


def kinds(steps: Iterable[Step]) -> list[StepKind]:
    """Return the kinds of steps, in order."""
    return [step.kind for step in steps]


def questions(steps: Iterable[Step], person_id: str | None) -> list[str]:
    """Return the questions of one person, or those for everybody together, in order."""
    return [
        step.question
        for step in steps
        if isinstance(step, QuestionStep) and step.person_id == person_id
    ]


def at(talk: Talk, step: Step) -> Talk:
    """Return the talk at ``step``, which has to be on the agenda."""
    assert step in steps_of(talk)
    return flow.jump(talk, step)


def here(talk: Talk) -> Step:
    """Return the step where the conversation stands."""
    return flow.current_step(talk)


def as_given(answer: Answer | None) -> Answer | None:
    """Return an answer without who else was there, which the place adds to it."""
    if answer is None:
        return None
    words = answer.words and answer.words.model_copy(update={"with_ids": ()})
    return answer.model_copy(update={"present": (), "words": words})
