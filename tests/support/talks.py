"""One family at a table, and its conversation at any step: data for every front end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Final

from giz_gesprek.content.address import PLAIN, Address
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation import choosing, flow, gathering, planning
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.conversation.around import Ring
from giz_gesprek.conversation.asking_for_help import ask_for_programme
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import Variant
from giz_gesprek.conversation.looking_back import look_back_at
from giz_gesprek.conversation.people import AgeBand, Family, FamilySettings, Person
from giz_gesprek.conversation.records import with_answer
from giz_gesprek.conversation.steps import QuestionStep, Step
from giz_gesprek.conversation.talk import Talk
from tests.store.support import NOW
from tests.support.dossiers import framework, talk_of

RUNGS: Final[tuple[Rung, ...]] = ("standard", "easy", "easier")
TALK: Final = "talk-1"
PHASE: Final = "0-4"
BANDS: Final[dict[str, AgeBand]] = {
    "prenatal": "prenatal",
    "0-4": "0-3",
    "4-12": "4-7",
    "12+": "12-15",
}
"""An age for each phase."""
LONGEST_NAME: Final = "Maximiliaan-Alexande"
"""Twenty letters, as the checks of the content take them."""


HELPER: Final = Person(
    id="helper", name="Karim", role="professional", organisation="Wijkteam", phone="010 765 43 21"
)
"""Somebody of an organisation around the family."""


def make_family(
    rung: Rung = "easy",
    *,
    name: Callable[[str], str] = str,
    age_band: AgeBand = "0-3",
    language: str = "nl",
    address: Address = PLAIN,
) -> Family:
    """Return the family; ``name`` can make other names of these."""
    people = (
        Person(id="milan", name=name("Milan"), role="child", age_band=age_band),
        Person(id="mother", name=name("Sanne"), role="parent"),
        Person(id="father", name=name("Jan"), role="other_parent"),
        Person(
            id="nurse",
            name=name("Fatma"),
            role="professional",
            organisation="De Linde",
            phone="010 123 45 67",
        ),
        Person(id="friend", name=name("Bo"), role="network"),
    )
    settings = FamilySettings(rung=rung, language=language, address=address)
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
        talk, "eating_sleeping", "mother", strengths="Hij eet goed.", appraisal="so_so"
    )
    talk = say_about(talk, "eating_sleeping", "nurse", view="difficult", view_words="Hij is moe.")
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
def talk_of_two_parents() -> Talk:
    """Return a talk in which the laptop goes from one parent to the other."""
    return agreed_talk("eating_sleeping", table=("mother", "father", "nurse"))


@cache
def second_visit() -> Talk:
    """Return a talk six weeks after one that ended with a goal; nothing was said yet."""
    earlier = full_talk().conversation.model_copy(
        update={"id": "talk-0", "started_at": NOW - timedelta(weeks=6), "state": "finished"}
    )
    talk = agreed_talk()
    conversations = (earlier, talk.conversation)
    dossier = talk.dossier.model_copy(update={"conversations": conversations})
    return replace(talk, dossier=dossier)


@cache
def visit_looking_back() -> Talk:
    """Return a second visit in which everything is asked of a goal, and of hard days."""
    talk = second_visit()
    made = replace(talk, conversation_id=talk.earlier[0].id)
    made = planning.add_plan_step(made, "goal-1", words("Samen koken."))
    made = planning.choose_programme(made, "goal-1", "voorzorg", "VoorZorg")
    made = ask_for_programme(made, "goal-1", "voorzorg", "nurse", None)
    for question in framework().question_sets[framework().places.plan]:
        made = answered(made, QuestionStep(question=question), f"Zo was {question}.")
    conversations = (made.conversation, talk.conversation)
    dossier = talk.dossier.model_copy(update={"conversations": conversations})
    return look_back_at(replace(talk, dossier=dossier), "goal-1", "a_little", now=NOW)


_LOOKING_BACK: Final = ("since", "hard_days", "step_reached", "helped", "help_came", "then")


@cache
def talk_with_people() -> Talk:
    """Return a talk in which people around the family were named, each in a ring of their own."""
    talk = gathering.opened(agreed_talk("housing"))
    told: tuple[tuple[Person, Ring, str, str], ...] = (
        (Person(id="grandpa", name="opa Jan", role="network"), "close", "Past op.", ""),
        (Person(id="neighbour", name="buurvrouw Els", role="network"), "near", "", "Boodschappen."),
        (HELPER, "far", "Helpt met de post.", ""),
    )
    for person, ring, helps, could in told:
        talk = gathering.name_person(talk, person, ring)
        if helps:
            talk = gathering.say_helps(talk, person.id, words(helps))
        if could:
            talk = gathering.say_could(talk, person.id, words(could))
    return talk


@cache
def talk_around() -> Talk:
    """Return a talk in which two of the family's own people are around it."""
    talk = gathering.name_person(agreed_talk("housing"), person_of("friend"), "close")
    talk = gathering.say_helps(talk, "friend", words("Past op."))
    talk = gathering.name_person(talk, person_of("father"), "far")
    return gathering.say_could(talk, "father", words("Bellen."))


