"""Reading aloud, as the screens see it: say this, stop, and events of what happened.

Owns the ids and the thread; what is done with a worker is in
:mod:`giz_gesprek.speech.supervisor`. No method waits for the worker.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from typing import Final

from giz_gesprek.speech.attended import Coming, Utterance
from giz_gesprek.speech.choosing import chosen_engine
from giz_gesprek.speech.engines import OWN_ENGINE
from giz_gesprek.speech.events import Event, Stopped
from giz_gesprek.speech.process import worker_command
from giz_gesprek.speech.protocol import WORDS_PER_MINUTE, Rate, language_of
from giz_gesprek.speech.supervisor import Choice, Order, State, Supervisor

_LONGEST_END: Final = 2.0


class SpeechClient:
    """Reads texts aloud, one at a time; the newest wins.

    ``on_event`` is called on a thread of the client, one event at a time. It must not wait for
    the thread that calls these methods.
    """

    def __init__(
        self,
        on_event: Callable[[Event], None],
        *,
        engine: str | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        """Start nothing yet.

        Args:
            on_event: gets what happens.
            engine: see :meth:`use`.
            command: the worker, instead of the usual one.

        """
        self._on_event = on_event
        self._inbox: SimpleQueue[Order] = SimpleQueue()
        self._supervisor = Supervisor(
            self._inbox, on_event, _choice(engine) if command is None else Choice(tuple(command))
        )
        self._ids = itertools.count(1)
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def state(self) -> State:
        """``off`` after three failures in a row, else ``speaking`` or ``idle``."""
        return self._supervisor.state

    @property
    def worker_pid(self) -> int | None:
        """The process that speaks, if there is one."""
        return self._supervisor.worker_pid

    def use(self, voice: str | None) -> None:
        """Read with another voice from now on, and stop what is being read.

        Where it does not work the program's own reads instead, and ``OtherVoice`` tells that.

        Args:
            voice: as :func:`giz_gesprek.speech.choosing.chosen_engine` takes it.

        """
        self._order(_choice(voice))

    def warm_up(self) -> None:
        """Start the worker, so that the first text is heard at once."""
        self._order("warm-up")

    def speak(self, text: str, *, language: str, rate: Rate = "normal", volume: float = 1.0) -> int:
        """Read *text*, and stop what is being read.

        Args:
            text: one sentence, as it is to be said.
            language: of the text, such as ``nl``; no voice of another language reads it.
            rate: how fast.
            volume: from 0 to 1.

        Returns:
            The id that the events of this text carry.

        """
        utterance = _utterance(next(self._ids), text, language, rate, volume)
        if self._closed:
            self._on_event(Stopped(utterance.id))
        else:
            self._order(utterance)
        return utterance.id

    def prepare(
        self, text: str, *, language: str, rate: Rate = "normal", volume: float = 1.0
    ) -> None:
        """Let the voice begin to make what will be read next, while it reads something else.

        Nothing comes of it but that ``speak`` with the same arguments is heard sooner.
        """
        if self._thread is not None:
            self._order(Coming(_utterance(0, text, language, rate, volume)))

    def stop(self) -> None:
        """Be silent."""
        if self._thread is not None:
            self._order("stop")

    def try_again(self) -> None:
        """Switch on again what was switched off after three failures."""
        self._order("try-again")

    def close(self) -> None:
        """End the worker. No event comes after this."""
        self._closed = True
        thread, self._thread = self._thread, None
        if thread is not None:
            self._inbox.put("close")
            thread.join(_LONGEST_END)

    def _order(self, order: Order) -> None:
        if self._closed:
            return
        if self._thread is None:
            self._thread = threading.Thread(
                target=self._supervisor.run, name="speech client", daemon=True
            )
            self._thread.start()
        self._inbox.put(order)


def _utterance(number: int, text: str, language: str, rate: Rate, volume: float) -> Utterance:
    return Utterance(number, text, language_of(language), WORDS_PER_MINUTE[rate], volume)


def _choice(voice: str | None) -> Choice:
    engine = chosen_engine(voice)
    instead = None if engine == OWN_ENGINE else tuple(worker_command(OWN_ENGINE))
    return Choice(tuple(worker_command(engine)), instead)
