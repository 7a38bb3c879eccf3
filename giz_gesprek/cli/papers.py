"""A paper for the command line."""

from __future__ import annotations

from giz_gesprek.cli.content import load
from giz_gesprek.cli.settings import Settings
from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.errors import InputError
from giz_gesprek.export.papers import paper_of
from giz_gesprek.i18n import _
from giz_gesprek.summary.document import Document
from giz_gesprek.summary.items import Audience


def paper(
    settings: Settings,
    dossier: Dossier,
    conversation: Conversation,
    audience: Audience,
    language: str | None = None,
) -> Document:
    """Return the paper of a conversation, in the family's language or in ``language``.

    Raises:
        InputError: there are no words in ``language``, or there is a mistake in the folder of
            ``--content``.
        ContentError: the words cannot be used.

    """
    wanted = language or dossier.family.settings.language
    library = load(settings)
    if language is not None and language not in library.languages:
        raise InputError(_("There are no texts in this language. Leave out --language."))
    return paper_of(library, dossier, conversation.id, audience, language=wanted)
