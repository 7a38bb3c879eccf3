"""A professional's choice stands beside what the family says, never in its place.

On a paper at home the face alone reads as a verdict: what the family answered is not on it then.
Owns when that is so. Own words of a professional tell what was seen, and stay.
"""

from __future__ import annotations

from collections.abc import Sequence

from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import turn_of
from giz_gesprek.summary.items import AnswerGiven, DifferenceSeen, TopicItem, ViewGiven


def without_lone_choices(talk: Talk, said: Sequence[TopicItem]) -> list[TopicItem]:
    """Return ``said`` without what professionals chose where nobody of the family said a thing.

    A silence that the family lets stand says something; how professionals differ among themselves
    goes with their choices.
    """
    beside = {
        (item.topic, item.child_id)
        for item in said
        if isinstance(item, AnswerGiven) and not _is_professional(talk, item.person_id)
    }
    return [
        item for item in said if (item.topic, item.child_id) in beside or not _is_choice(talk, item)
    ]


def _is_choice(talk: Talk, item: TopicItem) -> bool:
    match item:
        case ViewGiven(person_id=person_id, answer=answer):
            return answer.words is None and _is_professional(talk, person_id)
        case DifferenceSeen(outcome=outcome):
            return outcome is None or outcome.words is None
        case _:
            return False


def _is_professional(talk: Talk, person_id: str) -> bool:
    return turn_of(talk.framework, talk.family.person(person_id).role) == "professional"
