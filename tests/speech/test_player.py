"""When a sound was heard, and when a device is given up; without a device and without waiting."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from giz_gesprek.speech import Finished
from giz_gesprek.speech.worker.faults import NoAudioDevice
from giz_gesprek.speech.worker.player import Player
from giz_gesprek.speech.worker.sources import Speech
from tests.support.speaking import SILENT_PLACE, Listener

SPEECH = Speech(b"\0\0" * 1000, 1000)
END = 1060
"""One second, and what the device itself may keep."""


class Output:
    """Goes through places of the sound; each is reached after some seconds on our clock."""

    def __init__(self, steps: Sequence[tuple[float, int]]) -> None:
        self.now = 0.0
        self.closed = False
        self._steps = list(steps)

    def start(self) -> None:
        pass

    def heard(self) -> int:
        if not self._steps:
            raise NoAudioDevice
        seconds, place = self._steps.pop(0)
        self.now += seconds
        return place

    def close(self) -> None:
        self.closed = True


def played(
    monkeypatch: pytest.MonkeyPatch, steps: Sequence[tuple[float, int]]
) -> tuple[Output, list[str | int], bool | None]:
    """Return the output, what was told of it, and how it ended; None where it was no device."""
    output, told = Output(steps), list[str | int]()
    monkeypatch.setattr(time, "monotonic", lambda: output.now)
    monkeypatch.setattr(Player, "_opened", lambda _self, _speech: output)
    try:
        ended = Player().play(SPEECH, started=lambda: told.append("started"), heard=told.append)
    except NoAudioDevice:
        ended = None
    return output, told, ended


def test_the_end_is_when_the_last_sample_was_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    output, told, ended = played(monkeypatch, [(0.1, 0), (0.1, 500), (0.4, 1000), (0.5, END)])
    assert ended
    assert output.closed
    assert told[-1] == END


def test_nothing_was_heard_before_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    _output, told, _ended = played(monkeypatch, [(0.1, 0), (0.1, 0), (0.1, 500), (0.4, END)])
    assert told == ["started", 500, END]


def test_a_pause_of_two_seconds_is_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    _output, _told, ended = played(
        monkeypatch, [*[(0.5, 0)] * 4, (0.1, 500), *[(0.5, 500)] * 4, (0.1, END)]
    )
    assert ended


def test_a_computer_that_slept_has_its_device_still(monkeypatch: pytest.MonkeyPatch) -> None:
    _output, _told, ended = played(monkeypatch, [(0.1, 500), (3600.0, 500), (0.1, END)])
    assert ended


def test_a_device_that_takes_nothing_for_long_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for steps in ([(0.5, 0)] * 13, [(0.1, 500), *[(0.5, 500)] * 13]):
        output, _told, ended = played(monkeypatch, [*steps, (0.1, END)])
        assert ended is None
        assert output.closed


def test_a_device_that_says_that_it_is_gone_is_believed_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    output, told, ended = played(monkeypatch, [(0.1, 500)])
    assert ended is None
    assert output.now < 1
    assert told == ["started", 500]
    assert output.closed


@pytest.mark.needs_linux("ALSA")
def test_without_a_sound_server_the_card_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, listener: Listener
) -> None:
    card = tmp_path / "alsa.conf"
    card.write_text("pcm.!default { type null }\nctl.!default { type null }\n", encoding="utf-8")
    for name, value in {**SILENT_PLACE, "ALSA_CONFIG_PATH": str(card)}.items():
        monkeypatch.setenv(name, value)
    assert isinstance(listener.say("Dag allemaal."), Finished)
