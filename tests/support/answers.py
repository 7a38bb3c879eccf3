"""What was answered at each step, without any front end; and as the lines that ``plain`` reads.

A list of these is a whole conversation. Each front end has its own way to give them: keys on a
screen, lines in a pipe.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class GoOn:
    """Read, find it right, or say nothing."""


@dataclass(frozen=True)
class Choose:
    """Take the choice with this digit, and confirm it; also one of the ways on a page."""

    digit: int


@dataclass(frozen=True)
class Topics:
    """Choose the topics with these digits on one page of three, and go on."""

    digits: tuple[int, ...] = ()


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


Given: TypeAlias = GoOn | Choose | Topics | Tell | Aside | Day | PassOver


def as_lines(given: Iterable[Given]) -> str:
    """Return what is typed into ``giz-gesprek plain`` for these answers."""
    return "".join(f"{line}\n" for answer in given for line in _lines(answer))


def _lines(answer: Given) -> Iterator[str]:
    match answer:
        case GoOn():
            yield ""
        case Choose(digit):
            yield from (str(digit), "")
        case Topics(digits):
            yield from (*map(str, digits), "")
        case Tell(words):
            typed = [f"/{line}" if line.startswith("/") else line for line in words.split("\n")]
            yield from typed if len(typed) == 1 else (".", *typed, ".")
        case Aside(digit):
            yield f"/{digit}"
        case Day(typed):
            yield typed
        case PassOver():
            yield "/s"
