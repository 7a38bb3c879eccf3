"""What the speech client reports: one small value for each thing that happened.

An utterance ends in exactly one of :class:`Finished`, :class:`Stopped` and :class:`Failed`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Code = Literal[
    "no-engine",  # the program that makes speech cannot be loaded
    "no-voice",  # there is no voice for this language; another language's is never used
    "no-audio-device",  # nothing to play sound through, or it takes no sound
    "synth-failed",  # the engine made no sound of this text
    "bad-message",  # the worker did not understand the client
    "worker-lost",  # the worker died or did not answer in time, and was replaced
    "switched-off",  # it failed three times in a row; see SpeechClient.try_again
]
CODES: frozenset[str] = frozenset(get_args(Code))


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


Event = Started | Word | Finished | Stopped | Failed
