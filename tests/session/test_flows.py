"""What flows ask, whoever shows it: every question, option and heading, at each rung.

The plan, programmes, examples, papers and topics that are added. What is kept of the answers is
in the tests of the session; how the questions are laid out is tested with the dialogs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.content.address import Address
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation import table
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.plan import PlanStep
from giz_gesprek.errors import StoreFull
from giz_gesprek.session import acts
from giz_gesprek.session.asking import (
    ChoiceAsked,
    ChosenDay,
    DayAsked,
    SeveralAsked,
    SureAsked,
    WordsAsked,
)
from giz_gesprek.session.help_offer import HelpOffer
from giz_gesprek.session.papers import Place
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY
from tests.support.asking import LEAVES, Scripted
from tests.support.talks import RUNGS, agreed_talk, make_family, new_talk, places, step_where
from tests.support.views import sit_with
from tests.support.wording import FORMAL, Sources, can_be_said

DAY: Final = ChosenDay(date(2027, 4, 3))


@dataclass(frozen=True)
class Asking:
    """An act at a place, and what is answered to its questions."""

    place: str
    act: acts.Act
    answers: tuple[object, ...] = ()


ASKINGS: Final = {
    "a first goal": Asking(
        "goals",
        acts.EditPlan("add_goal"),
        ("Meer rust.", "eating_sleeping", "Op tijd naar bed.", ("mother", "friend"), "mother", DAY),
    ),
    "a changed goal": Asking(
        "goals", acts.EditPlan("change_goal", "goal-1"), ("Samen eten.", "no-topic")
    ),
    "a removed goal": Asking("goals", acts.EditPlan("remove_goal", "goal-1")),
    "telling back": Asking("goals", acts.EditPlan("tell_back", "goal-1"), ("Wij eten samen.",)),
    "why it matters": Asking("goals", acts.EditPlan("say_why", "goal-1"), ("Dan is er rust.",)),
    "who keeps the plan": Asking(
        "goals", acts.EditPlan("who_keeps_it"), ("nobody-yet", "friend", "06 11")
    ),
    "a next step": Asking(
        "goals", acts.EditPlan("add_step", "goal-1"), ("Bellen.", ("somebody-else",), "Bo", LEAVES)
    ),
    "a changed step": Asking(
        "goals", acts.EditPlan("change_step", "step-1"), ("Dekken.", ("mother",), DAY, "nurse")
    ),
    "a removed step": Asking("goals", acts.EditPlan("remove_step", "step-1")),
    "help for a goal": Asking("goals", acts.EditPlan("choose_help", "goal-1")),
    "a topic more": Asking("topics", acts.AddTopic("development"), ("health", "")),
    "an example": Asking("words", acts.ShowExample("eating_sleeping.strengths")),
    "an own example": Asking(
        "words",
        acts.ShowExample("eating_sleeping.strengths"),
        ("write", "Samen eten.", "remove", False, "remove", True),
    ),
    "a changed line": Asking("summary", acts.ChangeLine(Line(kind="goal", id="goal-1"))),
    "a removed line": Asking("summary", acts.RemoveLine(Line(kind="goal", id="goal-1"))),
    "a pause": Asking("choice", acts.Pause()),
    "the end": Asking("export", acts.Finish()),
}


def sit(store: Store, asking: Asking, rung: Rung = "easy", address: Address = "u") -> Session:
    """Return the session at the place where something is asked."""
    talk, step = places()[asking.place]
    return sit_with(store, talk.changed(position=step.position), make_family(rung, address=address))


def asked(session: Session, asking: Asking) -> Scripted:
    """Carry out an act, and return who was asked."""
    ask = Scripted(*asking.answers)
    asyncio.run(perform(session, ask, asking.act))
    return ask


def all_asked(
    store: Store, rung: Rung, address: Address = "u"
) -> Iterator[tuple[str, list[str], Session]]:
    """Yield every flow by its name, with what it showed and the session after it."""
    for name, asking in ASKINGS.items():
        session = sit(store, asking, rung, address)
        yield name, list(asked(session, asking).texts()), session


@pytest.mark.parametrize("rung", RUNGS)
def test_a_flow_asks_in_words_of_the_content_that_are_easy_and_can_be_said(
    store: Store, rung: Rung
) -> None:
    for name, texts, session in all_asked(store, rung):
        sources = Sources(session.talk, *(talk for talk, _step in places().values()))
        assert texts, name
        typed = {answer for answer in ASKINGS[name].answers if isinstance(answer, str)}
        lines = [line for text in texts for line in text.split("\n") if line not in typed]
        assert sources.unexplained(lines) == [], name
        assert [line for line in lines if line.strip() and not can_be_said(line)] == [], name
        sources.assert_fit_to_read()


@pytest.mark.parametrize("rung", RUNGS)
def test_a_flow_never_says_u_to_who_wants_je(store: Store, rung: Rung) -> None:
    for name, texts, _session in all_asked(store, rung, "je"):
        assert [text for text in texts if FORMAL.search(text)] == [], name


def questions(ask: Scripted) -> list[str]:
    """Return the sentence of each question."""
    kinds = (WordsAsked, ChoiceAsked, SeveralAsked, SureAsked)
    return [each.question for each in ask.asked if isinstance(each, kinds)]


@pytest.mark.parametrize(
    ("name", "text_ids"),
    [
        (
            "a first goal",
            ["goals.goal", "goals.topic", "goals.step_what", "goals.step_who", "around.who_asks"],
        ),
        ("a changed goal", ["goals.goal", "goals.topic"]),
        ("a removed goal", ["summary.remove_ask"]),
        ("telling back", ["goals.tell_back"]),
        ("why it matters", ["goals.why"]),
        ("who keeps the plan", ["goals.keeps_it", "goals.called_first"]),
        ("a next step", ["goals.next_step_what", "goals.step_who"]),
        ("a changed step", ["goals.step_what", "goals.step_who", "goals.whose_idea"]),
        ("a removed step", ["summary.remove_ask"]),
        ("a topic more", ["topics.choose", "topics.add_reason"]),
        (
            "an own example",
            ["common.example_ask", "common.example_remove", "common.example_remove"],
        ),
        ("a changed line", ["read_back.ask"]),
        ("a removed line", ["summary.remove_ask"]),
    ],
)
def test_a_flow_asks_its_questions_in_order(store: Store, name: str, text_ids: list[str]) -> None:
    session = sit(store, ASKINGS[name])
    say = session.phrases().text
    bo = session.family.person("friend").name
    asked_for = [say(text_id, who=bo) for text_id in text_ids]
    assert questions(asked(session, ASKINGS[name])) == asked_for


def test_who_does_a_step_is_somebody_of_the_family_but_no_small_child(store: Store) -> None:
    session = sit(store, ASKINGS["a next step"])
    ask = asked(session, ASKINGS["a next step"])
    [who] = [each for each in ask.asked if isinstance(each, SeveralAsked)]
    last = [session.phrases().text(f"goals.{each}") for each in ("someone_else", "nobody_yet")]
    assert [label for _id, label in who.options] == ["Sanne", "Fatma", "Jan", "Bo", *last]
    assert who.chosen == ()
    step = session.conversation.plan.goals[0].steps[-1]
    assert (step.who, step.who_else, step.by) == ((), "Bo", None)
    again = asked(session, Asking("goals", acts.EditPlan("change_step", step.id), ("Bellen.",)))
    [who] = [each for each in again.asked if isinstance(each, SeveralAsked)]
    assert who.chosen == ("somebody-else",)


def test_who_does_a_step_is_also_a_child_of_eight_who_sits_there(store: Store) -> None:
    session = sit(store, ASKINGS["a next step"])
    big = Person(id="milan", name="Milan", role="child", age_band="12-15")
    people = tuple(big if one.id == big.id else one for one in session.family.people)
    with_big = session.talk.with_family(session.family.model_copy(update={"people": people}))
    session.talk = table.come(with_big, big)
    ask = asked(session, ASKINGS["a next step"])
    [who] = [each for each in ask.asked if isinstance(each, SeveralAsked)]
    assert "Milan" in [label for _id, label in who.options]


def test_several_people_do_a_step_together_and_one_of_them_is_left_again(store: Store) -> None:
    step_id = "step-1"
    session = sit(store, ASKINGS["a changed step"])
    change = acts.EditPlan("change_step", step_id)
    everybody = ("mother", "friend", "somebody-else")
    asked(session, Asking("goals", change, ("Dekken.", everybody, "Het wijkteam", LEAVES)))
    step = session.conversation.plan.goals[0].steps[0]
    assert (step.who, step.who_else) == (("mother", "friend"), "Het wijkteam")
    asked(session, Asking("goals", change, ("Dekken.", ("friend", "somebody-else"), LEAVES)))
    step = session.conversation.plan.goals[0].steps[0]
    assert (step.who, step.who_else) == (("friend",), "Het wijkteam")
    asked(session, Asking("goals", change, ("Dekken.", ("friend",), LEAVES)))
    step = session.conversation.plan.goals[0].steps[0]
    assert (step.who, step.who_else) == (("friend",), None)


def test_who_comes_back_from_who_does_a_step_is_at_its_words_again(store: Store) -> None:
    session = sit(store, ASKINGS["a next step"])
    answers = ("Bellen.", LEAVES, "Morgen bellen.", ("mother",), DAY)
    ask = asked(session, Asking("goals", acts.EditPlan("add_step", "goal-1"), answers))
    kinds = [type(each) for each in ask.asked]
    assert kinds == [WordsAsked, SeveralAsked, WordsAsked, SeveralAsked, DayAsked]
    step = session.conversation.plan.goals[0].steps[-1]
    assert (step.what.text, step.who, step.by) == ("Morgen bellen.", ("mother",), DAY.day)
    ask = asked(session, Asking("goals", acts.EditPlan("change_step", step.id), ("Bellen.",)))
    assert [type(each) for each in ask.asked] == [WordsAsked, SeveralAsked, WordsAsked]


def test_whose_idea_a_step_was_is_asked_where_it_is_changed_and_keeps_it_the_same_step(
    store: Store,
) -> None:
    session = sit(store, ASKINGS["a changed step"])
    told = acts.EditPlan("tell_back", "goal-1")

    def change(*idea: object) -> Scripted:
        answers = ("Dekken.", ("mother",), DAY, *idea)
        return asked(session, Asking("goals", acts.EditPlan("change_step", "step-1"), answers))

    def step() -> PlanStep:
        return session.conversation.plan.goals[0].steps[0]

    assert step().proposed_by == ()
    change(LEAVES)
    assert step().proposed_by == (), "nobody said so"
    asked(session, Asking("goals", told, ("Wij dekken samen de tafel.",)))
    change("nurse")
    assert step().proposed_by == ("nurse",)
    assert session.conversation.plan.goals[0].is_agreed
    again = change("not-said").asked[-1]
    assert isinstance(again, ChoiceAsked)
    assert again.chosen == "nurse"
    assert step().proposed_by == ()


def test_before_the_agreement_nobody_had_enough_for_today(store: Store) -> None:
    ways = []
    for session in (sit(store, ASKINGS["a pause"]), sit_with(store, new_talk())):
        [pause] = asked(session, ASKINGS["a pause"]).asked
        assert isinstance(pause, ChoiceAsked)
        ways.append([way for way, _label in pause.options])
    rest = ["stop", "table", "take_back", "log"]
    assert ways == [["go_on", "enough", *rest], ["go_on", *rest]]


@pytest.mark.parametrize("rung", RUNGS)
def test_help_is_offered_in_the_words_of_the_family(store: Store, rung: Rung) -> None:
    session = sit(store, ASKINGS["help for a goal"], rung)
    [offer] = asked(session, ASKINGS["help for a goal"]).asked
    assert isinstance(offer, HelpOffer)
    assert offer.first.offers
    for each in (*offer.first.offers, *offer.others.offers):
        phrases = session.phrases()
        assert each.name == phrases.text(f"{each.programme}.name")
        assert each.about.startswith(phrases.text(f"{each.programme}.about").strip())


def test_topics_to_add_are_those_of_the_side_that_are_neither_chosen_nor_parked(
    store: Store,
) -> None:
    parked = new_talk(park_sensitive=True).conversation.parked
    talk = agreed_talk("money_work_post").changed(parked=parked)
    session = sit_with(store, talk.changed(position=step_where(talk, "topics").position))
    [asking] = asked(session, Asking("topics", acts.AddTopic("surroundings"))).asked
    assert isinstance(asking, ChoiceAsked)
    left = set(session.framework.sides["surroundings"].topics) - {*parked, "money_work_post"}
    assert {topic for topic, _label in asking.options} == left


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Ik [/b] wil het weten.", "Ik [/b] wil het weten."), ("", None), ("\u200b", None)],
)
def test_a_topic_is_added_with_what_was_typed_or_without_a_reason(
    store: Store, typed: str, kept: str | None
) -> None:
    session = sit(store, ASKINGS["a topic more"])
    asked(session, Asking("topics", acts.AddTopic("development"), ("health", typed)))
    [added] = session.conversation.visits[0].added
    assert added.topic == "health"
    assert (added.reason.text if added.reason is not None else None) == kept


def test_words_that_cannot_be_kept_are_asked_again_as_they_were(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sit(store, ASKINGS["a first goal"])

    def refuse(*_given: object, **_named: object) -> None:
        raise StoreFull

    monkeypatch.setattr(Store, "save", refuse)
    ask = asked(session, Asking("goals", acts.EditPlan("add_goal"), ("Meer rust.",)))
    first, second = ask.asked
    assert isinstance(first, WordsAsked)
    assert isinstance(second, WordsAsked)
    assert (first.problem, first.draft.text) == ("", None)
    assert second.problem == session.phrases().text("common.not_saved")
    assert second.draft.text == "Meer rust."


def test_a_drafted_goal_is_asked_for_with_its_draft(store: Store) -> None:
    session = sit(store, ASKINGS["a first goal"])
    session.save_draft("goal:new", "Meer rust")
    [first] = asked(session, Asking("goals", acts.EditPlan("add_goal"))).asked
    assert isinstance(first, WordsAsked)
    assert first.draft.text == "Meer rust"
    assert session.draft("goal:new") is None, "left, and so forgotten"


def test_a_paper_is_looked_at_then_placed_and_told(store: Store, tmp_path: Path) -> None:
    session = sit(store, ASKINGS["the end"])
    place = Place("text", str(tmp_path))
    ask = asked(session, Asking("export", acts.MakePaper(FAMILY), (True, place)))
    preview, places_, written = (type(each).__name__ for each in ask.asked)
    assert (preview, places_, written) == ("PaperShown", "PaperPlaces", "Written")
    assert [path.suffix for path in tmp_path.glob("*.txt")] == [".txt"]
    assert session.paper_place == place
    assert [(line.change.item, line.change.action) for line in store.changes("f1")][-2:] == [
        ("paper:family", "looked"),
        ("paper:family:text", "exported"),
    ]
