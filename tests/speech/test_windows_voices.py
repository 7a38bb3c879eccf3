"""The voices of Windows, up to the border of its modules: nothing here ran on Windows.

In the place of ``winrt`` stands what has its names and its types, and makes a tone as long as the
rate that was asked for says.
"""

from __future__ import annotations

import sys
import wave
from io import BytesIO
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from giz_gesprek.speech.worker.faults import NoEngine, SpeechFault
from giz_gesprek.speech.worker.sources import Reading
from giz_gesprek.speech.worker.windows_voices import WindowsVoices

RATE = 16_000
SECONDS_A_WORD = 0.4
"""At the rate of the voice itself: 150 words a minute."""


def sound_of(text: str, options: SimpleNamespace, *, channels: int = 1) -> bytes:
    frames = round(len(text.split()) * SECONDS_A_WORD / options.speaking_rate * RATE)
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(b"\x01\x02" * channels * frames)
    return file.getvalue()


class Later:
    """What Windows gives for what takes time."""

    def __init__(self, value: object) -> None:
        self._value = value

    def get(self) -> object:
        return self._value


class Stream:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)

    def read_async(self, buffer: bytearray, count: int, options: int) -> Later:
        assert (count, options) == (self.size, 0)
        buffer[:] = self._data
        return Later(buffer)


class Windows:
    """Puts the two modules in place; ``asked`` is what was said, and how."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *languages: str) -> None:
        self.asked: list[tuple[str, str, float]] = []
        self.channels = 1
        voices = [
            SimpleNamespace(language=each, display_name=f"Voice {place}")
            for place, each in enumerate(languages)
        ]
        windows = self

        class SpeechSynthesizer:
            all_voices = voices

            def __init__(self) -> None:
                self.options: Any = SimpleNamespace()
                self.voice: Any = None

            def synthesize_text_to_stream_async(self, text: str) -> Later:
                rate = self.options.speaking_rate
                windows.asked.append((self.voice.display_name, text, rate))
                return Later(Stream(sound_of(text, self.options, channels=windows.channels)))

        speech: Any = ModuleType("winrt.windows.media.speechsynthesis")
        speech.SpeechSynthesizer = SpeechSynthesizer
        speech.SpeechAppendedSilence = SimpleNamespace(MIN=1)
        streams: Any = ModuleType("winrt.windows.storage.streams")
        streams.Buffer = bytearray
        streams.InputStreamOptions = SimpleNamespace(NONE=0)
        for module in (speech, streams):
            *above, name = module.__name__.split(".")
            for depth in range(1, len(above) + 1):
                monkeypatch.setitem(
                    sys.modules, ".".join(above[:depth]), ModuleType(".".join(above[:depth]))
                )
        for module in (speech, streams):
            above_it, _dot, name = module.__name__.rpartition(".")
            monkeypatch.setattr(sys.modules[above_it], name, module, raising=False)
            monkeypatch.setitem(sys.modules, module.__name__, module)


def test_a_language_is_read_by_the_first_voice_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows(monkeypatch, "en-US", "nl-BE", "nl-NL")
    voices = WindowsVoices()
    assert voices.voice_for("nl") == "Voice 1"
    assert voices.voice_for("en") == "Voice 0"
    assert voices.voice_for("de") is None
    voices.make(Reading("Dag.", "nl", 120))
    assert windows.asked[-1][:2] == ("Voice 1", "Dag.")


def test_the_speed_is_that_which_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows(monkeypatch, "nl-NL")
    voices = WindowsVoices()
    measured = len(windows.asked)
    for words_per_minute in (105, 127, 155):
        speech = voices.make(Reading("een twee drie vier vijf", "nl", words_per_minute))
        assert speech.seconds == pytest.approx(5 / words_per_minute * 60, rel=0.01)
        assert speech.samples_per_second == RATE
    assert len(windows.asked) == measured + 3, "a voice is measured once"


def test_a_rate_that_windows_refuses_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows(monkeypatch, "nl-NL")
    voices = WindowsVoices()
    for words_per_minute in (1, 5_000):
        voices.make(Reading("Dag.", "nl", words_per_minute))
    assert [rate for _voice, _text, rate in windows.asked[-2:]] == [0.5, 6.0]


def test_without_a_dutch_voice_it_is_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    Windows(monkeypatch, "en-US", "de-DE")
    with pytest.raises(NoEngine):
        WindowsVoices()


@pytest.mark.needs_linux("a system without these voices")
def test_another_system_has_no_such_engine() -> None:
    with pytest.raises(NoEngine):
        WindowsVoices()


def test_sound_of_another_shape_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows(monkeypatch, "nl-NL")
    windows.channels = 2
    with pytest.raises(SpeechFault):
        WindowsVoices()
