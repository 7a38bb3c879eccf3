"""miniaudio, without the part that plays radio from the internet.

Nothing of that part is used, but it would bring the network libraries of Python into the process
that reads families' words, a third of its start and a fifth of its memory.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Final

_UNWANTED: Final = "urllib.request"

if _UNWANTED not in sys.modules:
    sys.modules[_UNWANTED] = ModuleType(_UNWANTED, "Not here: nothing talks to a network.")

import miniaudio  # noqa: E402  # after what it must not find

__all__ = ["miniaudio"]
