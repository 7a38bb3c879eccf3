"""Fixtures: a place for sound, and a place without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.sound import NullSink
from tests.support.speaking import SILENT_PLACE, Listener


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
def no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be no sound device in this test."""
    for name, value in SILENT_PLACE.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as listener:
        yield listener
