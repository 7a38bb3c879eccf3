"""A worker as the client sees it: what it has to read, and how long to wait for it.

Turns lines of the worker into events, each utterance's in order and its last one once. Decides
nothing about other workers: that is for :mod:`giz_gesprek.speech.supervisor`.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from giz_gesprek.speech import watchdog
from giz_gesprek.speech.events import Event, Failed, Finished, Started, Stopped, Word
from giz_gesprek.speech.process import WorkerProcess
from giz_gesprek.speech.protocol import CODES, BadMessageError, Code, Message


class Utterance(NamedTuple):
    """A text to read: its language, the words a minute, and the volume from 0 to 1."""

    id: int
    text: str
    language: str
    words_per_minute: int
    volume: float

    def message(self) -> Message:
        """Return it as the worker wants it."""
        return {
            "cmd": "speak",
            "id": self.id,
            "text": self.text,
            "voice": self.language,
            "rate": self.words_per_minute,
            "volume": self.volume,
        }


class Coming(NamedTuple):
    """A text that may be read next, which a voice that takes long can begin to make."""

    utterance: Utterance

    def message(self) -> Message:
        """Return it as the worker wants it."""
        message = self.utterance.message() | {"cmd": "prepare"}
        del message["id"]
        return message


@dataclass
class Open:
    """An utterance the worker has, and the moment until which we wait for what comes next."""

    utterance: Utterance
    until: float
    started: bool = False
    stopping: bool = False


@dataclass
class Attended:
    """A worker.

    Attributes:
        process: the process itself.
        ready_until: the moment until which we wait for it to be ready.
        ready: whether it is.
        once: whether it is good for one utterance only, and is stopped by ending it.
        cause: why it ends, if it told.
        open: what it has to read, by id.

    """

    process: WorkerProcess
    ready_until: float
    ready: bool = False
    once: bool = False
    cause: Code = "worker-lost"
    open: dict[int, Open] = field(default_factory=dict)

    def patience(self) -> float | None:
        """Return for how many seconds it may still be silent; None for ever."""
        if not self.ready:
            until = self.ready_until
        elif self.open:
            until = min(one.until for one in self.open.values())
        else:
            return None
        return max(0.0, until - time.monotonic())

    def wait_longer(self, seconds: float) -> None:
        """Add to what we wait for everything."""
        self.ready_until += seconds
        for one in self.open.values():
            one.until += seconds

    def give(self, utterance: Utterance) -> None:
        """Let it read. What it is reading stops by that; see ``expect_stop``."""
        limit = watchdog.start_limit(utterance.text)
        self.open[utterance.id] = Open(utterance, time.monotonic() + limit)
        self.process.send(utterance.message())

    def expect_stop(self) -> None:
        """Wait a short time only for the end of what it has."""
        for one in self.open.values():
            if not one.stopping:
                one.stopping = True
                one.until = time.monotonic() + watchdog.STOP

    @property
    def waits_for_a_stop(self) -> bool:
        """Whether what is waited for first is that it confirms a stop."""
        first = min(self.open.values(), key=lambda one: one.until, default=None)
        return first is not None and first.stopping

    def take_back(self) -> Utterance | None:
        """Return what it has not begun, so that another worker can read it."""
        for number, one in self.open.items():
            if not (one.stopping or one.started):
                del self.open[number]
                return one.utterance
        return None

    def hear(self, message: Message) -> Event | None:
        """Return what a message of the worker means, if that is news.

        Raises:
            BadMessageError: something in it is missing or odd.

        """
        try:
            return self._heard(message, self.open.get(message.get("id", 0)))
        except (KeyError, TypeError):
            raise BadMessageError from None

    def _heard(self, message: Message, one: Open | None) -> Event | None:
        match message.get("event"):
            case "ready":
                self.ready = True
                self.once = bool(message.get("once"))
            case "started" if one and not one.stopping:
                limit = watchdog.end_limit(one.utterance.text, one.utterance.words_per_minute)
                one.until = time.monotonic() + limit
                one.started = True
                return Started(one.utterance.id)
            case "word" if one and not one.stopping:
                return Word(one.utterance.id, _count(message["start"]), _count(message["len"]))
            case "finished" if one:
                return Finished(one.utterance.id)
            case "stopped" if one:
                return Stopped(one.utterance.id)
            case "error" if one:
                return Failed(one.utterance.id, _code(message))
            case "error":
                self.cause = _code(message)
        return None

    def end_all(self, cause: Code) -> list[Event]:
        """Forget what it has, and return how each ends: what was to stop has stopped."""
        ended: list[Event] = [
            Stopped(number) if one.stopping else Failed(number, cause)
            for number, one in self.open.items()
        ]
        self.open.clear()
        return ended


def _count(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise BadMessageError
    return value


def _code(message: Message) -> Code:
    code = message.get("code")
    return cast("Code", code) if code in CODES else "worker-lost"
