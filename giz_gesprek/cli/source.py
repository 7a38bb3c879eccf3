"""The family that a command makes a paper of, and what the store remembers of that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from giz_gesprek.cli.dossiers import chosen_conversation, dossier_from
from giz_gesprek.cli.opened import opened
from giz_gesprek.cli.readers import Wanted
from giz_gesprek.cli.settings import Settings
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _

if TYPE_CHECKING:
    from giz_gesprek.store import Store


@dataclass(frozen=True)
class Source:
    """A dossier, and the open store where it is from there."""

    dossier: Dossier
    store: Store | None = None

    @property
    def voice(self) -> str | None:
        """What reads to this family; None for the usual voice."""
        own = self.dossier.family.settings.voice
        return own if own or self.store is None else self.store.profile().voice

    def exported(
        self, whom: Wanted, form: str, conversation_id: str | None, *, whole: bool
    ) -> None:
        """Remember that a paper of this form was made, or a file of the ``whole`` dossier."""
        if self.store is None:
            return
        from giz_gesprek.session.trace import leave_trace, paper_item
        from giz_gesprek.summary.audience import ForPerson

        if conversation_id is None and not whole:
            conversation_id = chosen_conversation(self.dossier, None).id
        audience = ForPerson(whom.person_id) if whom.person_id is not None else whom.readers
        leave_trace(
            self.store,
            self.dossier.family.id,
            "exported",
            paper_item(audience, form),
            now=datetime.now(UTC),
            conversation_id=conversation_id,
        )


@contextmanager
def source_of(settings: Settings, source: str | None, family_id: str | None) -> Iterator[Source]:
    """Yield what is in the file ``source``, or what the store holds of a family.

    Raises:
        InputError: it cannot be read, or it was not said where it is.
        StoreError: the store does not open, or has no such family.

    """
    if source is not None and family_id is None:
        yield Source(dossier_from(source))
    elif family_id is not None and source is None:
        with opened(settings) as store:
            yield Source(store.read(family_id), store)
    else:
        raise InputError(_("Say where the dossier is: give either --from FILE or --family ID."))
