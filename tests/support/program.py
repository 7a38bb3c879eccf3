"""The program as somebody at a shell runs it: in this process, or in one of its own.

:func:`run` costs no new process. It gives the program real descriptors for its three streams,
made into text as Python does it at its start, and puts everything back that a process takes with
it when it ends. What is about the process itself (signals, closed streams, what is loaded) takes
:func:`run_apart`.
"""

from __future__ import annotations

import gettext
import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from types import MappingProxyType
from typing import IO, Final

from giz_gesprek import i18n
from giz_gesprek.cli import main

ROOT: Final = Path(__file__).resolve().parent.parent.parent
EXAMPLE_TOWN: Final = ROOT / "tests" / "voorbeeldstad"
"""A municipality's own content: a topic, a changed text, a picture and a word of its own."""
PROGRAM: Final = (sys.executable, "-m", "giz_gesprek")

_MOST_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP")


@dataclass(frozen=True)
class Ended:
    """How the program ended, and every byte that it wrote."""

    returncode: int
    written: bytes
    """What was on standard output."""
    told: bytes
    """What was on standard error."""

    @property
    def stdout(self) -> str:
        """Standard output as text, its line ends as they are in Python."""
        return _text(self.written)

    @property
    def stderr(self) -> str:
        """Standard error as text, its line ends as they are in Python."""
        return _text(self.told)


def run(
    *arguments: str | Path,
    at: Path = ROOT,
    given: bytes = b"",
    language: str | None = "en",
    encoding: str = "utf-8",
    variables: Mapping[str, str] = MappingProxyType({}),
) -> Ended:
    """Run ``giz-gesprek`` here, in the folder ``at`` with ``given`` on its standard input.

    Args:
        arguments: of the command line, after ``--language``.
        at: the current directory of the program.
        given: what can be read from standard input, before it ends.
        language: of the messages; None leaves the choice to the program.
        encoding: what the machine takes text to be; ``ascii`` is the locale C.
        variables: of the environment, beside those of this process.

    """
    chosen = () if language is None else ("--language", language)
    with ExitStack() as files:
        source, out, err = (files.enter_context(TemporaryFile()) for _ in range(3))
        source.write(given)
        source.seek(0)
        with _as_in_a_process(at, variables), _streams(source, out, err, encoding):
            code = main([*chosen, *map(str, arguments)])
        return Ended(code, _read(out), _read(err))


def run_apart(
    *arguments: str | Path,
    at: Path = ROOT,
    given: bytes = b"",
    program: Sequence[str] = PROGRAM,
    variables: Mapping[str, str] = MappingProxyType({}),
) -> Ended:
    """Run ``giz-gesprek`` in a process of its own, and wait until it has ended."""
    done = subprocess.run(
        [*program, *map(str, arguments)],
        cwd=at,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        check=False,
        capture_output=True,
        input=given,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


@contextmanager
def _as_in_a_process(at: Path, variables: Mapping[str, str]) -> Iterator[None]:
    """Put back what the system and the libraries remember of a program while it runs."""
    numbers = [getattr(signal, name) for name in _MOST_SIGNALS if hasattr(signal, name)]
    with ExitStack() as after:
        after.callback(os.chdir, Path.cwd())
        after.callback(_restore_environment, dict(os.environ))
        after.callback(i18n.install, i18n.current_language())
        after.callback(gettext.textdomain, gettext.textdomain())
        for number in numbers:
            after.callback(signal.signal, number, signal.getsignal(number))
        mask = os.umask(0)
        os.umask(mask)
        after.callback(os.umask, mask)
        os.environ.update(variables)
        os.chdir(at)
        yield


def _restore_environment(earlier: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(earlier)


@contextmanager
def _streams(given: IO[bytes], out: IO[bytes], err: IO[bytes], encoding: str) -> Iterator[None]:
    """Let the descriptors 0, 1 and 2 be these files, also for processes that are started."""
    # As Python does it: only the locale C forgives bytes that are no text.
    errors = "surrogateescape" if encoding == "ascii" else "strict"
    how = {"stdin": errors, "stdout": errors, "stderr": "backslashreplace"}
    with ExitStack() as after:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        for number, file in enumerate((given, out, err)):
            kept = os.dup(number)
            after.callback(os.close, kept)
            after.callback(os.dup2, kept, number)
            os.dup2(file.fileno(), number)
        for number, (name, handler) in enumerate(how.items()):
            raw = os.fdopen(number, "rb" if name == "stdin" else "wb", closefd=False)
            text = io.TextIOWrapper(
                raw, encoding, handler, line_buffering=name == "stderr", newline=None
            )
            after.callback(setattr, sys, name, getattr(sys, name))
            after.callback(text.close)
            setattr(sys, name, text)
        yield


def _read(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def _text(raw: bytes) -> str:
    return raw.decode().replace(os.linesep, "\n")
