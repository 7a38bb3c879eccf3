"""What reading needs of a voice, and what the voice tells in return. Owns neither of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from textual.message import Message

if TYPE_CHECKING:
    from giz_gesprek.conversation.people import SpeechRate
    from giz_gesprek.speech import Event

RATES: Final[tuple[SpeechRate, ...]] = ("slow", "normal", "brisk")


class Voice(Protocol):
    """A voice that says one text at a time; the newest wins. ``speech.SpeechClient`` is one."""

    @property
    def state(self) -> str:
        """What it is doing; ``off`` after too many failures."""

    def use(self, voice: str | None) -> None:
        """Read with this voice from now on; None for the usual one."""

    def warm_up(self) -> None:
        """Make ready to speak, in the background."""

    def speak(self, text: str, *, language: str, rate: SpeechRate = "normal") -> int:
        """Say ``text``; returns at once with the number under which events come."""

    def prepare(self, text: str, *, language: str, rate: SpeechRate = "normal") -> None:
        """Begin to make what ``speak`` will be asked to say next; returns at once."""

    def stop(self) -> None:
        """Be silent; returns at once."""

    def try_again(self) -> None:
        """Be on again after too many failures."""

    def close(self) -> None:
        """End for good."""


Tell = Callable[["Event"], None]
"""Takes an event of the voice; called on a thread of the voice."""


class VoiceTold(Message, bubble=False):
    """The voice began, came to a word, ended or failed."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.event = event


def _forget(rate: SpeechRate) -> None:
    """Keep no speed: there is no family to keep it for."""
    del rate


@dataclass(frozen=True)
class Wishes:
    """How the people at the table want to be read to."""

    language: str = "nl"
    rate: SpeechRate = "normal"
    by_itself: bool = False
    """Every step is read as soon as it is shown."""
    keep_rate: Callable[[SpeechRate], None] = field(default=_forget, compare=False)
    """Remembers another speed."""

    @property
    def next_rate(self) -> SpeechRate:
        """The speed after this one; after the fastest comes the slowest."""
        return RATES[(RATES.index(self.rate) + 1) % len(RATES)]
