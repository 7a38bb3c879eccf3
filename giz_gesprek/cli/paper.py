"""The paper of a conversation that the command line asks for, of whoever it is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from giz_gesprek.cli.readers import Wanted, withheld
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.content.texts import Rung
    from giz_gesprek.conversation.dossier import Dossier
    from giz_gesprek.summary.document import Document


@dataclass(frozen=True)
class Wish:
    """How a paper is wanted; None is what is usual."""

    conversation_id: str | None
    language: str | None
    rung: Rung | None
    with_sensitive: bool
    overview: bool


def wanted_paper(library: Library, dossier: Dossier, whom: Wanted, wish: Wish) -> Document:
    """Return a paper of one conversation.

    Raises:
        InputError: there are no words in that language, no such conversation or reader, or nothing
            is shared with that recipient now.

    """
    from giz_gesprek.cli.dossiers import chosen_conversation
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.export.papers import paper_of, recipient_paper

    if wish.language is not None and wish.language not in library.languages:
        raise InputError(_("There are no texts in this language. Leave out --language."))
    conversation = chosen_conversation(dossier, wish.conversation_id)
    talk = Talk(library.framework, dossier, conversation.id)
    left_out = withheld(whom, dossier.family, with_sensitive=wish.with_sensitive)
    recipient_id = whom.readers.recipient
    if recipient_id is None:
        return paper_of(
            library,
            talk,
            whom.readers,
            language=wish.language,
            rung=wish.rung,
            withheld=left_out,
            overview=wish.overview,
        )
    now = datetime.now(UTC)
    shared = recipient_paper(
        library, talk, recipient_id, now=now, language=wish.language, rung=wish.rung
    )
    if shared is None:
        raise InputError(_("Nothing of this conversation is shared with this recipient now."))
    return shared
