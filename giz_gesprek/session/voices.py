"""Which voices can be chosen, for all families or for one, and which one reads.

Owns their words. A name that is chosen stays chosen where there is no such voice: the family may
have come from another computer, and may go back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.i18n import _, language_name
from giz_gesprek.speech.added import added_voices
from giz_gesprek.speech.choosing import system_can_speak
from giz_gesprek.speech.engines import OWN_ENGINE, SYSTEM_VOICE

if TYPE_CHECKING:
    from giz_gesprek.session.session import Session

AS_FOR_ALL: Final = "-"
"""The choice of a family for the voice that reads to all of them."""


def that_are_there() -> dict[str, str]:
    """Return the voices that nobody had to add, by name, each in words."""
    words = {OWN_ENGINE: _("The voice of the program")}
    if system_can_speak():
        words[SYSTEM_VOICE] = _("The voice of this computer, where it has a Dutch one")
    return words


def for_all(chosen: str | None) -> dict[str, str]:
    """Return the voices by name, each in words; *chosen* is one of them, wherever it is."""
    words = that_are_there()
    for voice in added_voices():
        words[voice.name] = f"{voice.name}, {language_name(voice.language)}"
    if chosen is not None and chosen not in words:
        words[chosen] = _("{name}: not on this computer").format(name=chosen)
    return words


def for_a_family(chosen: str | None) -> dict[str, str]:
    """Return the same with the choice for none of its own first; empty where there is no choice.

    That of the computer alone, which may not speak Dutch, is no question for every family.
    """
    words = for_all(chosen)
    if words.keys() <= {OWN_ENGINE, SYSTEM_VOICE} and chosen is None:
        return {}
    return {AS_FOR_ALL: _("The one that is in the settings"), **words}


def kept(chosen: str | None) -> str | None:
    """Return what is kept of a choice of :func:`for_a_family`."""
    return None if chosen in {None, AS_FOR_ALL} else chosen


def voice_of(session: Session) -> str | None:
    """Return what reads to the family of a conversation; None for the usual voice."""
    return session.family.settings.voice or session.kept.usual_voice


def how_to_add() -> str:
    """Return what is said where there is nothing to choose."""
    return _(
        "The voice of the program reads. You can add one that sounds more like a person;"
        " giz-gesprek voice list says how."
    )
