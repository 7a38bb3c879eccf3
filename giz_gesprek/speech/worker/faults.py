"""What can go wrong in the worker, each with the code that the client gets."""

from __future__ import annotations

from typing import ClassVar

from giz_gesprek.speech.events import Code


class SpeechFault(Exception):
    """Something that the client is told by its code."""

    code: ClassVar[Code] = "synth-failed"


class NoEngine(SpeechFault):
    """The engine cannot be loaded."""

    code = "no-engine"


class NoVoice(SpeechFault):
    """The engine has no voice for this language."""

    code = "no-voice"


class NoAudioDevice(SpeechFault):
    """There is nothing to play sound through, or it takes no sound."""

    code = "no-audio-device"
