"""A conversation while it is open: the talk as it is, kept in the store at every change.

Owns saving. What is asked and how one moves is in ``session``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from giz_gesprek.conversation.change_log import WORDS
from giz_gesprek.conversation.flow import current_step
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices, professional_voices
from giz_gesprek.export.calendar import local_calendar
from giz_gesprek.i18n import local_time
from giz_gesprek.session.clock import utc_now
from giz_gesprek.session.kept import Kept
from giz_gesprek.session.trace import leave_trace
from giz_gesprek.session.void import Void
from giz_gesprek.store import Change, DraftKey, Forgotten

if TYPE_CHECKING:
    from giz_gesprek.content.framework import Framework
    from giz_gesprek.content.library import Library
    from giz_gesprek.content.texts import Rung
    from giz_gesprek.conversation.change_log import Action
    from giz_gesprek.conversation.dossier import Conversation, Dossier
    from giz_gesprek.conversation.people import Family, FamilySettings, SpeechRate
    from giz_gesprek.conversation.steps import Step
    from giz_gesprek.session.step_view import StepView
    from giz_gesprek.store import Store
    from giz_gesprek.summary.calendar import Calendar


class OpenConversation:
    """One conversation of a family and the store that keeps it; ``kept`` is about its file.

    Raises:
        KeyError: the dossier has no such conversation.

    """

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
        self.talk = Talk(library.framework, dossier, conversation_id)
        self._shown: tuple[Talk, StepView] | None = None
        self.kept = Kept(store)
        self.void = Void()

    @property
    def framework(self) -> Framework:
        """What can be asked."""
        return self.talk.framework

    @property
    def dossier(self) -> Dossier:
        """The family and its conversations as they stand on disk."""
        return self.talk.dossier

    @property
    def family(self) -> Family:
        """The family of this conversation."""
        return self.talk.family

    @property
    def conversation(self) -> Conversation:
        """The conversation as it stands on disk."""
        return self.talk.conversation

    @property
    def step(self) -> Step:
        """The step that is on the screen."""
        return current_step(self.talk)

    @property
    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        return self._clock()

    @property
    def today(self) -> date:
        """The day of today where the laptop stands."""
        return local_time(self.now).date()

    @property
    def calendar(self) -> Calendar:
        """How this family reads days, and on which day a moment falls where the laptop stands."""
        return local_calendar(self.family.settings.language)

    @property
    def author_id(self) -> str:
        """Whose words are asked at the current step; together it is the first of the family."""
        return self.step.position.person_id or self.first_voice

    @property
    def first_voice(self) -> str:
        """The first of the family who is asked; without one, the first at the table."""
        voices = family_voices(self.talk)
        return voices[0] if voices else self.conversation.participant_ids()[0]

    @property
    def professional_id(self) -> str:
        """The professional who types; without one, the first at the table."""
        voices = professional_voices(self.talk)
        return voices[0] if voices else self.conversation.participant_ids()[0]

    # --- drafts -------------------------------------------------------------------------

    def draft(self, key: str) -> str | None:
        """Return what was being typed at ``key`` when the app was last open."""
        return self._store.draft(self.family.id, self.talk.conversation_id, key)

    def save_draft(self, key: str, text: str) -> None:
        """Keep what is being typed."""
        self._shown = None
        self._store.save_draft(self.family.id, self.talk.conversation_id, key, text, self._clock())

    def draft_keys(self) -> tuple[str, ...]:
        """Return where something is being typed in this conversation."""
        return self._store.draft_keys(self.family.id, self.talk.conversation_id)

    def drop_draft(self, key: str) -> None:
        """Forget what was being typed."""
        self._shown = None
        self._store.drop_draft(self.family.id, self.talk.conversation_id, key)

    # --- saving -------------------------------------------------------------------------

    def keep(
        self,
        changed: Talk,
        action: Action | None = None,
        item: str = "",
        *,
        actor_id: str | None = None,
        drop_draft: str | None = None,
        forget: tuple[str, ...] = (),
        of_actor: str | None = None,
    ) -> None:
        """Write a changed talk, and only then show it. A file that is only read lets one move.

        ``action`` and ``item`` go to the change log, as done by ``actor_id`` or else by whose
        turn it is; without an action nothing is logged. ``drop_draft`` is the key of a draft that
        has become part of it. ``forget`` names lines that are gone: the log forgets them too, and
        knows only that something was taken away; and all that was done by ``of_actor``, who took
        it back. All of it is one transaction.

        Raises:
            StoreError: it could not be written; everything is as it was before.

        """
        if changed == self.talk and action is None:
            if drop_draft is not None:
                self.drop_draft(drop_draft)
            return
        if action is None and forget:
            action, item = "removed", WORDS
        change = action and self._change(action, item, actor_id or self.author_id)
        gone = None
        if forget or of_actor is not None:
            gone = Forgotten(self.talk.conversation_id, forget, of_actor)
        self._save(changed, change, drop_draft, gone)

    def keep_family(self, changed: Family, item: str, action: Action | None = None) -> None:
        """Write what belongs to the family as a whole, done by the professional.

        A draft under the key ``item`` has become part of it. Without an action the item is
        gone: the log and the drafts of all conversations forget it.

        Raises:
            StoreError: it could not be written; everything is as it was before.

        """
        talk = self.talk.with_family(changed)
        is_gone = action is None
        change = self._change(action or "removed", WORDS if is_gone else item, self.professional_id)
        gone = Forgotten(None, (item,)) if is_gone else None
        self._save(talk, change, drop_draft=item, forget=gone)

    def _change(self, action: Action, item: str, actor_id: str) -> Change:
        talk_id = self.talk.conversation_id
        return Change(item=item, action=action, actor_id=actor_id, conversation_id=talk_id)

    def note(self, action: Action, item: str) -> bool:
        """Remember what changes nothing; see ``trace.leave_trace``."""
        return leave_trace(
            self._store,
            self.family.id,
            action,
            item,
            now=self._clock(),
            conversation_id=self.talk.conversation_id,
        )

    def set_rung(self, rung: Rung) -> None:
        """Keep how easy this family wants the words."""
        self._set(self.family.settings.model_copy(update={"rung": rung}))

    def set_speech_rate(self, rate: SpeechRate) -> None:
        """Keep how fast this family wants the voice to read."""
        self._set(self.family.settings.model_copy(update={"speech_rate": rate}))

    def _set(self, settings: FamilySettings) -> None:
        self._save(self.talk.with_family(self.family.model_copy(update={"settings": settings})))

    def delete_conversation(self) -> None:
        """Delete this conversation for good."""
        self._store.delete_conversation(self.family.id, self.talk.conversation_id, self._clock())

    def _save(
        self,
        talk: Talk,
        change: Change | None = None,
        drop_draft: str | None = None,
        forget: Forgotten | None = None,
    ) -> None:
        if self.kept.read_only and change is None and forget is None and drop_draft is None:
            self.talk, self._shown = talk, None
            return
        draft = DraftKey(talk.conversation_id, drop_draft) if drop_draft is not None else None
        self._store.save(
            talk.dossier, now=self._clock(), change=change, drop_draft=draft, forget=forget
        )
        self.talk, self._shown = talk, None
