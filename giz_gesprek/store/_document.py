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
    from giz_gesprek.conversation.dossier import Dossier


def dump_dossier(dossier: Dossier) -> str:
    """Return the document as JSON, in the current version."""
    return dossier.model_dump_json()


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
    from giz_gesprek.conversation.upgrade import NewerDocument, parse_document, upgrade_document

    try:
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
