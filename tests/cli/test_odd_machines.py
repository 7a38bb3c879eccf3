"""A short run of ``tests.support.odd_machines``: what was wrong once, and one of each kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.crash import write_report
from giz_gesprek.session.papers import paper_folder
from tests.support.odd_machines import (
    COMMANDS,
    CONDITIONS,
    Condition,
    Outcome,
    prepared,
    problem,
    tried,
)
from tests.support.program import run

_CLOCK_THAT_IS_A_FOLDER = Condition({"TZ": ":/tmp"})
_PAIRS = [
    ("export text", _CLOCK_THAT_IS_A_FOLDER),
    ("families", CONDITIONS["TZ=UTC+25"]),
    ("doctor", CONDITIONS["HOME={here}/" + "x" * 300]),
    ("plain", CONDITIONS["PYTHONIOENCODING=ascii:strict"]),
    ("export json", CONDITIONS["LC_ALL=C, no UTF-8"]),
    ("doctor", CONDITIONS["closed 0 1 2"]),
    ("schema", CONDITIONS["standard output is full"]),
    ("backup", CONDITIONS["no working folder"]),
    ("demo plain", CONDITIONS["no file may grow"]),
    ("export pdf", CONDITIONS["no file may grow"]),
]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("odd")
    prepared(folder)
    return folder


@pytest.mark.needs_posix("machines as odd as that")
@pytest.mark.parametrize(("command", "condition"), _PAIRS)
def test_an_odd_machine_gets_a_documented_exit_code_and_a_sentence(
    files: Path, command: str, condition: Condition
) -> None:
    outcome = tried(command, condition, files)
    assert problem(outcome, condition) is None, outcome


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-16", "cp037", "shift_jis"])
@pytest.mark.parametrize("command", ["help", "example", "export text", "check-text", "unknown"])
def test_no_encoding_of_a_pipe_is_the_end_of_a_command(
    files: Path, command: str, encoding: str
) -> None:
    ended = run(*COMMANDS[command], at=files, encoding=encoding)
    told = ended.told.decode(encoding)
    assert ended.returncode in {0, 1, 2}
    assert told.count("\n") == (1 if command == "unknown" else 0)


@pytest.mark.needs_posix("a user without a home")
@pytest.mark.parametrize("command", [("families",), ("doctor",), ("plain",)])
def test_who_has_no_home_is_asked_for_the_place(
    files: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_home(monkeypatch)
    ended = run("--passphrase-file", files / "key.txt", *command)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("This computer knows no home folder of yours.")


@pytest.mark.needs_posix("a user without a home")
def test_who_has_no_home_can_still_talk_and_leave_no_report(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_home(monkeypatch)
    assert write_report(ValueError()) is None
    assert paper_folder() == Path()
    assert run("demo").returncode == 0


def _without_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this be a container, whose user is only a number."""
    import pwd  # which Windows has not

    def nobody(number: int) -> object:
        raise KeyError(number)

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_what_is_wrong_is_seen() -> None:
    usual = CONDITIONS["as it should be"]
    assert problem(Outcome(None, ""), usual) == "does not end"
    assert problem(Outcome(70, "Something went wrong."), usual) == "exit 70"
    assert problem(Outcome(-11, ""), usual) == "exit -11"
    assert problem(Outcome(0, "Traceback (most recent call last)"), usual) == "a traceback"
    assert problem(Outcome(2, ""), usual) == "says nothing"
    assert problem(Outcome(4, "a\nb\nc\nd\n"), usual) == "says 4 lines"
    assert problem(Outcome(2, "One sentence.\n"), usual) is None
    assert problem(Outcome(5, ""), CONDITIONS["closed 2"]) is None
