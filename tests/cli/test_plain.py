"""plain on the command line: what it refuses, and who points to it."""

from __future__ import annotations

import pytest

from giz_gesprek.cli import main


def test_the_app_without_a_terminal_names_plain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "giz-gesprek plain" in said


def test_plain_asks_nobody_where_nobody_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plain"]) == 2
    assert "--passphrase-file" in capsys.readouterr().err
