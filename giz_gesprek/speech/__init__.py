"""Reading aloud: a client in the program, and a worker process that owns engine and sound.

The client is :class:`SpeechClient`; what happens comes back as one of the events. A worker that
hangs or dies is replaced, and the program goes on. Speech as samples instead of sound is in
:mod:`giz_gesprek.speech.rendering`. Nothing outside :mod:`giz_gesprek.speech.worker` imports an
engine or a sound library, and nothing here knows screens, content or what is being talked about.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from giz_gesprek.speech.client import SpeechClient
    from giz_gesprek.speech.events import (
        Event,
        Failed,
        Finished,
        OtherVoice,
        Started,
        Stopped,
        Word,
    )
    from giz_gesprek.speech.protocol import Code, Rate

__all__ = [
    "Code",
    "Event",
    "Failed",
    "Finished",
    "OtherVoice",
    "Rate",
    "SpeechClient",
    "Started",
    "Stopped",
    "Word",
]


def __getattr__(name: str) -> object:
    """Import what is asked for: the worker is in this package too, and must start at once."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = {"SpeechClient": "client", "Code": "protocol", "Rate": "protocol"}.get(name, "events")
    return getattr(import_module(f"{__name__}.{module}"), name)
