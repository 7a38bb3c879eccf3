"""Fixtures: a place for sound, and a place without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from giz_gesprek.speech import choosing, watchdog
from tests.support.sound import QUICK, NullSink
from tests.support.speaking import SILENT_PLACE, Listener


@pytest.fixture(scope="module")
def sink_server(request: pytest.FixtureRequest) -> Iterator[NullSink]:
    """Give one server for all tests of a module: parametrise this to choose another setting.

    It keeps the processor busy for as long as it is there, so not for a whole run.
    """
    with NullSink(getattr(request, "param", QUICK)) as sink:
        yield sink


@pytest.fixture
def sink(sink_server: NullSink, monkeypatch: pytest.MonkeyPatch) -> NullSink:
    """Let what is played in this test be recorded."""
    for name, value in sink_server.environment.items():
        monkeypatch.setenv(name, value)
    return sink_server


@pytest.fixture
def no_voice_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system have no voice to offer, as Linux has none."""
    monkeypatch.setattr(choosing, "OWN_VOICES", None)


@pytest.fixture
def no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be no sound device in this test."""
    for name, value in SILENT_PLACE.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    """Speak with a real worker, and let a busy computer take its time: nothing here is timed."""
    for name, seconds in (("READY", 60.0), ("STOP", 3.0), ("_START", 20.0)):
        monkeypatch.setattr(watchdog, name, seconds)
    with Listener() as listener:
        yield listener
