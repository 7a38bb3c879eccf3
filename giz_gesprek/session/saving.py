"""A conversation while it is open: its current value, kept in the store at every change.

Owns saving. What is asked and how one moves is in ``session``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from giz_gesprek.conversation import flow
from giz_gesprek.conversation.voices import family_voices, professional_voices
from giz_gesprek.session.clock import utc_now
from giz_gesprek.store import Change, Forgotten

if TYPE_CHECKING:
    from giz_gesprek.content.framework import Framework
    from giz_gesprek.content.library import Library
    from giz_gesprek.content.texts import Rung
    from giz_gesprek.conversation.dossier import Conversation, Dossier
    from giz_gesprek.conversation.people import Family, FamilySettings, SpeechRate
    from giz_gesprek.conversation.position import Step
    from giz_gesprek.store import Store


class OpenConversation:
    """One conversation of a family and the store that keeps it."""

    def __init__(
        self,
        store: Store,
        library: Library,
        dossier: Dossier,
        conversation_id: str,
        *,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._store = store
        self._clock = clock
        self.library = library
        self.dossier = dossier
        self._conversation_id = conversation_id

    @property
    def framework(self) -> Framework:
        """What can be asked."""
        return self.library.framework

    @property
    def family(self) -> Family:
        """The family of this conversation."""
        return self.dossier.family

    @property
    def conversation(self) -> Conversation:
        """The conversation as it stands on disk."""
        return self.dossier.conversation(self._conversation_id)

    @property
    def step(self) -> Step:
        """The step that is on the screen."""
        return flow.current_step(self.framework, self.conversation)

    @property
    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        return self._clock()

    @property
    def today(self) -> date:
        """The day of today where the laptop stands."""
        return self.now.astimezone().date()

    @property
    def author_id(self) -> str:
        """Whose words are asked at the current step; together it is the first of the family."""
        return self.step.person_id or self.first_voice

    @property
    def first_voice(self) -> str:
        """The first of the family who is asked; without one, the first at the table."""
        voices = family_voices(self.framework, self.conversation)
        return voices[0] if voices else self.conversation.participant_ids()[0]

    @property
    def professional_id(self) -> str:
        """The professional who types; without one, the first at the table."""
        voices = professional_voices(self.framework, self.conversation)
        return voices[0] if voices else self.conversation.participant_ids()[0]

    # --- drafts -------------------------------------------------------------------------

    def draft(self, key: str) -> str | None:
        """Return what was being typed at ``key`` when the app was last open."""
        return self._store.draft(self.family.id, self._conversation_id, key)

    def save_draft(self, key: str, text: str) -> None:
        """Keep what is being typed."""
        self._store.save_draft(self.family.id, self._conversation_id, key, text, self._clock())

    def drop_draft(self, key: str) -> None:
        """Forget what was being typed."""
        self._store.drop_draft(self.family.id, self._conversation_id, key)

    # --- saving -------------------------------------------------------------------------

    def keep(
        self,
        changed: Conversation,
        action: str | None = None,
        item: str = "",
        *,
        actor_id: str | None = None,
        drop_draft: str | None = None,
        forget: tuple[str, ...] = (),
    ) -> None:
        """Write a changed conversation, and only then show it.

        ``action`` and ``item`` go to the change log, as done by ``actor_id`` or else by whose
        turn it is; without an action nothing is logged. ``forget`` names lines that are gone:
        the log forgets them too.

        Raises:
            StoreError: it could not be written; everything is as it was before.

        """
        if changed == self.conversation and action is None:
            return
        change = None
        if action is not None:
            change = Change(
                conversation_id=self._conversation_id,
                actor_id=actor_id or self.author_id,
                item=item,
                action=action,
            )
        gone = Forgotten(self._conversation_id, forget) if forget else None
        self._save(self.dossier.with_conversation(changed), change, drop_draft, gone)

    def keep_family(self, changed: Family, item: str, action: str | None = None) -> None:
        """Write what belongs to the family as a whole, done by the professional.

        A draft under the key ``item`` has become part of it. Without an action the item is
        gone: the log and the drafts of all conversations forget it.

        Raises:
            StoreError: it could not be written; everything is as it was before.

        """
        dossier = self.dossier.model_copy(update={"family": changed})
        if action is None:
            self._save(dossier, forget=Forgotten(None, (item,)))
            return
        change = Change(
            conversation_id=self._conversation_id,
            actor_id=self.professional_id,
            item=item,
            action=action,
        )
        self._save(dossier, change, drop_draft=item)

    def set_rung(self, rung: Rung) -> None:
        """Keep how easy this family wants the words."""
        self._set(self.family.settings.model_copy(update={"rung": rung}))

    def set_speech_rate(self, rate: SpeechRate) -> None:
        """Keep how fast this family wants the voice to read."""
        self._set(self.family.settings.model_copy(update={"speech_rate": rate}))

    def _set(self, settings: FamilySettings) -> None:
        family = self.family.model_copy(update={"settings": settings})
        self._save(self.dossier.model_copy(update={"family": family}))

    def delete_conversation(self) -> None:
        """Delete this conversation for good."""
        self._store.delete_conversation(self.family.id, self._conversation_id, self._clock())

    def _save(
        self,
        dossier: Dossier,
        change: Change | None = None,
        drop_draft: str | None = None,
        forget: Forgotten | None = None,
    ) -> None:
        now = self._clock()
        self._store.save(dossier, now=now, change=change, drop_draft=drop_draft, forget=forget)
        self.dossier = dossier
