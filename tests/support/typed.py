"""Text, names and days for Hypothesis: as people type them, by accident or on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Final, TypeVar

from hypothesis import strategies as st

from giz_gesprek.conversation.text import clean_line, clean_text

HOSTILE: Final = (
    "[/",
    "[b]{child}[/b]",
    "{child} {name} {x.__class__} {0} {}",
    "# Kop\n## Kop\n- streep",
    "een\x07twee\x1b[31mrood\u202eachterstevoren\u2066",
    "👨‍👩‍👧‍👦 🏳️‍🌈 e\u0301e\u0301 日本語の文",
    "x" * 500,
    "een heel lang verhaal " * 450,
    "“al tussen aanhalingstekens”",
    "regel een\n\n\n\nregel twee\r\nregel drie",
    "=1+1; rm -rf / <b>&amp;</b> $(id)",
    "\u200b\u0301",
)
"""What people may type by accident or on purpose, and every layer has to survive."""

_T = TypeVar("_T")

_MARK: Final = re.compile(r"mark\d{5}z")


def marks_in(text: str) -> list[str]:
    """Return every mark in ``text``, in order, as often as it is there."""
    return _MARK.findall(text)


@dataclass
class Marks:
    """Counts the marks of one dossier."""

    used: int = field(default=0)

    def next(self) -> str:
        """Return a mark that this dossier does not have yet."""
        self.used += 1
        return f"mark{self.used:05d}z"


_typed: st.SearchStrategy[str] = st.one_of(
    st.text(max_size=40), st.sampled_from(HOSTILE), st.sampled_from(["goed", "Het gaat zo."])
)


@cache
def notes() -> st.SearchStrategy[str]:
    """Text as somebody may type it, of a length that is accepted."""
    return _typed.map(lambda text: clean_text(text)[:9_900])


@cache
def names() -> st.SearchStrategy[str]:
    """Text for a name, a label, an organisation."""
    return _typed.map(lambda text: clean_line(clean_line(text)[:80])).map(
        lambda text: text or "Noor"
    )


@cache
def moments() -> st.SearchStrategy[datetime]:
    """Aware moments in UTC."""
    return st.datetimes(datetime(1970, 1, 2), datetime(9990, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # Hypothesis adds the zone


@cache
def days() -> st.SearchStrategy[date]:
    """Any day, and those of a real conversation more often."""
    return st.one_of(st.dates(), st.dates(date(2026, 1, 1), date(2028, 1, 1)))


def several(
    choices: Iterable[_T], *, min_size: int = 0, max_size: int | None = None, unique: bool = False
) -> st.SearchStrategy[list[_T]]:
    """Lists of these."""
    return _several(tuple(choices), min_size, max_size, unique)


def pick(draw: st.DrawFn, choices: Sequence[_T]) -> _T:
    """Draw one of these; as ``sampled_from``, which takes long to make anew for every draw."""
    return choices[draw(_below(len(choices)))]


@cache
def _below(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)


@lru_cache(maxsize=4096)
def _several(
    choices: tuple[_T, ...], min_size: int, max_size: int | None, unique: bool
) -> st.SearchStrategy[list[_T]]:
    every = st.sampled_from(choices)
    return st.lists(every, min_size=min_size, max_size=max_size, unique=unique)
