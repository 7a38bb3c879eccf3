"""The people around the family: what the step shows, and what is asked of whom."""

from __future__ import annotations

import asyncio

from giz_gesprek.conversation.around import AroundPerson
from giz_gesprek.conversation.steps import AroundStep, GoalsStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session.acts import (
    ChangeLine,
    EditAround,
    EditPlan,
    GoNext,
    KeepAround,
    OpenAround,
    RemoveLine,
    SetTable,
)
from giz_gesprek.session.around_view import AroundView
from giz_gesprek.session.asking import ChoiceAsked, SeveralAsked, SureAsked, WordsAsked
from giz_gesprek.session.performing import asks_first, perform
from giz_gesprek.session.plan_views import GoalsView
from giz_gesprek.session.session import Session
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from tests.support.asking import Scripted
from tests.support.sheets import document_of
from tests.support.talks import agreed_talk, later, step_where, talk_with_people
from tests.support.views import sit_with

GRANDPA = EditAround("change", "grandpa")


def at_the_people(store: Store, talk: Talk | None = None) -> Session:
    """Return the session where the people around the family are."""
    session = sit_with(store, talk or talk_with_people())
    session.jump(AroundStep())
    return session


def do(session: Session, act: object, *answers: object) -> Scripted:
    """Do something, and answer what is asked."""
    ask = Scripted(*answers)
    asyncio.run(perform(session, ask, act))  # type: ignore[arg-type]
    return ask


def seen(session: Session) -> AroundView:
    """Return what the step shows."""
    view = session.view
    assert isinstance(view, AroundView)
    return view


def names(session: Session) -> list[tuple[str, list[str]]]:
    """Return the rings in which somebody is, with their names."""
    return [(ring.name, [one.name for one in ring.people]) for ring in seen(session).told]


def asked(session: Session) -> list[str]:
    """Return the names of those of the time before of whom nothing is said yet."""
    return [one.name for ring in seen(session).asked for one in ring.people]


def kept(store: Store) -> tuple[AroundPerson, ...]:
    """Return the people around the family on the disk."""
    return store.read("f1").conversation("talk-1").around.people


def paper(session: Session, readers: Readers) -> str:
    """Return a paper on one line."""
    return " ".join(document_text(document_of(session.dossier, readers)).split())


# --- the way there ------------------------------------------------------------------------


def test_a_first_visit_comes_past_them_only_when_that_is_wished(store: Store) -> None:
    session = sit_with(store, agreed_talk("housing"))
    assert AroundStep() not in session.steps()
    session.jump(GoalsStep())
    assert isinstance(session.view, GoalsView)
    way = session.view.around
    assert way is not None
    assert way.label == "Mensen om u heen"
    do(session, way.act)
    assert seen(session).step == AroundStep()
    assert seen(session).hint == "Deze lijst is nog leeg, dat is prima."
    do(session, GoNext())
    assert isinstance(session.view, GoalsView)


def test_the_step_shows_everybody_in_their_ring_and_says_what_they_do(store: Store) -> None:
    session = at_the_people(store)
    assert names(session) == [
        ("Heel dichtbij", ["opa Jan"]),
        ("Dichtbij", ["buurvrouw Els"]),
        ("Verder weg", ["Karim"]),
    ]
    said = seen(session).said
    assert said[0] == "Wie is er voor Milan en voor u?"
    place = said.index("opa Jan")
    assert said[place - 1 : place + 3] == ("Heel dichtbij", "opa Jan", "Doet nu al", "Past op.")
    assert "Iemand noemen" in said


# --- naming -------------------------------------------------------------------------------


def test_somebody_is_named_with_how_close_and_what_they_do(store: Store) -> None:
    session = empty(store)
    ask = do(session, EditAround("add"), "opa", "network", "close", "Past op.", "")
    assert [each.question for each in ask.asked if isinstance(each, ChoiceAsked)] == [
        "Waar hoort opa bij?",
        "Hoe dichtbij is opa?",
    ]
    words = [each for each in ask.asked if isinstance(each, WordsAsked)]
    assert [each.question for each in words] == [
        "Wat doet opa nu al?",
        "Wat kan opa nog meer doen?",
    ]
    assert all(each.may_be_empty for each in words)
    [one] = kept(store)
    assert one.helps is not None
    assert (one.ring, one.helps.text, one.could) == ("close", "Past op.", None)
    assert session.family.person(one.person_id).role == "network"


