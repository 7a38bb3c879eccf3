"""The lines that go between the client and its worker: one JSON object a line, in ASCII.

To the worker: ``speak``, ``prepare``, ``stop``, ``set-rate``, ``render``, ``describe`` and
``quit``, under ``cmd``. From the worker: ``ready``, ``started``, ``word``, ``finished``,
``stopped``, ``error``, ``sound`` and ``described``, under ``event``. Every ``speak`` and ``render``
gets exactly one of ``finished``, ``stopped`` and ``error`` with its id.

``prepare`` has what ``speak`` has but for the id, and is not answered: a voice that takes long
begins to make that text while it reads another, so that a ``speak`` with the same text, voice, rate
and volume is heard at once. The newest two count. It promises nothing and is never heard by
itself; when the text comes, and after what pause, the application decides.

Used on both sides, so it knows neither processes nor engines.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, Literal, get_args

Message = dict[str, Any]
Rate = Literal["slow", "normal", "brisk"]
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
"""Why something was not read."""

WORDS_PER_MINUTE: Final[Mapping[Rate, int]] = {"slow": 105, "normal": 127, "brisk": 155}
"""As they are heard, pauses included; what an engine has to be told for that is its own affair."""


class BadMessageError(ValueError):
    """A line that is no message. It does not quote the line: that may hold an answer."""


def encode(message: Mapping[str, object]) -> bytes:
    """Return the line for a message. ASCII: no code page and no odd line end can break it."""
    return json.dumps(message).encode("ascii") + b"\n"


def decode(line: bytes) -> Message:
    """Return the message of a line.

    Raises:
        BadMessageError: it is no JSON object.

    """
    try:
        message = json.loads(line)
    except ValueError:
        raise BadMessageError from None
    if not isinstance(message, dict):
        raise BadMessageError
    return message


def language_of(voice: str) -> str:
    """Return the language of a voice or text: ``nl`` for ``nl``, ``nl-je`` and ``nl_BE``."""
    return voice.replace("_", "-").partition("-")[0].lower()
