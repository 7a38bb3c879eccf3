"""The end that comes from outside: a signal, or a terminal that has gone; within two seconds.

The app is asked to end as somebody would end it. When it is too busy for that, what was typed is
kept and the families are closed from here, on a thread of its own, and the process ends.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import Final

from giz_gesprek.leaving import leave
from giz_gesprek.system import ENDED_BY

ORDERLY_SECONDS: Final = 0.8
"""In which the app may end by itself."""
KEEPING_SECONDS: Final = 0.4
"""In which what was typed may be kept when it did not."""
AFTER_SECONDS: Final = 0.3
"""In which everything after the app may end."""


class Ending:
    """Ends one process once.

    Attributes:
        code: what the process ends with; None as long as nobody ends it from outside.

    """

    def __init__(self, ask: Callable[[], None], force: Callable[[], None]) -> None:
        """``ask`` lets the app end; ``force`` keeps and closes what it can; on any thread."""
        self.code: int | None = None
        self._ask = ask
        self._force = force
        self._lock = Lock()
        self._over = Event()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """End at a signal that the system ends programs with, while the app runs inside."""
        if not ENDED_BY:
            yield
            return
        read, write = os.pipe()
        os.set_blocking(write, False)
        # The number arrives here whatever the thread of the app is waiting for.
        before = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        earlier = {number: signal.signal(number, _wake) for number in ENDED_BY}
        Thread(target=self._listen, args=(read,), name="giz-signals", daemon=True).start()
        try:
            yield
        finally:
            self._over.set()
            signal.set_wakeup_fd(before)
            os.close(write)
            if self.code is None:
                for number, handler in earlier.items():
                    signal.signal(number, handler)

    def begin(self, code: int) -> None:
        """Begin to end with ``code``; once more changes nothing. From any thread."""
        with self._lock:
            if self.code is not None:
                return
            self.code = code
        Thread(target=self._see_to_it, name="giz-ending", daemon=True).start()

    def _listen(self, read: int) -> None:
        while number := os.read(read, 1):
            if number[0] in ENDED_BY:
                self.begin(128 + number[0])
        os.close(read)

    def _see_to_it(self) -> None:
        self._ask()
        if not self._over.wait(ORDERLY_SECONDS):
            keeping = Thread(target=self._force, name="giz-keeping", daemon=True)
            keeping.start()
            keeping.join(KEEPING_SECONDS)
        else:
            # What a thread is still doing, such as making a paper, would be waited for.
            Event().wait(AFTER_SECONDS)
        leave(self.code or 0)


def _wake(_number: int, _frame: object) -> None:
    """Take the signal; the pipe says which."""
