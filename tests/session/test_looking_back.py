"""A next visit looks back on the goals: on the screen, in the report and on both papers."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from giz_gesprek.conversation import planning, table
from giz_gesprek.conversation.looked_back import Outcome
from giz_gesprek.conversation.looking_back import look_back_at
from giz_gesprek.conversation.steps import ReachedStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.asking import ChosenDay
from giz_gesprek.session.performing import perform
from giz_gesprek.session.plan_views import GoalsView
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_parts import WrittenLine
from giz_gesprek.session.step_view import ChoiceView, WordsView
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from giz_gesprek.summary.looked_back_items import GoalLookedBackOn, WhatHelped
from giz_gesprek.summary.visible import visible_items
from giz_gesprek.summary.withheld import DELICATE_WITHHELD, Withheld, without
from tests.store.support import NOW
from tests.support.asking import Scripted
from tests.support.sheets import document_of
from tests.support.talks import second_visit, step_where, visit_looking_back
from tests.support.views import sit_with

GOAL = "Samen eten."


def at_the_goal(store: Store, talk: Talk | None = None) -> Session:
    """Return the session where everybody is asked about the goal."""
    session = sit_with(store, second_visit() if talk is None else talk)
    session.jump(ReachedStep(goal="goal-1"))
    return session


def say(session: Session, outcome: Outcome) -> None:
    """Choose what became of the goal."""
    asyncio.run(perform(session, Scripted(), acts.GiveChoice(outcome)))


def paper(talk: Talk, readers: Readers, language: str = "nl") -> str:
    """Return a paper in words."""
    return document_text(document_of(talk.dossier, readers, language))


def after(outcome: Outcome, talk: Talk | None = None) -> Talk:
    """Return the second visit in which this became of the goal."""
    return look_back_at(talk or second_visit(), "goal-1", outcome, now=NOW)


def delicate() -> Talk:
    """Return a second visit after a goal about being safe."""
    talk = second_visit()
    before, now = talk.dossier.conversations
    tied = planning.tie_goal(replace(talk, conversation_id=before.id), "goal-1", ("safety",))
    dossier = talk.dossier.model_copy(update={"conversations": (tied.conversation, now)})
    return replace(talk, dossier=dossier)


def test_the_goal_stands_there_as_it_was_said_with_its_steps(store: Store) -> None:
    view = at_the_goal(store).view
    assert isinstance(view, ChoiceView)
    said, steps = view.quotes
    assert (said.lead, said.text) == ("Sanne zegt", GOAL)
    assert "De tafel dekken." in steps.text
    assert view.chosen is None


def test_what_is_chosen_is_kept_and_the_way_goes_on(store: Store) -> None:
    session = at_the_goal(store)
    say(session, "a_little")
    assert session.step.kind == "helped"
    assert store.read("f1").conversation("talk-1").looked_back[0].outcome == "a_little"
    session.back()
    view = session.view
    assert isinstance(view, ChoiceView)
    assert view.chosen == "a_little"


def test_it_can_be_skipped_and_nothing_is_told_then(store: Store) -> None:
    session = at_the_goal(store)
    asyncio.run(perform(session, Scripted(), acts.Skip(None)))
    assert session.step.kind == "left"
    assert session.conversation.looked_back == ()
    assert "Terugblik op het vorige plan" not in paper(session.talk, PROFESSIONAL)


def test_the_report_tells_it_and_it_can_be_taken_away(store: Store) -> None:
    session = at_the_goal(store)
    say(session, "reached")
    session.jump(step_where(session.talk, "summary"))
    view = session.view
    assert isinstance(view, LinesView)
    [line] = [line for part in view.parts for line in part.lines]
    assert line.text == f"“{GOAL}”\nDit lukte."
    assert line.remove is not None
    asyncio.run(perform(session, Scripted(True), line.remove.act))
    assert session.conversation.looked_back == ()


@pytest.mark.parametrize(
    ("outcome", "told", "recorded"),
    [
        ("reached", "Dit lukte.", "Het is gelukt, gezegd door Sanne en Fatma"),
        ("a_little", "Dit lukte een beetje.", "Een beetje gelukt, gezegd door Sanne en Fatma"),
        ("not_reached", "Dit heeft nog tijd nodig.", "Nog niet gelukt, gezegd door Sanne en Fatma"),
    ],
)
def test_both_papers_begin_with_what_became_of_the_goals(
    outcome: Outcome, told: str, recorded: str
) -> None:
    talk = after(outcome)
    of_family, record = paper(talk, FAMILY), paper(talk, PROFESSIONAL)
    assert of_family.index("Terugkijken") < of_family.index(GOAL) < of_family.index(told)
    assert of_family.index(told) < of_family.index("Onze afspraken")
    assert " ".join(record.split()).count(recorded) == 1
    assert record.index("Terugblik op het vorige plan") < record.index(GOAL)
    assert record.index(GOAL) < record.index("Conclusie en vervolgstappen")


def test_not_knowing_is_for_the_record_only() -> None:
    talk = after("dont_know")
    assert GOAL not in paper(talk, FAMILY)
    assert "Weet ik niet" in paper(talk, PROFESSIONAL)


def test_it_is_told_in_english() -> None:
    talk = after("a_little")
    assert "This worked a little." in paper(talk, FAMILY, "en")
    assert "It worked out a little" in paper(talk, PROFESSIONAL, "en")


def test_what_came_of_a_delicate_goal_goes_home_only_when_that_is_wanted() -> None:
    talk = after("reached", delicate())
    items = visible_items(talk, FAMILY)
    assert any(isinstance(item, GoalLookedBackOn) for item in items)
    kept = without(talk, items, DELICATE_WITHHELD)
    assert not any(isinstance(item, GoalLookedBackOn) for item in kept)


def test_what_came_of_a_delicate_goal_is_not_told_beside_others() -> None:
    talk = after("reached", delicate())
    assert GOAL in paper(talk, FAMILY)
    beside = table.come(talk, talk.family.person("father"))
    assert GOAL not in paper(beside, FAMILY)
    assert "Terugkijken" not in paper(beside, FAMILY)
    assert GOAL in paper(beside, PROFESSIONAL)


def test_what_came_of_a_delicate_goal_is_not_told_to_the_other_parent_alone() -> None:
    talk = after("reached", delicate())
    other = table.leave(table.come(talk, talk.family.person("father")), "mother")
    assert GOAL not in paper(other, FAMILY)
    assert GOAL in paper(other, PROFESSIONAL)


# --- steps, what helped, and how it goes on -------------------------------------------------


def do(session: Session, act: acts.Act, *answers: object) -> Scripted:
    """Carry out an act, with these answers to what it asks."""
    ask = Scripted(*answers)
    asyncio.run(perform(session, ask, act))
    return ask


def walked(store: Store) -> Session:
    """Return the session after everything was asked of a goal that worked a little."""
    session = at_the_goal(store, visit_looking_back())
    for outcome in ("a_little", "reached", "not_reached"):
        do(session, acts.GiveChoice(outcome))
    do(session, acts.GiveWords("Oma hielp mee."))
    do(session, acts.GiveChoice("waiting"))
    return session


def test_each_step_is_a_screen_of_its_own_with_who_would_do_it(store: Store) -> None:
    session = at_the_goal(store, visit_looking_back())
    say(session, "a_little")
    asked = []
    for _step in range(2):
        view = session.view
        assert isinstance(view, ChoiceView)
        asked.append([quote.text for quote in view.quotes])
        say(session, "reached")
    assert asked == [["De tafel dekken."], ["Samen koken."]]
    assert session.step.kind == "helped"


def test_what_helped_is_kept_in_the_words_of_the_family_and_may_be_empty(store: Store) -> None:
    session = at_the_goal(store)
    say(session, "reached")
    do(session, acts.GiveWords(""))
    assert session.step.kind == "left"
    assert session.conversation.looked_back[0].helped is None
    session.back()
    do(session, acts.GiveWords("Oma hielp mee."))
    helped = store.read("f1").conversation("talk-1").looked_back[0].helped
    assert helped is not None
    assert (helped.text, helped.authors, helped.typed_by_id) == (
        "Oma hielp mee.",
        ("mother",),
        "nurse",
    )
    session.back()
    view = session.view
    assert isinstance(view, WordsView)
    assert view.typed == "Oma hielp mee."
    do(session, acts.Skip(""))
    assert session.conversation.looked_back[0].helped is None


def test_the_steps_of_a_goal_that_was_reached_are_asked_when_somebody_wishes_so(
    store: Store,
) -> None:
    session = at_the_goal(store, visit_looking_back())
    say(session, "reached")
    wish = session.view.own
    assert wish is not None
    ask = do(session, wish.act, "reached", "a_little")
    assert "“De tafel dekken.”" in ask.texts()
    assert [each.outcome for each in session.conversation.looked_back[0].steps] == [
        "reached",
        "a_little",
    ]
    assert session.view.own is None


def test_a_smaller_step_takes_the_goal_along_and_asks_for_that_step_at_once(store: Store) -> None:
    session = at_the_goal(store)
    say(session, "not_reached")
    do(session, acts.GoOnWith("goal-1", "smaller"), "Een vork neerleggen.", ChosenDay(None))
    [goal] = session.conversation.plan.goals
    assert goal.words.text == GOAL
    assert [step.what.text for step in goal.steps] == ["Een vork neerleggen."]
    assert session.step.kind == "left"
    assert session.conversation.looked_back[0].then == "smaller"


def test_somebody_else_is_asked_who_for_the_step_that_is_chosen(store: Store) -> None:
    session = walked(store)
    assert session.step.kind == "then"
    do(session, acts.GoOnWith("goal-1", "other_helper"), ("friend",), None, ChosenDay(None))
    [goal] = session.conversation.plan.goals
    [step] = goal.steps
    assert (step.what.text, step.who, step.to_ask) == ("Samen koken.", ("friend",), ("friend",))
    assert goal.programmes[0].asked_by == "nurse", "the help still has to come"


def test_what_goes_on_as_it_was_keeps_its_steps_and_asks_for_a_day_only(store: Store) -> None:
    session = at_the_goal(store)
    say(session, "a_little")
    session.next()
    ask = do(session, acts.GoOnWith("goal-1", "as_it_was"), ChosenDay(session.today))
    [goal] = session.conversation.plan.goals
    assert [(step.what.text, step.by) for step in goal.steps] == [
        ("De tafel dekken.", session.today)
    ]
    assert len(ask.asked) == 1


def test_a_goal_that_is_let_go_is_offered_no_more(store: Store) -> None:
    session = at_the_goal(store)
    say(session, "not_reached")
    assert do(session, acts.GoOnWith("goal-1", "let_go")).asked == []
    session.jump(step_where(session.talk, "goals"))
    view = session.view
    assert isinstance(view, GoalsView)
    assert (view.goals, view.along) == ((), None)
    assert "Dit is nu klaar." in paper(session.talk, FAMILY)


@pytest.mark.parametrize(("sure", "then", "goals"), [(True, "let_go", 0), (False, "smaller", 1)])
def test_letting_go_of_what_stands_in_the_plan_asks_first(
    store: Store, *, sure: bool, then: str, goals: int
) -> None:
    session = at_the_goal(store)
    say(session, "not_reached")
    do(session, acts.GoOnWith("goal-1", "smaller"))
    session.back()
    do(session, acts.GoOnWith("goal-1", "let_go"), sure)
    assert session.conversation.looked_back[0].then == then
    assert len(session.conversation.plan.goals) == goals


def test_both_papers_tell_what_worked_what_helped_and_how_it_goes_on(store: Store) -> None:
    session = walked(store)
    do(session, acts.GoOnWith("goal-1", "smaller"))
    family = " ".join(paper(session.talk, FAMILY).split())
    record = " ".join(paper(session.talk, PROFESSIONAL).split())
    for told in (
        "Gelukt: “De tafel dekken.”",
        "Wat hielp",
        "Sanne zegt: “Oma hielp mee.”",
        "VoorZorg: wij wachten nog.",
        "Nu komt er een kleinere stap.",
    ):
        assert told in family
    assert "Samen koken." not in family[: family.index("Onze afspraken")], "no failure at home"
    for told in (
        "Actie: het is gelukt: “De tafel dekken.”",
        "Actie: nog niet gelukt: “Samen koken.”",
        "Wat hielp (Sanne): “Oma hielp mee.”",
        "VoorZorg: in afwachting",
        "Vervolg: kleinere stap",
    ):
        assert told in record


def test_the_report_has_what_helped_as_a_line_that_can_be_changed_and_taken_away(
    store: Store,
) -> None:
    session = walked(store)
    session.jump(step_where(session.talk, "summary"))

    def line() -> WrittenLine | None:
        view = session.view
        assert isinstance(view, LinesView)
        every = [line for part in view.parts for line in part.lines]
        return next((one for one in every if one.asked == "Wat hielp daarbij?"), None)

    helped = line()
    assert helped is not None
    assert helped.change is not None
    do(session, helped.change.act, "De buurvrouw hielp mee.")
    helped = line()
    assert helped is not None
    assert helped.text == "De buurvrouw hielp mee."
    assert helped.remove is not None
    do(session, helped.remove.act, True)
    assert line() is None


def test_what_helped_is_on_no_paper_of_somebody_who_did_not_say_it(store: Store) -> None:
    session = walked(store)
    talk = table.come(session.talk, session.family.person("father"))
    talk = look_back_at(talk, "goal-1", "reached", now=NOW)
    items = without(talk, visible_items(talk, FAMILY), Withheld(but_of="father"))
    assert any(isinstance(item, GoalLookedBackOn) for item in items)
    assert not any(isinstance(item, WhatHelped) for item in items)
    assert "Oma hielp mee." not in repr(items)
