"""Talks for Hypothesis in which people said yes and no to sharing, of every part to anybody."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import timedelta
from typing import Any, Final

from hypothesis import strategies as st

from giz_gesprek.conversation.consent import parts_of, sayers
from giz_gesprek.conversation.consenting import say, standing, with_custody, withdraw
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.sharing import SharedPart
from giz_gesprek.conversation.talk import Talk
from tests.support.dossiers import RECIPIENTS, START
from tests.support.never_said import delicate_talks

TODAY: Final = START.date()
HERS: Final = RECIPIENTS[0]
"""The recipient whose paper is looked at."""


@st.composite
def consented_talks(draw: st.DrawFn) -> Talk:
    """Talks in which each was asked about some parts; most said yes, some took it back."""
    talk = draw(delicate_talks())
    parts = parts_of(talk)
    if not parts:
        return talk
    for person in talk.family.people:
        if draw(st.booleans()):
            talk = with_custody(talk, person.id, "child-1", decides=False)
    for recipient in RECIPIENTS:
        for person_id in (person.id for person in talk.family.people):
            some = draw(st.lists(st.sampled_from(parts), unique=True, max_size=len(parts)))
            granted = draw(st.integers(0, 4)) > 0
            if some:
                talk = say(talk, recipient, some, person_id, granted=granted, now=START)
        stood = list(standing(talk, recipient))
        if stood and draw(st.integers(0, 3)) == 0:
            gone = draw(st.lists(st.sampled_from(stood), max_size=2, unique_by=id))
            for each in gone:
                later = START + timedelta(days=1)
                talk = withdraw(talk, [each], each.consent.said_by[0], now=later)
                break
    return talk


def shared_with(talk: Talk, recipient_id: str = HERS) -> dict[SharedPart, tuple[str, ...]]:
    """Return each part that goes to a recipient, and of whom."""
    found = {part: sayers(talk, recipient_id, part, TODAY) for part in parts_of(talk)}
    return {part: who for part, who in found.items() if who}


def said_otherwise(talk: Talk) -> Talk:
    """Return the talk in which everything that does not go to the recipient was something else.

    Other words, other choices, other names of who does not share and of other recipients, and no
    word of what was refused, of advice, or of what was shared elsewhere.
    """
    shared = shared_with(talk)
    sharers = {one for who in shared.values() for one in who}
    conversation = talk.conversation
    raw = conversation.model_dump(mode="json")
    for record in ("views", "differences", "conclusions"):
        for each in raw[record]:
            part = SharedPart(kind="topic", topic=each["topic"], child_id=each["child_id"])
            if part not in shared or each.get("person_id", shared[part][0]) not in shared[part]:
                _turn(each)
    _turn_plan(raw["plan"], shared)
    if SharedPart(kind="people") not in shared:
        raw["around"].update(people=[], many_professionals=None)
    raw.update(
        advice=[],
        looked_back=[],
        parked=[],
        sharing=[each for each in raw["sharing"] if each["granted"] and each["recipient"] == HERS],
    )
    for visit in raw["visits"]:
        visit["added"] = []
    family = talk.family.model_dump(mode="json")
    family["recipients"] = [one for one in family["recipients"] if one["id"] == HERS]
    for person in family["people"]:
        if person["id"] not in sharers and person["role"] in _FAMILY:
            person["name"] = "Niemand"
    family["examples"] = []
    return _talk_of(talk, {**talk.dossier.model_dump(mode="json"), "family": family}, raw)


_FAMILY: Final = ("parent", "other_parent", "foster_parent", "guardian")


def _turn_plan(plan: dict[str, Any], shared: Collection[SharedPart]) -> None:
    if SharedPart(kind="plan") not in shared:
        _turn(plan["goals"])
        plan.update(coordinator_id=None, look_back_on=None)
    if SharedPart(kind="hard_days") not in shared:
        _turn(plan["hard_again"])
    plan["comes_first"] = None


def _turn(value: Any) -> None:
    """Make all own words other words, and all choices other ones, in place."""
    if isinstance(value, list):
        for each in value:
            _turn(each)
    elif isinstance(value, dict):
        if "author_id" in value:
            value["text"] = "Iets heel anders."
        elif value.get("choice"):
            value["choice"] = "gone_from_content"
        for each in value.values():
            _turn(each)


def _talk_of(talk: Talk, dossier: dict[str, Any], conversation: dict[str, Any]) -> Talk:
    dossier["conversations"] = [conversation]
    made = Dossier.model_validate_json(json.dumps(dossier))
    return Talk(talk.framework, made, talk.conversation_id)
