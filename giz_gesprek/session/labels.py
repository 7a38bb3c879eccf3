"""The professional's words for ids of the document: roles, ages, states.

Looked up at the moment of the call, so that a change of language works at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.content.address import Address
from giz_gesprek.content.framework import Framework
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.dossier import ConversationState, Variant
from giz_gesprek.conversation.people import AgeBand, Role, SpeechRate
from giz_gesprek.i18n import N_, _, format_datetime, join_list, local_time
from giz_gesprek.session.dates import write_date

if TYPE_CHECKING:
    from giz_gesprek.conversation.dossier import Conversation, ConversationState

_ROLES: Final[dict[Role, str]] = {
    "parent": N_("parent"),
    "other_parent": N_("other parent"),
    "foster_parent": N_("foster parent"),
    "guardian": N_("guardian"),
    "child": N_("child"),
    "mentor": N_("mentor"),
    "curator": N_("curator"),
    "interpreter": N_("interpreter"),
    "companion": N_("companion"),
    "client_supporter": N_("client supporter"),
    "network": N_("family or friend"),
    "professional": N_("professional"),
}
_AGES: Final[dict[AgeBand, str]] = {
    "prenatal": N_("not born yet"),
    "0-3": N_("0 to 3 years"),
    "4-7": N_("4 to 7 years"),
    "8-11": N_("8 to 11 years"),
    "12-15": N_("12 to 15 years"),
    "16+": N_("16 or older"),
}
_STATES: Final[dict[ConversationState, str]] = {
    "prepared": N_("prepared"),
    "agreed": N_("not finished"),
    "in_progress": N_("not finished"),
    "declined": N_("not wanted"),
    "finished": N_("finished"),
}
_VARIANTS: Final[dict[Variant, str]] = {
    "short": N_("Short: a first look, without examples."),
    "extended": N_("Extended: with examples in the parent's own words."),
    "multidisciplinary": N_("Multidisciplinary: each professional gives a view."),
}
_RUNGS: Final[dict[Rung, str]] = {
    "standard": N_("Standard: for who reads without effort."),
    "easy": N_("Easy: short sentences and everyday words."),
    "easier": N_("Easier: shorter still."),
}
_ADDRESSES: Final[dict[Address, str]] = {
    "u": N_("Address the parent with u."),
    "je": N_("Address the parent with je: for young parents and young people."),
}
_RATES: Final[dict[SpeechRate, str]] = {
    "slow": N_("Slowly"),
    "normal": N_("Calmly"),
    "brisk": N_("Fast"),
}


def role_name(role: Role) -> str:
    """Return what somebody is at the table."""
    return _(_ROLES[role])


def age_name(age_band: AgeBand) -> str:
    """Return an age band in words."""
    return _(_AGES[age_band])


def state_name(state: ConversationState) -> str:
    """Return how far a conversation is."""
    return _(_STATES[state])


def variants() -> dict[Variant, str]:
    """Return how long a conversation can be, each in a sentence."""
    return {variant: _(words) for variant, words in _VARIANTS.items()}


def rungs() -> dict[Rung, str]:
    """Return how easy the words can be, each in a sentence."""
    return {rung: _(words) for rung, words in _RUNGS.items()}


def addresses() -> dict[Address, str]:
    """Return how a parent can be spoken to, each in a sentence."""
    return {address: _(words) for address, words in _ADDRESSES.items()}


def speech_rates() -> dict[SpeechRate, str]:
    """Return how fast the voice can read."""
    return {rate: _(words) for rate, words in _RATES.items()}


def ages_served(framework: Framework) -> str:
    """Return the ages for which every question has been written, as a part of a sentence."""
    return join_list(age_name(band) for band in _AGES if can_be_focus(framework, band))


def every_age_served(framework: Framework) -> bool:
    """Tell whether a conversation can be about a child of any age."""
    return all(can_be_focus(framework, band) for band in _AGES)


def can_be_focus(framework: Framework, age_band: AgeBand) -> bool:
    """Tell whether every question has been written for a child of this age."""
    phase = framework.phase_of(age_band)
    return phase is not None and framework.phases[phase].complete


ROLES: Final = tuple(role for role in _ROLES if role != "child")
"""Everybody who can take a seat; children have a place of their own on the screen."""

AGE_BANDS: Final = tuple(_AGES)


def conversation_in_words(conversation: Conversation) -> str:
    """Return when a conversation began, and how far it is."""
    return f"{format_datetime(conversation.started_at)}, {state_name(conversation.state)}"


def conversation_in_short(conversation: Conversation) -> str:
    """Return the same with the date in figures, for where there is little room."""
    began = local_time(conversation.started_at)
    return f"{write_date(began.date())}, {began:%H:%M}, {state_name(conversation.state)}"
