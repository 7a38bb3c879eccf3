"""What the screen says about the voice: ids of texts of the content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.conversation.people import SpeechRate

PACES: Final[dict[SpeechRate, str]] = {
    "slow": "voice.slow",
    "normal": "voice.normal",
    "brisk": "voice.brisk",
}
"""What is said about each speed, also while the voice reads at it."""

_PROBLEMS: Final = {
    "no-engine": "voice.none",
    "no-voice": "voice.none",
    "no-audio-device": "voice.no_sound",
    "switched-off": "voice.off",
}
_OTHER_PROBLEM: Final = "voice.failed"

PROBLEMS: Final = (*dict.fromkeys(_PROBLEMS.values()), _OTHER_PROBLEM)
"""Every text that says why it is silent."""

OTHER_VOICE: Final = "voice.other"
"""What is said where the chosen voice does not work."""

READ_KEY: Final = "f2"
PACE_KEY: Final = "v"

MARK: Final = "reading"
"""The mark under which a style carries the action of a key that can be pointed at."""


def problem(code: str) -> str:
    """Return the id of the text for a failure of the voice."""
    return _PROBLEMS.get(code, _OTHER_PROBLEM)


def keys(phrases: Phrasebook, rate: SpeechRate | None) -> list[tuple[str, str, str]]:
    """Return the keys for the voice: which key, which action and what it does in words.

    With ``rate`` while the voice reads at that speed; V is shown only then.
    """
    if rate is None:
        return [(READ_KEY, "read_aloud", phrases.text("key.f2"))]
    next_one = "voice.slower" if rate == "brisk" else "voice.faster"
    return [
        (READ_KEY, "read_aloud", phrases.text("voice.stop")),
        (PACE_KEY, "speech_rate", phrases.text(next_one)),
    ]
