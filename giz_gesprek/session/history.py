"""The history of a family in the professional's words: every conversation, the last one first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from giz_gesprek.conversation.history import history
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.calendar import local_calendar
from giz_gesprek.summary.history import day_of, told_of
from giz_gesprek.summary.words import PaperNames

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.dossier import Dossier


@dataclass(frozen=True)
class ToldOfTalk:
    """One conversation: when it was, and lines about it."""

    day: str
    lines: tuple[str, ...]


def history_of(library: Library, dossier: Dossier) -> tuple[ToldOfTalk, ...]:
    """Return what is told of each conversation of a family; of what is delicate nothing."""
    told, calendar = [], local_calendar(dossier.family.settings.language)
    for then in reversed(history(library.framework, dossier.conversations)):
        talk = Talk(library.framework, dossier, then.conversation.id)
        words = PaperNames.of(library, talk, calendar).for_the_professional()
        lines = (f"{label}: {' '.join(text.split())}" for label, text in told_of(words, then))
        told.append(ToldOfTalk(day_of(words, then), tuple(lines)))
    return tuple(told)
