"""What a failure of speech means for who is at the keyboard: one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from giz_gesprek.errors import SoundError
from giz_gesprek.i18n import N_, _
from giz_gesprek.speech.protocol import Code


class EngineMissing(SoundError):
    """The chosen engine or voice cannot be loaded here; another one may."""


_SENTENCES: Final[Mapping[Code, str]] = {
    "no-audio-device": N_(
        "There is no device for sound. Connect a loudspeaker or headset, switch it on,"
        " and try again."
    ),
    "no-engine": N_(
        "The voice cannot be loaded on this computer. Run giz-gesprek doctor to see why."
    ),
    "no-voice": N_(
        "There is no voice for this language. Run giz-gesprek doctor to see what there is."
    ),
    "synth-failed": N_("The voice makes no sound of this text. Try other words."),
}


def sound_error(code: Code) -> SoundError:
    """Return the error that explains a failure in one sentence."""
    sentence = _SENTENCES.get(code)
    kind = EngineMissing if code == "no-engine" else SoundError
    return kind(None if sentence is None else _(sentence))
