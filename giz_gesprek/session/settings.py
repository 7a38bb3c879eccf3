"""Who the professional is and how they like the program, as they fill it in.

Owns what the first start and the settings need before they can be kept. Knows no widget and no
open store.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from giz_gesprek.conversation.text import LONGEST_LINE, clean_line
from giz_gesprek.i18n import _
from giz_gesprek.speech.engines import OWN_ENGINE
from giz_gesprek.store import MOST_WEEKS, Profile

Place = Literal["name", "organisation", "minutes", "weeks"]
"""Which line has to change."""

PicturesShown = Literal["automatic", "blocks", "off"]

FEWEST_MINUTES: Final = 1
NEVER: Final = "0"
"""Typed instead of weeks: there is no reminder."""
MOST_MINUTES: Final = 120


@dataclass(frozen=True)
class SettingsDraft:
    """Everything as it was filled in.

    ``weeks`` are those that a family may stay after its report, 0 for no reminder.
    ``theme`` is None for the one that the program comes with. ``pictures`` are "automatic": as well
    as the terminal can; "blocks", which are in every font; or "off". ``voice`` is one of
    ``voices.for_all``.
    """

    name: str = ""
    organisation: str = ""
    phone: str = ""
    minutes: str = str(Profile().idle_minutes)
    theme: str | None = None
    pictures: PicturesShown = "automatic"
    weeks: str = str(Profile().kept_weeks)
    voice: str = OWN_ENGINE


def draft_of(profile: Profile) -> SettingsDraft:
    """Return what is filled in beforehand: what was kept the last time."""
    return SettingsDraft(
        name=profile.name or "",
        organisation=profile.organisation or "",
        phone=profile.phone or "",
        minutes=str(profile.idle_minutes),
        weeks=NEVER if profile.kept_weeks is None else str(profile.kept_weeks),
        theme=profile.theme,
        pictures=profile.pictures,
        voice=profile.voice or OWN_ENGINE,
    )


def problems(draft: SettingsDraft) -> dict[Place, str]:
    """Return what has to change before this can be kept; one sentence a line."""
    found: dict[Place, str] = {}
    if not clean_line(draft.name):
        found["name"] = _("Fill in how the family knows you.")
    if not clean_line(draft.organisation):
        found["organisation"] = _("Fill in the organisation that you work for.")
    if not FEWEST_MINUTES <= _number(draft.minutes) <= MOST_MINUTES:
        found["minutes"] = _("Type a number from {fewest} to {most}.").format(
            fewest=FEWEST_MINUTES, most=MOST_MINUTES
        )
    never = draft.weeks.strip() == NEVER
    if not never and not 1 <= _number(draft.weeks) <= MOST_WEEKS:
        found["weeks"] = _("Type a number from {fewest} to {most}.").format(
            fewest=NEVER, most=MOST_WEEKS
        )
    return found


def profile_of(draft: SettingsDraft) -> Profile:
    """Return the profile that a draft without ``problems`` asks for."""
    return Profile(
        name=_kept(draft.name) or None,
        organisation=_kept(draft.organisation) or None,
        phone=_kept(draft.phone) or None,
        theme=draft.theme,
        pictures=draft.pictures,
        voice=None if draft.voice == OWN_ENGINE else draft.voice,
        idle_minutes=_number(draft.minutes),
        kept_weeks=_number(draft.weeks) or None,
    )


def _kept(typed: str) -> str:
    # A line may have become longer by cleaning it: some characters are two in NFC.
    return clean_line(typed)[:LONGEST_LINE]


def _number(typed: str) -> int:
    """Return the number that was typed; 0 for what is no number."""
    typed = typed.strip()
    # isdecimal and ASCII: int() would also take other digits and signs.
    is_number = typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_LINE
    return int(typed) if is_number else 0
