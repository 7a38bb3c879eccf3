"""What people do on a step: every act that a view offers, and where it leads."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import date

import pytest

from giz_gesprek.conversation import choosing
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.choosing import chosen_topics
from giz_gesprek.conversation.records import answer_at
from giz_gesprek.conversation.steps import Step
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.telling_back import tell_back
from giz_gesprek.errors import StoreFull
from giz_gesprek.session import acts
from giz_gesprek.session.done import Done
from giz_gesprek.session.performing import perform
from giz_gesprek.session.plan_views import DayView, GoalsView
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import ChoiceView, PageView, TopicsView, WordsView
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.store import Store
from tests.support.asking import Scripted
from tests.support.dossiers import last_talk
from tests.support.talks import (
    PLACES,
    TALK,
    agreed_talk,
    full_talk,
    make_family,
    new_talk,
    places,
    say_about,
    step_where,
    words,
)
from tests.support.views import acts as acts_of
from tests.support.views import sit_with


def do(session: Session, act: acts.Act, *answers: object) -> Done:
    """Carry out an act; what it asks gets these answers, and is left after them."""
    return asyncio.run(perform(session, Scripted(*answers), act))


def at(store: Store, place: str) -> Session:
    """Return a session at a place, kept there."""
    talk, step = places()[place]
    return sit_with(store, talk.changed(position=step.position))


def following(talk: Talk, step: Step) -> Step:
    """Return the step after one of the agenda."""
    steps = agenda(talk)
    return steps[steps.index(step) + 1]


def kept_answer(store: Store, step: Step) -> Answer:
    """Return the answer in the store at a step."""
    found = answer_at(last_talk(store.read("f1")), step)
    assert found is not None, step
    return found


def with_a_told_plan() -> Talk:
    """Return a talk with a goal and a step that the parent told back."""
    return tell_back(full_talk(), "goal-1", words("Wij eten samen."))


def test_a_plan_that_was_told_back_and_has_changed_is_asked_for_once_more(store: Store) -> None:
    session = sit_with(store, with_a_told_plan())

    done = do(session, acts.EditPlan("change_step", "step-1"), "Samen de tafel dekken.")

    assert done.notice == "goals.changed"
    assert session.conversation.plan.goals[0].told_back is None


def test_a_plan_that_was_looked_at_and_left_as_it_is_stays_told(store: Store) -> None:
    session = sit_with(store, with_a_told_plan())

    done = do(session, acts.EditPlan("change_step", "step-1"), "De tafel dekken.")

    assert done.notice is None
    assert session.conversation.plan.goals[0].told_back


def test_a_plan_that_was_never_told_back_changes_without_a_word(store: Store) -> None:
    session = sit_with(store, full_talk())

    done = do(session, acts.EditPlan("change_step", "step-1"), "Samen de tafel dekken.")

    assert done.notice is None


def test_every_act_that_a_view_offers_is_carried_out(store: Store) -> None:
    for place in PLACES:
        for act in list(acts_of(at(store, place).view)):
            session = at(store, place)
            before, step = session.talk, session.step
            done = do(session, act)
            if isinstance(act, acts.LEAVING):
                assert (done.then, session.step != step) == ("show", True), (place, act)
            elif isinstance(act, acts.ASKING) and not isinstance(act, acts.Finish):
                # Changing a choice asks nothing: it goes to the question.
                assert session.talk.changed(position=step.position) == before, f"{act} was left"
                assert done.then != "leave", (place, act)


def test_a_choice_of_the_scale_and_an_answer_set_apart_are_kept_and_lead_on(store: Store) -> None:
    session = sit_with(store, full_talk())
    asked = [step for step in agenda(full_talk()) if step.kind == "question"]
    for step in asked:
        session.talk = full_talk().changed(position=step.position)
        options = getattr(session.view, "options", getattr(session.view, "asides", ()))
        for option in options:
            session.talk = full_talk().changed(position=step.position)
            assert do(session, option.act) == Done()
            kept = kept_answer(store, step)
            expected = ("answered", option.id) if not option.aside else (option.id, None)
            assert (kept.state, kept.choice) == expected, step
            assert session.step == following(session.talk, step)


@pytest.mark.parametrize("place", ["words", "hard_again", "reason", "advice"])
def test_own_words_are_kept_as_those_of_whose_turn_it_is(store: Store, place: str) -> None:
    session = at(store, place)
    step, view = session.step, session.view
    assert isinstance(view, WordsView)
    assert do(session, view.give("Zo [/b] is {child}.")) == Done()
    kept = kept_answer(store, step).words
    assert kept is not None
    assert (kept.text, kept.author_id) == (
        "Zo [/b] is {child}.",
        step.position.person_id or "mother",
    )
    assert session.step == following(session.talk, step)


@pytest.mark.parametrize("place", ["later_date", "look_back"])
@pytest.mark.parametrize("day", [date(2027, 4, 3), None])
def test_a_day_is_kept_and_can_be_left_open(store: Store, place: str, day: date | None) -> None:
    session = at(store, place)
    step, view = session.step, session.view
    assert isinstance(view, DayView)
    do(session, view.give(date(2030, 9, 9)))
    do(session, acts.GoBack())
    do(session, view.give(day))
    kept = store.read("f1").conversation(TALK)
    found = kept.plan.look_back_on if place == "look_back" else kept.differences[0].later_on
    assert found == day
    assert session.step == following(session.talk, step)


def test_going_on_and_going_back_are_one_step(store: Store) -> None:
    for place in PLACES:
        session = at(store, place)
        step = session.step
        # The other pages of topics of a side are the same step.
        steps = [each for each in session.steps() if each == step or not each.position.page]
        do(session, acts.GoBack())
        assert session.step == steps[max(steps.index(step) - 1, 0)], place
        if step != steps[-1]:
            session.jump(step)
            do(session, acts.GoNext())
            assert session.step == steps[steps.index(step) + 1], place


def test_the_agreement_is_given_or_not_and_asking_first_stays(store: Store) -> None:
    talk = new_talk()
    consent = step_where(talk, "consent")
    ends = {}
    for option in range(3):
        session = sit_with(store, talk.changed(position=consent.position), make_family())
        view = session.view
        assert isinstance(view, ChoiceView)
        act = view.options[option].act
        assert act is not None
        done = do(session, act)
        ends[view.options[option].id] = (session.conversation.state, session.step.kind, done)
    assert ends == {
        "start": ("agreed", "practice", Done()),
        "question_first": ("prepared", "consent", Done("stay", "agreement.question_time")),
        "stop_today": ("declined", "page", Done()),
    }


def test_after_a_no_the_talk_is_kept_or_deleted(store: Store) -> None:
    session = at(store, "declined")
    view = session.view
    assert isinstance(view, PageView)
    assert do(session, view.confirm) == Done("leave")
    assert [kept.id for kept in store.read("f1").conversations] == [TALK]
    assert view.aside is not None
    assert do(session, view.aside.act, True) == Done("leave")
    assert store.read("f1").conversations == ()


def test_skipping_is_tried_out_once_and_choosing_is_fine_too(store: Store) -> None:
    session = at(store, "practice")
    view = session.view
    assert isinstance(view, ChoiceView)
    assert do(session, acts.Skip()) == Done(notice="practice.skipped")
    assert session.step.kind == "triangle"
    session = at(store, "practice")
    chosen = view.options[0].act
    assert chosen is not None
    assert do(session, chosen) == Done(notice="practice.done")
    assert session.step.kind == "triangle"


def test_a_drink_is_kept_nowhere(store: Store) -> None:
    session = at(store, "practice")
    before, view = session.conversation, session.view
    assert isinstance(view, ChoiceView)
    for option in view.options:
        session.talk = session.talk.changed(position=view.step.position)
        assert option.act is not None
        do(session, option.act)
        assert session.step.kind == "triangle"
        kept = store.read("f1").conversation(TALK)
        assert kept.model_copy(update={"position": before.position}) == before
    assert store.changes("f1") == ()


def test_a_side_opens_its_topics_and_a_walked_one_too(store: Store) -> None:
    talk, step = places()["triangle"]
    leads = {}
    for digit in range(4):
        session = sit_with(store, talk.changed(position=step.position))
        view = session.view
        assert isinstance(view, ChoiceView)
        option = view.options[digit]
        assert option.act is not None
        do(session, option.act)
        leads[option.id] = (session.step.kind, session.step.position.side)
    assert leads == {
        "development": ("topics", "development"),
        "parenting": ("topics", "parenting"),
        "surroundings": ("topics", "surroundings"),
        "to-plan": ("whole", None),
    }


def test_a_topic_is_chosen_and_left_again_and_the_step_stays(store: Store) -> None:
    talk = choosing.open_side(agreed_talk(), "surroundings")
    session = sit_with(store, talk.changed(position=step_where(talk, "topics").position))
    view = session.view
    assert isinstance(view, TopicsView)
    first, second, third = view.options
    for option, chosen in (
        (third, (third.id,)),
        (first, (third.id, first.id)),
        (third, (first.id,)),
        (second, (first.id, second.id)),
    ):
        assert option.act is not None
        assert do(session, option.act) == Done("stay")
        assert chosen_topics(last_talk(store.read("f1")), "surroundings") == chosen
    view = session.view
    assert isinstance(view, TopicsView)
    assert view.chosen == {first.id, second.id}
    actions = [line.change.action for line in store.changes("f1")]
    assert actions == ["chosen", "chosen", "left", "chosen"]


def test_a_difference_asks_each_voice_and_then_everybody(store: Store) -> None:
    talk = say_about(agreed_talk("housing"), "housing", "mother", appraisal="going_well")
    talk = say_about(talk, "housing", "nurse", view="difficult")
    session = sit_with(store, talk.changed(position=step_where(talk, "side_by_side").position))
    do(session, acts.GoNext())
    above = {"mother": "U koos: gaat goed.", "nurse": "Fatma koos: gaat moeilijk."}
    for person, text in (("mother", "Ik zie de avond."), ("nurse", "Ik zie de dag.")):
        view = session.view
        assert isinstance(view, WordsView)
        assert view.step.position.person_id == person
        assert view.intro == above[person]
        do(session, view.give(text))
    view = session.view
    assert isinstance(view, ChoiceView)
    assert view.question == session.phrases().text("difference.outcome")
    do(session, acts.GiveChoice("still_differ"))
    kept = store.read("f1").conversation(TALK)
    assert [reason.person_id for reason in kept.differences[0].reasons] == ["mother", "nurse"]
    assert session.step.position.question == "outcome"
    assert [each.answers[0].choice for each in kept.views] == ["going_well", "difficult"]


def test_a_line_that_is_read_back_is_gone_to_or_taken_away(store: Store) -> None:
    session = at(store, "read_back")
    view = session.view
    assert isinstance(view, LinesView)
    [line] = view.parts[0].lines
    assert line.change is not None
    assert line.remove is not None
    do(session, line.change.act)
    assert session.step.position.question == "helps"
    session = at(store, "read_back")
    assert do(session, line.remove.act, False) == Done("stay")
    assert do(session, line.remove.act, True) == Done(notice="summary.removed")
    # Nothing typed is left to be read back.
    assert session.step.kind == "question"
    assert [line.change.action for line in store.changes("f1")] == ["removed"]


def test_every_line_of_the_report_can_be_changed_or_taken_away(store: Store) -> None:
    for way in ("change", "remove"):
        session = at(store, "summary")
        before = session.conversation
        number = sum(len(part.lines) for part in _report(session).parts)
        for place in range(number):
            session.talk = session.talk.with_conversation(before)
            lines = [line for part in _report(session).parts for line in part.lines]
            done = getattr(lines[place], way)
            if done is None:
                continue
            do(session, done.act, True if way == "remove" else "Iets anders.")
            changed = session.conversation
            assert changed != before, lines[place]
            if way == "change" and lines[place].quoted:
                again = _report(session)
                assert "Iets anders." in " ".join(again.said), lines[place]


def _report(session: Session) -> LinesView:
    view = session.view
    assert isinstance(view, LinesView)
    return view


def test_skipping_moves_on_and_keeps_every_answer(store: Store) -> None:
    for place in PLACES:
        if place == "advice":
            # The family was promised to hear it: see test_advice.
            continue
        session = at(store, place)
        steps, step = session.steps(), session.step
        before = answer_at(session.talk, step) if step.kind == "question" else None
        assert do(session, acts.Skip()).then == "show"
        if before is not None:
            assert kept_answer(store, step) == before, place
        if place in {"export", "declined"}:
            assert session.step == step
        else:
            assert steps.index(session.step) > steps.index(step), place


def test_enough_for_today_gives_the_report_and_goes_on_where_it_was(store: Store) -> None:
    for place in PLACES:
        session = at(store, place)
        step, can_stop = session.step, bool(session.view.ways.enough)
        assert do(session, acts.Enough()) == Done(notice="pause.enough"), place
        if can_stop:
            assert session.step.kind == "summary", place
            assert store.read("f1").conversation(TALK).left_at == step.position, place
            do(session, acts.Resume())
            assert session.step == step, place


def test_stopping_early_and_going_on_come_back_to_the_same_question(store: Store) -> None:
    session = at(store, "choice")
    step = session.step
    assert do(session, acts.Enough()) == Done(notice="pause.enough")
    view = session.view
    assert isinstance(view, LinesView)
    assert view.resume is not None
    assert do(session, view.resume.act) == Done()
    assert session.step == step


def test_the_goals_can_all_be_edited_from_their_view(store: Store) -> None:
    view = at(store, "goals").view
    assert isinstance(view, GoalsView)
    edits = {act.edit for act in acts_of(view) if isinstance(act, acts.EditPlan)}
    assert edits == {
        *("add_goal", "change_goal", "remove_goal", "say_why", "tell_back"),
        *("add_step", "change_step", "remove_step", "choose_help", "who_keeps_it"),
    }


def test_the_talk_ends_with_thanks_and_after_a_no_without(store: Store) -> None:
    session, ask = at(store, "export"), Scripted()
    assert asyncio.run(perform(session, ask, acts.Finish())) == Done("leave")
    say = session.phrases().text
    assert list(ask.texts()) == [say("finish.title"), say("finish.thanks")]
    assert store.read("f1").conversation(TALK).state == "finished"
    session, ask = at(store, "declined"), Scripted()
    assert asyncio.run(perform(session, ask, acts.Finish())) == Done("leave")
    assert ask.asked == []
    assert store.read("f1").conversation(TALK).state == "declined"


def test_the_rungs_are_a_ladder_with_two_ends(store: Store) -> None:
    session = at(store, "choice")
    seen = []
    for by in (1, 1, -1, -1, -1):
        done = do(session, acts.ChangeRung(by))
        seen.append((store.read("f1").family.settings.rung, done.notice))
    assert seen == [
        ("easier", None),
        ("easier", "common.no_easier"),
        ("easy", None),
        ("standard", None),
        ("standard", None),
    ]


def test_where_nothing_is_asked_there_is_no_example(store: Store) -> None:
    session = at(store, "welcome")
    assert session.view.example is None
    assert do(session, acts.ShowExample(None)) == Done("stay", "common.no_example")


def test_an_unknown_act_is_a_fault_and_no_silence(store: Store) -> None:
    with pytest.raises(TypeError):
        do(at(store, "choice"), object())  # type: ignore[arg-type]


def test_what_the_store_refuses_changes_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = [at(store, place) for place in PLACES]

    def refuse(*_given: object, **_named: object) -> None:
        raise StoreFull

    monkeypatch.setattr(Store, "_write", refuse)
    for session in tables:
        before, offered = session.talk, list(acts_of(session.view))
        for act in [*offered, acts.GoBack(), acts.Skip(), acts.Enough(), acts.ChangeRung(1)]:
            with suppress(StoreFull):  # acts that only ask, or lead to where one is, keep nothing
                do(session, act)
            assert session.talk == before, act
