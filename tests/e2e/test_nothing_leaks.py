"""What other people on the computer, its disk and its terminal get to know of a visit."""

from __future__ import annotations

import base64
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.errors import ExitCode
from giz_gesprek.i18n import _
from giz_gesprek.store import Store
from tests.support.at_question import MARKER, SECRETS, STRENGTHS, TOPIC, stop, typing
from tests.support.leaks import secrets_in, secrets_of_processes, secrets_on_disk
from tests.support.program import PROGRAM
from tests.support.talking import FAMILY, PARENT, PASSPHRASE, Talk, unlock
from tests.support.terminal import Terminal, flat

pytestmark = pytest.mark.needs_posix("a terminal")

CRASHING: Final = """
import sys
from giz_gesprek.cli import main
from giz_gesprek.session.session import Session

def crash(self, text):
    raise ValueError(text)

Session.answer_words = crash
sys.exit(main())
"""
WITH_CORE_DUMPS: Final = ("sh", "-c", 'ulimit -c unlimited; exec "$@"', "sh", *PROGRAM)


# --- the search finds what is there ---------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        MARKER.encode(),
        MARKER.encode("utf-16-le"),
        MARKER.encode("utf-16-be"),
        MARKER.encode().hex().encode(),
        *(base64.b64encode(b"x" * before + MARKER.encode() + b"y") for before in range(3)),
        FAMILY.encode("latin-1"),
        b"Gezin \\u00dcnal",
    ],
)
def test_what_was_said_is_found_however_it_is_written(written: bytes, tmp_path: Path) -> None:
    file = tmp_path / "left.bin"
    file.write_bytes(b"\0\xff" * 99 + written + b"\xfe")
    assert [path for path, _secret in secrets_on_disk(tmp_path, SECRETS)] == [file]


def test_what_was_said_is_found_in_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / f"{FAMILY}.pdf").touch()
    assert [secret for _path, secret in secrets_on_disk(tmp_path, SECRETS)] == [FAMILY]


@pytest.mark.needs_linux("/proc")
def test_what_the_system_tells_of_processes_is_found(tmp_path: Path) -> None:
    file = tmp_path / FAMILY
    file.touch()
    starts = (
        "import subprocess, sys; subprocess.run([sys.executable, '-c',"
        " 'import sys; print(1, flush=True); sys.stdin.read()', *sys.argv[1:]])"
    )
    with file.open("rb") as opened:
        running = subprocess.Popen(
            [sys.executable, "-c", starts, MARKER],
            env={"PASSPHRASE": PASSPHRASE},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=[opened.fileno()],
        )
        with running:
            assert running.stdout is not None
            running.stdout.readline()
            found = secrets_of_processes(running.pid, SECRETS)
    assert {secret for _what, secret in found} == {MARKER, PASSPHRASE, FAMILY}
    # Of the first process, and of the one that it started.
    assert [what for what, secret in found if secret == MARKER] == ["cmdline", "cmdline"]


# --- a visit --------------------------------------------------------------------------------


def test_neither_the_system_nor_the_disk_knows_what_was_said(
    environment: dict[str, str], at_question: Path, own_home: Path
) -> None:
    with typing(Terminal(environment)) as talk:
        assert secrets_in(talk.terminal.screen().encode(), SECRETS)
        _nothing_is_told(talk.terminal)
        talk.terminal.press("Enter")
        talk.chooses(PARENT, TOPIC, "appraisal", "so_so")
        # Keys that come faster than a person presses them reach a dialog before the step.
        talk.is_asked(PARENT, TOPIC, "example")
        _nothing_is_told(talk.terminal)
        stop(talk)
        assert talk.terminal.wait_until_gone() == 0
        assert talk.terminal.left_on_screen() == ""
    backup = own_home / "backup.db"
    _by_a_shell(environment, "backup", backup)
    assert not secrets_on_disk(own_home, SECRETS)
    with Store.open(backup, PASSPHRASE) as store:
        (row,) = store.families()
        assert MARKER in store.read(row.id).model_dump_json(), "there was something to find"

    with Terminal(environment) as terminal:
        _delete_the_family(terminal)
        _nothing_is_told(terminal)
        stop(Talk(terminal))
        assert terminal.wait_until_gone() == 0
        assert terminal.left_on_screen() == ""
    assert not secrets_on_disk(own_home, SECRETS)
    with Store.open(at_question, PASSPHRASE) as store:
        assert store.families() == ()


def _by_a_shell(environment: dict[str, str], *command: str | Path) -> None:
    given = [*PROGRAM, "--passphrase-fd", "0", *map(str, command)]
    done = subprocess.run(
        given, env=environment, input=PASSPHRASE.encode(), check=True, capture_output=True
    )
    assert not secrets_in(done.stdout + done.stderr, SECRETS)


def _nothing_is_told(terminal: Terminal) -> None:
    assert not secrets_in(terminal.title.encode(), SECRETS)
    assert not secrets_in(terminal.process_arguments.encode(), SECRETS)
    if sys.platform == "linux":
        assert secrets_of_processes(terminal.pid, SECRETS) == []


