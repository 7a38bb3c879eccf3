"""What is done with a worker: give it texts, watch it, replace it, switch off.

Everything happens on one thread that reads one inbox, where orders of the program and lines of
the worker stand in the order in which they came; so nothing here is locked. The
:class:`Supervisor` promises one terminal event for each utterance, whatever the worker does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Final, Literal, NamedTuple, cast

from giz_gesprek.speech import watchdog
from giz_gesprek.speech.events import CODES, Code, Event, Failed, Finished, Started, Stopped, Word
from giz_gesprek.speech.process import WorkerProcess
from giz_gesprek.speech.protocol import BadMessageError, Message, decode

State = Literal["idle", "speaking", "off"]
FAILURES_UNTIL_OFF: Final = 3
# They say something about the text or the choice of voice, and nothing about engine or sound.
_NO_FAULT: Final[frozenset[Code]] = frozenset({"no-voice", "bad-message"})


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


class Line(NamedTuple):
    """What a worker wrote; None when it ended."""

    process: WorkerProcess
    line: bytes | None


Order = Utterance | Line | Literal["warm-up", "stop", "try-again", "close"]


@dataclass
class _Open:
    """An utterance the worker has, and the moment until which we wait for what comes next."""

    utterance: Utterance
    until: float
    stopping: bool = False


@dataclass
class _Worker:
    """A worker and what it told of itself; ``once`` if it is good for one utterance only."""

    process: WorkerProcess
    ready_until: float
    ready: bool = False
    once: bool = False
    cause: Code = "worker-lost"
    open: dict[int, _Open] = field(default_factory=dict)


class Supervisor:
    """Runs on a thread of its own until it is told to close."""

    def __init__(
        self,
        inbox: SimpleQueue[Order],
        on_event: Callable[[Event], None],
        command: Sequence[str],
    ) -> None:
        """Take the inbox, the listener and the command of a worker."""
        self._inbox = inbox
        self._on_event = on_event
        self._command = command
        self._worker: _Worker | None = None
        self._spare: _Worker | None = None
        self._waiting: Utterance | None = None
        self._failures = 0

    @property
    def state(self) -> State:
        """See :attr:`giz_gesprek.speech.client.SpeechClient.state`."""
        if self._failures >= FAILURES_UNTIL_OFF:
            return "off"
        worker = self._worker
        return "speaking" if self._waiting or (worker and worker.open) else "idle"

    @property
    def worker_pid(self) -> int | None:
        """The id of the process that speaks."""
        worker = self._worker
        return None if worker is None else worker.process.pid

    def run(self) -> None:
        """Work until ``close`` comes."""
        while True:
            try:
                order = self._inbox.get(timeout=self._patience())
            except Empty:
                self._lose("worker-lost")
                continue
            if order == "close":
                break
            self._obey(order)
        for worker in filter(None, (self._worker, self._spare)):
            worker.process.close()

    def _patience(self) -> float | None:
        """Return for how many seconds the worker may still be silent; None for ever."""
        if self._worker is None:
            return None
        if not self._worker.ready:
            until = self._worker.ready_until
        elif self._worker.open:
            until = min(one.until for one in self._worker.open.values())
        else:
            return None
        return max(0.0, until - time.monotonic())

    def _obey(self, order: Order) -> None:
        match order:
            case Utterance():
                self._speak(order)
            case Line(process, line):
                self._read(process, line)
            case "stop":
                self._stop()
            case "try-again":
                self._failures = 0
                self._start()
            case _:
                self._start()

    # --- what the program wants

    def _start(self) -> None:
        if self._worker is None and self.state != "off":
            self._worker, self._spare = self._spare or self._spawn(), None
            if self._worker is None:
                self._lose("no-engine")

    def _spawn(self) -> _Worker | None:
        try:
            process = WorkerProcess(
                self._command, lambda process, line: self._inbox.put(Line(process, line))
            )
        except OSError:
            return None
        return _Worker(process, time.monotonic() + watchdog.READY)

    def _speak(self, utterance: Utterance) -> None:
        # A worker that can speak again stops by itself for the newest.
        self._stop(tell=False)
        if self.state == "off":
            self._on_event(Failed(utterance.id, "switched-off"))
            return
        self._waiting = utterance
        self._start()
        self._send_waiting()

    def _send_waiting(self) -> None:
        """Give the worker what waits for it, once it is ready."""
        worker, utterance = self._worker, self._waiting
        if worker is None or not worker.ready or utterance is None:
            return
        self._waiting = None
        limit = watchdog.start_limit(utterance.text)
        worker.open[utterance.id] = _Open(utterance, time.monotonic() + limit)
        worker.process.send(utterance.message())
        if worker.once:
            self._spare = self._spawn()

    def _stop(self, *, tell: bool = True) -> None:
        if self._waiting is not None:
            self._on_event(Stopped(self._waiting.id))
            self._waiting = None
        worker = self._worker
        if worker is None or not worker.open:
            return
        if worker.once:
            # Such an engine cannot be stopped, and killing it is no failure.
            worker.process.kill()
            self._retire(Stopped)
            return
        if tell:
            worker.process.send({"cmd": "stop"})
        for one in worker.open.values():
            if not one.stopping:
                one.stopping = True
                one.until = time.monotonic() + watchdog.STOP

    # --- what the worker does

    def _read(self, process: WorkerProcess, line: bytes | None) -> None:
        worker = next((w for w in (self._worker, self._spare) if w and w.process is process), None)
        if worker is None:
            return
        if line is None and worker is self._spare:
            self._spare = None
        elif line is None:
            self._lose(worker.cause)
        else:
            try:
                self._hear(worker, decode(line))
            except BadMessageError:
                self._lose("worker-lost")

    def _hear(self, worker: _Worker, message: Message) -> None:
        one = worker.open.get(message.get("id", 0))
        match message.get("event"):
            case "ready":
                worker.ready = True
                worker.once = bool(message.get("once"))
                self._send_waiting()
            case "started" if one and not one.stopping:
                limit = watchdog.end_limit(one.utterance.text, one.utterance.words_per_minute)
                one.until = time.monotonic() + limit
                self._on_event(Started(one.utterance.id))
            case "word" if one and not one.stopping:
                self._on_event(Word(one.utterance.id, message["start"], message["len"]))
            case "finished" if one:
                self._failures = 0
                self._end(worker, Finished(one.utterance.id))
            case "stopped" if one:
                self._end(worker, Stopped(one.utterance.id))
            case "error":
                self._hear_error(worker, one, _code(message))

    def _hear_error(self, worker: _Worker, one: _Open | None, code: Code) -> None:
        if one is None:
            worker.cause = code
            return
        self._failures += code not in _NO_FAULT
        self._end(worker, Failed(one.utterance.id, code))

    def _end(self, worker: _Worker, event: Finished | Stopped | Failed) -> None:
        if event.id is not None:
            del worker.open[event.id]
        if worker.once and worker is self._worker:
            self._retire(Stopped)
        self._on_event(event)

    def _retire(self, kind: type[Stopped]) -> None:
        """Go on with the spare worker; what the old one still had ends as *kind*."""
        if self._worker is not None:
            for one in self._worker.open:
                self._on_event(kind(one))
        self._worker = None
        self._start()

    def _lose(self, cause: Code) -> None:
        """Replace a worker that died or hangs; end what it had."""
        lost, self._worker = self._worker, None
        waiting, self._waiting = self._waiting, None
        self._failures += 1
        if lost is not None:
            lost.process.kill()
        ended: list[Event] = [
            Stopped(one.utterance.id) if one.stopping else Failed(one.utterance.id, cause)
            for one in (lost.open.values() if lost else ())
        ]
        if waiting is not None:
            ended.append(Failed(waiting.id, cause))
        if cause == "worker-lost":
            self._start()  # now, so that the next text is heard at once
        for event in ended:
            self._on_event(event)


def _code(message: Message) -> Code:
    code = message.get("code")
    return cast("Code", code) if code in CODES else "worker-lost"
