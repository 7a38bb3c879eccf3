"""The clipboard: of a real X server, read by another program; or codes to a terminal."""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

import pytest

from tests.support.processes import marks
from tests.support.program import ROOT
from tests.support.required import require_program
from tests.support.waiting import wait_until

pytestmark = pytest.mark.needs_posix("an X server")

TEXT: Final = "Gespreksverslag\nSanne zegt: “Soep op zondag.” 🍲\n"

HOLDING: Final = """
import sys
from giz_gesprek.clipboard import Clipboard, to_terminal
board = Clipboard(to_terminal if "terminal" in sys.argv else None, seconds=float(sys.argv[1]))
for line in sys.stdin:
    if line == "empty\\n":
        board.empty()
        print("emptied", flush=True)
    else:
        print(board.put(line.replace("|", "\\n").rstrip("\\n") + "\\n"), flush=True)
"""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[str]:
    """A screen of its own, by its name, on which nothing is shown."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            require_program("Xvfb"),
            *("-displayfd", str(writing), "-nolisten", "tcp"),
            *("-screen", "0", "8x8x8"),
        ],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=tmp_path,
        env={**os.environ, **marks()},
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        name = f":{told.readline().strip()}"
    yield name
    server.terminate()
    server.wait()


class Board:
    """A process that holds a clipboard, and what another program sees of it."""

    def __init__(self, process: subprocess.Popen[str], screen: str) -> None:
        self._screen = screen
        self._process = process

    @property
    def _told(self) -> tuple[IO[str], IO[str]]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        return self._process.stdin, self._process.stdout

    def put(self, text: str) -> str:
        given, told = self._told
        given.write(text.rstrip("\n").replace("\n", "|") + "\n")
        given.flush()
        return told.readline().strip()

    def empty(self) -> None:
        given, told = self._told
        given.write("empty\n")
        given.flush()
        assert told.readline() == "emptied\n"

    def ends(self) -> str:
        """End it as an exit does; returns what else it wrote."""
        given, told = self._told
        given.close()
        rest = told.read()
        assert self._process.wait() == 0
        return rest

    def seen(self) -> str:
        """Return what another program reads."""
        reading = [require_program("xclip"), "-selection", "clipboard", "-o"]
        environment = {**os.environ, "DISPLAY": self._screen}
        done = subprocess.run(reading, env=environment, capture_output=True, check=False)
        return done.stdout.decode()

    def somebody_copies(self, text: str) -> None:
        """Copy with another program."""
        copying = [require_program("xclip"), "-selection", "clipboard", "-i"]
        environment = {**os.environ, **marks(), "DISPLAY": self._screen}
        subprocess.run(
            copying, env=environment, input=text.encode(), stdout=subprocess.DEVNULL, check=True
        )
        wait_until(lambda: self.seen() == text, "what somebody else copied")


@contextmanager
def board(screen: str, *, seconds: float = 600, terminal: bool = False) -> Iterator[Board]:
    environment = {**os.environ, **marks(), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    environment.pop("WAYLAND_DISPLAY", None)
    environment["DISPLAY"] = screen
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(seconds), *(["terminal"] if terminal else [])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
    ) as process:
        yield Board(process, screen)


def test_a_text_stands_there_whole_until_it_is_taken_away(screen: str) -> None:
    with board(screen) as held:
        assert held.put(TEXT) == "copied"
        assert held.seen() == TEXT
        held.empty()
        assert held.seen() == ""


def test_it_is_taken_away_after_its_time_and_at_the_latest_when_the_program_ends(
    screen: str,
) -> None:
    with board(screen, seconds=0.01) as held:
        assert held.put(TEXT) == "copied"
        wait_until(lambda: held.seen() == "", "the clipboard is empty")
    with board(screen) as held:
        assert held.put(TEXT) == "copied"
        held.ends()
        assert held.seen() == ""


def test_what_somebody_copied_since_stays(screen: str) -> None:
    with board(screen) as held:
        assert held.put(TEXT) == "copied"
        held.somebody_copies("van een ander")
        held.empty()
        assert held.seen() == "van een ander"


def test_without_a_system_clipboard_the_terminal_is_told_and_told_again_at_the_end() -> None:
    with board("", terminal=True) as held:
        codes = held.put(TEXT)
        assert codes.endswith("sent")
        sent = re.findall(r"\x1b]52;c;([^\x07]*)\x07", codes + held.ends())
        assert [base64.b64decode(each).decode() for each in sent] == [TEXT, " ", ""]


def test_without_either_nothing_is_said_to_be_there() -> None:
    with board("") as held:
        assert held.put(TEXT) == "not_copied"
        assert held.ends() == ""
