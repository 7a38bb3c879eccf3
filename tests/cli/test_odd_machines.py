"""A short run of ``tests.support.odd_machines``: what was wrong once, and one of each kind."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

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

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no descriptors to close")

_CLOCK_THAT_IS_A_FOLDER = Condition({"TZ": ":/tmp"})
_PAIRS = [
    ("export text", _CLOCK_THAT_IS_A_FOLDER),
    ("families", CONDITIONS["TZ=UTC+25"]),
    ("doctor", CONDITIONS["HOME={here}/" + "x" * 300]),
    ("plain", CONDITIONS["PYTHONIOENCODING=ascii:strict"]),
    ("export json", CONDITIONS["LC_ALL=C, no UTF-8"]),
    ("doctor", CONDITIONS["closed 0 1 2"]),
    ("schema", CONDITIONS["standard output is full"]),
    ("families", CONDITIONS["no working folder"]),
    ("export pdf", CONDITIONS["no file may grow"]),
]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("odd")
    prepared(folder)
    return folder


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
