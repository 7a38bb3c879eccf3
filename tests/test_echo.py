"""Whether a real terminal shows what is typed."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO

import pytest

from giz_gesprek import echo

pytestmark = pytest.mark.needs_posix("a terminal")
if sys.platform != "win32":
    import pty
    import termios


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[TextIO]:
    outer, inner = pty.openpty()
    with os.fdopen(inner, "r") as file:
        monkeypatch.setattr(sys, "stdin", file)
        yield file
    os.close(outer)


def shows(terminal: TextIO) -> bool:
    return bool(termios.tcgetattr(terminal.fileno())[3] & termios.ECHO)


def test_nothing_is_shown_until_something_is_asked_for(terminal: TextIO) -> None:
    before = termios.tcgetattr(terminal.fileno())
    with echo.hidden():
        assert not shows(terminal)
        with echo.shown():
            assert shows(terminal)
        assert not shows(terminal)
        with echo.hidden():
            assert not shows(terminal)
        assert not shows(terminal)
    assert termios.tcgetattr(terminal.fileno()) == before


def test_a_terminal_is_given_back_after_a_failure_and_an_interruption(terminal: TextIO) -> None:
    for stop in (ZeroDivisionError, KeyboardInterrupt, EOFError, SystemExit):
        with pytest.raises(stop), echo.hidden():
            raise stop
        assert shows(terminal)


def test_a_terminal_that_showed_nothing_stays_so(terminal: TextIO) -> None:
    quiet = termios.tcgetattr(terminal.fileno())
    quiet[3] &= ~termios.ECHO
    termios.tcsetattr(terminal.fileno(), termios.TCSANOW, quiet)
    with echo.hidden(), echo.shown():
        assert not shows(terminal)
    assert not shows(terminal)


def test_a_pipe_and_a_closed_standard_input_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    for nothing in (None, io.StringIO(), closed):
        monkeypatch.setattr(sys, "stdin", nothing)
        with echo.hidden(), echo.shown():
            pass
        assert sys.stdin is nothing
