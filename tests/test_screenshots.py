"""The pictures in README.md show the program as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.needs_posix("paths with slashes")
def test_the_pictures_are_current() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "screenshots.py", "--check"],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
