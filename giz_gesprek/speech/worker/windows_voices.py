"""The voices of Windows (``winrt``): those of its settings, of which SAPI sees only some.

They give samples instead of playing them, so they can be stopped and written to a file. **Not
tried on real hardware**: in tests something takes the place of the modules of Windows, with their
names and their types, and nothing of how they behave.
"""

from __future__ import annotations

import wave
from io import BytesIO
from typing import Any, Final

from giz_gesprek.speech.protocol import language_of
from giz_gesprek.speech.worker.faults import NoEngine, SpeechFault
from giz_gesprek.speech.worker.measured import measured_in, words_in
from giz_gesprek.speech.worker.sources import Reading, Speech

_NEEDED: Final = "nl"
_OWN_RATE: Final = 1.0
_SLOWEST: Final = 0.5
_FASTEST: Final = 6.0
"""What Windows takes; 1 is the rate of the voice itself."""
_SAMPLE_BYTES: Final = 2


class WindowsVoices:
    """A :class:`giz_gesprek.speech.worker.ahead.Maker` of a voice a language."""

    name = "Windows"

    def __init__(self) -> None:
        """Look which voices are installed, and measure how fast the Dutch one is.

        That shows at once whether it speaks at all: what is found out later costs sentences.

        Raises:
            NoEngine: this is no Windows that has them, or no Dutch one is installed. Then it is
                of no use here.
            SpeechFault: it makes no sound.

        """
        try:
            from winrt.windows.media import speechsynthesis
            from winrt.windows.storage import streams

            self._streams = streams
            self._synthesizer: Any = speechsynthesis.SpeechSynthesizer()
            voices = list(speechsynthesis.SpeechSynthesizer.all_voices)
            # The pause after a sentence is ours.
            silence = speechsynthesis.SpeechAppendedSilence.MIN
            self._synthesizer.options.appended_silence = silence
        except (ImportError, OSError, AttributeError, RuntimeError):
            raise NoEngine from None
        # Of a language the first: the list is in the order of Windows itself.
        self._voices = {language_of(voice.language): voice for voice in reversed(voices)}
        if _NEEDED not in self._voices:
            raise NoEngine
        self._paces: dict[str, float] = {}
        self._pace_in(_NEEDED)

    def voice_for(self, language: str) -> str | None:
        """See :class:`giz_gesprek.speech.worker.ahead.Maker`."""
        voice = self._voices.get(language)
        return None if voice is None else str(voice.display_name)

    def warm_up(self) -> None:
        """Nothing: it was measured when it was made."""

    def make(self, reading: Reading) -> Speech:
        """See :class:`giz_gesprek.speech.worker.ahead.Maker`. Words are not told yet."""
        rate = reading.words_per_minute / self._pace_in(reading.language)
        return self._made(reading.text, reading.language, rate, reading.volume)

    def _pace_in(self, language: str) -> float:
        """Return how many words a minute the voice of a language says by itself."""
        if language not in self._paces:
            said = measured_in(language)
            seconds = sum(self._made(each, language, _OWN_RATE, 1.0).seconds for each in said)
            if not seconds:
                raise SpeechFault
            self._paces[language] = words_in(said) / seconds * 60
        return self._paces[language]

    def _made(self, text: str, language: str, rate: float, volume: float) -> Speech:
        synthesizer, streams = self._synthesizer, self._streams
        try:
            synthesizer.voice = self._voices[language]
            synthesizer.options.speaking_rate = min(max(rate, _SLOWEST), _FASTEST)
            synthesizer.options.audio_volume = volume
            stream = synthesizer.synthesize_text_to_stream_async(text).get()
            buffer = streams.Buffer(stream.size)
            stream.read_async(buffer, stream.size, streams.InputStreamOptions.NONE).get()
            with wave.open(BytesIO(bytes(buffer))) as sound:
                if (sound.getnchannels(), sound.getsampwidth()) != (1, _SAMPLE_BYTES):
                    raise SpeechFault
                return Speech(sound.readframes(sound.getnframes()), sound.getframerate())
        except (OSError, EOFError, wave.Error) as error:
            raise SpeechFault from error
