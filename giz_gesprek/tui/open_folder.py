"""Showing a folder in the file manager of this computer, where it has one.

Starts a program, without a shell and apart from the app. Meant for a thread: it waits a moment.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS: Final = 2.0
"""How long a program has to say that it cannot show the folder; most then run on."""
_SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY")


def open_folder(folder: Path) -> bool:
    """Show ``folder``, an absolute path, and return whether this computer can do so."""
    if not folder.is_dir():
        return False
    if sys.platform == "win32":
        return _start_on_windows(folder)
    program = _program()
    return program is not None and _start(program, folder)


def _start_on_windows(folder: Path) -> bool:
    try:
        # Looked up by name: it is there on Windows only.
        getattr(os, "startfile")(folder)  # noqa: B009
    except OSError:
        return False
    return True


def _program() -> str | None:
    if sys.platform == "darwin":
        return shutil.which("open")
    # Without a screen xdg-open starts a browser in this very terminal.
    has_screen = any(os.environ.get(name) for name in _SCREENS)
    return shutil.which("xdg-open") if has_screen else None


def _start(program: str, folder: Path) -> bool:
    try:
        process = subprocess.Popen(  # noqa: S603 - a program of the system, and a path for it
            [program, str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        # It shows the folder until somebody closes it; whoever started it has to hear its end.
        threading.Thread(target=process.wait, daemon=True).start()
        return True
