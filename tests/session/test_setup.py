"""What the set-up screen collects, turned into a dossier; without a screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Final

import pytest

from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.people import AgeBand, FamilySettings, OwnExample, Role
from giz_gesprek.conversation.sharing import Recipient
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices, professional_voices
from giz_gesprek.session.child_details import ChildDetails
from giz_gesprek.session.custody import custody_rule
from giz_gesprek.session.setup import (
    ChildDraft,
    SeatDraft,
    SetupDraft,
    first_draft,
    with_prepared,
)
from giz_gesprek.session.setup_problems import problems
from giz_gesprek.store import Profile
from tests.store.support import NOW
from tests.support.screens import HOSTILE, PROFILE, library

FRAMEWORK: Final = library().framework
GOOD: Final = SetupDraft(
    label=HOSTILE,
    children=(ChildDraft("Milan", "0-3", "focus"),),
    seats=(SeatDraft("Fatima", "parent"), SeatDraft("Sofie", "professional")),
    variant="short",
    settings=FamilySettings(rung="easier", address="je", read_aloud=True, pictures=False),
    park_sensitive=False,
)


def prepare(
    draft: SetupDraft, dossier: Dossier | None = None, *, profile: Profile = PROFILE
) -> tuple[Dossier, str]:
    numbers = count()
    return with_prepared(
        FRAMEWORK,
        draft,
        dossier,
        profile,
        new_id=lambda: f"{'new' if dossier is None else 'later'}-{next(numbers)}",
        now=NOW if dossier is None else NOW + timedelta(days=1),
        content_version="v1",
    )


def test_a_new_family_gets_everything_that_was_filled_in() -> None:
    dossier, conversation_id = prepare(GOOD)
    conversation = dossier.conversation(conversation_id)
    family = dossier.family
    assert family.label == HOSTILE
    assert [(person.name, person.role) for person in family.people] == [
        ("Milan", "child"),
        ("Fatima", "parent"),
        ("Sofie", "professional"),
    ]
    assert family.settings == GOOD.settings
    assert (conversation.state, conversation.variant) == ("prepared", "short")
    assert family.person(conversation.focus_child).name == "Milan"
    names = [family.person(person_id).name for person_id in conversation.participant_ids()]
    assert names == ["Fatima", "Sofie"]
    assert conversation.parked == ()


def test_the_professional_brings_the_details_of_the_profile() -> None:
    dossier, _conversation_id = prepare(GOOD)
    sofie = dossier.family.people[-1]
    assert (sofie.organisation, sofie.phone) == (PROFILE.organisation, PROFILE.phone)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Fatima Testman", "Fatima"),
        ("Fatima", "Fatima"),
        ("Dr. Testman", "Dr. Testman"),
        (None, ""),
    ],
)
def test_the_professional_is_filled_in_by_the_name_that_families_say(
    name: str | None, called: str
) -> None:
    profile = PROFILE.model_copy(update={"name": name})
    [*_others, seat] = first_draft(None, profile).seats
    assert (seat.name, seat.role) == (called, "professional")


def test_a_first_name_brings_the_details_of_the_whole_name() -> None:
    profile = PROFILE.model_copy(update={"name": "Sofie Testman"})
    dossier, _conversation_id = prepare(GOOD, profile=profile)
    sofie = dossier.family.people[-1]
    assert (sofie.name, sofie.organisation, sofie.phone) == (
        "Sofie",
        profile.organisation,
        profile.phone,
    )


def test_a_conversation_that_was_there_keeps_the_name_it_had() -> None:
    seats = (GOOD.seats[0], SeatDraft("Sofie Testman", "professional"))
    profile = PROFILE.model_copy(update={"name": "Sofie Testman"})
    before, _conversation_id = prepare(replace(GOOD, seats=seats), profile=profile)
    assert [seat.name for seat in first_draft(before, profile).seats] == ["Fatima", "Sofie Testman"]


def test_the_order_of_the_table_is_the_order_of_speaking() -> None:
    seats = (
        SeatDraft("Sofie", "professional"),
        SeatDraft("Oma", "guardian"),
        SeatDraft("Fatima", "parent"),
    )
    dossier, conversation_id = prepare(replace(GOOD, seats=seats))
    talk = Talk(FRAMEWORK, dossier, conversation_id)
    voices = [dossier.family.person(one).name for one in family_voices(talk)]
    assert voices == ["Oma", "Fatima"]
    assert len(professional_voices(talk)) == 1


def test_sensitive_topics_wait_for_a_moment_alone() -> None:
    dossier, conversation_id = prepare(replace(GOOD, park_sensitive=True))
    parked = dossier.conversation(conversation_id).parked
    assert set(parked) == {"safety", "parent_wellbeing", "family_events"}


def test_brothers_and_sisters_can_take_part_and_sit_at_the_table() -> None:
    children = (
        ChildDraft("Milan", "0-3", "focus"),
        ChildDraft("Noor", "0-3", "also", at_the_table=True),
        ChildDraft("Sam", "12-15", "not_now"),
    )
    dossier, conversation_id = prepare(replace(GOOD, children=children))
    conversation = dossier.conversation(conversation_id)
    names = {person.id: person.name for person in dossier.family.people}
    assert [names[one] for one in conversation.other_children] == ["Noor"]
    assert names[conversation.participant_ids()[-1]] == "Noor"
    assert conversation.participants[-1].role == "child"


@pytest.mark.parametrize(
    ("role", "child", "waits"),
    [
        (None, False, False),
        ("other_parent", False, True),
        (None, True, True),
        ("network", False, False),
    ],
)
def test_sensitive_topics_wait_by_default_while_a_partner_or_a_child_is_there(
    role: Role | None, child: bool, waits: bool
) -> None:
    seats = (*GOOD.seats, *((SeatDraft("Daan", role),) if role is not None else ()))
    children = tuple(replace(each, at_the_table=child) for each in GOOD.children)
    draft = replace(GOOD, seats=seats, children=children, park_sensitive=None)
    dossier, conversation_id = prepare(draft)
    assert bool(dossier.conversation(conversation_id).parked) is waits
    for chosen in (True, False):
        dossier, conversation_id = prepare(replace(draft, park_sensitive=chosen))
        assert bool(dossier.conversation(conversation_id).parked) is chosen


def test_a_first_conversation_leaves_what_waits_to_who_sits_there() -> None:
    assert first_draft(None, PROFILE).park_sensitive is None


def test_the_next_conversation_begins_with_what_was_so_the_last_time() -> None:
    children = (*GOOD.children, ChildDraft("Noor", "0-3", "also", at_the_table=True))
    before, _conversation_id = prepare(replace(GOOD, children=children, park_sensitive=True))
    draft = first_draft(before, PROFILE)
    assert [(child.name, child.part, child.at_the_table) for child in draft.children] == [
        ("Milan", "focus", False),
        ("Noor", "also", True),
    ]
    assert [(seat.name, seat.role) for seat in draft.seats] == [
        ("Fatima", "parent"),
        ("Sofie", "professional"),
    ]
    assert (draft.variant, draft.settings, draft.park_sensitive) == ("short", GOOD.settings, True)


def test_a_colleague_who_goes_on_sits_in_the_place_of_who_was_there() -> None:
    dossier, _id = prepare(GOOD)
    colleague = Profile(name="Karim de Boer", organisation="De Brug")
    seats = first_draft(dossier, colleague).seats
    assert [(seat.name, seat.role) for seat in seats] == [
        ("Fatima", "parent"),
        ("Karim", "professional"),
    ]
    next_one, later = prepare(replace(GOOD, seats=seats), dossier, profile=colleague)
    names = {one.id: one.name for one in next_one.family.people}
    there = next_one.conversation(later).participant_ids()
    assert [names[one] for one in there] == ["Fatima", "Karim"]
    assert "Sofie" in names.values(), "who was there before stays in the family"


def test_people_keep_their_ids_and_nobody_leaves_the_family() -> None:
    before, first_id = prepare(GOOD)
    draft = first_draft(before, PROFILE)
    # The mother is not there, and comes back as a new line with the same name and role.
    seats = (SeatDraft("Oma", "guardian"), *draft.seats[1:])
    without, _second_id = prepare(replace(draft, seats=seats), before)
    assert [person.name for person in without.family.people] == ["Milan", "Fatima", "Sofie", "Oma"]
    assert without.conversation(first_id) == before.conversation(first_id)
    seats = (SeatDraft(" Fatima ", "parent"), *draft.seats[1:])
    again, second_id = prepare(replace(draft, seats=seats), before)
    assert again.family.people == before.family.people
    participants = again.conversation(second_id).participant_ids()
    assert participants == before.conversation(first_id).participant_ids()


def test_another_name_on_a_line_is_somebody_else() -> None:
    before, first_id = prepare(GOOD)
    draft = first_draft(before, PROFILE)
    seats = (replace(draft.seats[0], name="Ahmed"), draft.seats[1])
    after, second_id = prepare(replace(draft, seats=seats), before)
    fatima = before.conversation(first_id).participant_ids()[0]
    assert after.family.person(fatima).name == "Fatima"
    assert fatima not in after.conversation(second_id).participant_ids()


def test_the_same_person_can_sit_there_as_something_else() -> None:
    before, first_id = prepare(GOOD)
    draft = first_draft(before, PROFILE)
    seats = (replace(draft.seats[0], role="guardian"), draft.seats[1])
    after, second_id = prepare(replace(draft, seats=seats), before)
    assert len(after.family.people) == len(before.family.people)
    assert after.conversation(second_id).participants[0].role == "guardian"
    assert after.conversation(first_id) == before.conversation(first_id)


def test_a_family_without_a_conversation_brings_its_people() -> None:
    before, _conversation_id = prepare(GOOD)
    people = before.family.people[:2]
    family = before.family.model_copy(update={"people": people})
    draft = first_draft(Dossier(family=family), PROFILE)
    assert [(child.name, child.part) for child in draft.children] == [("Milan", "focus")]
    assert [seat.name for seat in draft.seats] == ["Fatima", "Sofie"]


ONLY_YOUNG = FRAMEWORK.model_copy(
    update={
        "phases": {
            name: phase.model_copy(update={"complete": name == "0-4"})
            for name, phase in FRAMEWORK.phases.items()
        }
    }
)
"""As shipped, but with texts for the youngest children only."""


def test_an_empty_line_is_nobody() -> None:
    children = (*GOOD.children, ChildDraft(" ", None, "not_now"))
    seats = (*GOOD.seats, SeatDraft("", None))
    draft = replace(GOOD, children=children, seats=seats)
    assert draft.filled_in == GOOD


def test_nothing_is_wrong_with_a_good_draft() -> None:
    assert problems(FRAMEWORK, GOOD) == {}


@pytest.mark.parametrize(
    ("children", "sentence"),
    [
        ((), "ten minste één kind"),
        ((ChildDraft("", "0-3", "focus"),), "de voornaam"),
        ((ChildDraft("Milan", None, "focus"),), "een leeftijd voor Milan"),
        ((ChildDraft("Milan", "0-3", "also"),), "één kind over wie"),
        ((ChildDraft("A", "0-3", "focus"), ChildDraft("B", "0-3", "focus")), "één kind over wie"),
        ((ChildDraft(HOSTILE, "12-15", "focus"),), "bij " + HOSTILE),
        ((*GOOD.children, ChildDraft("Sam", "8-11", "also")), "bij Sam"),
    ],
)
def test_what_is_wrong_with_children_is_one_sentence(
    children: tuple[ChildDraft, ...], sentence: str
) -> None:
    found = problems(ONLY_YOUNG, replace(GOOD, children=children))
    assert list(found) == ["children"]
    assert sentence in found["children"]


@pytest.mark.parametrize(
    ("seats", "sentence"),
    [
        ((), "ten minste één ouder"),
        ((*GOOD.seats, SeatDraft("", "companion")), "een naam voor iedereen"),
        ((*GOOD.seats, SeatDraft("Oma", None)), "Wie is Oma"),
        ((SeatDraft("Tolk", "interpreter"), GOOD.seats[1]), "ten minste één ouder"),
        (GOOD.seats[:1], "ten minste één professional"),
        ((*GOOD.seats, GOOD.seats[0]), "twee keer"),
    ],
)
def test_what_is_wrong_at_the_table_is_one_sentence(
    seats: tuple[SeatDraft, ...], sentence: str
) -> None:
    found = problems(FRAMEWORK, replace(GOOD, seats=seats))
    assert list(found) == ["seats"]
    assert sentence in found["seats"]


def test_a_family_needs_a_name_or_a_code() -> None:
    assert list(problems(FRAMEWORK, replace(GOOD, label=" \t"))) == ["label"]


@pytest.mark.parametrize(
    ("age_band", "who"),
    [
        ("prenatal", "In de zwangerschap beslist de zwangere zelf"),
        ("0-3", "Onder de 12"),
        ("8-11", "Onder de 12"),
        ("12-15", "Van 12 tot 16"),
        ("16+", "Vanaf 16"),
        (None, "Wie over hulp beslist"),
    ],
)
def test_who_decides_about_help_depends_on_the_age(age_band: AgeBand | None, who: str) -> None:
    assert custody_rule(age_band).startswith(who)


def test_a_next_conversation_keeps_the_examples_of_the_family() -> None:
    dossier, _ = prepare(GOOD)
    family = dossier.family
    author = next(person.id for person in family.people if person.role == "professional")
    example = OwnExample(text_id="goals.goal", text="Samen eten.", author_id=author, at=NOW)
    family = family.model_copy(update={"examples": (example,)})
    dossier = dossier.model_copy(update={"family": family})

    again, _ = prepare(first_draft(dossier, PROFILE), dossier)

    assert again.family.examples == (example,)


def test_a_next_conversation_keeps_whatever_else_is_known_of_the_family() -> None:
    dossier, _id = prepare(GOOD)
    known = dossier.family.model_copy(
        update={
            "carried": ("0" * 64,),
            "recipients": (Recipient(id="school", name="De Roos", kind="school"),),
        }
    )
    dossier = dossier.model_copy(update={"family": known})
    later, _id = prepare(first_draft(dossier, PROFILE), dossier)
    filled_in = {"label", "people", "settings"}
    assert later.family.model_dump(exclude=filled_in) == known.model_dump(exclude=filled_in)


def test_what_decides_about_help_belongs_to_the_conversation() -> None:
    pregnant = replace(
        GOOD,
        children=(ChildDraft("Milan", "prenatal", "focus"),),
        details=ChildDetails(age="0-5m", week="20", first_child=True),
    )
    dossier, first_id = prepare(pregnant)
    now = ChildNow(pregnancy_week=20, first_child=True)
    assert dossier.conversation(first_id).child_now == now

    draft = first_draft(dossier, PROFILE)
    assert draft.details == ChildDetails(first_child=True)

    born = (replace(draft.children[0], age_band="0-3"),)
    later, second_id = prepare(replace(draft, children=born), dossier)
    assert later.conversation(second_id).child_now == ChildNow()
    assert later.conversation(first_id).child_now == now


def test_a_week_that_is_none_is_told_at_its_place() -> None:
    children = (ChildDraft("Milan", "prenatal", "focus"),)
    found = problems(FRAMEWORK, replace(GOOD, children=children, details=ChildDetails(week="50")))
    assert list(found) == ["details"]
    assert problems(FRAMEWORK, replace(GOOD, details=ChildDetails(week="50"))) == {}


def test_a_child_that_is_not_born_needs_no_name_and_sits_nowhere() -> None:
    children = (ChildDraft("", "prenatal", "focus", at_the_table=True),)
    draft = replace(GOOD, children=children)
    assert problems(FRAMEWORK, draft) == {}
    assert draft.filled_in.children == children
    assert not draft.is_listened_to(FRAMEWORK)
    dossier, conversation_id = prepare(draft)
    [child] = dossier.family.children
    assert child.name == "Baby"
    assert child.id not in dossier.conversation(conversation_id).participant_ids()
