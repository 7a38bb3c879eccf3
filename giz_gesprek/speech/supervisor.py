"""What is done with workers: start, give texts, stop, replace, switch off.

Everything happens on one thread that reads one inbox, where orders of the program and lines of
the worker stand in the order in which they came; so nothing here is locked. The
:class:`Supervisor` promises one terminal event for each utterance, whatever the worker does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from queue import Empty, SimpleQueue
from typing import Final, Literal, NamedTuple

from giz_gesprek.speech import watchdog
from giz_gesprek.speech.attended import Attended, Coming, Utterance
from giz_gesprek.speech.events import Event, Failed, Finished, OtherVoice, Stopped
from giz_gesprek.speech.process import WorkerProcess
from giz_gesprek.speech.protocol import BadMessageError, Code, decode

State = Literal["idle", "speaking", "off"]
FAILURES_UNTIL_OFF: Final = 3
# They say something about the text or the choice of voice, and nothing about engine or sound.
_NO_FAULT: Final[frozenset[Code]] = frozenset({"no-voice", "bad-message"})


class Line(NamedTuple):
    """What a worker wrote; None when it ended."""

    process: WorkerProcess
    line: bytes | None


class Choice(NamedTuple):
    """Which voice reads: the command of its worker, and of one to read where that cannot."""

    command: tuple[str, ...]
    instead: tuple[str, ...] | None = None


Order = Utterance | Coming | Line | Choice | Literal["warm-up", "stop", "try-again", "close"]


class Supervisor:
    """Runs on a thread of its own until it is told to close."""

    def __init__(
        self, inbox: SimpleQueue[Order], on_event: Callable[[Event], None], choice: Choice
    ) -> None:
        """Take the inbox, the listener and the voice to begin with."""
        self._inbox = inbox
        self._on_event = on_event
        self._choice = choice
        self._worker: Attended | None = None
        self._spare: Attended | None = None
        self._waiting: Utterance | None = None
        self._coming: Coming | None = None
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
            patience = None if self._worker is None else self._worker.patience()
            asked = time.monotonic()
            try:
                order = self._inbox.get(timeout=patience)
            except Empty:
                self._end_of_patience(patience or 0.0, time.monotonic() - asked)
                continue
            if order == "close":
                break
            self._obey(order)
        for worker in filter(None, (self._worker, self._spare)):
            worker.process.close()

    def _obey(self, order: Order) -> None:
        match order:
            case Utterance():
                self._speak(order)
            case Coming():
                self._coming = order
                self._give_waiting()
            case Line(process, line):
                self._read(process, line)
            case Choice():
                self._use(order)
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
            spare, self._spare = self._spare, None
            self._worker = spare or _spawned(self._choice.command, self._inbox)
            if self._worker is None:
                self._lose("no-engine")

    def _speak(self, utterance: Utterance) -> None:
        # A worker that can speak again stops by itself for the newest.
        self._stop(tell=False)
        if self.state == "off":
            self._on_event(Failed(utterance.id, "switched-off"))
            return
        self._waiting = utterance
        self._start()
        self._give_waiting()

    def _give_waiting(self) -> None:
        """Give the worker what waits for it, once it is ready, and after that what may come."""
        worker = self._worker
        if worker is None or not worker.ready:
            return
        utterance, self._waiting = self._waiting, None
        coming, self._coming = self._coming, None
        if utterance is not None:
            worker.give(utterance)
            if worker.once:
                self._spare = _spawned(self._choice.command, self._inbox)
        if coming is not None and not worker.once:
            worker.process.send(coming.message())

    def _stop(self, *, tell: bool = True) -> None:
        waiting, self._waiting, self._coming = self._waiting, None, None
        if waiting is not None:
            self._on_event(Stopped(waiting.id))
        worker = self._worker
        if worker is None or not worker.open:
            return
        worker.expect_stop()
        if worker.once:
            # Such an engine cannot be stopped, and ending it is no failure.
            self._retire(worker)
        elif tell:
            worker.process.send({"cmd": "stop"})

    def _use(self, choice: Choice) -> None:
        if choice != self._choice:
            self._stop()
            self._change_to(choice)

    def _change_to(self, choice: Choice) -> None:
        self._choice, self._failures = choice, 0
        workers, self._worker, self._spare = (self._worker, self._spare), None, None
        for event in _killed(filter(None, workers)):
            self._on_event(event)

    def _give_up_voice(self, cause: Code) -> bool:
        """Let the voice instead of this one read, where this one cannot; tell whether it does."""
        is_spent = self.state == "off" and cause != "no-audio-device"
        if self._choice.instead is None or not (is_spent or cause == "no-engine"):
            return False
        self._change_to(Choice(self._choice.instead))
        self._on_event(OtherVoice())
        return True

    # --- what workers do

    def _read(self, process: WorkerProcess, line: bytes | None) -> None:
        worker = next((w for w in (self._worker, self._spare) if w and w.process is process), None)
        if worker is None:
            return  # it was replaced
        if line is not None:
            try:
                self._hear(worker, worker.hear(decode(line)))
            except BadMessageError:
                self._lose("worker-lost")
        elif worker is self._spare:
            self._spare = None
        else:
            self._lose(worker.cause)

    def _hear(self, worker: Attended, event: Event | None) -> None:
        if isinstance(event, Finished | Stopped | Failed) and event.id is not None:
            one = worker.open.pop(event.id)
            if isinstance(event, Failed):
                self._failures += event.code not in _NO_FAULT
            elif one.started or isinstance(event, Finished):
                # Also what was stopped: it was heard until somebody had enough of it.
                self._failures = 0
            if worker.once:
                self._retire(worker)
        if event is not None:
            self._on_event(event)
        if isinstance(event, Failed) and self._give_up_voice(event.code):
            self._start()
        self._give_waiting()

    def _end_of_patience(self, patience: float, waited: float) -> None:
        worker = self._worker
        if worker is not None and waited > patience + watchdog.NAP:
            # The computer slept, and so did the worker: that time was nobody's.
            worker.wait_longer(waited)
        elif worker is not None and worker.waits_for_a_stop:
            # The silence that was asked for is made by force; what was asked since is still read.
            self._waiting = worker.take_back()
            self._retire(worker)
        else:
            self._lose("worker-lost")

    def _retire(self, worker: Attended) -> None:
        """End a worker that is used up, and go on with the spare one or a new one."""
        # One that was heard may hang at its own end.
        for event in _killed([worker]):
            self._on_event(event)
        self._worker = None
        self._start()

    def _lose(self, cause: Code) -> None:
        """Replace a worker that died or hangs; end what it had."""
        lost, self._worker = self._worker, None
        waiting, self._waiting = self._waiting, None
        self._failures += 1
        ended = _killed([] if lost is None else [lost])
        if other := self._give_up_voice(cause):
            self._waiting = waiting
        elif waiting is not None:
            ended.append(Failed(waiting.id, cause))
        if other or cause == "worker-lost":
            self._start()  # now, so that the next text is heard at once
        for event in ended:
            self._on_event(event)


def _spawned(command: Sequence[str], inbox: SimpleQueue[Order]) -> Attended | None:
    """Start a worker whose lines come into the inbox; None where none can be started."""
    try:
        process = WorkerProcess(command, lambda process, line: inbox.put(Line(process, line)))
    except OSError:
        return None
    return Attended(process, time.monotonic() + watchdog.READY)


def _killed(workers: Iterable[Attended]) -> list[Event]:
    """End workers now, and return how what they had to read ends."""
    ended: list[Event] = []
    for worker in workers:
        worker.process.kill()
        ended += worker.end_all(worker.cause)
    return ended
