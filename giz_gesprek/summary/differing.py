"""How people differ on a topic, and how they go on, as items of a paper."""

from __future__ import annotations

from collections.abc import Iterator

from giz_gesprek.conversation.answers import Difference
from giz_gesprek.conversation.asked import needs_a_day
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.presence import missing_at, voices_at
from giz_gesprek.conversation.records import difference_on
from giz_gesprek.conversation.steps import LaterDateStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import talks_later
from giz_gesprek.summary import topics
from giz_gesprek.summary.items import DifferenceSeen, LaterOn, ReasonGiven, answer_line


def difference_on_topic(
    talk: Talk, about: topics.About
) -> Iterator[ReasonGiven | DifferenceSeen | LaterOn]:
    """Yield why each sees a topic so, that they differ, and the day of talking about it again."""
    voices = topics.differing_voices(talk, about)
    if not voices:
        return
    difference = difference_on(talk.conversation, about.topic, about.child_id)
    place = {person_id: number for number, person_id in enumerate(voices)}
    reasons = difference.reasons if difference is not None else ()
    # Whoever took the choice back is not asked for a reason any more.
    asked = [reason for reason in reasons if reason.person_id in place]
    for reason in sorted(asked, key=lambda reason: place[reason.person_id]):
        if reason.answer.state == "answered":
            line = answer_line(reason.answer, about.topic, about.child_id, reason.person_id)
            yield ReasonGiven(
                about.topic, about.child_id, reason.person_id, reason.answer, line=line
            )
    outcome = difference.as_it_is if difference is not None else None
    alike = topics.alike_voices(talk, about)
    if difference is None or outcome is None or outcome.state != "answered":
        yield DifferenceSeen(about.topic, about.child_id, voices, None, alike=alike)
    else:
        yield DifferenceSeen(
            about.topic,
            about.child_id,
            voices,
            outcome,
            voices_at(talk, outcome.present),
            missing_at(talk, outcome.present, voices),
            alike,
            line=answer_line(outcome, about.topic, about.child_id, None),
        )
    yield from _later_on(talk, about, difference)


def _later_on(talk: Talk, about: topics.About, difference: Difference | None) -> Iterator[LaterOn]:
    """Yield the day on which a difference is talked about again, while one is asked."""
    if difference is None:
        return
    outcome = difference.as_it_is
    chosen = outcome is not None and talks_later(talk.framework, outcome)
    if chosen or needs_a_day(talk, about.topic, about.child_id):
        later = LaterDateStep(topic=about.topic, child_id=about.child_id)
        line = Line(kind="later_on", step=later) if difference.later_on is not None else None
        present = outcome.present if outcome is not None else ()
        together = present or talk.conversation.participant_ids()
        yield LaterOn(about.topic, about.child_id, difference.later_on, together, line=line)
