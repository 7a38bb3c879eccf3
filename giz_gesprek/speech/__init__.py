"""Reading aloud: a client in the program, and a worker process that owns engine and sound.

The client is :class:`SpeechClient`; what happens comes back as one of the events. A worker that
hangs or dies is replaced, and the program goes on. Speech as samples instead of sound is in
:mod:`giz_gesprek.speech.rendering`. Nothing outside :mod:`giz_gesprek.speech.worker` imports an
engine or a sound library, and nothing here knows screens, content or what is being talked about.
"""

from __future__ import annotations

from giz_gesprek.speech.client import SpeechClient
from giz_gesprek.speech.events import Code, Event, Failed, Finished, Started, Stopped, Word
from giz_gesprek.speech.protocol import Rate

__all__ = [
    "Code",
    "Event",
    "Failed",
    "Finished",
    "Rate",
    "SpeechClient",
    "Started",
    "Stopped",
    "Word",
]
