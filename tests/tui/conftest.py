"""What every test of a screen gets."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual._compositor import Compositor

from giz_gesprek.session import whole_file
from giz_gesprek.tui.host.voiced import VoicedApp
from giz_gesprek.tui.reading.voice import Tell
from tests.support.idle import wait_for_idle
from tests.support.voices import QuietVoice
from tests.tui.unseen import draw_for_nobody


@pytest.fixture(autouse=True)
def quick(quick_disk: None) -> None:
    """Let every store of an app be a quick one."""


@pytest.fixture(autouse=True)
def no_reminder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask for no backup, whatever day it is today."""
    monkeypatch.setattr(whole_file, "_LONGEST_WITHOUT", timedelta.max)


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every app a voice that is told when to speak, and hardly any pause between sentences."""

    def make_voice(self: VoicedApp, tell: Tell) -> QuietVoice:
        del self
        return QuietVoice(tell)

    monkeypatch.setattr(VoicedApp, "make_voice", make_voice)
    monkeypatch.setattr("giz_gesprek.spoken.PAUSE", 0.001)


@pytest.fixture(autouse=True)
def prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a pilot wait for the app and not for the clock."""
    for module in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{module}.wait_for_idle", wait_for_idle)


@pytest.fixture(autouse=True)
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put no frame together that no terminal shows."""
    monkeypatch.setattr(Compositor, "render_update", draw_for_nobody)
