"""What an entry of the change log is about, read from the name of its item.

An item is a name without words; what it stands for is found in the conversation. Owns which of it
can put somebody in danger when others read it: whatever cannot be told counts as that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from giz_gesprek.conversation.consent import is_delicate as is_delicate_part
from giz_gesprek.conversation.delicate import (
    has_delicate_plan,
    is_asked_alone,
    is_delicate_goal,
    is_delicate_programme,
    sensitive_topics,
)
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.gathering import is_delicate_person
from giz_gesprek.conversation.plan import Goal
from giz_gesprek.conversation.position import StepKind
from giz_gesprek.conversation.sharing_heard import is_discreet
from giz_gesprek.conversation.talk import Talk

Matter = Literal[
    "topic",
    "plan",
    "before",
    "hard_days",
    "around",
    "start",
    "report",
    "sharing",
    "child",
    "settings",
    "example",
    "conversation",
    "history",
    "log",
    "paper",
    "card",
    "family",
    "table",
    "words",
    "other",
]
"""What there is to be about; ``table`` is who sits there, ``words`` what was taken away."""

_STEPS: Final[dict[str, Matter]] = {
    **dict.fromkeys(("read_back", "side_by_side", "later_date", "turn", "question"), "topic"),
    **dict.fromkeys(("since", "reached", "step_reached", "helped", "help_came", "then"), "before"),
    **dict.fromkeys(("left", "again"), "before"),
    **dict.fromkeys(("whole", "goals", "look_back"), "plan"),
    **dict.fromkeys(("consent", "child_consent", "page"), "start"),
    **dict.fromkeys(("summary", "export"), "report"),
    "hard_days": "hard_days",
    "around": "around",
}
_NAMED: Final[dict[str, Matter]] = {
    **dict.fromkeys(("topic", "added_topic", "advice"), "topic"),
    **dict.fromkeys(("goal", "why", "told_back", "step", "help"), "plan"),
    **dict.fromkeys(("coordinator", "first_contact"), "plan"),
    **dict.fromkeys(("table", "person", "custody"), "table"),
    **{name: name for name in get_args(Matter) if name not in {"topic", "table", "other"}},
    "left": "before",
    "agreement": "start",
    "file": "family",
}
_PLACES: Final = 9
"""Parts of the name of a step, before its goal and what belongs to that."""


@dataclass(frozen=True)
class About:
    """What an entry is about.

    Attributes:
        matter: in general.
        name: the first part of the item, which tells what kind of thing ``ref`` is.
        topic: which topic, and about which child.
        child_id: see ``topic``.
        question: which question of it.
        ref: of which goal, step of the plan, person, or text; for whom a paper is.
        part: which part of a goal; which form of a paper.

    """

    matter: Matter
    name: str
    topic: str | None = None
    child_id: str | None = None
    question: str | None = None
    ref: str | None = None
    part: str | None = None


def about_of(item: str) -> About:
    """Return what an item is about."""
    parts = item.split(":")
    name = parts[0]
    if name in get_args(StepKind) and len(parts) >= _PLACES:
        return _of_step(parts)
    matter = _NAMED.get(name, "other")
    rest = [part or None for part in parts[1:]]
    first, second = (*rest, None, None)[:2]
    match name:
        case "topic" | "added_topic" | "advice":
            return About(matter, name, topic=first, child_id=second)
        case "left":
            return About(matter, name, topic=second, child_id=(*rest, None, None, None)[2])
        case "paper" | "log":
            return _of_paper(matter, parts)
        case "example":
            topic = (first or "").partition(".")[0]
            return About(matter, name, topic=topic or None, ref=first)
        case _:
            return About(matter, name, ref=first)


def _of_step(parts: list[str]) -> About:
    name = parts[0]
    topic, child_id, _person, question, goal, part = (
        each or None for each in (*parts[5:], "", "")[:6]
    )
    matter = _STEPS.get(name, "other")
    if name == "question" and topic is None:
        matter = "hard_days"
    return About(matter, name, topic, child_id, question, goal, part)


def _of_paper(matter: Matter, parts: list[str]) -> About:
    """Return for whom a paper is, and its form, which entries of before do not have."""
    name, *rest = parts
    whom = 2 if rest[:1] and rest[0] in {"person", "recipient"} else 1
    return About(
        matter, name, ref=":".join(rest[:whom]) or None, part=":".join(rest[whom:]) or None
    )


# --- what others may not read -----------------------------------------------------------------


def is_delicate(talk: Talk, about: About) -> bool:  # noqa: PLR0911 - one a matter
    """Tell whether it can put somebody in danger that others read of an entry; ``talk`` is its."""
    match about.matter:
        case "topic":
            return _is_delicate_topic(talk, about)
        case "plan":
            return _is_delicate_plan(talk, about)
        case "before":
            return _is_delicate_before(talk, about)
        case "hard_days":
            return has_delicate_plan(talk.framework, talk.conversation)
        case "around":
            return _is_delicately_around(talk, about)
        case "sharing" | "paper":
            return _is_delicate_recipient(talk, about)
        case "example":
            return about.topic in sensitive_topics(talk.framework)
        case "table" | "words" | "other":
            return True
        case _:
            return False


def _is_delicate_topic(talk: Talk, about: About) -> bool:
    framework = talk.framework
    if about.name == "advice" or about.topic in sensitive_topics(framework):
        return True
    asked = about.question or ""
    sought = framework.question_sets[framework.places.advice_sought]
    return asked in sought or is_asked_alone(framework, asked)


def _is_delicate_plan(talk: Talk, about: About) -> bool:
    plan, framework = talk.conversation.plan, talk.framework
    match about.name:
        case "whole":
            first = plan.comes_first
            return first is None or first.topic in sensitive_topics(framework)
        case "coordinator" | "first_contact":
            goals = plan.goals
            return all(is_delicate_goal(framework, talk.conversation, goal) for goal in goals)
        case "goals" | "look_back":
            return False
        case "step":
            owner = next((g for g in plan.goals if about.ref in {s.id for s in g.steps}), None)
        case _:
            owner = next((goal for goal in plan.goals if goal.id == about.ref), None)
    if owner is None or is_delicate_goal(framework, talk.conversation, owner):
        return True
    # That help was chosen tells of it: nobody reads that where all of it is delicate.
    helps = owner.programmes
    return about.name == "help" and all(is_delicate_programme(framework, x.id) for x in helps)


def _is_delicate_before(talk: Talk, about: About) -> bool:
    if about.topic is not None:
        return about.topic in sensitive_topics(talk.framework)
    if about.ref is None:
        return False
    if about.part is not None and is_delicate_programme(talk.framework, about.part):
        return True
    found = _goal_before(talk, about.ref)
    return found is None or is_delicate_goal(talk.framework, *found)


def _goal_before(talk: Talk, goal_id: str) -> tuple[Conversation, Goal] | None:
    for conversation in reversed(talk.earlier):
        for goal in conversation.plan.goals:
            if goal.id == goal_id:
                return conversation, goal
    return None


def _is_delicately_around(talk: Talk, about: About) -> bool:
    """Tell so of somebody around the family; who is not there any more can be anybody."""
    if about.ref in {None, "other-parent", "many"}:
        return False
    told = talk.conversation.around.people
    found = next((one for one in told if one.person_id == about.ref), None)
    return found is None or is_delicate_person(talk, talk.conversation, found)


def _is_delicate_recipient(talk: Talk, about: About) -> bool:
    whom = about.ref or ""
    if about.matter == "paper":
        kind, _colon, whom = whom.partition(":")
        if kind != "recipient":
            return kind == "person"
    if whom not in {one.id for one in talk.family.recipients}:
        return True
    said = [
        (Talk(talk.framework, talk.dossier, each.id), consent)
        for each in talk.dossier.conversations
        for consent in each.sharing
        if consent.recipient == whom
    ]
    return not said or any(
        is_discreet(there, consent) or any(is_delicate_part(there, part) for part in consent.parts)
        for there, consent in said
    )
