"""Which programmes are shown, and choosing one for a goal."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.content.programmes import Offer, Programme
from giz_gesprek.conversation import planning
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.lines import Line, remove_line
from giz_gesprek.conversation.programmes import (
    is_for_families,
    programme_name,
    shelves,
)
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.telling_back import tell_back
from tests.conversation.support import agreed, words
from tests.support.dossiers import dossiers, framework, last_talk, library

OFFERS = get_args(get_args(Offer)[0])
PHASES = tuple(framework().phases)
SOME_TOPICS = ("eating_sleeping", "health", "housing")


def programme(**fields: object) -> Programme:
    given_fields = {"offer": "yes", "phases": ("0-4",), "topics": ("health",), "by": "school"}
    return Programme.model_validate(given_fields | fields)


def knowing(talk: Talk, **programmes: Programme) -> Talk:
    """Return the talk where the content knows these programmes only."""
    return replace(talk, framework=framework().model_copy(update={"programmes": programmes}))


def with_goal(*programmes: str) -> Talk:
    talk = planning.add_goal(agreed("health"), words("doel"))
    for each in programmes:
        talk = planning.choose_programme(talk, "goal-1", each, each.upper())
    return talk


@st.composite
def programme_lists(draw: st.DrawFn) -> dict[str, Programme]:
    return {
        f"p{number}": programme(
            offer=draw(st.sampled_from(OFFERS)),
            phases=tuple(draw(st.lists(st.sampled_from(PHASES), min_size=1, unique=True))),
            topics=tuple(draw(st.lists(st.sampled_from(SOME_TOPICS), min_size=1, unique=True))),
            region=draw(st.sampled_from([None, "Heerlen"])),
            hidden=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 6)))
    }


@given(programme_lists(), st.lists(st.sampled_from(SOME_TOPICS), unique=True))
def test_nothing_delicate_far_or_hidden_is_ever_offered_unasked(
    programmes: dict[str, Programme], topics: list[str]
) -> None:
    found = shelves(knowing(agreed(*topics), **programmes))

    for name in found.offered:
        spec = programmes[name]
        assert (spec.offer, spec.region, spec.hidden) == ("yes", None, False)
        assert "0-4" in spec.phases
        assert set(spec.topics) & set(topics)
    assert all(programmes[name].offer == "yes" for name in found.others)
    assert all(programmes[name].offer == "on_request" for name in found.on_request)
    assert all(programmes[name].offer == "professional" for name in found.professional)
    every = [*found.offered, *found.others, *found.on_request, *found.professional]
    assert len(set(every)) == len(every)
    assert not any(programmes[name].hidden for name in every)
    for_families = {
        name
        for name, spec in programmes.items()
        if spec.offer != "professional" and not spec.hidden and "0-4" in spec.phases
    }
    assert {*found.offered, *found.others, *found.on_request} == for_families


@given(dossiers())
def test_of_the_shipped_list_nobody_is_offered_a_delicate_one(dossier: Dossier) -> None:
    found = shelves(last_talk(dossier))

    assert not {"nu_niet_zwanger", "veilige_start", "gezinsindicatie"} & set(found.offered)
    assert "nu_niet_zwanger" in found.on_request
    assert set(found.on_request) <= {"nu_niet_zwanger", "veilige_start"}
    assert not {"nu_niet_zwanger", "veilige_start", "gezinsindicatie"} & set(found.others)


def test_what_shares_more_topics_comes_first() -> None:
    talk = knowing(
        agreed("health", "housing"),
        one=programme(topics=("health", "contact")),
        two=programme(topics=("health", "housing")),
        three=programme(topics=("contact",)),
    )

    assert shelves(talk).offered == ("two", "one")


def test_a_parked_topic_asks_for_no_help() -> None:
    talk = knowing(agreed("safety"), one=programme(topics=("safety",)))

    assert shelves(talk).offered == ("one",)
    assert shelves(talk.changed(parked=("safety",))).offered == ()


def test_other_help_is_of_the_same_phase_and_has_nothing_delicate() -> None:
    talk = knowing(
        agreed("health"),
        delicate=programme(offer="on_request"),
        older=programme(phases=("12+",)),
        far=programme(region="Heerlen"),
    )

    found = shelves(talk)
    assert found.others == ("far",)
    assert found.on_request == ("delicate",)


def test_the_phase_is_that_of_the_focus_child() -> None:
    talk = agreed("health", children=("noor",))
    talk = knowing(talk, young=programme(), older=programme(phases=("4-12",)))

    assert shelves(talk).offered == ("older",)


def test_choosing_keeps_the_name_and_asks_to_tell_back_again() -> None:
    told = tell_back(with_goal(), "goal-1", words("Wij vragen VoorZorg."))
    chosen = planning.choose_programme(told, "goal-1", "voorzorg", "VoorZorg")

    assert chosen.conversation.plan.goals[0].programme_ids == ("voorzorg",)
    assert not chosen.conversation.plan.goals[0].told_back
    assert chosen.conversation.wording["voorzorg.name"] == "VoorZorg"
    assert planning.choose_programme(chosen, "goal-1", "voorzorg", "VoorZorg") is chosen


def test_what_is_taken_away_leaves_no_trace_and_the_rest_alone() -> None:
    both = with_goal("voorzorg", "jim")
    two_goals = planning.choose_programme(
        planning.add_goal(both, words("nog een doel")), "goal-2", "jim", "JIM"
    )

    left = planning.leave_programme(both, "goal-1", "jim")
    assert left.conversation.plan.goals[0].programme_ids == ("voorzorg",)
    assert "jim.name" not in left.conversation.wording
    assert "jim.name" in planning.leave_programme(two_goals, "goal-1", "jim").conversation.wording
    assert "voorzorg.name" not in planning.remove_goal(two_goals, "goal-1").conversation.wording
    assert "jim.name" in planning.remove_goal(two_goals, "goal-1").conversation.wording
    line = Line(kind="programme", id="goal-1", programme="jim")
    assert remove_line(both, line) == left
    assert "jim" not in line.key


def test_a_programme_is_called_as_today_else_as_then_else_by_its_id() -> None:
    book = Phrasebook(library(), "nl", "easy")
    talk = with_goal("loket_hulplijn", "gone_away")

    assert programme_name(book, talk.conversation, "loket_hulplijn") == "Bellen met de gemeente"
    assert programme_name(book, talk.conversation, "gone_away") == "GONE_AWAY"
    assert programme_name(book, talk.conversation, "never_known") == "never known"


def test_a_family_may_read_of_what_is_gone_but_not_of_policy() -> None:
    assert is_for_families(framework(), "gone_away")
    assert is_for_families(framework(), "nu_niet_zwanger")
    assert not is_for_families(framework(), "gezinsindicatie")
