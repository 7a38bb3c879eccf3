"""How a difference goes on, and who was not there when that or a conclusion was chosen together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.delicate import sensitive_topics
from giz_gesprek.conversation.records import advice_on
from giz_gesprek.summary.document import DifferenceLine, Note
from giz_gesprek.summary.items import ConclusionMade, DifferenceSeen, LaterOn, OnTopic
from giz_gesprek.summary.sentences import of_type
from giz_gesprek.summary.words import PaperNames, in_a_row

_STILL_DIFFERENT: Final = "document.differ"
_AGREED: Final = "document.differ_agree"


def difference_line(
    words: PaperNames,
    item: DifferenceSeen,
    later: LaterOn | None,
    *,
    advice_asked: bool | None = None,
) -> DifferenceLine:
    """Return the one line about a difference; ``later`` is the day of talking again.

    Of one voice alone it says only that this person sees it differently.

    ``advice_asked``: whether who reads it is told that advice is asked on this topic; by default
    whether it is.
    """
    drawn = words.framework.pictogram_of(words.framework.meanings.still_different)
    if len(item.voices) == 1:
        name = words.person(item.voices[0])
        return DifferenceLine(words.text("document.differ_own", name=name), words.picture(drawn))
    text_id = outcome_text(words, item.outcome) or _STILL_DIFFERENT
    day = later.day if later is not None else None
    if day is not None:
        text = _told(words, item, "document.differ_later_on", date=words.day(day))
    elif text_id == _AGREED and item.missing:
        who = in_a_row(words, [words.person(person_id) for person_id in item.together])
        # With those who chose the same as ``who``, these are ``name``.
        text = _told(words, item, "document.differ_agree_of", **{_third(item): who})
    else:
        text = _told(words, item, text_id)
    if text_id != _STILL_DIFFERENT:
        text = "\n".join((text, *were_missing(words, item.missing)))
    elif day is None and not _is_worrying(words, item, advice_asked=advice_asked):
        text = "\n".join((text, words.text("document.differ_may")))
    if later is not None and day is None:
        text = "\n".join((text, words.text("document.no_day_yet")))
    if item.outcome is not None and item.outcome.choice is not None:
        drawn = words.pictogram(item.outcome.question, item.outcome.choice)
    return DifferenceLine(text, words.picture(drawn))


def _told(words: PaperNames, item: DifferenceSeen, text_id: str, **more: str) -> str:
    """Return who differ; where two or more of them do not, who those are."""
    if item.alike:
        others = [one for one in item.voices if one not in item.alike]
        names = [[words.person(one) for one in group] for group in (item.alike, others)]
        who, other = (in_a_row(words, each) for each in names)
        return words.text(text_id.replace("differ", "alike"), who=who, other=other, **more)
    *first, last = [words.person(one) for one in item.voices]
    return words.text(text_id, name=", ".join(first), other=last, **more)


def _third(item: DifferenceSeen) -> str:
    return "name" if item.alike else "who"


def _is_worrying(words: PaperNames, item: DifferenceSeen, *, advice_asked: bool | None) -> bool:
    """Tell whether a difference is about a worry: nobody says there that it is allowed."""
    if advice_asked is None:
        advice_asked = advice_on(words.talk.conversation, item.topic, item.child_id) is not None
    return advice_asked or item.topic in sensitive_topics(words.framework)


def with_day(words: PaperNames, said: str, group: Iterable[OnTopic]) -> str:
    """Return how a difference goes on with the day of talking again behind it, if there is one."""
    for later in of_type(group, LaterOn):
        if later.day is not None:
            told = words.text("document.later_on", what=said, date=words.day(later.day))
            # A text begins with a capital; this one goes on after a label.
            said = f"{said[:1]}{told[1:]}"
    return said


def were_missing(words: PaperNames, people: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence of each who was not there when something was chosen together."""
    return tuple(words.text("document.was_away", name=words.person(one)) for one in people)


def without(words: PaperNames, made: Iterable[ConclusionMade]) -> tuple[Note, ...]:
    """Return who was not there when a conclusion was made, once each."""
    missing = dict.fromkeys(person_id for item in made for person_id in item.missing)
    return tuple(Note(text) for text in were_missing(words, missing))


def outcome_text(words: PaperNames, outcome: Answer | None) -> str | None:
    """Return what is said about a difference by how everybody goes on, if that is known."""
    if outcome is None:
        return None
    meanings = words.framework.meanings
    said = {
        meanings.agreed: _AGREED,
        meanings.still_different: _STILL_DIFFERENT,
        meanings.talk_later: "document.differ_later",
    }
    return said.get(words.framework.choice_id(outcome.question, outcome.choice) or "")
