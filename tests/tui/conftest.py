"""What every test of a screen gets."""

from __future__ import annotations

import pytest

from giz_gesprek.tui.host.voiced import VoicedApp
from giz_gesprek.tui.reading import reader
from giz_gesprek.tui.reading.voice import Tell
from tests.support.voices import QuietVoice


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every app a voice that is told when to speak, and hardly any pause between sentences."""

    def make_voice(self: VoicedApp, tell: Tell) -> QuietVoice:
        del self
        return QuietVoice(tell)

    monkeypatch.setattr(VoicedApp, "make_voice", make_voice)
    monkeypatch.setattr(reader, "PAUSE", 0.001)
