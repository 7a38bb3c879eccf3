"""The smallest conversation that gives a paper, and the largest that the screens allow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Final

from giz_gesprek.conversation.answers import Answer, Conclusion, Difference, OwnWords, Reason, View
from giz_gesprek.conversation.dossier import Conversation, Dossier, Participant, SideVisit
from giz_gesprek.conversation.people import Family, Person
from giz_gesprek.conversation.plan import (
    ChosenProgramme,
    FirstContact,
    Goal,
    Plan,
    PlanStep,
    ToldBack,
)
from giz_gesprek.conversation.text import LONGEST_NOTE
from tests.support.dossiers import framework
from tests.support.example import example

_START: Final = datetime(2026, 11, 17, 13, 30, tzinfo=UTC)
_SENTENCE: Final = "Het was een drukke week en toch lukte het samen. "
_LONG_NOTE: Final = (_SENTENCE * 300)[: LONGEST_NOTE - 6] + "Einde."
_PEOPLE: Final = (
    Person(id="child", name="Wolfeschlegelsteinhausen", role="child", age_band="4-7"),
    Person(id="parent", name="Anna-Maria Wilhelmina van den Heuvel-Oosterhuis", role="parent"),
    Person(
        id="first",
        name="Jeugdverpleegkundige Hubertina Vandenbroucke-Verstraeten",
        role="professional",
        organisation="Samenwerkingsverband Jeugdgezondheidszorg Voorbeeldstad-Noord en Omstreken",
        phone="010-0000000",
    ),
    Person(id="second", name="Ömer Yıldırım", role="professional", organisation="School"),
    Person(id="friend", name="Buurvrouw", role="network"),
)


def almost_empty() -> Dossier:
    """Return a conversation in which nothing was said yet."""
    talk = Conversation(
        id="talk",
        started_at=_START,
        focus_child="child",
        participants=(Participant(person_id="parent", role="parent"),),
    )
    return _dossier(talk)


def fullest() -> Dossier:
    """Return every topic with three voices, three goals of five steps, and long notes."""
    about = [
        (topic, "child" if side.per == "child" else None)
        for side in framework().sides.values()
        for topic in side.topics
    ]
    talk = Conversation(
        id="talk",
        state="finished",
        variant="multidisciplinary",
        started_at=_START,
        focus_child="child",
        participants=tuple(
            Participant(person_id=person.id, role=person.role) for person in _PEOPLE[1:]
        ),
        visits=tuple(
            SideVisit(side=name, topics=tuple(side.topics))
            for name, side in framework().sides.items()
        ),
        views=tuple(
            View(topic=topic, child_id=child, person_id=person, answers=_answers(topic, person))
            for topic, child in about
            for person in ("parent", "first", "second")
        ),
        differences=tuple(
            Difference(
                topic=topic,
                child_id=child,
                reasons=tuple(
                    Reason(person_id=person, answer=_answer("reason", person))
                    for person in ("parent", "first", "second")
                ),
                outcome=_answer("difference", "parent", choice="later"),
                later_on=date(2026, 12, 1),
            )
            for topic, child in about
        ),
        conclusions=tuple(
            Conclusion(topic=topic, child_id=child, answers=_conclusion()) for topic, child in about
        ),
        plan=_plan(),
    )
    return _dossier(talk)


def _dossier(talk: Conversation) -> Dossier:
    family = Family(id="family", label="Gezin", people=_PEOPLE)
    return Dossier(family=family, conversations=(talk,))


def _words(text: str, person: str) -> OwnWords:
    return OwnWords(text=text, author_id=person, typed_by_id=person, at=_START)


def _answer(
    question: str, person: str, *, choice: str | None = None, text: str = _SENTENCE * 5
) -> Answer:
    return Answer(
        question=question,
        state="answered",
        choice=choice,
        words=None if choice is not None else _words(text, person),
        at=_START,
        text_register="easy_language",
        language="nl",
    )


def _answers(topic: str, person: str) -> tuple[Answer, ...]:
    spec = framework().topics[topic]
    asked = "family" if person == "parent" else "professional"
    longest = topic == "health" and person != "second"
    answers = []
    for name in framework().question_sets[spec.set]:
        question = framework().questions[name]
        if question.asked_of != asked:
            continue
        scale = framework().scales.get(question.scale or "", {})
        # Parent and professionals choose differently, so that there is something to explain.
        choice = list(scale)[-1 if person == "parent" else 0] if scale else None
        text = _LONG_NOTE if longest and name in {"example", "view_words"} else _SENTENCE * 7
        answers.append(_answer(name, person, choice=choice, text=text))
    return tuple(answers)


def _conclusion() -> tuple[Answer, ...]:
    choices = {
        "outcome": "support",
        "urgency": "extra_support",
        "helper": "outside",
        "help_kind": "extra_help",
    }
    return tuple(_answer(name, "parent", choice=choice) for name, choice in choices.items())


def _plan() -> Plan:
    goals = tuple(
        Goal(
            id=f"goal-{number}",
            words=_words(_LONG_NOTE if number == 0 else _SENTENCE, "parent"),
            programmes=tuple(
                ChosenProgramme(id=name)
                for name in list(framework().programmes)[number : number + 2]
            ),
            steps=tuple(
                PlanStep(
                    id=f"step-{number}-{step}",
                    what=_words(_SENTENCE * (step + 1), "parent"),
                    who=(_PEOPLE[step].id,) if step < len(_PEOPLE) else (),
                    by=date(2026, 12, 20 + step),
                )
                for step in range(5)
            ),
            why=_words(_SENTENCE, "parent"),
            told_back=ToldBack(state="told", words=_words(_SENTENCE, "parent")),
        )
        for number in range(3)
    )
    hard_again = tuple(_answer(name, "parent") for name in framework().question_sets["hard_again"])
    return Plan(
        goals=goals,
        hard_again=hard_again,
        coordinator_id="first",
        first_contact=FirstContact(name="Oma", phone="06-00000000"),
        look_back_on=date(2027, 1, 12),
    )


CONVERSATIONS: Final[dict[str, Callable[[], Dossier]]] = {
    "ordinary": example,
    "almost empty": almost_empty,
    "fullest": fullest,
}
"""By name: one as people have it, and the two ends."""
