"""Where a command gets a dossier from, and which of its conversations it takes."""

from __future__ import annotations

from giz_gesprek.cli.inputs import read_input
from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.conversation.importing import LARGEST_DOCUMENT, read_dossier
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import DEFAULT_LANGUAGE, _
from giz_gesprek.paths import content_dir


def example_data(language: str = DEFAULT_LANGUAGE) -> bytes:
    """Return the example dossier as JSON, in Dutch where it is not in ``language``."""
    folder = content_dir() / "example"
    path = folder / f"{language}.json"
    return (path if path.exists() else folder / f"{DEFAULT_LANGUAGE}.json").read_bytes()


def example_dossier(language: str = DEFAULT_LANGUAGE) -> Dossier:
    """Return the example dossier."""
    return read_dossier(example_data(language))


def dossier_from(source: str) -> Dossier:
    """Return the dossier in the file ``source``, or on standard input for ``-``.

    Raises:
        InputError: it cannot be read, or is not a dossier.

    """
    # One byte more than is allowed is enough to see that it is too much.
    most = LARGEST_DOCUMENT + 1
    return read_dossier(read_input(source, most))


def chosen_conversation(dossier: Dossier, conversation_id: str | None) -> Conversation:
    """Return the conversation with this id, or the last one.

    Raises:
        InputError: there is none.

    """
    if conversation_id is not None:
        try:
            return dossier.conversation(conversation_id)
        except KeyError:
            sentence = _("This dossier has no conversation with that id. Leave out --conversation.")
            raise InputError(sentence) from None
    if not dossier.conversations:
        sentence = _(
            "This dossier has no conversation yet. Have one first, or choose another family."
        )
        raise InputError(sentence)
    return max(dossier.conversations, key=lambda conversation: conversation.started_at)
