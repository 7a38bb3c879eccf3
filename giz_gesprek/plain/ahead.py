"""What comes after a question, loaded on a thread while somebody types the answer.

Says nothing, whatever goes wrong: who needs it meets the same fault, and tells it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from types import TracebackType
from typing import Final

_AFTER: Final = 0.02
"""Seconds before the first step: until then the question itself is written."""


class Ahead:
    """Takes steps inside its context, one after the other; those that are left when it ends wait.

    They are for the next time, or for who needs them. Leaving waits for the step that is being
    taken: two threads that load the same modules can each wait for the other.
    """

    def __init__(self, *steps: Callable[[], object]) -> None:
        self._left = deque(steps)
        self._answered = Event()
        self._thread: Thread | None = None

    def __enter__(self) -> None:
        """Begin, behind what is being written."""
        self._answered.clear()
        self._thread = Thread(target=self._load)
        self._thread.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take no further step."""
        self._answered.set()
        if self._thread is not None:
            self._thread.join()

    def _load(self) -> None:
        self._answered.wait(_AFTER)
        while self._left and not self._answered.is_set():
            with suppress(Exception):
                self._left.popleft()()
