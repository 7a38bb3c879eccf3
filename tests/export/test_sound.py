"""Sentences as a WAV file; see ``test_read_out.py`` for whole papers and MP3."""

from __future__ import annotations

import wave
from io import BytesIO

import pytest

from giz_gesprek.export.sound import Heard, Synthesiser, sound_file
from giz_gesprek.speech.rendering import Pcm, Renderer


def test_sentences_follow_each_other_with_a_pause() -> None:
    data = sound_file(
        [Heard(Pcm(b"\1\0" * 100, 1000), 0.1), Heard(Pcm(b"\2\0" * 50, 1000), 0.2)], "wav"
    )
    with wave.open(BytesIO(data)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 1000)
        silence = bytes(200)
        assert sound.readframes(1000) == b"\1\0" * 100 + silence + b"\2\0" * 50 + 2 * silence


def test_sounds_of_different_rates_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="1000, 2000"):
        sound_file([Heard(Pcm(b"", 2000), 0), Heard(Pcm(b"", 1000), 0)], "wav")
    with pytest.raises(ValueError, match="cannot be one file"):
        sound_file([], "wav")


def test_the_speech_of_the_program_is_what_a_file_is_made_of() -> None:
    with Renderer() as renderer:
        maker: Synthesiser = renderer
        sound = maker.synthesise("Dag.", language="nl", rate="slow")
    assert len(sound_file([Heard(sound, 0)], "wav")) == len(sound.samples) + 44
