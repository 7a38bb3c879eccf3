"""A conversation as a list of turns, given to the app in a terminal or to ``plain`` as lines.

Owns no wording and no order: what is asked stands in the list, and the app has to ask it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tests.support.answers import (
    Aside,
    Choose,
    Done,
    Given,
    OtherTopics,
    PassOver,
    Point,
    Press,
    Tell,
    Topics,
    Write,
    as_keys,
    as_lines,
)
from tests.support.dossiers import framework
from tests.support.talking import Place, Said, Talk

_STATES = {4: Said("dont_know"), 5: Said("rather_not_say")}


@dataclass(frozen=True)
class Turn:
    """What is asked, and what is given.

    Attributes:
        asked: who is asked on which topic at which question; or the ids of texts on the screen,
            with spaces between.
        given: the answer.
        shown: what somebody said earlier and that has to be on the screen too.
        place: of the answer in the document, where ``asked`` are texts.

    """

    asked: Place | str
    given: Given
    shown: str = ""
    place: Place | None = None


def lines_of(turns: Iterable[Turn]) -> str:
    """Return what is typed into ``plain``."""
    return as_lines(turn.given for turn in turns)


def hold_in_app(talk: Talk, turns: Iterable[Turn]) -> None:
    """Wait for each question on the screen, and give its answer."""
    for turn in turns:
        wait_until_asked(talk, turn)
        for done in as_keys([turn.given]):
            _do(talk, done)


def wait_until_asked(talk: Talk, turn: Turn) -> None:
    """Wait until the screen asks it."""
    if not isinstance(turn.asked, str):
        talk.is_asked(*turn.asked)
    else:
        texts = [talk.text(text_id) for text_id in turn.asked.split()]
        if isinstance(turn.given, Topics | OtherTopics):
            # Side by side a title may take two lines; its words stay whole.
            texts = [word for text in texts for word in text.split()]
        talk.sees(*texts)
    talk.sees(turn.shown)


def _do(talk: Talk, done: Done) -> None:
    match done:
        case Press(key, mark):
            talk.terminal.press(key)
            if mark:
                lit = re.compile(f"{mark} ?{key} ")
                talk.terminal.wait_for(lambda screen: lit.search(screen) is not None)
        case Write(text):
            (talk.terminal.paste if "\n" in text else talk.terminal.type)(text)
            talk.sees(text)
        case Point(text_id):
            talk.terminal.click(talk.text(text_id))


def answers_of(turns: Iterable[Turn]) -> dict[Place, Said]:
    """Return what the document has to hold of these turns, by place."""
    found: dict[Place, Said] = {}
    for turn in turns:
        place = turn.place if isinstance(turn.asked, str) else turn.asked
        said = None if place is None else _said(place[2], turn.given)
        if place is not None and said is not None:
            found[place] = said
    return found


def _said(question: str, given: Given) -> Said | None:
    """Return an answer as it is kept; None where nothing was said."""
    match given:
        case Tell(words):
            return Said(words=words)
        case Choose(digit):
            spec = framework().questions[question]
            offered = (
                each for each in framework().scales[spec.scale or ""] if each not in spec.leaves_out
            )
            choices = dict(enumerate(offered, 1))
            return Said(choice=choices[digit]) if digit in choices else _STATES[digit]
        case Aside(digit):
            return _STATES[digit]
        case PassOver():
            return Said("skipped")
        case _:
            return None