def person_of(person_id: str) -> Person:
    """Return somebody of the family."""
    return make_family().person(person_id)


def later(talk: Talk) -> Talk:
    """Return the talk of a visit six weeks after this one, which is finished; nothing is said."""
    earlier = talk.conversation.model_copy(
        update={"id": "talk-0", "started_at": NOW - timedelta(weeks=6), "state": "finished"}
    )
    now = agreed_talk().conversation
    dossier = talk.dossier.model_copy(update={"conversations": (earlier, now)})
    return Talk(talk.framework, dossier, now.id)


@cache
def talk_again() -> Talk:
    """Return the second visit, in which the topics of the first are talked about again."""
    talk = choosing.choose_again(second_visit(), "eating_sleeping")
    talk = choosing.choose_again(talk, "love_attention")
    talk = say_about(talk, "eating_sleeping", "mother", change="better", appraisal="going_well")
    talk = say_about(talk, "eating_sleeping", "mother", what_changed="Wij lezen een boek.")
    talk = say_about(talk, "eating_sleeping", "nurse", view_change="harder")
    return say_about(talk, "love_attention", "mother", change="same")


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
    declined, two, around = declined_talk(), talk_of_two_parents(), talk_around()
    return {
        **{name: (talk, step) for name, step in {**found, **others}.items()},
        "turn": (two, step_where(two, "turn")),
        "around": (around, step_where(around, "around")),
        "reached": (second_visit(), step_where(second_visit(), "reached")),
        **{
            kind: (visit_looking_back(), step_where(visit_looking_back(), kind))
            for kind in _LOOKING_BACK
        },
        "left": (second_visit(), step_where(second_visit(), "left")),
        "again": (second_visit(), step_where(second_visit(), "again")),
        "change": (talk_again(), step_where(talk_again(), question="change")),
        "declined": (declined, step_where(declined, "page", text="declined.thanks")),
    }


PLACES: Final = tuple(places())
VIEWS: Final = (
    "welcome",
    "choice",
    "triangle",
    "topics",
    "again",
    "words",
    "read_back",
    "side_by_side",
    "look_back",
    "whole",
    "around",
    "goals",
)
"""One place for every kind of view."""
ONE_OF_EACH: Final = (
    "welcome",
    "words",
    "choice",
    "declined",
    *(place for place in PLACES if place == places()[place][1].kind),
)
"""One place for every kind of step."""


@cache
def talk_on_every_topic() -> Talk:
    """Return a talk in which each topic has something to read back and to decide."""
    topics = tuple(framework().topics)
    talk = agreed_talk(*topics)
    for topic in topics:
        talk = answered(talk, step_where(talk, topic=topic, question="strengths"), "Het gaat wel.")
        for question, choice in (("outcome", "support"), ("helper", "outside")):
            talk = answered(talk, step_where(talk, topic=topic, question=question), choice)
    return talk


TALKS: tuple[Callable[[], Talk], ...] = (
    new_talk,
    agreed_talk,
    declined_talk,
    full_talk,
    talk_of_two_parents,
    visit_looking_back,
    second_visit,
    talk_around,
    talk_again,
    talk_on_every_topic,
)
"""Talks that together have every topic, every question and every kind of step."""
