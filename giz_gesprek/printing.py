"""The printer of this computer: a PDF goes there, and no copy of ours stays behind.

Owns what depends on the system. ``lp`` of CUPS (Linux, macOS) reads it from its input: there is no
file at all. Windows prints files only: one in a folder of the user, taken away at the end. Meant
for a thread.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, Literal

Printed = Literal["printed", "no_printer", "not_printed"]
"""It is with the printer; there is none, or no program for it; the printer did not take it."""

_TITLE: Final = "document"
"""What the printer shows in its list: nothing of a family."""
_SECONDS: Final = 30.0
_NO_PRINTER: Final = ("no default destination", "scheduler", "unable to connect", "refused")
"""What ``lp`` says in English where nobody set up a printer."""


def print_pdf(data: bytes) -> Printed:
    """Send a PDF to the usual printer of this computer."""
    return _print_on_windows(data) if sys.platform == "win32" else _print_with_lp(data)


def _print_with_lp(data: bytes) -> Printed:
    program = shutil.which("lp")
    if program is None:
        return "no_printer"
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, and nothing of ours
            [program, "-s", "-t", _TITLE],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return "not_printed"
    if done.returncode == 0:
        return "printed"
    said = done.stderr.decode(errors="replace").lower()
    return "no_printer" if any(each in said for each in _NO_PRINTER) else "not_printed"


def _print_on_windows(data: bytes) -> Printed:
    folder = Path(tempfile.mkdtemp())
    # The program that prints reads it later on, and does not tell when.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    paper = folder / f"{_TITLE}.pdf"
    try:
        paper.write_bytes(data)
        # Looked up by name: it is there on Windows only.
        getattr(os, "startfile")(paper, "print")  # noqa: B009
    except OSError:
        return "no_printer"
    return "printed"
