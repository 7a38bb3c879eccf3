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
def example() -> Dossier:
    """Return the example, read once."""
    return read_dossier((content_dir() / "example" / "nl.json").read_bytes())


TALK: Final[Talk] = last_talk(example())
CONVERSATION: Final[Conversation] = TALK.conversation
