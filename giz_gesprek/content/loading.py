"""The content as the app needs it: as it was compiled, and else read from the YAML."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from giz_gesprek.content.compiled import read_compiled
from giz_gesprek.content.library import Library


def load_library(folder: Path, *, overlays: Sequence[Path] = ()) -> Library:
    """Load what the app needs: as it was compiled, where that holds.

    See :func:`giz_gesprek.content.loader.load_content`.

    Raises:
        ContentError: with one finding for each mistake.

    """
    ready = read_compiled(folder) if not overlays else None
    if ready is not None:
        return ready
    from giz_gesprek.content.loader import load_content  # brings what finds mistakes along

    return load_content(folder, overlays=overlays).library
