"""A paper of a conversation, with the words, days and versions of this program."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

from giz_gesprek import __version__
from giz_gesprek.content.library import Library
from giz_gesprek.content.loader import load_library
from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import DEFAULT_LANGUAGE, _, format_weekday
from giz_gesprek.paths import content_dir
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.document import Document
from giz_gesprek.summary.items import Audience
from giz_gesprek.summary.words import Calendar


def paper(
    dossier: Dossier, conversation: Conversation, audience: Audience, language: str | None = None
) -> Document:
    """Return the paper of a conversation, in the family's language or in ``language``.

    Raises:
        InputError: there are no words in ``language``.
        ContentError: the words cannot be used.

    """
    wanted = language or dossier.family.settings.language
    library = load_library(content_dir(), languages=(wanted, DEFAULT_LANGUAGE))
    if language is not None and language not in library.languages:
        raise InputError(_("There are no texts in this language. Leave out --language."))
    return build_document(
        library,
        dossier,
        conversation.id,
        audience,
        calendar=local_calendar(_written_language(library, wanted)),
        app_version=__version__,
        language=wanted,
    )


def local_calendar(language: str) -> Calendar:
    """Return how days are written in ``language``, where this computer stands."""
    return Calendar(partial(format_weekday, language=language), _local_day)


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()


def _written_language(library: Library, wanted: str) -> str:
    """Return the language of the words that will be found: days follow them."""
    return wanted if wanted in library.languages else DEFAULT_LANGUAGE
