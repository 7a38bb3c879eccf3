"""Who has to say yes before something is shared, and what came of that."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from giz_gesprek.conversation import gathering, planning
from giz_gesprek.conversation.consent import (
    PLAN,
    asked_about,
    deciders,
    has_to_say_yes,
    holds_until,
    not_at_the_table,
    parts_of,
    sayers,
    shared_parts,
)
from giz_gesprek.conversation.consenting import (
    say,
    standing,
    with_custody,
    with_recipient,
    withdraw,
)
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.people import AgeBand, Person
from giz_gesprek.conversation.sharing import Recipient, SharedPart, Sharing
from giz_gesprek.conversation.sharing_heard import parts_to_offer
from giz_gesprek.conversation.talk import Talk
from tests.store.support import NOW
from tests.support.talks import agreed_talk, say_about, words

TODAY = NOW.date()
SLEEP = SharedPart(kind="topic", topic="eating_sleeping", child_id="milan")
HOUSE = SharedPart(kind="topic", topic="housing")
SAFETY = SharedPart(kind="topic", topic="safety")


def talk_of(*table: str, age_band: AgeBand = "0-3") -> Talk:
    """Return a talk about sleep and the house, of everybody of the family who sits there."""
    talk = agreed_talk("eating_sleeping", "housing", table=(*table, "nurse"))
    people = tuple(
        one.model_copy(update={"age_band": age_band}) if one.id == "milan" else one
        for one in talk.family.people
    )
    talk = talk.with_family(talk.family.model_copy(update={"people": people}))
    for person in [one for one in table if one in {"mother", "father"}]:
        talk = say_about(talk, "eating_sleeping", person, appraisal="so_so", strengths="Eet goed.")
        talk = say_about(talk, "housing", person, appraisal="so_so", strengths="Licht.")
    talk = planning.add_goal(talk, words("Samen eten."))
    return with_recipient(talk, Recipient(id="school", name="De Roos", kind="school"))


def said(talk: Talk, person: str, *parts: SharedPart, granted: bool = True) -> Talk:
    return say(talk, "school", parts, person, granted=granted, now=NOW)


def test_what_is_about_a_child_takes_the_yes_of_each_parent_and_one_no_is_no() -> None:
    talk = talk_of("mother", "father")
    assert has_to_say_yes(talk, SLEEP) == ("mother", "father")
    one = said(talk, "mother", SLEEP)
    assert sayers(one, "school", SLEEP, TODAY) == ()
    both = said(one, "father", SLEEP)
    assert sayers(both, "school", SLEEP, TODAY) == ("mother", "father")
    assert sayers(both, "doctor", SLEEP, TODAY) == (), "another recipient was not asked about"
    refused = said(both, "father", SLEEP, granted=False)
    assert sayers(refused, "school", SLEEP, TODAY) == ()


def test_of_what_is_about_nobody_else_each_shares_their_own_words() -> None:
    talk = said(said(talk_of("mother", "father"), "mother", HOUSE), "father", HOUSE, granted=False)
    assert sayers(talk, "school", HOUSE, TODAY) == ("mother",)


@pytest.mark.parametrize(
    ("age_band", "needed"),
    [
        ("8-11", ("mother", "father")),
        ("12-15", ("mother", "father", "milan")),
        ("16+", ("milan",)),
    ],
)
def test_a_young_person_decides_too_and_from_sixteen_alone(
    age_band: AgeBand, needed: tuple[str, ...]
) -> None:
    talk = talk_of("mother", "milan", age_band=age_band)
    assert has_to_say_yes(talk, SLEEP) == needed
    # The plan is of the whole family.
    assert set(has_to_say_yes(talk, PLAN)) >= {"mother", "father"}


def test_from_sixteen_a_parent_s_words_are_still_that_parent_s() -> None:
    talk = said(talk_of("mother", "milan", age_band="16+"), "milan", SLEEP)
    assert sayers(talk, "school", SLEEP, TODAY) == ("milan",)
    assert sayers(said(talk, "mother", SLEEP), "school", SLEEP, TODAY) == ("milan", "mother")
    no = said(said(talk, "mother", SLEEP), "milan", SLEEP, granted=False)
    assert sayers(no, "school", SLEEP, TODAY) == ()


def test_a_parent_who_is_away_is_waited_for_until_it_is_said_that_they_do_not_decide() -> None:
    talk = said(talk_of("mother"), "mother", SLEEP, PLAN)
    assert not_at_the_table(talk, "school", SLEEP, TODAY) == ("father",)
    assert shared_parts(talk, "school", TODAY) == {}
    known = with_custody(talk, "father", "milan", decides=False)
    assert not_at_the_table(known, "school", SLEEP, TODAY) == ()
    assert shared_parts(known, "school", TODAY) == {SLEEP: ("mother",), PLAN: ("mother",)}
    again = with_custody(known, "father", "milan", decides=True)
    assert shared_parts(again, "school", TODAY) == {}


def test_before_birth_only_who_sits_there_decides() -> None:
    assert deciders(talk_of("mother", age_band="prenatal"), "milan") == ("mother",)


def test_everybody_is_asked_only_about_what_they_have_a_say_in() -> None:
    talk = talk_of("mother", "milan", age_band="12-15")
    assert asked_about(talk, (SLEEP, HOUSE)) == {"mother": (SLEEP, HOUSE), "milan": (SLEEP,)}


def test_what_is_delicate_is_offered_to_who_told_it_alone_and_nobody_else_decides() -> None:
    talk = say_about(agreed_talk("safety", table=("mother", "nurse")), "safety", "mother")
    talk = say_about(talk, "safety", "mother", strengths="Een slot.")
    talk = with_recipient(talk, Recipient(id="school", name="De Roos", kind="school"))
    assert parts_to_offer(talk, "school", TODAY) == (SAFETY,)
    assert has_to_say_yes(talk, SAFETY) == ()
    beside = agreed_talk("safety", table=("mother", "father", "nurse"))
    beside = beside.changed(views=talk.conversation.views)
    assert SAFETY in parts_of(beside)
    assert SAFETY not in parts_to_offer(beside, "school", TODAY)
    # What somebody else says about it shares nothing of hers.
    assert sayers(said(beside, "father", SAFETY), "school", SAFETY, TODAY) == ()


def test_a_plan_with_only_a_delicate_goal_and_its_hard_days_are_no_part() -> None:
    talk = say_about(agreed_talk("safety", "housing"), "housing", "mother", strengths="Licht.")
    talk = planning.tie_goal(planning.add_goal(talk, words("Een slot.")), "goal-1", ("safety",))
    assert parts_of(talk) == (HOUSE,)


def test_who_is_taken_away_leaves_nothing_said_of_custody_behind() -> None:
    other = Person(id="other", name="Ali", role="other_parent")
    talk = gathering.name_person(talk_of("mother"), other, "far")
    assert "other" in deciders(talk, "milan")
    known = with_custody(talk, "other", "milan", decides=False)
    gone = gathering.take_away(known, "other")
    assert gone.family.custody == ()
    assert Dossier.model_validate_json(gone.dossier.model_dump_json()) == gone.dossier


def test_a_yes_holds_for_half_a_year() -> None:
    talk = said(talk_of("mother"), "mother", HOUSE)
    [consent] = talk.conversation.sharing
    last = holds_until(consent)
    assert sayers(talk, "school", HOUSE, last) == ("mother",)
    assert sayers(talk, "school", HOUSE, last + timedelta(days=1)) == ()
    assert HOUSE in parts_to_offer(talk, "school", last + timedelta(days=1))
    assert holds_until(_given_on(date(2026, 8, 31))) == date(2027, 2, 28)
    assert holds_until(_given_on(date(2026, 11, 3))) == date(2027, 5, 3)


def _given_on(day: date) -> Sharing:
    at = NOW.replace(year=day.year, month=day.month, day=day.day)
    return Sharing(recipient="school", granted=True, at=at)


def test_taking_one_part_back_leaves_the_others_and_both_moments_stay() -> None:
    talk = with_custody(talk_of("mother"), "father", "milan", decides=False)
    talk = said(talk, "mother", SLEEP, HOUSE)
    later = NOW + timedelta(days=3)
    gone = [each for each in standing(talk, "school") if each.part == SLEEP]
    talk = withdraw(talk, gone, "mother", now=later)
    assert shared_parts(talk, "school", TODAY) == {HOUSE: ("mother",)}
    back, stays = talk.conversation.sharing
    assert (back.parts, back.at, back.withdrawn_at) == ((SLEEP,), NOW, later)
    assert back.withdrawn_by == ("mother",)
    assert (stays.parts, stays.withdrawn_at) == ((HOUSE,), None)
    assert [each.part for each in standing(talk, "school")] == [HOUSE]
    assert shared_parts(said(talk, "mother", SLEEP), "school", TODAY) == {
        SLEEP: ("mother",),
        HOUSE: ("mother",),
    }


def test_what_was_shared_at_an_earlier_visit_can_be_taken_back_at_a_later_one() -> None:
    first = said(talk_of("mother"), "mother", HOUSE)
    again = first.conversation.model_copy(
        update={"id": "talk-2", "started_at": NOW + timedelta(days=42), "sharing": ()}
    )
    second = first.with_conversation(again)
    taken = withdraw(second, standing(second, "school"), "mother", now=NOW + timedelta(days=42))
    assert taken.conversation == again
    [back] = taken.dossier.conversation(first.conversation_id).sharing
    assert back.withdrawn_by == ("mother",)
