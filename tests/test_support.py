"""The helpers of the tests do what the tests rely on."""

from __future__ import annotations

import asyncio
import gettext
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from giz_gesprek import i18n
from tests.support import program, waiting
from tests.support.no_network import NetworkUsedError
from tests.support.processes import is_there
from tests.support.program import Ended, run, run_apart
from tests.support.required import require_program
from tests.support.slow import first_of

SKIPS = """
import sys
import pytest
from tests.support.required import require_program

def test_program():
    require_program("no-such-program")

@pytest.mark.needs_windows("a registry")
@pytest.mark.needs_linux("a penguin")
@pytest.mark.parametrize("number", range(2))
def test_other_system(number):
    pass

@pytest.mark.xfail
def test_expected_failure():
    assert False
"""


LEAVES = """
import subprocess, sys

def test_leaves():
    program = [sys.executable, "-c", "print('begun', flush=True); import time; time.sleep(600)"]
    process = subprocess.Popen(program, stdout=subprocess.PIPE, start_new_session=True)
    process.stdout.readline()
    print("pid", process.pid, "is left")
"""


WRITES = """
from pathlib import Path
from giz_gesprek import paths

def test_writes_where_it_was_started():
    Path("paper.txt").touch()

def test_writes_among_what_a_user_has():
    folder = paths.state_dir()
    folder.mkdir(parents=True)
    (folder / "places.json").touch()

def test_writes_in_its_own_folder(tmp_path):
    (tmp_path / "paper.txt").touch()
"""


SLOW = """
import pytest

@pytest.mark.slow
@pytest.mark.parametrize("number", range(2))
def test_slow(number):
    pass

def test_quick():
    pass
"""


