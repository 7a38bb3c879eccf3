"""What the worker is asked to do, read from the lines of the protocol."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from giz_gesprek.speech.protocol import BadMessageError, Message, language_of


class Speak(NamedTuple):
    """Read a text through the sound device. ``rate`` is in words a minute, None for the usual."""

    id: int
    text: str
    voice: str
    rate: int | None
    volume: float


class Render(NamedTuple):
    """Make the sound of a text, and send it back."""

    id: int
    text: str
    voice: str
    rate: int | None


class Prepare(NamedTuple):
    """Begin to make a text that may be read next. Nothing is answered."""

    text: str
    voice: str
    rate: int | None
    volume: float


class Describe(NamedTuple):
    """Tell which voice would read each of these languages, and through which device."""

    languages: tuple[str, ...]


class SetRate(NamedTuple):
    """Read at this many words a minute what comes without a rate."""

    rate: int


Job = Speak | Render | Prepare | Describe | SetRate


def job_of(message: Message) -> Job:
    """Return what a message asks for.

    Raises:
        BadMessageError: it asks for nothing we know, or something in it is missing or odd.

    """
    command = message.get("cmd")
    make = _JOBS.get(command) if isinstance(command, str) else None
    if make is None:
        raise BadMessageError
    try:
        return make(message)
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
        raise BadMessageError from None


def _speak(message: Message) -> Job:
    return Speak(
        _whole(message["id"]),
        _text(message["text"]),
        language_of(message["voice"]),
        _rate(message),
        float(message.get("volume", 1.0)),
    )


def _render(message: Message) -> Job:
    return Render(
        _whole(message["id"]),
        _text(message["text"]),
        language_of(message["voice"]),
        _rate(message),
    )


def _prepare(message: Message) -> Job:
    return Prepare(
        _text(message["text"]),
        language_of(message["voice"]),
        _rate(message),
        float(message.get("volume", 1.0)),
    )


def _describe(message: Message) -> Job:
    return Describe(tuple(map(language_of, message["languages"])))


def _set_rate(message: Message) -> Job:
    return SetRate(_whole(message["rate"]))


def _rate(message: Message) -> int | None:
    return _whole(message["rate"]) if "rate" in message else None


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise BadMessageError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise BadMessageError
    return value


_JOBS: Final[dict[str, Callable[[Message], Job]]] = {
    "describe": _describe,
    "prepare": _prepare,
    "render": _render,
    "set-rate": _set_rate,
    "speak": _speak,
}
