"""Which engine reads: what the caller says, else the user's setting, else our own."""

from __future__ import annotations

import os
from typing import Final

from giz_gesprek.paths import from_home

ENGINE_VARIABLE: Final = "GIZ_GESPREK_VOICE"
OWN_ENGINE: Final = "espeak"
PLATFORM_ENGINES: Final = ("sapi5", "nsss")


def chosen_engine(engine: str | None = None) -> str:
    """Return ``espeak``, ``sapi5``, ``nsss`` or the absolute path of a Piper voice."""
    chosen = engine or os.environ.get(ENGINE_VARIABLE) or OWN_ENGINE
    if chosen in {OWN_ENGINE, *PLATFORM_ENGINES}:
        return chosen
    # Absolute: the worker works in another folder.
    return str(from_home(chosen).absolute())


def engine_for_files(engine: str | None = None) -> str:
    """Return the engine that makes files; our own instead of voices that only speak."""
    chosen = chosen_engine(engine)
    return OWN_ENGINE if chosen in PLATFORM_ENGINES else chosen
