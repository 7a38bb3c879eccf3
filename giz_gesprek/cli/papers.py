"""A paper for the command line."""

from __future__ import annotations

from giz_gesprek.content.library import Library
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.errors import InputError
from giz_gesprek.export.papers import paper_of
from giz_gesprek.i18n import _
from giz_gesprek.summary.audience import Readers
from giz_gesprek.summary.document import Document


def paper(
    library: Library,
    talk: Talk,
    audience: Readers,
    language: str | None = None,
    rung: Rung | None = None,
) -> Document:
    """Return the paper of a conversation, in the family's language or in ``language``.

    ``rung`` is how easy the family's paper is, if not as the family likes it.

    Raises:
        InputError: there are no words in ``language``.

    """
    wanted = language or talk.family.settings.language
    if language is not None and language not in library.languages:
        raise InputError(_("There are no texts in this language. Leave out --language."))
    return paper_of(library, talk, audience, language=wanted, rung=rung)
