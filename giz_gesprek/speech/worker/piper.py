"""Speech from a Piper voice: a file of the user's own, read by the extra ``piper``.

Not part of the program: the extra is large, and the licences of voices differ.
"""

from __future__ import annotations

import json
import os
from array import array
from pathlib import Path
from typing import Final, NamedTuple

from giz_gesprek.speech.protocol import language_of
from giz_gesprek.speech.worker.faults import NoEngine
from giz_gesprek.speech.worker.measured import measured_in, words_in
from giz_gesprek.speech.worker.sources import Reading, Speech

# onnxruntime, which computes the voice, otherwise keeps an identity of this computer and what was
# done in a file under the user's home, and looks up the host to send it to. It reads this once,
# when it is imported, and whatever the environment said before.
_NO_TELEMETRY: Final = {"ORT_DISABLE_TELEMETRY": "1"}
_OFFLINE: Final = frozenset({"espeak", "text"})
"""How text becomes sounds. For other ways, as that of Chinese, Piper fetches files."""

_STRETCHES: Final = (1.4, 2.2)
"""Of the voice's own length; between these a second more is nearly as much stretch more."""
_AS_EVER: Final = 0.0
"""Chance in the lengths of sounds, while they are measured; a voice has some, which evens out."""
_AUDIBLE: Final = 200
"""Of 32,768. A voice has three tenths of a second of less than this around each sentence."""
_BEFORE: Final = 0.03
_AFTER: Final = 0.05
"""Seconds of it that stay: a sound may begin and end softly."""
_MARGINS: Final = _BEFORE + _AFTER


class Pace(NamedTuple):
    """How long a word of a voice takes: so many seconds, and so many more for each stretch.

    A stretch is what Piper calls a length scale.
    """

    seconds: float
    each: float

    def stretch(self, words_per_minute: int) -> float:
        """Return the stretch with which so many words a minute are heard."""
        return max(60 / words_per_minute - self.seconds, 0.01) / self.each


class Piper:
    """A :class:`giz_gesprek.speech.worker.ahead.Maker`."""

    def __init__(self, path: Path) -> None:
        """Load the voice ``path``, an ``.onnx`` file with its ``.onnx.json`` beside it.

        Raises:
            NoEngine: the extra is not installed, or there is no such voice, or it would fetch
                what it needs. A file that is no voice raises whatever the loader stumbles over.

        """
        os.environ.update(_NO_TELEMETRY)
        try:
            from piper import PiperVoice

            settings = Path(f"{path}.json")
            about = json.loads(settings.read_text(encoding="utf-8"))
            self._language = language_of(about["espeak"]["voice"])
            is_offline = about.get("phoneme_type", "espeak") in _OFFLINE
        except (ImportError, OSError, ValueError, KeyError, TypeError, AttributeError):
            raise NoEngine from None
        if not is_offline:
            raise NoEngine
        self._voice = PiperVoice.load(path, settings)
        self._pace: Pace | None = None
        self.name = f"piper {path.stem}"

    def voice_for(self, language: str) -> str | None:
        """See :class:`giz_gesprek.speech.worker.ahead.Maker`."""
        return self.name if language == self._language else None

    def warm_up(self) -> None:
        """Measure how fast this voice is. Takes as long as making three sentences."""
        own = self._voice.config.length_scale
        said = measured_in(self._language)
        short, long = (
            sum(self._made(each, stretch * own, 1.0, _AS_EVER).seconds - _MARGINS for each in said)
            / words_in(said)
            for stretch in _STRETCHES
        )
        each = max((long - short) / ((_STRETCHES[1] - _STRETCHES[0]) * own), 0.01)
        self._pace = Pace(short - each * _STRETCHES[0] * own, each)

    def make(self, reading: Reading) -> Speech:
        """See :class:`giz_gesprek.speech.worker.ahead.Maker`. Piper tells no words."""
        if self._pace is None:
            self.warm_up()
        assert self._pace is not None  # noqa: S101  # measured just now
        stretch = self._pace.stretch(reading.words_per_minute)
        return self._made(reading.text, stretch, reading.volume)

    def _made(
        self, text: str, stretch: float, volume: float, varied: float | None = None
    ) -> Speech:
        from piper import SynthesisConfig

        settings = SynthesisConfig(length_scale=stretch, noise_w_scale=varied)
        chunks = self._voice.synthesize(_plain(text), settings)
        # Of a text without anything to say, such as a row of dots, there is no sound.
        samples = array("h", b"".join(chunk.audio_int16_bytes for chunk in chunks))
        rate: int = self._voice.config.sample_rate
        return Speech(_at(volume, _heard(samples, rate)).tobytes(), rate)


def _plain(text: str) -> str:
    """Return a text without what Piper stumbles over, or takes for phonemes."""
    said = text.encode("utf-8", "replace").decode("utf-8")
    return said.replace("\0", " ").replace("[[", "[ [")


def _heard(samples: array[int], samples_per_second: int) -> array[int]:
    """Return the part that is heard, with a little of the silence around it."""
    loud = [place for place, value in enumerate(samples) if abs(value) > _AUDIBLE]
    if not loud:
        return samples[:0]
    before, after = (round(seconds * samples_per_second) for seconds in (_BEFORE, _AFTER))
    return samples[max(0, loud[0] - before) : loud[-1] + 1 + after]


def _at(volume: float, samples: array[int]) -> array[int]:
    if volume == 1.0:
        return samples
    return array("h", (round(value * volume) for value in samples))
