"""What would speak here, and through what; asked of a worker, because only it knows engines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from giz_gesprek.speech.dialogue import Dialogue


@dataclass(frozen=True)
class Diagnosis:
    """Which engine speaks, which voice for each language, and where the sound goes.

    Attributes:
        engine: product and version.
        voices: the name of the voice of each language that was asked for, None where there is none.
        device: the sound system and, where it tells, the device; None where there is none.

    """

    engine: str
    voices: Mapping[str, str | None]
    device: str | None


def diagnose(languages: Sequence[str], engine: str | None = None) -> Diagnosis:
    """Ask a worker what it would do.

    Raises:
        SoundError: there is no worker that can speak at all.

    """
    with Dialogue(engine) as dialogue:
        request = {"cmd": "describe", "languages": list(languages)}
        *_before, answer = dialogue.ask(request, last="described")
    device = answer["device"]
    return Diagnosis(
        answer["engine"],
        answer["voices"],
        None if device is None else ", ".join(filter(None, (device["system"], device["name"]))),
    )
