"""Clears away what Python made and nobody needs, in the pauses of the people at the table.

Python does that by itself once enough was made: in the middle of a key too, which then takes a
tenth of a second longer, and six times before the first picture. Inside ``held`` it does not, and
this does, when nobody types. Knows no clock and no screen.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_PAUSE: Final = 0.4
"""Seconds without a key, after which the newest things are looked at: milliseconds of work."""
_REST: Final = 10.0
"""Seconds without a key, after which everything is looked at that came since the first picture."""
_SOME: Final = 2_000
"""Things made and not gone yet, from which on it is worth looking."""
_TOO_MANY: Final = 500_000
"""Of those, with which nothing waits for the pause of who never pauses."""


@contextmanager
def held() -> Iterator[None]:
    """Let Python clear away nothing by itself inside."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()


class Garbage:
    """Looks for it when told how long nobody has typed."""

    def __init__(self) -> None:
        self._is_settled = False
        self._may_hold_more = False

    def look(self, quiet: float) -> None:
        """Clear away what ``quiet`` seconds leave time for; nothing outside ``held``."""
        made = gc.get_count()[0]
        if gc.isenabled() or (quiet < _PAUSE and made < _TOO_MANY):
            return
        if not self._is_settled:
            # The program itself and what it has read: it stays, and is not looked at again.
            gc.collect()
            gc.freeze()
            self._is_settled = True
        elif quiet >= _REST and self._may_hold_more:
            gc.collect()
            self._may_hold_more = False
        elif made >= _SOME:
            gc.collect(1)
            self._may_hold_more = True
