"""Documents as text, there and back.

A document that cannot be read is an error that names the family by its id, and nothing
that was in the document: the exceptions of json and pydantic quote what they stumble on,
so they may not travel along, not even as the cause.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from giz_gesprek.errors import NewerStore, StoreDamaged, StoreError
from giz_gesprek.i18n import _
from giz_gesprek.store._records import Profile

if TYPE_CHECKING:
    from giz_gesprek.conversation.dossier import Conversation, Dossier


def dump_dossier(dossier: Dossier) -> str:
    """Return the document as JSON, in the current version."""
    return dossier.model_dump_json()


class Dumping:
    """Returns documents as JSON, and makes nothing anew of a conversation that is as it was.

    An answer of today takes no longer where there were many visits before. It keeps what it wrote
    last; one thread at a time.
    """

    def __init__(self) -> None:
        # With the conversation itself: as long as it is held, nothing else has its id.
        self._known: dict[int, tuple[Conversation, str]] = {}

    def dump(self, dossier: Dossier) -> str:
        """Return the document as JSON, in the current version."""
        frame = dossier.model_copy(update={"conversations": ()}).model_dump_json()
        self._known = {
            id(talk): self._known.get(id(talk)) or (talk, talk.model_dump_json())
            for talk in dossier.conversations
        }
        texts = (self._known[id(talk)][1] for talk in dossier.conversations)
        # The conversations are the last of a document.
        return f"{frame.removesuffix(']}')}{','.join(texts)}]}}"

    def forget(self) -> None:
        """Hold nothing any more."""
        self._known.clear()


def load_dossier(family_id: str, text: str) -> Dossier:
    """Return the document of the family with *family_id*, brought up to date.

    Raises:
        NewerStore: a newer version of the program wrote it.
        StoreDamaged: it cannot be read, or is another family's.

    """
    outcome = parse_dossier(text)
    if isinstance(outcome, StoreError):
        raise outcome
    if outcome is None or outcome.family.id != family_id:
        sentence = _(
            "The family with the id {id} cannot be read; nothing of it is lost."
            " Keep the file as it is and restore a backup."
        )
        raise StoreDamaged(sentence.format(id=family_id))
    return outcome


def load_profile(text: str) -> Profile:
    """Return the profile; raises ``StoreDamaged`` when it cannot be read."""
    try:
        return Profile.model_validate_json(text)
    except ValueError:
        failure = StoreDamaged()
    raise failure


def parse_dossier(text: str) -> Dossier | NewerStore | None:
    """Return a document brought up to date; the error of a newer one, None for no document."""
    # Models of a conversation take long to make, and the first screen has no need of them.
    from giz_gesprek.conversation.dossier import Dossier
    from giz_gesprek.conversation.upgrade import (
        NewerDocument,
        is_current,
        parse_document,
        upgrade_document,
    )

    try:
        if is_current(text):
            return Dossier.model_validate_json(text)
        raw = parse_document(text)
        if not isinstance(raw, dict):
            return None
        upgraded = upgrade_document(raw)
        # Strict models take dates and tuples from JSON only.
        return Dossier.model_validate_json(text if upgraded is raw else json.dumps(upgraded))
    except NewerDocument:
        return NewerStore()
    except (ValueError, RecursionError):  # nested too deeply to be upgraded
        return None
