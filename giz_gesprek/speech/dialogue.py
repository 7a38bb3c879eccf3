"""A worker asked and answered, one request at a time, for who can wait for the answer.

The screens cannot: they use :class:`giz_gesprek.speech.client.SpeechClient`.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Final, Self, cast

from giz_gesprek.speech.choosing import chosen_engine
from giz_gesprek.speech.problems import sound_error
from giz_gesprek.speech.process import WorkerProcess, worker_command
from giz_gesprek.speech.protocol import CODES, BadMessageError, Code, Message, decode

_PATIENCE: Final = 30.0
"""Seconds until the next line: the start of a Piper voice is the slowest."""


class Dialogue:
    """A worker of our own, for the time of a ``with`` block."""

    def __init__(self, engine: str | None = None) -> None:
        """Choose the engine; see :func:`giz_gesprek.speech.choosing.chosen_engine`."""
        self._engine = chosen_engine(engine)
        self._lines: SimpleQueue[bytes | None] = SimpleQueue()

    def __enter__(self) -> Self:
        """Start it.

        Raises:
            SoundError: it cannot be started.

        """
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End it."""
        self._process.close()

    def _start(self) -> None:
        # Each has its own: what an earlier one still says is not heard.
        lines = self._lines = SimpleQueue()
        try:
            self._process = WorkerProcess(
                worker_command(self._engine), lambda _process, line: lines.put(line)
            )
        except OSError:
            raise sound_error("no-engine") from None

    def change_to(self, engine: str) -> None:
        """End the worker, and start one of another engine.

        Raises:
            SoundError: it cannot be started.

        """
        self._process.close()
        self._engine = engine
        self._start()

    def ask(self, request: Mapping[str, object], last: str) -> Iterator[Message]:
        """Send a request; give what comes back, up to and with the event *last*.

        Raises:
            SoundError: the worker reports an error, ends, or does not answer.

        """
        self._process.send(request)
        until = time.monotonic() + _PATIENCE
        while True:
            message = self._next(until - time.monotonic())
            if message.get("event") == "error":
                code = message.get("code")
                raise sound_error(cast("Code", code) if code in CODES else "worker-lost")
            yield message
            if message.get("event") == last:
                return
            until = time.monotonic() + _PATIENCE

    def _next(self, patience: float) -> Message:
        try:
            line = self._lines.get(timeout=max(0.0, patience))
            if line is not None:
                return decode(line)
        except (Empty, BadMessageError):
            pass
        raise sound_error("worker-lost")
