"""A printer: a real program ``lp`` on the path that keeps what it is given."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

_PROGRAM = """#!/bin/sh
printf '%s\\n' "$@" > {folder}/arguments
cat > {folder}/taken
printf '%s' {said} >&2
exit {code}
"""


class Printer:
    """Puts ``lp`` in a folder for programs; refuses once it is told to."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._program = programs / "lp"
        self._folder = folder
        self._write(said="", code=0)

    def refuses(self, said: str) -> None:
        """Say this from now on, and fail."""
        self._write(said, code=1)

    @property
    def took(self) -> bytes:
        """What was printed last; nothing before that."""
        taken = self._folder / "taken"
        return taken.read_bytes() if taken.exists() else b""

    @property
    def arguments(self) -> tuple[str, ...]:
        """With what the program was started last."""
        return tuple((self._folder / "arguments").read_text(encoding="utf-8").splitlines())

    @property
    def files(self) -> set[Path]:
        """What it keeps."""
        return {self._folder / "arguments", self._folder / "taken"}

    def _write(self, said: str, code: int) -> None:
        text = _PROGRAM.format(
            folder=shlex.quote(str(self._folder)), said=shlex.quote(said), code=code
        )
        self._program.write_text(text, encoding="utf-8")
        self._program.chmod(0o755)


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printer:
    """A printer that takes everything."""
    programs, folder = tmp_path / "programs", tmp_path / "printer"
    for each in (programs, folder):
        each.mkdir()
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return Printer(programs, folder)
