"""The names of the engines, for the client and for its worker. Knows neither."""

from __future__ import annotations

from typing import Final

OWN_ENGINE: Final = "espeak"
PLATFORM_ENGINES: Final = ("sapi5", "nsss")
"""Voices of Windows and macOS that speak, and give no samples."""
WINDOWS_ENGINE: Final = "winrt"
"""The voices of Windows that give samples; there are more of them than of ``sapi5``."""
SYSTEM_VOICE: Final = "system"
"""The choice of the computer's own voice, whichever system that has: a family can go along."""
RESERVED: Final = frozenset({OWN_ENGINE, SYSTEM_VOICE, WINDOWS_ENGINE, *PLATFORM_ENGINES})
"""What no added voice can be called."""
