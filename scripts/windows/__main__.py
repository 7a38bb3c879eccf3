"""The build for Windows, tried on Linux: Python for Windows, run by Wine, with this program.

    uv run python -m scripts.windows                             # everything, in some minutes
    uv run python -m scripts.windows --in FOLDER -- tests/store  # some tests, and FOLDER is kept

Papers and sound have to be what Linux makes of the same conversation. Then the tests run, but for
those that need another system, and the end says what was left out and for what
(`tests/support/required.py`). Wine is no Windows: `docs/platforms.md` says what this does not show.

In a folder that was kept, Python and its packages stay as they are; the program is new.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from scripts.windows.python import ROOT, install
from scripts.windows.wine import Windows
from tests.support.sound import AUDIBLE, FRAME, RATE, NullSink, envelope

_STARTED: Final = time.monotonic()
_PROGRAM: Final = ("-m", "giz_gesprek")
_PAPER: Final = ("export", "--from", "family.json", "--for", "family")
_SAID: Final = ("say", "Goedemorgen. Zo klinkt de stem.")
_MADE: Final = {
    "paper.txt": _PAPER,
    "paper.mp3": _PAPER,
    "paper.pdf": _PAPER,
    "said.wav": _SAID,
}
# The folders of the tests are nobody's, and have a short name. Where things stand on pages is
# reckoned by one library for all systems: that the papers are as long as those of Linux is above.
_PYTEST: Final = (
    *("-m", "pytest", "-q", "--no-header", "-rfE", "--basetemp=C:\\tests"),
    *("-m", "not about_pages"),
)


def main() -> int:
    """Do what the command line says; return the exit code of the tests, or 1."""
    parser = argparse.ArgumentParser(prog="python -m scripts.windows")
    parser.add_argument("--in", dest="folder", type=Path, help="work here, and keep it")
    parser.add_argument("tests", nargs="*", help="for pytest")
    given = parser.parse_args()
    with _folder(given.folder) as folder:
        _step("Python for Windows, and packages by the hashes in .ci/packages.txt")
        python = install(folder / "python")
        _step("a Windows of our own")
        with Windows(folder) as windows:
            _step("the program from its wheel: a conversation, papers, sound")
            if told := [*differing(windows, python, folder / "made"), *silent(windows, python)]:
                print(*told, sep="\n")
                return 1
            _step("pytest")
            before = windows.of_its_user()
            code = windows.run(python, *_PYTEST, *given.tests, at=ROOT)
            if written := windows.of_its_user() - before:
                print("Tests wrote where a user has files:", *sorted(written), sep="\n")
                return 1
        _step("done")
    return code


@contextmanager
def _folder(chosen: Path | None) -> Iterator[Path]:
    if chosen is not None:
        yield chosen.resolve()
        return
    with TemporaryDirectory(prefix="giz-windows-") as folder:
        yield Path(folder)


def _step(name: str) -> None:
    print(f"\n--- {name} ({time.monotonic() - _STARTED:.0f} s) ---", flush=True)


def differing(windows: Windows, python: Path, folder: Path) -> Iterator[str]:
    """Let both systems make the same things in ``folder``; yield a line for each that differs."""
    folder.mkdir(exist_ok=True)
    with (folder / "family.json").open("wb") as family:
        windows.run(python, *_PROGRAM, "example", at=folder, out=family)
    for name, arguments in _MADE.items():
        made = (folder / f"windows-{name}", folder / f"linux-{name}")
        command = (*_PROGRAM, *arguments, "--force", "--output")
        windows.run(python, *command, made[0].name, at=folder)
        subprocess.run([sys.executable, *command, made[1].name], cwd=folder, check=True)  # noqa: S603 - our own
        if not made[0].exists():
            yield f"{name} was not made"
            continue
        theirs, ours = (each.read_bytes() for each in made)
        print(f"{name}: {len(theirs)} bytes", flush=True)
        # Line ends are those of a system; a PDF holds the moment at which it was made.
        same = len(theirs) == len(ours) if name.endswith(".pdf") else _lines(theirs) == _lines(ours)
        if not same:
            yield f"{name} is not what Linux makes of it"


def silent(windows: Windows, python: Path) -> Iterator[str]:
    """Let the program speak to a sound card of ours; yield a line when it is not heard.

    How it sounds is compared above: Wine passes it on in time only where the machine is idle.
    """
    with NullSink() as sink:
        windows.run(python, *_PROGRAM, *_SAID, at=ROOT, variables=sink.environment)
        heard = sum(loudness > AUDIBLE for loudness in envelope(sink.between(0)))
    print(f"heard: {heard * FRAME / RATE:.1f} seconds", flush=True)
    if heard * FRAME < RATE:
        yield "the voice is not heard"


def _lines(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


if __name__ == "__main__":
    raise SystemExit(main())
