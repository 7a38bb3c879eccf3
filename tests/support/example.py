"""The example dossier that comes with the program."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.conversation.importing import read_dossier
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.paths import content_dir
from tests.support.dossiers import last_talk


@lru_cache(maxsize=1)
def both_visits() -> Dossier:
    """Return the example as it comes with the program, read once."""
    return read_dossier((content_dir() / "example" / "nl.json").read_bytes())


@lru_cache(maxsize=1)
def example() -> Dossier:
    """Return the example as it was after the first visit."""
    dossier = both_visits()
    return dossier.model_copy(update={"conversations": dossier.conversations[:1]})


TALK: Final[Talk] = last_talk(example())
CONVERSATION: Final[Conversation] = TALK.conversation
NEXT_TALK: Final[Talk] = last_talk(both_visits())
"""The second visit."""
