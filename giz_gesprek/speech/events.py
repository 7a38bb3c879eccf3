"""What the speech client reports: one small value for each thing that happened.

An utterance ends in exactly one of :class:`Finished`, :class:`Stopped` and :class:`Failed`.
"""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.speech.protocol import Code


@dataclass(frozen=True)
class Started:
    """The sound device has accepted the first sound of this utterance."""

    id: int


@dataclass(frozen=True)
class Word:
    """A word is about to be heard: characters ``start`` to ``start + length`` of what was given."""

    id: int
    start: int
    length: int


@dataclass(frozen=True)
class Finished:
    """All of it was heard."""

    id: int


@dataclass(frozen=True)
class Stopped:
    """It was cut off, by a stop or by a newer utterance; it is silent now."""

    id: int


@dataclass(frozen=True)
class Failed:
    """It was not read, or not to its end. ``id`` is None for a failure outside an utterance."""

    id: int | None
    code: Code


@dataclass(frozen=True)
class OtherVoice:
    """The chosen voice does not work here; from now on the program's own reads instead of it."""

    id: None = None


Event = Started | Word | Finished | Stopped | Failed | OtherVoice
