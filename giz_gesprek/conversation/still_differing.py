"""Differences that are open at the end of a visit: each comes back once, before the report.

Owns which those are. A difference is never averaged or closed by the program: people say whether
they see it the same now, let it stand, or talk on another day.
"""

from __future__ import annotations

from giz_gesprek.conversation.answers import Difference
from giz_gesprek.conversation.offered import topics_of_picture
from giz_gesprek.conversation.records import difference_on
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import differs, talks_later


def asked_at_the_end(talk: Talk) -> tuple[tuple[str, str | None], ...]:
    """Return the topics with an open difference, each with its child; one that was asked stays."""
    return tuple(
        (topic, child_id)
        for topic, child_id in topics_of_picture(talk)
        if differs(talk, topic, child_id)
        and _is_asked(talk, difference_on(talk.conversation, topic, child_id))
    )


def talks_later_at_the_end(talk: Talk, topic: str, child_id: str | None) -> bool:
    """Tell whether it was said at the end of the visit that people talk on another day."""
    difference = difference_on(talk.conversation, topic, child_id)
    at_end = difference.at_end if difference is not None else None
    return at_end is not None and talks_later(talk.framework, at_end)


def _is_asked(talk: Talk, difference: Difference | None) -> bool:
    """Tell whether nobody agrees and there is no day, or that was answered at the end."""
    if difference is None or difference.at_end is not None:
        return True
    outcome = difference.outcome
    chosen = outcome and talk.framework.choice_id(outcome.question, outcome.choice)
    return chosen != talk.framework.meanings.agreed and difference.later_on is None
