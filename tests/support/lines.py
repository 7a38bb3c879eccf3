"""``giz-gesprek plain`` in a process of its own, with a pipe at both ends."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO

from tests.support.program import PROGRAM, ROOT


class Program:
    """The program in a folder, with the passphrase of its store in a file."""

    def __init__(self, environment: Mapping[str, str], folder: Path, passphrase: str) -> None:
        self.environment = {**environment, "PYTHONPATH": str(ROOT)}
        self.secret = folder / "passphrase"
        self.secret.write_text(f"{passphrase}\n", encoding="utf-8")

    @property
    def command(self) -> list[str]:
        """What starts it."""
        return [*PROGRAM, "--passphrase-file", str(self.secret), "plain"]

    def reads(self, given: bytes, **variables: str) -> subprocess.CompletedProcess[bytes]:
        """Run it on these bytes, to its end."""
        return subprocess.run(
            self.command,
            input=given,
            env={**self.environment, **variables},
            capture_output=True,
            check=False,
        )

    def starts(self) -> subprocess.Popen[bytes]:
        """Start it, and leave its input open."""
        return subprocess.Popen(
            self.command,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )


def typed(lines: Iterable[str]) -> str:
    """Return these lines as somebody types them, each with its end."""
    return "".join(f"{line}\n" for line in lines)


def type_in(running: subprocess.Popen[bytes], text: str) -> None:
    """Give text to a program that waits for it."""
    assert running.stdin is not None
    running.stdin.write(text.encode())
    running.stdin.flush()


def read_until(output: IO[bytes] | None, wanted: bytes) -> str:
    """Read until a line with these bytes is said; return all that was said until then."""
    assert output is not None
    said = b""
    for line in output:
        said += line
        if wanted in line:
            return said.decode()
    raise AssertionError(f"never said: {wanted!r}\n{said.decode()}")
