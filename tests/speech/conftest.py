"""A place for sound, and a place without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.sound import NullSink
from tests.support.speaking import Listener


@pytest.fixture(scope="session")
def sink_server() -> Iterator[NullSink]:
    with NullSink() as sink:
        yield sink


@pytest.fixture
def sink(sink_server: NullSink, monkeypatch: pytest.MonkeyPatch) -> NullSink:
    """Let what is played in this test be recorded."""
    for name, value in sink_server.environment.items():
        monkeypatch.setenv(name, value)
    return sink_server


@pytest.fixture
def no_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be no sound device in this test, also where the computer has one."""
    nothing = tmp_path / "asound.conf"
    nothing.touch()
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(nothing))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nobody'}")
    monkeypatch.setenv("JACK_NO_START_SERVER", "1")


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as listener:
        yield listener
