"""Ending a process that may not go on: at once, and without what must not stay.

``os._exit`` ends what no longer listens, and runs no ``finally``. Whatever is there only as long as
the process, such as the folder of a demo, says here how it goes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final, NoReturn

_LAST: Final[list[Callable[[], object]]] = []


@contextmanager
def never_left_without(act: Callable[[], object]) -> Iterator[None]:
    """Do ``act`` if :func:`leave` ends the process within; on any thread."""
    _LAST.append(act)
    try:
        yield
    finally:
        _LAST.remove(act)


def leave(code: int) -> NoReturn:
    """End the process with ``code`` now."""
    for act in _LAST:
        with suppress(OSError):
            act()
    os._exit(code)
