"""A Windows of our own: a prefix of Wine with nobody's folders in it, and programs that run there.

Wine runs programs for Windows on Linux. What it lacks, and so what was not tried, stands in
`docs/platforms.md`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from typing import IO, Final, Self

_RANDOM: Final = Path(__file__).with_name("random.c")
_WITH_RANDOM: Final = 9
"""The first version of Wine with `bcryptprimitives.dll`, from which Python takes random numbers."""
_SET: Final = {
    # No .NET, no browser, no menus of a desktop. No library of C++ either: Wine has one, a new
    # Windows has not, and ours has to be found. And not a word of Wine itself.
    "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=;msvcp140=n",
    "WINEDEBUG": "-all",
    # What Python compiles is kept, and not beside what the Python of Linux compiled.
    "PYTHONPYCACHEPREFIX": r"C:\bytecode",
}
# What would show a window, or is about the Python of Linux.
_NOT_SET: Final = frozenset(
    {"DISPLAY", "WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONUNBUFFERED"}
)
_NO_SOUND_CARD: Final = b"ALSA lib "


class Windows:
    """A Windows under ``folder``; leaving the context ends every program in it."""

    def __init__(self, folder: Path) -> None:
        """Make it, with the random numbers that an older Wine lacks."""
        self._prefix = folder / "prefix"
        self._home = folder / "home"  # to which the folders of its user lead
        self._home.mkdir(parents=True, exist_ok=True)
        kept = {name: value for name, value in os.environ.items() if name not in _NOT_SET}
        ours = {"WINEPREFIX": str(self._prefix), "HOME": str(self._home)}
        self._environment = {**kept, **_SET, **ours}
        self._wine("wineboot", "--init")
        self._wine("wineserver", "--wait")
        if _version() < _WITH_RANDOM:
            library = self.drive / "windows" / "system32" / "bcryptprimitives.dll"
            compiler = ("x86_64-w64-mingw32-gcc", "-O2", "-shared", _RANDOM, "-o", library)
            subprocess.run([*compiler, "-ladvapi32"], check=True)  # noqa: S603 - of our own

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._wine("wineserver", "--kill")
        self._wine("wineserver", "--wait")

    @property
    def drive(self) -> Path:
        """What Windows calls ``C:``."""
        return self._prefix / "drive_c"

    def run(
        self,
        *command: str | Path,
        at: Path,
        out: IO[bytes] | None = None,
        variables: Mapping[str, str] = MappingProxyType({}),
    ) -> int:
        """Run a program and pass on what it writes; return its exit code.

        Its streams are pipes, because this Wine takes no file as standard output.
        """
        with subprocess.Popen(  # noqa: S603 - a command of our own
            ["wine", *command],  # noqa: S607
            cwd=at,
            env={**self._environment, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            told = Thread(target=_pass_on, args=(process.stderr, sys.stderr.buffer))
            told.start()
            _pass_on(process.stdout, out or sys.stdout.buffer)
            told.join()
        return process.returncode

    def of_its_user(self) -> frozenset[Path]:
        """Return the files in the folders of its user: documents, settings, temporary files."""
        folders = (self.drive / "users", self._home)
        return frozenset(path for each in folders for path in each.rglob("*") if path.is_file())

    def _wine(self, *command: str) -> None:
        subprocess.run(command, env=self._environment, check=False, capture_output=True)  # noqa: S603


def _version() -> int:
    told = subprocess.run(["wine", "--version"], check=True, capture_output=True, text=True).stdout  # noqa: S607
    return int(re.findall(r"\d+", told)[0])


def _pass_on(source: IO[bytes] | None, to: IO[bytes]) -> None:
    for line in source or ():
        if not line.startswith(_NO_SOUND_CARD):
            to.write(line)
            to.flush()
