"""A speech client and everything it told."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Final, Self

from giz_gesprek.speech import Event, Failed, Finished, Rate, SpeechClient, Started, Stopped
from tests.support.waiting import wait_until

SILENT_PLACE: Final = {
    "ALSA_CONFIG_PATH": os.devnull,
    "JACK_NO_START_SERVER": "1",
    "PULSE_SERVER": "unix:/nobody/is/there",
}
"""Variables with which no sound device is found on Linux, also where the computer has one."""


class Listener:
    """A client whose events are kept; leaving the context closes it."""

    def __init__(self, *, engine: str | None = None, command: Sequence[str] | None = None) -> None:
        self.events: list[Event] = []
        self.workers: dict[int, int | None] = {}
        """The process that read each utterance."""
        self._lock = threading.Lock()
        self.client = SpeechClient(self._keep, engine=engine, command=command)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.client.close()

    @property
    def state(self) -> str:
        return self.client.state

    def speak(self, text: str, *, language: str = "nl", rate: Rate = "normal") -> int:
        return self.client.speak(text, language=language, rate=rate)

    def say(self, text: str, *, language: str = "nl", rate: Rate = "normal") -> Event:
        """Speak, and return how it ended."""
        return self.end_of(self.speak(text, language=language, rate=rate))

    def of(self, number: int) -> list[Event]:
        """Return what was told of one utterance."""
        with self._lock:
            return [event for event in self.events if event.id == number]

    def ends_of(self, number: int) -> list[Event]:
        """Return the terminal events of one utterance: there should be one at most."""
        return [each for each in self.of(number) if isinstance(each, Finished | Stopped | Failed)]

    def end_of(self, number: int) -> Event:
        """Wait until an utterance has ended, and return how."""
        wait_until(lambda: bool(self.ends_of(number)), f"the end of {number}")
        return self.ends_of(number)[0]

    def wait_for_start_of(self, number: int) -> None:
        wait_until(lambda: Started(number) in self.of(number), f"the start of {number}")

    def _keep(self, event: Event) -> None:
        with self._lock:
            self.events.append(event)
            if isinstance(event, Started):
                # Here, on the thread of the client: a moment later it may be another one.
                self.workers[event.id] = self.client.worker_pid
