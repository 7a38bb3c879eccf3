"""How a difference goes on, and who was not there when that or a conclusion was chosen together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from giz_gesprek.conversation.answers import Answer
from giz_gesprek.summary.document import DifferenceLine, Note
from giz_gesprek.summary.items import ConclusionMade, DifferenceSeen, LaterOn
from giz_gesprek.summary.sentences import in_a_row
from giz_gesprek.summary.words import PaperNames

_STILL_DIFFERENT: Final = "document.differ"
_AGREED: Final = "document.differ_agree"


def difference_line(
    words: PaperNames, item: DifferenceSeen, later: LaterOn | None
) -> DifferenceLine:
    """Return the one line about a difference; ``later`` is the day of talking again."""
    *others, last = [words.person(person_id) for person_id in item.voices]
    values = {"name": ", ".join(others), "other": last}
    text_id = outcome_text(words, item.outcome) or _STILL_DIFFERENT
    if later is not None and later.day is not None:
        text = words.text("document.differ_later_on", date=words.day(later.day), **values)
    elif text_id == _AGREED and item.missing:
        who = in_a_row(words, [words.person(person_id) for person_id in item.together])
        text = words.text("document.differ_agree_of", who=who, **values)
    else:
        text = words.text(text_id, **values)
    if later is not None and later.day is None:
        text = f"{text}\n{words.text('document.no_day_yet')}"
    if text_id != _STILL_DIFFERENT:
        text = "\n".join((text, *were_missing(words, item.missing)))
    if item.outcome is not None and item.outcome.choice is not None:
        drawing = words.pictogram(item.outcome.question, item.outcome.choice)
    else:
        drawing = words.framework.pictogram_of(words.framework.meanings.still_different)
    return DifferenceLine(text, words.picture(drawing, text.partition("\n")[0].rstrip(".")))


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
