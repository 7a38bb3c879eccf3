"""What was answered at each step, without any front end; as lines in a pipe, and as keys.

A list of these is a whole conversation. Each front end has its own way to give them: the lines
that ``plain`` reads, and what two people do with the keys and the screen of the app.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True)
class GoOn:
    """Read, find it right, or say nothing."""


@dataclass(frozen=True)
class ReadOn:
    """See all that stands there, which may be more than a screen, and go on."""


@dataclass(frozen=True)
class PressOn:
    """Go on by the button that does so: Enter is for what is asked there."""


@dataclass(frozen=True)
class Choose:
    """Take the choice with this digit, and confirm it."""

    digit: int


@dataclass(frozen=True)
class Way:
    """Go a way that a page has besides going on: by its number, or by the words of its button."""

    digit: int
    text_id: str


@dataclass(frozen=True)
class Topics:
    """Choose the topics with these digits on one page of three, and go on."""

    digits: tuple[int, ...] = ()


@dataclass(frozen=True)
class OtherTopics:
    """Look at the other topics of a side."""


@dataclass(frozen=True)
class Tell:
    """Say something in own words, of one line or several."""

    words: str


@dataclass(frozen=True)
class Aside:
    """Where words are asked: one of the two answers that are set apart, by its digit."""

    digit: int


@dataclass(frozen=True)
class Day:
    """Give a day as it is typed; empty is none."""

    typed: str = ""


@dataclass(frozen=True)
class PassOver:
    """Skip."""


Given: TypeAlias = (
    GoOn | ReadOn | PressOn | Choose | Way | Topics | OtherTopics | Tell | Aside | Day | PassOver
)

_MOST_PAGES: Final = 40
"""Screens that a report takes at most, where a terminal is small."""


def as_lines(given: Iterable[Given]) -> str:
    """Return what is typed into ``giz-gesprek plain`` for these answers."""
    return "".join(f"{line}\n" for answer in given for line in _lines(answer))


def _lines(answer: Given) -> Iterator[str]:
    match answer:
        case GoOn() | ReadOn() | PressOn():
            yield ""
        case Choose(digit) | Way(digit):
            yield from (str(digit), "")
        case Topics(digits):
            yield from (*map(str, digits), "")
        case OtherTopics():
            yield from ("4", "")
        case Tell(words):
            typed = [f"/{line}" if line.startswith("/") else line for line in words.split("\n")]
            yield from typed if len(typed) == 1 else (".", *typed, ".")
        case Aside(digit):
            yield f"/{digit}"
        case Day(typed):
            yield from (typed, "") if typed else ("",)
        case PassOver():
            yield "/s"


# --- as keys --------------------------------------------------------------------------------

_ASIDES: Final = {4: "button.dont_know", 5: "button.rather_not_say"}


@dataclass(frozen=True)
class Press:
    """Press a key, by its tmux name; ``mark`` stands at its digit once it is taken."""

    key: str
    mark: str = ""


@dataclass(frozen=True)
class Write:
    """Type on the keyboard, or paste what has several lines; the field shows it then."""

    text: str


@dataclass(frozen=True)
class Point:
    """Point at a button, by the text of its words."""

    text_id: str


Done: TypeAlias = Press | Write | Point


def as_keys(given: Iterable[Given]) -> Iterator[Done]:
    """Yield what is done in the app for these answers, each when the one before was taken."""
    for answer in given:
        yield from _keys(answer)


def _keys(answer: Given) -> Iterator[Done]:  # noqa: C901 - one a kind of answer
    match answer:
        case GoOn():
            yield Press("Enter")
        case ReadOn():
            yield from (*(Press("PageDown") for _page in range(_MOST_PAGES)), Press("Enter"))
        case PressOn():
            yield Point("button.next")
        case Choose(digit):
            yield from (Press(str(digit), "▶"), Press("Enter"))
        case Way(_, text_id):
            yield Point(text_id)
        case Topics(digits):
            yield from (*(Press(str(digit), "✔") for digit in digits), Press("Enter"))
        case OtherTopics():
            yield Press("4")
        case Tell(words) | Day(words):
            yield from (Write(words), Press("Enter"))
        case Aside(digit):
            # A digit alone is somebody's own words there.
            yield Point(_ASIDES[digit])
        case PassOver():
            yield Press("F5")
