"""The end is the end: whatever ends the program, it goes, keeps what was typed, closes the file."""

from __future__ import annotations

import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.errors import ExitCode
from giz_gesprek.i18n import _
from giz_gesprek.store import Store
from tests.support import endings
from tests.support.endings import AT_QUESTION, STRENGTHS
from tests.support.program import PROGRAM
from tests.support.slow import first_of
from tests.support.talking import FAMILY, PASSPHRASE
from tests.support.waiting import wait_until
from tests.support.window import Window

pytestmark = pytest.mark.needs_posix("a terminal")

MARKER: Final = "een blauwe zeppelin"
HANGUP: Final = 129
TERMINATED: Final = 143

_PATCHED: Final = """
import sys, time
from giz_gesprek.cli import main
from giz_gesprek.session import idle
from giz_gesprek.session.session import Session
{patch}
sys.exit(main())
"""
BUSY: Final = _PATCHED.format(
    patch="""
def busy(self, act):
    while True:
        pass
Session.skip = busy
"""
)
"""A program that never finishes skipping a step."""
SLEEPER: Final = _PATCHED.format(
    patch="""
from pathlib import Path
asleep = Path(sys.argv.pop(1))
idle._CLOCKS = (lambda: time.time() + 36_000 * asleep.exists(),)
idle.IdleTimer.__init__.__defaults__ = (15, idle._CLOCKS)
idle.Standstill.__init__.__defaults__ = (idle._CLOCKS,)
"""
)
"""A program whose clock is ten hours further as soon as a file is there."""


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, Path]:
    return endings.prepared(tmp_path / "place")


@contextmanager
def typing(window: Window) -> Iterator[Window]:
    """Open the conversation, and type something that is not confirmed."""
    with window:
        endings.sit_down(window)
        window.type(MARKER)
        window.waits_for(MARKER.split()[-1])
        yield window


def is_kept(store: Path) -> bool:
    """Tell whether what was typed is in the file; it has to open without a word."""
    assert [file.name for file in store.parent.iterdir()] == ["families.db"], "it was not closed"
    with Store.open(store, PASSPHRASE) as opened:
        assert opened.take_notices() == ()
        return opened.draft("f1", "talk-1", STRENGTHS.key) == MARKER


def unread_and_terminated(window: Window) -> None:
    window.leave_unread()
    for _key in range(200):  # each is shown, until nothing more can be written
        window.type("x\x7f")
    window.send(signal.SIGTERM)


@pytest.mark.parametrize("own_session", [True, False])
@pytest.mark.parametrize(
    ("how", "code"),
    [
        (Window.close, HANGUP),
        (lambda window: window.send(signal.SIGTERM), TERMINATED),
        (lambda window: window.send(signal.Signals["SIGHUP"]), HANGUP),
    ],
)
def test_the_program_ends_and_keeps_what_was_typed(
    environment: dict[str, str],
    place: tuple[Path, Path],
    how: Callable[[Window], None],
    code: int,
    own_session: bool,
) -> None:
    store, secret = place
    arguments = ("--store", store, "--passphrase-file", secret)
    with typing(Window(environment, *arguments, own_session=own_session)) as window:
        how(window)
        assert window.ends()[0] == code
    assert is_kept(store)


def test_a_terminal_that_takes_nothing_any_more_does_not_hold_the_end(
    environment: dict[str, str], place: tuple[Path, Path]
) -> None:
    store, secret = place
    with typing(Window(environment, "--store", store, "--passphrase-file", secret)) as window:
        unread_and_terminated(window)
        assert window.ends()[0] == TERMINATED
    with Store.open(store, PASSPHRASE) as opened:
        kept = opened.draft("f1", "talk-1", STRENGTHS.key)
        assert kept is not None
        assert kept.startswith(MARKER)


@pytest.mark.parametrize("how", [Window.close, endings.terminate])
def test_a_program_that_is_busy_ends_all_the_same_and_keeps_what_was_typed(
    environment: dict[str, str], place: tuple[Path, Path], how: Callable[[Window], None]
) -> None:
    store, secret = place
    program = (PROGRAM[0], "-c", BUSY)
    arguments = ("--store", store, "--passphrase-file", secret)
    with typing(Window(environment, *arguments, program=program)) as window:
        window.type("\x1b[15~")  # F5
        how(window)
        assert window.ends()[0] in {HANGUP, TERMINATED}
    assert is_kept(store)


