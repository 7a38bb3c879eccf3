"""Files that look like a Piper voice as far as the program looks, and make no sound."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

_SIZE: Final = 2_000_000


def a_voice(path: Path, *, language: str = "nl") -> Path:
    """Make the two files of a voice, and return the path of the first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\x08\x08\x12\x07pytorch")
    os.truncate(path, _SIZE)  # without blocks on the disk
    settings = {
        "audio": {"sample_rate": 22050},
        "espeak": {"voice": language},
        "phoneme_id_map": {"_": [0]},
    }
    settings_beside(path).write_text(json.dumps(settings), encoding="utf-8")
    return path


def settings_beside(path: Path) -> Path:
    """Return where the settings of a voice are."""
    return path.with_name(f"{path.name}.json")
