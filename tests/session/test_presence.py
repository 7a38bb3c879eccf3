"""Who was there when something was chosen together: what screens, papers and the next visit say."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from giz_gesprek.conversation.records import answer_at
from giz_gesprek.export.read_out import document_sentences
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.asking import ChoiceAsked, SeveralAsked, SureAsked
from giz_gesprek.session.done import Done
from giz_gesprek.session.performing import perform
from giz_gesprek.session.plan_views import GoalsView
from giz_gesprek.session.session import Session
from giz_gesprek.session.setup import first_draft
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.store import Profile, Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from giz_gesprek.summary.card import build_card
from tests.store.support import NOW
from tests.summary.test_papers import CALENDAR
from tests.support.asking import Scripted
from tests.support.dossiers import library
from tests.support.sheets import document_of
from tests.support.talks import TALK, agreed_talk, new_talk, say_about, step_where
from tests.support.views import sit_with

AGREE = "difference"


def two_who_differ(store: Store) -> Session:
    """Return the session where two parents and a nurse are asked how they think of it now."""
    talk = agreed_talk("housing", table=("mother", "father", "nurse"))
    talk = say_about(talk, "housing", "mother", appraisal="going_well")
    talk = say_about(talk, "housing", "father", appraisal="difficult")
    talk = say_about(talk, "housing", "nurse", view="difficult")
    session = sit_with(store, talk)
    for step in session.steps():
        if step.position.person_id == "father" and answer_at(session.talk, step) is None:
            session.jump(step)
            session.skip()
    return at(session, AGREE)


def at(session: Session, question: str) -> Session:
    """Go to the first step that asks this."""
    session.jump(step_where(session.talk, question=question))
    return session


def table(session: Session, *answers: object) -> Done:
    """Change who sits there."""
    return asyncio.run(perform(session, Scripted(*answers), acts.SetTable()))


def paper(session: Session, readers: Readers = FAMILY) -> str:
    """Return a paper in words."""
    return document_text(document_of(session.dossier, readers))


def report(session: Session) -> list[str]:
    """Return the lines of the report on the screen."""
    session.jump(step_where(session.talk, "summary"))
    assert isinstance(session.view, LinesView)
    return [line.text for part in session.view.parts for line in part.lines]


def test_who_left_is_not_said_to_think_the_same_now(store: Store) -> None:
    session = two_who_differ(store)
    table(session, "leaves:father")
    at(session, AGREE).answer_choice("agree")
    told = (
        "Eerst dachten Jan en Fatma hetzelfde.\n"
        "Bij Sanne was dat anders.\n"
        "Nu denken Sanne en Fatma hetzelfde.\n"
        "Jan was er toen niet bij."
    )
    assert told in report(session)
    assert told in paper(session)
    outcome = "Afloop: wij denken nu hetzelfde, gezegd door Sanne en Fatma."
    assert outcome in paper(session, PROFESSIONAL)
    assert "Jan was daar toen niet bij." in paper(session, PROFESSIONAL)


def test_what_was_chosen_while_both_sat_there_stays_of_both_when_one_leaves(store: Store) -> None:
    session = two_who_differ(store)
    session.answer_choice("agree")
    table(session, "leaves:father")
    told = "Eerst dachten Jan en Fatma hetzelfde.\nBij Sanne was dat anders.\nNu zijn zij het eens."
    assert told in report(session)
    at(session, AGREE).answer_choice("agree")
    assert told in report(session), "saying it again takes nothing away from who said it before"


def test_who_is_back_and_says_the_same_is_named_from_then_on(store: Store) -> None:
    session = two_who_differ(store)
    table(session, "leaves:father")
    at(session, AGREE).answer_choice("agree")
    table(session, "comes:father")
    assert "Jan was er toen niet bij." in "\n".join(report(session))
    at(session, AGREE).answer_choice("agree")
    assert "Jan was er toen niet bij." not in "\n".join(report(session))
    kept = store.read("f1").conversation(TALK).differences[0].outcome
    assert kept is not None
    assert "father" in kept.present


def test_another_choice_without_somebody_is_not_theirs(store: Store) -> None:
    session = two_who_differ(store)
    session.answer_choice("later")
    table(session, "leaves:father")
    at(session, AGREE).answer_choice("agree")
    assert "Jan was er toen niet bij." in paper(session)


def test_what_was_concluded_without_somebody_says_so_on_both_papers(store: Store) -> None:
    session = two_who_differ(store)
    session.answer_choice("still_differ")
    table(session, "leaves:father")
    at(session, "outcome").answer_choice("goes_well")
    assert "Jan was er toen niet bij." in paper(session)
    assert "Jan was daar toen niet bij." in paper(session, PROFESSIONAL)
    table(session, "comes:father")
    at(session, "outcome").answer_choice("goes_well")
    assert "toen niet bij" not in paper(session) + paper(session, PROFESSIONAL)


@pytest.mark.parametrize("readers", [FAMILY, PROFESSIONAL])
def test_the_papers_say_who_was_there_for_a_part(store: Store, readers: Readers) -> None:
    session = two_who_differ(store)
    assert "een deel van het gesprek" not in paper(session, readers)
    table(session, "leaves:father")
    session.answer_choice("agree")
    table(session, "comes:friend")
    told = paper(session, readers)
    assert "Jan, ouder, was er een deel van het gesprek" in told
    assert "Bo, familie of vriend, was er een deel van het gesprek" in told
    assert "Sanne, ouder\n" in told
    table(session, "comes:father")
    assert "Jan, ouder, was er een deel van het gesprek" in paper(session, readers)


def test_both_parents_are_parents(store: Store) -> None:
    for readers in (FAMILY, PROFESSIONAL):
        assert "andere ouder" not in paper(two_who_differ(store), readers)


def test_who_comes_back_before_anything_went_on_was_never_away(store: Store) -> None:
    session = two_who_differ(store)
    table(session, "leaves:father")
    table(session, "comes:father")
    assert session.conversation.comings == ()
    table(session, "comes:friend")
    table(session, "leaves:friend")
    assert session.conversation.comings == ()
    assert "Bo" not in paper(session)


def test_before_the_conversation_began_nobody_is_late(store: Store) -> None:
    session = sit_with(store, new_talk(table=("mother", "father", "nurse")))
    table(session, "leaves:father")
    session.next()
    table(session, "comes:father")
    assert session.conversation.comings == ()


def test_who_leaves_and_comes_is_told_by_name(store: Store) -> None:
    session = two_who_differ(store)
    assert table(session, "leaves:father") == Done(notice="table.left", who="Jan")
    assert session.phrases().text("table.left", who="Jan").startswith("Jan is er nu niet.")
    assert table(session, "comes:father") == Done(notice="table.came", who="Jan")


def test_a_child_can_hear_what_the_table_is_asked(store: Store) -> None:
    say = two_who_differ(store).phrases().text
    assert say("table.leaves", who="Jan") == "Jan is er even niet"
    assert say("table.alone") == "Wij zijn nu alleen"


def test_who_left_is_in_the_list_of_the_next_visit(store: Store) -> None:
    talk = agreed_talk("housing", table=("mother", "father", "nurse", "milan"))
    session = sit_with(store, talk)
    for one in ("father", "milan"):
        table(session, f"leaves:{one}")
    session.next()
    table(session, "comes:friend")
    draft = first_draft(store.read("f1"), Profile(name="Fatma"))
    assert [seat.id for seat in draft.seats] == ["mother", "father", "nurse", "friend"]
    assert [child.at_the_table for child in draft.children] == [True]


def test_reading_on_does_not_change_who_was_there(store: Store) -> None:
    session = two_who_differ(store)
    session.answer_choice("agree")
    before = store.read("f1").conversation(TALK).differences
    session._clock = lambda: NOW + timedelta(hours=1)
    at(session, AGREE).answer_choice("agree")
    assert store.read("f1").conversation(TALK).differences == before


def test_who_comes_back_can_be_asked_what_was_chosen_meanwhile(store: Store) -> None:
    session = two_who_differ(store)
    table(session, "leaves:father")
    at(session, AGREE).answer_choice("agree")
    session.answer_choice("goes_well")
    here = session.step
    ask = Scripted("comes:father", True)
    asyncio.run(perform(session, ask, acts.SetTable()))
    asked = ask.asked[-1]
    assert isinstance(asked, SureAsked)
    assert asked.question == session.phrases().text("table.ask", who="Jan")
    assert session.step.position.question == AGREE
    session.answer_choice("agree")
    session.answer_choice("goes_well")
    assert session.step == here
    table(session, "leaves:father")
    ask = Scripted("comes:father", True)
    asyncio.run(perform(session, ask, acts.SetTable()))
    assert len(ask.asked) == 1, "nothing is left to ask"


def test_who_comes_back_is_asked_nothing_where_that_is_left_for_later(store: Store) -> None:
    session = two_who_differ(store)
    table(session, "leaves:father")
    at(session, AGREE).answer_choice("agree")
    here = session.step
    assert table(session, "comes:father", False) == Done(notice="table.came", who="Jan")
    assert session.step == here


def test_a_friend_who_comes_is_asked_nothing(store: Store) -> None:
    session = two_who_differ(store)
    session.answer_choice("agree")
    ask = Scripted("comes:friend", True)
    asyncio.run(perform(session, ask, acts.SetTable()))
    assert len(ask.asked) == 1


# --- the plan -----------------------------------------------------------------------------


def with_a_goal(
    store: Store, *who: str, leaves: bool = True, asks: str | None = None
) -> tuple[Session, Scripted]:
    """Return the session after a goal with a step that these people do."""
    session = two_who_differ(store)
    session.jump(step_where(session.talk, "goals"))
    if leaves:
        table(session, "leaves:father")
    ask = Scripted("Meer rust.", "Bellen met de school.", who, asks, None, None)
    asyncio.run(perform(session, ask, acts.EditPlan("add_goal")))
    return session, ask


def test_a_step_of_somebody_who_is_away_is_still_to_be_asked(store: Store) -> None:
    session, ask = with_a_goal(store, "mother", "father", "friend")
    questions = [each.question for each in ask.asked if isinstance(each, ChoiceAsked)]
    assert "Wie vraagt dit aan Jan en Bo?" in questions
    [step] = store.read("f1").conversation(TALK).plan.goals[0].steps
    assert (step.who, step.to_ask) == (("mother", "father", "friend"), ("father", "friend"))
    told = "Vraag dit nog aan Jan en Bo."
    assert isinstance(session.view, GoalsView)
    assert told in session.view.goals[0].steps[0].text
    assert told in paper(session)
    asked = "Wie: Sanne, Jan en Bo (nog niet gevraagd: Jan en Bo)"
    assert asked in paper(session, PROFESSIONAL)
    card = document_text(build_card(library(), session.talk, calendar=CALENDAR))
    assert told in " ".join(card.split())
    assert told in "\n".join(report(session))


def test_who_asks_them_stands_on_both_papers(store: Store) -> None:
    session, _ask = with_a_goal(store, "friend", asks="mother")
    [step] = store.read("f1").conversation(TALK).plan.goals[0].steps
    assert (step.to_ask, step.asked_by) == (("friend",), "mother")
    told = "Sanne vraagt dit nog aan Bo."
    assert isinstance(session.view, GoalsView)
    assert told in session.view.goals[0].steps[0].text
    assert told in paper(session)
    assert told in "\n".join(report(session))
    asked = "Wie: Bo (nog niet gevraagd: Bo; Sanne vraagt het)"
    assert asked in paper(session, PROFESSIONAL)


def test_a_step_of_who_sits_there_needs_no_asking(store: Store) -> None:
    session, ask = with_a_goal(store, "mother", "father", leaves=False)
    assert "Vraag dit nog" not in paper(session) + str(ask.asked)
    table(session, "leaves:father")
    session.jump(step_where(session.talk, "goals"))
    again = Scripted("Bellen met de school.", ("father",), None)
    asyncio.run(perform(session, again, acts.EditPlan("change_step", "step-1")))
    assert "Vraag dit nog" not in paper(session), "he said yes before he left"


def test_who_comes_back_is_asked_for_their_step(store: Store) -> None:
    session, _ask = with_a_goal(store, "father")
    session.next()
    table(session, "comes:father", True)
    assert session.step.kind == "goals"
    again = Scripted("Bellen met de school.", ("father",), None)
    asyncio.run(perform(session, again, acts.EditPlan("change_step", "step-1")))
    assert "Vraag dit nog" not in paper(session)


def test_who_sits_there_is_named_first_for_a_step(store: Store) -> None:
    _session, ask = with_a_goal(store, "mother")
    [who] = [each for each in ask.asked if isinstance(each, SeveralAsked)]
    assert [name for name, _label in who.options] == [
        "mother",
        "nurse",
        "father",
        "friend",
        "somebody-else",
        "nobody-yet",
    ]


def hard_days(session: Session) -> None:
    """Answer the plan for hard days."""
    at(session, "notice")
    for text in ("Ik slaap slecht.", "Wandelen.", "Mijn zus."):
        session.answer_words(text)


@pytest.mark.parametrize("readers", [FAMILY, PROFESSIONAL])
def test_a_plan_of_two_parents_is_under_no_single_name(store: Store, readers: Readers) -> None:
    session, _ask = with_a_goal(store, "mother", leaves=False)
    hard_days(session)
    told = paper(session, readers)
    plan = told[told.index("Meer rust.") - 60 :]
    in_rows = plan.count("(Sanne en Jan): “")
    assert plan.count("Opgeschreven met Sanne en Jan:") + in_rows == 4
    assert "Sanne zegt" not in plan
    assert "Dit merken wij dan" in plan
    session.jump(step_where(session.talk, "summary"))
    assert isinstance(session.view, LinesView)
    speakers = {
        line.text: line.speaker
        for part in session.view.parts
        for line in part.lines
        if line.text in {"Meer rust.", "Wandelen."}
    }
    assert set(speakers.values()) == {"Opgeschreven met Sanne en Jan"}
    heard = str(
        list(document_sentences(document_of(session.dossier, FAMILY), lambda _language: {}))
    )
    assert "Opgeschreven met Sanne en Jan" in heard


def test_the_plan_of_a_parent_who_sits_there_alone_stays_hers(store: Store) -> None:
    session, _ask = with_a_goal(store, "mother")
    hard_days(session)
    told = paper(session)
    assert "Sanne zegt:" in told[told.index("Meer rust.") - 60 :]
    assert "Opgeschreven met Sanne en Jan" not in told
    assert "Dit merk ik dan" in told


def test_what_one_parent_changes_in_the_plan_of_both_is_hers_from_then_on(store: Store) -> None:
    session, _ask = with_a_goal(store, "mother", leaves=False)
    table(session, "leaves:father")
    asyncio.run(
        perform(session, Scripted("Meer slaap.", None), acts.EditPlan("change_goal", "goal-1"))
    )
    assert store.read("f1").conversation(TALK).plan.goals[0].words.authors == ("mother",)
    hard_days(session)
    at(session, "notice").answer_words("Ik bel niemand.")
    table(session, "comes:father", False)
    at(session, "notice").answer_words("Ik bel niemand.")
    own = store.read("f1").conversation(TALK).plan.hard_again[0].words
    assert own is not None
    assert own.authors == ("mother", "father")