def empty(store: Store) -> Session:
    """Return the session where nobody was named yet."""
    session = sit_with(store, agreed_talk())
    session.jump(GoalsStep())
    do(session, OpenAround())
    return session


def test_whoever_stops_halfway_keeps_what_was_said_so_far(store: Store) -> None:
    session = empty(store)
    do(session, EditAround("add"), "opa", "network", None)
    assert kept(store) == ()
    do(session, EditAround("add"), "opa", "network", "near", None)
    [one] = kept(store)
    assert (one.ring, one.helps) == ("near", None)


def test_a_helper_of_an_organisation_has_its_name_and_number(store: Store) -> None:
    session = empty(store)
    helper = ("Karim", "professional", "far", "Wijkteam Oost", "010 765 43 21", "De post.", "")
    do(session, EditAround("add"), *helper)
    [one] = kept(store)
    person = session.family.person(one.person_id)
    assert (person.role, person.organisation, person.phone) == (
        "professional",
        "Wijkteam Oost",
        "010 765 43 21",
    )
    assert "Karim, Wijkteam Oost, 010 765 43 21" in paper(session, FAMILY)


def test_who_is_known_already_is_the_same_person(store: Store) -> None:
    session = empty(store)
    do(session, EditAround("add"), "Bo", "network", "near", "", "")
    assert [one.person_id for one in kept(store)] == ["friend"]


# --- changing and taking away -------------------------------------------------------------


def test_one_thing_of_somebody_is_changed_at_a_time(store: Store) -> None:
    session = at_the_people(store)
    do(session, GRANDPA, "around.change_how_close", "far")
    do(session, GRANDPA, "around.change_name", "opa Piet")
    do(session, GRANDPA, "around.change_helps", "Haalt op van school.")
    do(session, GRANDPA, "around.change_could", "Koken.")
    assert names(session)[-1] == ("Verder weg", ["opa Piet", "Karim"])
    one = next(one for one in kept(store) if one.person_id == "grandpa")
    assert [own.text for own in one.own_words] == ["Haalt op van school.", "Koken."]


def test_what_somebody_does_can_be_emptied(store: Store) -> None:
    session = at_the_people(store)
    do(session, GRANDPA, "around.change_helps", "")
    assert next(one for one in kept(store) if one.person_id == "grandpa").helps is None


def test_taking_away_is_asked_and_leaves_no_trace(store: Store) -> None:
    session = at_the_people(store)
    do(session, GRANDPA, "around.change_helps", "Haalt op.")
    act = EditAround("remove", "grandpa")
    assert asks_first(session, act)
    [sure] = do(session, act, False).asked
    assert isinstance(sure, SureAsked)
    assert sure.about == "opa Jan"
    assert len(kept(store)) == 3
    do(session, act, True)
    assert len(kept(store)) == 2
    assert "grandpa" not in store.read("f1").model_dump_json()
    assert not [one for one in store.changes("f1") if "grandpa" in one.change.item]


def test_the_report_has_them_and_each_can_be_changed_or_taken_away(store: Store) -> None:
    session = at_the_people(store)
    session.jump(step_where(session.talk, "summary"))
    assert isinstance(session.view, LinesView)
    [part] = [part for part in session.view.parts if part.heading == "Mensen om u heen"]
    assert [line.text.splitlines()[0] for line in part.lines] == [
        "Opa Jan: heel dichtbij.",
        "Buurvrouw Els: dichtbij.",
        "Karim: verder weg.",
    ]
    first = part.lines[0]
    assert first.change is not None
    assert first.remove is not None
    assert isinstance(first.change.act, ChangeLine)
    assert isinstance(first.remove.act, RemoveLine)
    do(session, first.change.act, "around.change_how_close", "near")
    assert next(one for one in kept(store) if one.person_id == "grandpa").ring == "near"
    do(session, first.remove.act, True)
    assert len(kept(store)) == 2


# --- a next visit -------------------------------------------------------------------------


def test_a_next_visit_asks_what_is_still_right_and_carries_nobody_over_by_itself(
    store: Store,
) -> None:
    session = at_the_people(store, later(talk_with_people()))
    view = seen(session)
    assert view.before == "Dit vertelde u de vorige keer.\nWat klopt daar nog van?"
    assert asked(session) == [
        "opa Jan",
        "buurvrouw Els",
        "Karim",
    ]
    assert view.told == ()
    assert kept(store) == ()
    assert "opa Jan" not in paper(session, FAMILY)
    assert "opa Jan" not in paper(session, PROFESSIONAL)


