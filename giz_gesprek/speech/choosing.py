"""Which engine reads: what the caller says, else the user's setting, else our own."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import Final

from giz_gesprek.paths import from_home
from giz_gesprek.speech.added import ENDING, path_of
from giz_gesprek.speech.engines import (
    OWN_ENGINE,
    PLATFORM_ENGINES,
    RESERVED,
    SYSTEM_VOICE,
    WINDOWS_ENGINE,
)
from giz_gesprek.system import OWN_VOICES

ENGINE_VARIABLE: Final = "GIZ_GESPREK_VOICE"


def chosen_engine(voice: str | None = None) -> str:
    """Return what a worker is told: the name of an engine, or the absolute path of a Piper voice.

    Args:
        voice: an engine, ``system``, the name of an added voice, or the path of a Piper voice; None
            is what ``GIZ_GESPREK_VOICE`` says, else our own.

    """
    chosen = voice or os.environ.get(ENGINE_VARIABLE) or OWN_ENGINE
    if chosen == SYSTEM_VOICE:
        # Where there is none, a worker that cannot speak: another voice reads then.
        return OWN_VOICES or WINDOWS_ENGINE
    if chosen in RESERVED:
        return chosen
    if not (chosen.endswith(ENDING) or "/" in chosen or os.sep in chosen):
        return str(path_of(chosen).absolute())
    # Absolute: the worker works in another folder.
    return str(from_home(chosen).absolute())


def engine_for_files(voice: str | None = None) -> str:
    """Return the engine that makes files; our own instead of voices that only speak."""
    chosen = chosen_engine(voice)
    return OWN_ENGINE if chosen in PLATFORM_ENGINES else chosen


def piper_is_here() -> bool:
    """Tell whether what reads with an added voice is installed."""
    return find_spec("piper") is not None


def system_can_speak() -> bool:
    """Tell whether this kind of computer has voices of its own that can be used."""
    return OWN_VOICES is not None and (
        OWN_VOICES != WINDOWS_ENGINE or find_spec("winrt") is not None
    )