def _delete_the_family(terminal: Terminal) -> None:
    unlock(terminal)
    terminal.wait_for(_("Show all names"))
    terminal.press("Down")
    terminal.wait_for(FAMILY)
    terminal.press("Enter")
    terminal.scroll_to(_("Delete this family"))
    terminal.click(_("Delete this family"))
    terminal.wait_for(_("Delete for good"))
    terminal.click(_("Delete for good"))
    terminal.wait_for(_("Close"))
    terminal.press("Enter")
    terminal.wait_for(lambda screen: FAMILY not in screen and _("New family") in screen)


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        (lambda terminal: _types(terminal, "/q"), 0),
        (lambda terminal: terminal.press("C-c"), 130),
        (lambda terminal: terminal.press("C-d"), 0),
        (lambda terminal: terminal.send_signal(signal.SIGTERM), 128 + signal.SIGTERM),
    ],
)
def test_lines_leave_nothing_in_the_window(
    ending: Callable[[Terminal], None], code: int, environment: dict[str, str], at_question: Path
) -> None:
    with Terminal(environment, "plain") as terminal:
        _names_in_lines(terminal)
        ending(terminal)
        assert terminal.wait_until_gone() == code
        left = terminal.left_on_screen()
    assert not secrets_in(left.encode(), SECRETS)
    emptied = _("This window has been emptied. Is there still something above? Close it.")
    assert flat(emptied) in flat(left)


def test_lines_say_what_stays_in_a_window_that_cannot_be_emptied(
    environment: dict[str, str], at_question: Path
) -> None:
    program = ("env", "TERM=dumb", *PROGRAM)
    with Terminal(environment, "plain", program=program) as terminal:
        _names_in_lines(terminal)
        _types(terminal, "/q")
        assert terminal.wait_until_gone() == 0
        left = terminal.left_on_screen()
    assert secrets_in(left.encode(), SECRETS)
    assert flat(_("What was said can still be read in this window. Close it.")) in flat(left)


def _names_in_lines(terminal: Terminal) -> None:
    terminal.wait_for(_("Your passphrase"))
    _types(terminal, PASSPHRASE)
    terminal.wait_for("/a")
    _types(terminal, "/a")
    terminal.wait_for(FAMILY)


def _types(terminal: Terminal, line: str) -> None:
    terminal.type(line)
    terminal.press("Enter")


# --- a program that breaks ------------------------------------------------------------------


def test_a_mistake_of_ours_is_one_calm_sentence(
    environment: dict[str, str], at_question: Path, own_home: Path
) -> None:
    program = (PROGRAM[0], "-c", CRASHING)
    with typing(Terminal(environment, program=program)) as talk:
        talk.terminal.press("Enter")
        assert talk.terminal.wait_until_gone() == ExitCode.CRASH
        left = talk.terminal.left_on_screen()
    calm = _("Something went wrong in the program. What was saved before is safe.")
    assert flat(calm) in flat(left)
    assert "Traceback" not in left
    assert not secrets_in(left.encode(), SECRETS)
    assert not secrets_on_disk(own_home, SECRETS)
    with Store.open(at_question, PASSPHRASE) as store:
        assert store.draft("f1", "talk-1", STRENGTHS.key) in {None, MARKER}


def test_a_crash_of_the_interpreter_leaves_no_memory_on_disk(
    environment: dict[str, str], at_question: Path, own_home: Path
) -> None:
    with typing(Terminal(environment, program=WITH_CORE_DUMPS)) as talk:
        talk.terminal.send_signal(signal.SIGABRT)
        assert talk.terminal.wait_until_gone() == -signal.SIGABRT
    assert not list(own_home.glob("core*"))
    assert not secrets_on_disk(own_home, SECRETS)


@pytest.mark.needs_linux("/proc")
@pytest.mark.parametrize("ours", [True, False])
def test_a_core_that_is_written_anyway_holds_nothing_of_it(
    ours: bool, environment: dict[str, str], at_question: Path, own_home: Path
) -> None:
    """A program of the system that takes cores is not held by the limit on their size."""
    program = (*WITH_CORE_DUMPS[:4], sys.executable, "-c", _anyway(ours=ours))
    with typing(Terminal(environment, program=program)) as talk:
        dumped = Path(f"/proc/{talk.terminal.pid}/coredump_filter").read_text(encoding="ascii")
        assert (int(dumped, 16) == 0) is ours
        talk.terminal.send_signal(signal.SIGABRT)
        assert talk.terminal.wait_until_gone() == -signal.SIGABRT
    if Path("/proc/sys/kernel/core_pattern").read_text(encoding="utf-8").strip() != "core":
        return  # there the system keeps it elsewhere
    (core,) = own_home.glob("core*")
    found = secrets_in(core.read_bytes(), SECRETS)
    assert found == [] if ours else {MARKER, PASSPHRASE, FAMILY} <= {*found}


def _anyway(*, ours: bool) -> str:
    """Return a program whose cores have no limit; all of its memory is in those not ``ours``."""
    everything = "" if ours else "posix._DUMPED = '/nowhere'"
    return f"""
import resource, sys
from giz_gesprek.cli import main
from giz_gesprek.system import posix
resource.setrlimit = lambda *limits: None
{everything}
sys.exit(main())
"""