def test_each_is_kept_changed_or_taken_away(store: Store) -> None:
    session = at_the_people(store, later(talk_with_people()))
    do(session, KeepAround("grandpa"))
    do(session, EditAround("change", "neighbour"), None)
    assert asked(session) == [
        "buurvrouw Els",
        "Karim",
    ]
    do(session, EditAround("change", "neighbour"), "around.change_how_close", "close")
    do(session, EditAround("remove", "helper"), True)
    assert names(session) == [("Heel dichtbij", ["opa Jan", "buurvrouw Els"])]
    assert seen(session).before == ""
    assert "Karim" not in paper(session, PROFESSIONAL)


def test_all_of_it_is_kept_with_one_button(store: Store) -> None:
    session = at_the_people(store, later(talk_with_people()))
    way = seen(session).keep_all
    assert way is not None
    assert way.label == "Alles klopt nog"
    do(session, way.act)
    assert len(kept(store)) == 3
    assert seen(session).keep_all is None


# --- the other parent ---------------------------------------------------------------------


def test_rather_not_is_an_answer_and_on_no_paper_of_the_family(store: Store) -> None:
    session = empty(store)
    other = seen(session).other_parent
    assert other is not None
    before = paper(session, FAMILY)
    [choice] = do(session, other.act, "other_rather_not").asked
    assert isinstance(choice, ChoiceAsked)
    assert [label for _id, label in choice.options][-1] == "Liever niet zeggen"
    assert store.read("f1").conversation("talk-1").around.other_parent == "rather_not"
    assert paper(session, FAMILY) == before
    assert "Andere ouder: niet besproken" in paper(session, PROFESSIONAL)


def test_the_other_parent_can_be_among_the_people(store: Store) -> None:
    session = empty(store)
    do(session, EditAround("other_parent"), "other_there", "far", "", "Belt op zondag.")
    assert names(session) == [("Verder weg", ["Jan"])]
    assert seen(session).other_parent is None
    assert "Jan (ouder)" in paper(session, PROFESSIONAL)


def test_beside_two_parents_nobody_asks_after_another(store: Store) -> None:
    session = at_the_people(store, agreed_talk(table=("mother", "father", "nurse")))
    do(session, OpenAround())
    assert seen(session).other_parent is None


# --- professionals ------------------------------------------------------------------------


def test_a_third_professional_is_asked_about_and_the_reason_is_for_the_record(
    store: Store,
) -> None:
    session = at_the_people(store)
    more = ("Anna", "professional", "far", "", "", "", "")
    ask = do(session, EditAround("add"), *more, "Karim gaat weg.")
    last = ask.asked[-1]
    assert isinstance(last, WordsAsked)
    assert "Zijn er zoveel nodig?" in last.question
    told = "Waarom meer dan twee hulpverleners: “Karim gaat weg.”"
    assert told in paper(session, PROFESSIONAL)
    assert "Karim gaat weg." not in paper(session, FAMILY)


def test_a_third_who_comes_to_the_table_is_asked_about_as_well(store: Store) -> None:
    session = at_the_people(store)
    ask = do(session, SetTable(), "new", "Anna", "professional", "Zij neemt het over.")
    last = ask.asked[-1]
    assert isinstance(last, WordsAsked)
    assert "Waarom meer dan twee hulpverleners: “Zij neemt het over.”" in paper(
        session, PROFESSIONAL
    )


# --- a step of the plan -------------------------------------------------------------------


def test_a_step_offers_them_and_asks_who_asks(store: Store) -> None:
    session = at_the_people(store)
    session.jump(GoalsStep())
    said = ("Rust.", "Oppassen.", ("grandpa",), "mother", None)
    ask = do(session, EditPlan("add_goal"), *said)
    [who] = [each for each in ask.asked if isinstance(each, SeveralAsked)]
    assert [label for _id, label in who.options][:5] == [
        "Sanne",
        "Fatma",
        "opa Jan",
        "buurvrouw Els",
        "Karim",
    ]
    asks = [each.question for each in ask.asked if isinstance(each, ChoiceAsked)]
    assert "Wie vraagt dit aan opa Jan?" in asks
    assert "Sanne vraagt dit nog aan opa Jan." in paper(session, FAMILY)
