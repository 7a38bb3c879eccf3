"""For whom a paper is, and what differs from one audience to the other.

Owns the one table of that, and how an audience is written: on the command line, and in the change
log. Must not know what stands on a paper, nor how it is laid out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from giz_gesprek.i18n import N_
from giz_gesprek.summary.document import PaperKind


@dataclass(frozen=True)
class Readers:
    """Those for whom there is a paper, the same one for all of them.

    Attributes:
        look: of their paper, and how they are written.
        title: the text above their paper.
        file_name: what it is called when nobody says otherwise, for gettext, with a {date}.
        as_the_family_likes: it is as easy as the family likes, and speaks to them as they like;
            else it is in standard words, which say ``u``.
        strengths_first: it begins with what goes well; else each topic is told as a whole.
        has_to_do: what only a professional has to do or to know stands on it too.
        is_read_out: it can be made as sound.
        recipient: the id of whom it is for, where that is one with whom something is shared.

    """

    look: PaperKind
    title: str
    file_name: str
    as_the_family_likes: bool
    strengths_first: bool
    has_to_do: bool
    is_read_out: bool
    recipient: str | None = None

    def __str__(self) -> str:
        """Return how these readers are written."""
        return self.look if self.recipient is None else f"{_RECIPIENT}:{self.recipient}"


@dataclass(frozen=True)
class ForPerson:
    """One person of the family or at the table, by id. There is no paper for them yet."""

    person_id: str

    def __str__(self) -> str:
        """Return how this audience is written."""
        return f"{_PERSON}:{self.person_id}"


Audience: TypeAlias = Readers | ForPerson

FAMILY: Final = Readers(
    "family",
    title="document.family_title",
    file_name=N_("conversation-{date}-family"),
    as_the_family_likes=True,
    strengths_first=True,
    has_to_do=False,
    is_read_out=True,
)
PROFESSIONAL: Final = Readers(
    "professional",
    title="document.professional_title",
    file_name=N_("conversation-{date}-professional"),
    as_the_family_likes=False,
    strengths_first=False,
    has_to_do=True,
    is_read_out=False,
)
READERS: Final = (FAMILY, PROFESSIONAL)
"""Everybody for whom there is a paper."""
LOG_OF_FAMILY: Final = replace(FAMILY, title="log.title", file_name=N_("log-{date}-family"))
LOG_OF_PROFESSIONAL: Final = replace(
    PROFESSIONAL, title="log.title", file_name=N_("log-{date}-professional")
)
"""The same for the list of who looked and wrote."""

_PERSON: Final = "person"
_RECIPIENT: Final = "recipient"


def for_recipient(recipient_id: str) -> Readers:
    """Return the readers of what is shared with one recipient, such as a school.

    In the words in which the family saw it before it said yes.
    """
    return Readers(
        "family",
        title="document.recipient_title",
        file_name=N_("conversation-{date}-shared"),
        as_the_family_likes=True,
        strengths_first=True,
        has_to_do=False,
        is_read_out=True,
        recipient=recipient_id,
    )


def audience_written(text: str) -> Audience | None:
    """Return whom ``text`` means: family, professional, person:ID or recipient:ID; else None."""
    kind, _colon, who = text.partition(":")
    if who and kind == _PERSON:
        return ForPerson(who)
    if who and kind == _RECIPIENT:
        return for_recipient(who)
    return next((readers for readers in READERS if str(readers) == text), None)