def run_tests(
    folder: Path, test: str, plugin: str, *options: str, require_all: bool = False
) -> Ended:
    """Run a file of tests by itself, with one of our plugins."""
    (folder / "test_it.py").write_text(test, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    # What is left here is not going to end.
    (folder / "conftest.py").write_text(
        "from tests.support import processes\nprocesses._GRACE = 0.0\n", encoding="utf-8"
    )
    # Of the plugins of others only the one that makes processes: to load all takes long.
    plugins = ("-p", f"tests.support.{plugin}", "-p", "xdist")
    (folder / ".made").mkdir(exist_ok=True)
    return run_apart(
        *("-q", *plugins, *options),
        at=folder,
        program=(sys.executable, "-m", "pytest"),
        variables={
            "GIZ_REQUIRE_ALL": str(int(require_all)),
            "PYTEST_DEBUG_TEMPROOT": str(folder / ".made"),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        },
    )


def outcome(folder: Path, test: str, *, require_all: bool) -> str:
    return run_tests(folder, test, "required", require_all=require_all).stdout


@pytest.mark.needs_posix("programs that may be missing")
def test_a_skip_is_a_failure_where_everything_is_required(tmp_path: Path) -> None:
    output = outcome(tmp_path, SKIPS, require_all=True)
    assert "1 failed, 2 skipped, 1 xfailed" in output
    assert "GIZ_REQUIRE_ALL=1: the program no-such-program is not installed" in output


def test_a_skip_is_a_skip_on_a_plain_machine(tmp_path: Path) -> None:
    assert "3 skipped, 1 xfailed" in outcome(tmp_path, SKIPS, require_all=False)


@pytest.mark.needs_posix("programs that may be missing")
def test_what_is_left_out_on_this_system_is_counted_with_its_reason(tmp_path: Path) -> None:
    lines = outcome(tmp_path, SKIPS, require_all=True).splitlines()
    assert any(re.search(r"^=+ left out on .*: 2 =+$", line) for line in lines)
    assert "    2 needs_windows: a registry" in lines


def test_a_test_that_does_not_say_what_it_needs_is_refused(tmp_path: Path) -> None:
    test = SKIPS.replace('("a registry")', "")
    done = run_tests(tmp_path, test, "required")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "what of it, needs_windows?" in done.stderr


def test_the_skip_of_a_whole_module_is_a_failure_too(tmp_path: Path) -> None:
    module = "import pytest\npytest.importorskip('no_such_package')\ndef test(): pass\n"
    assert "1 error" in outcome(tmp_path, module, require_all=True)


@pytest.mark.needs_linux("/proc")
@pytest.mark.parametrize("options", first_of([(), ("-n", "1")]))
def test_a_process_that_is_left_is_named_ended_and_a_failure(
    options: tuple[str, ...], tmp_path: Path
) -> None:
    done = run_tests(tmp_path, LEAVES, "processes", "-rP", *options)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    (pid,) = re.findall(r"^pid (\d+) is left$", done.stdout, re.MULTILINE)
    assert "1 passed" in done.stdout
    (line,) = [line for line in done.stdout.splitlines() if "time.sleep(600) (process" in line]
    assert line.endswith(f"(process {pid}), started by test_it.py::test_leaves (call)")
    assert not is_there(int(pid))


@pytest.mark.needs_linux("/proc")
def test_a_run_that_leaves_no_process_is_a_success(tmp_path: Path) -> None:
    test = f"{LEAVES}    process.kill(), process.communicate()\n"
    assert run_tests(tmp_path, test, "processes").returncode == pytest.ExitCode.OK


@pytest.mark.needs_posix("a user's folders that variables move")
@pytest.mark.parametrize("options", first_of([("-n", "1"), ()]))
def test_what_is_written_outside_the_folders_of_tests_is_named_and_a_failure(
    options: tuple[str, ...], tmp_path: Path, own_home: Path
) -> None:
    done = run_tests(tmp_path, WRITES, "own_folders", *options)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "3 passed" in done.stdout
    lines = done.stdout.splitlines()
    written = lines[next(i for i, line in enumerate(lines) if "outside the folders" in line) + 1 :]
    assert [Path(line).name for line in written[:2]] == ["places.json", "paper.txt"]
    assert "test_writes" not in written[2]
    own = WRITES[: WRITES.index("def")] + WRITES[WRITES.index("def test_writes_in_its") :]
    assert run_tests(tmp_path, own, "own_folders", *options).returncode == pytest.ExitCode.OK


@pytest.mark.parametrize("options", first_of([("-n", "1"), ()]))
def test_slow_tests_are_left_out_and_the_last_line_says_how_to_run_them(
    options: tuple[str, ...], tmp_path: Path
) -> None:
    told = "2 slow tests were left out; everything is run by: uv run pytest --all\n"
    some = run_tests(tmp_path, SLOW, "slow", *options).stdout
    assert "1 passed" in some
    assert told in some
    everything = run_tests(tmp_path, SLOW, "slow", "--all", *options).stdout
    assert "3 passed" in everything
    assert "left out" not in everything


def test_a_slow_test_that_is_named_by_itself_runs(tmp_path: Path) -> None:
    named = run_tests(tmp_path, SLOW, "slow", "test_it.py::test_slow").stdout
    assert "2 passed" in named
    assert "left out" not in named


def test_a_program_that_is_there_is_found() -> None:
    assert Path(require_program("git")).exists()


async def test_asyncio_works_without_a_network(no_network: list[str]) -> None:
    await asyncio.sleep(0)
    one, other = socket.socketpair()
    one.close()
    other.close()
    assert no_network == []


def test_the_network_is_out_of_reach(no_network: list[str]) -> None:
    with socket.socket() as sock:
        for attempt in (sock.connect, sock.connect_ex, sock.bind):
            with pytest.raises(NetworkUsedError):
                attempt(("127.0.0.1", 9))
        with pytest.raises(NetworkUsedError):
            socket.create_connection(("localhost", 9))
    assert no_network == ["connect", "connect_ex", "bind", "getaddrinfo"]
    no_network.clear()


# --- the program in this process ------------------------------------------------------------


def surroundings() -> tuple[object, ...]:
    """Return what belongs to a process and not to what runs in it."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    files = [os.fstat(number)[:3] for number in range(3)]
    numbers = (signal.SIGINT, signal.SIGTERM)
    handlers = [signal.getsignal(number) for number in numbers]
    language = i18n.current_language(), gettext.textdomain()
    return (streams, files, handlers, language, Path.cwd(), dict(os.environ), umask())


def umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.parametrize(
    "arguments", [("example",), ("nonsense",), ("demo",), ("say", "-"), ("--version",)]
)
def test_the_program_in_this_process_leaves_nothing_behind(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    before = surroundings()
    run(*arguments, at=tmp_path, variables={"GIZ_TEST": "1"})
    assert surroundings() == before


@pytest.mark.needs_posix("pipes in UTF-8")
@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (("demo",), b""),
        (("--help",), b""),
        (("export", "--from", "-", "--for", "family", "--output", "-"), b"\xff"),
        (("check-text", "--register", "standard"), "U wordt één keer gebeld.\n".encode()),
        ((), b""),
    ],
)
def test_the_program_in_this_process_writes_what_it_writes_in_one_of_its_own(
    arguments: tuple[str, ...], given: bytes
) -> None:
    here = run(*arguments, given=given)
    assert run_apart("--language", "en", *arguments, given=given) == here


def test_a_process_that_the_program_starts_writes_where_the_program_writes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def starts(_arguments: object) -> int:
        command = [sys.executable, "-c", "import sys; print(sys.stdin.read()); sys.exit('no')"]
        return subprocess.run(command, check=False).returncode

    monkeypatch.setattr(program, "main", starts)
    assert run(given=b"yes") == Ended(1, f"yes{os.linesep}".encode(), f"no{os.linesep}".encode())


# --- waiting --------------------------------------------------------------------------------


def test_what_does_not_come_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "LONGEST_WAIT", 0.0)
    with pytest.raises(AssertionError, match="waited in vain for the moon"):
        waiting.wait_until(lambda: False, "the moon")
    waiting.wait_until(lambda: True, "the sun")
