"""How long the client waits for its worker, in seconds. Pure."""

from __future__ import annotations

from typing import Final

READY: Final = 15.0
"""For a worker to start: Python itself, from a cold disk, with a virus scanner beside it."""
STOP: Final = 0.5
"""For a stop to be confirmed; after that silence is made by force."""
NAP: Final = 2.0
"""To wake up this much later than asked for means that everything stood still."""
_START: Final = 8.0
"""Longer than the worker waits for a device, so that it can say what is wrong."""
_EXTRA: Final = 8.0
"""As long, in the middle of a text."""
_CHARACTERS_IN_A_WORD: Final = 6
_MADE_PER_SECOND: Final = 2_000


def start_limit(text: str) -> float:
    """Return how long the first sound may take. A very long text is made before it is heard."""
    return _START + len(text) / _MADE_PER_SECOND


def end_limit(text: str, words_per_minute: int) -> float:
    """Return how long reading may take: twice what is expected, and a while."""
    # A digit or a capital can be a word by itself: "112", "GGD".
    weight = sum(
        _CHARACTERS_IN_A_WORD if not (char.islower() or char.isspace()) else 1 for char in text
    )
    return 2 * (weight / _CHARACTERS_IN_A_WORD) * 60 / words_per_minute + _EXTRA
