"""Speech from a Piper voice: a file of the user's own, read by the extra ``piper``.

Not part of the program: the extra is large, and the licences of voices differ.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from giz_gesprek.speech.protocol import language_of
from giz_gesprek.speech.worker.faults import NoEngine, NoVoice, SpeechFault
from giz_gesprek.speech.worker.sources import Reading, Speech

# How fast Piper voices speak by themselves, roughly.
_OWN_WORDS_PER_MINUTE: Final = 160
# onnxruntime, which computes the voice, otherwise keeps an identity of this computer and what was
# done in a file under the user's home, and looks up the host to send it to. It reads this once,
# when it is imported, and whatever the environment said before.
_NO_TELEMETRY: Final = {"ORT_DISABLE_TELEMETRY": "1"}


class Piper:
    """A :class:`giz_gesprek.speech.worker.sources.Source`."""

    def __init__(self, path: Path) -> None:
        """Load the voice ``path``, an ``.onnx`` file with its ``.onnx.json`` beside it.

        Raises:
            NoEngine: the extra is not installed, or there is no such voice. A file that is no
                voice raises whatever the loader stumbles over.

        """
        os.environ.update(_NO_TELEMETRY)
        try:
            from piper import PiperVoice

            settings = Path(f"{path}.json")
            voice = json.loads(settings.read_text(encoding="utf-8"))["espeak"]["voice"]
        except (ImportError, OSError, ValueError, KeyError, TypeError):
            raise NoEngine from None
        self._language = language_of(voice)
        self._voice = PiperVoice.load(path, settings)
        self.name = f"piper {path.stem}"

    def voice_for(self, language: str) -> str | None:
        """Return the name of the voice if it is one of this language."""
        return self.name if language == self._language else None

    def synthesise(self, reading: Reading, *, unwanted: Callable[[], bool]) -> Speech:
        """See :class:`giz_gesprek.speech.worker.sources.Source`. Piper tells no words."""
        if self.voice_for(reading.language) is None:
            raise NoVoice
        from piper import SynthesisConfig

        settings = SynthesisConfig(
            length_scale=_OWN_WORDS_PER_MINUTE / reading.words_per_minute, volume=reading.volume
        )
        samples = bytearray()
        rate = 0
        # Piper takes what stands between double brackets for phonemes.
        for chunk in self._voice.synthesize(reading.text.replace("[[", "[ ["), settings):
            if unwanted():
                break
            samples += chunk.audio_int16_bytes
            rate = chunk.sample_rate
        if not rate and not unwanted():
            raise SpeechFault
        return Speech(bytes(samples), rate or 1)
