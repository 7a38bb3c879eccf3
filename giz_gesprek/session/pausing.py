"""How long somebody waits after a wrong passphrase. Knows no clock and no screen.

Only against a person at this keyboard: who takes the file along guesses elsewhere, as fast as the
key allows (decision 0216). So nothing of it is kept, and nobody is ever locked out.
"""

from __future__ import annotations

from typing import Final

from giz_gesprek.i18n import ngettext

_FREE: Final = 2
"""Wrong ones without waiting: a key that was hit twice is no guess."""

_LONGEST: Final = 60


class Tries:
    """Counts the wrong ones in a row."""

    def __init__(self) -> None:
        self._wrong = 0

    def wrong(self) -> int:
        """Count one more; return the seconds until the next can be tried: 0, 0, 2, 4, 8 to 60."""
        self._wrong += 1
        over = self._wrong - _FREE
        return 0 if over <= 0 else min(2**over, _LONGEST)


def wait_for(seconds: int) -> str:
    """Return how long it takes, for a screen that counts down."""
    return ngettext(
        "You can try again in {seconds} second.", "You can try again in {seconds} seconds.", seconds
    ).format(seconds=seconds)