def test_before_anything_is_opened_the_end_is_the_end_too(
    environment: dict[str, str], place: tuple[Path, Path]
) -> None:
    store, _secret = place
    for how in (Window.close, endings.terminate):
        with Window(environment, "--store", store) as window:
            window.waits_for(_("Your passphrase"))
            how(window)
            assert window.ends()[0] in {HANGUP, TERMINATED}
    assert [file.name for file in store.parent.iterdir()] == ["families.db"]


def test_the_conversation_in_lines_ends_with_its_window(
    environment: dict[str, str], place: tuple[Path, Path]
) -> None:
    store, secret = place
    for own_session in (True, False):
        for how in (Window.close, endings.terminate):
            arguments = ("--store", store, "--passphrase-file", secret, "plain")
            with Window(environment, *arguments, own_session=own_session) as window:
                window.waits_for("/f:")
                window.type("/a\n")
                window.waits_for(FAMILY)
                window.type("1\n")
                window.waits_for(_("New conversation"))
                window.type("1\n")
                window.waits_for(AT_QUESTION)
                how(window)
                assert window.ends()[0] != ExitCode.CRASH
            with Store.open(store, PASSPHRASE) as opened:
                assert opened.take_notices() == ()


def test_ctrl_z_does_not_leave_the_families_under_a_prompt(
    environment: dict[str, str], place: tuple[Path, Path]
) -> None:
    store, secret = place
    with typing(Window(environment, "--store", store, "--passphrase-file", secret)) as window:
        window.type("\x1a")
        window.send(signal.SIGTSTP)
        window.type(" aan zee")
        window.waits_for("zee")
        assert not window.stands_still()


def test_a_program_that_was_stopped_goes_on_where_it_was(
    environment: dict[str, str], place: tuple[Path, Path]
) -> None:
    store, secret = place
    with typing(Window(environment, "--store", store, "--passphrase-file", secret)) as window:
        window.send(signal.SIGSTOP)
        wait_until(window.stands_still, "a program that stands still")
        window.forget_shown()
        window.send(signal.SIGCONT)
        window.waits_for(AT_QUESTION)
        window.type("!")
        window.waits_for("!")
        window.send(signal.SIGTERM)
        assert window.ends()[0] == TERMINATED
    with Store.open(store, PASSPHRASE) as opened:
        assert opened.draft("f1", "talk-1", STRENGTHS.key) == f"{MARKER}!"


def test_after_sleep_the_first_frame_is_the_lock(
    environment: dict[str, str], place: tuple[Path, Path], tmp_path: Path
) -> None:
    store, secret = place
    asleep = tmp_path / "asleep"
    program = (PROGRAM[0], "-c", SLEEPER, str(asleep))
    arguments = ("--store", store, "--passphrase-file", secret)
    with typing(Window(environment, *arguments, program=program)) as window:
        window.send(signal.SIGSTOP)
        wait_until(window.stands_still, "a program that stands still")
        asleep.touch()
        window.type("y")  # a key that was pressed while it slept
        window.forget_shown()
        window.send(signal.SIGCONT)
        window.waits_for(_("Locked"))
        seen = window.shown().decode(errors="replace")
        assert AT_QUESTION not in seen
        assert MARKER.split()[-1] not in seen
    with Store.open(store, PASSPHRASE) as opened:
        assert opened.draft("f1", "talk-1", STRENGTHS.key) in {None, MARKER}


@pytest.mark.parametrize("way", first_of(endings.WAYS))
def test_at_any_moment_of_a_conversation_no_confirmed_answer_is_lost(
    environment: dict[str, str], tmp_path: Path, way: str, pytestconfig: pytest.Config
) -> None:
    chance = random.Random(way)
    times = 5 if way.startswith("closed") else 10
    for number in range(times if pytestconfig.getoption("--all") else 2):
        store, secret = endings.prepared(tmp_path / str(number))
        ended = endings.end_once(way, store, secret, environment, chance.uniform(0, 1))
        assert ended.problems() == [], ended
