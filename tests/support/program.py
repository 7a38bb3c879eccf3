"""The program as somebody at a shell runs it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
EXAMPLE_TOWN: Final = ROOT / "tests" / "voorbeeldstad"
"""A municipality's own content: a topic, a changed text, a picture and a word of its own."""


def run(
    *arguments: str | Path, at: Path = ROOT, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run ``giz-gesprek`` in the folder ``at``, with English messages, and return how it ended."""
    command = [sys.executable, "-m", "giz_gesprek", "--language", "en", *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=at,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        check=False,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
