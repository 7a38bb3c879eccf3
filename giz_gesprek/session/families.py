"""The families of one professional: the file that was opened, under every front end.

Owns what can be done with a family, the moment at which it is done, and new ids. Every change is
on disk when its method returns. Knows no screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.agenda import plan_begins
from giz_gesprek.conversation.change_log import CONVERSATION
from giz_gesprek.conversation.choosing import park
from giz_gesprek.conversation.flow import SUMMARY, jump
from giz_gesprek.conversation.progress import is_past_the_sides
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.i18n import _, format_date, local_time
from giz_gesprek.session.child_details import ChildDetails, child_now_of
from giz_gesprek.session.clock import utc_now
from giz_gesprek.session.dates import write_date
from giz_gesprek.session.deleting import conversation_receipt, family_receipt, keep_receipt
from giz_gesprek.session.labels import state_name
from giz_gesprek.session.places import remember_opened
from giz_gesprek.session.retention import Retention
from giz_gesprek.session.settings import SettingsDraft, draft_of, profile_of
from giz_gesprek.session.setup import SetupDraft, first_draft, with_prepared
from giz_gesprek.session.trace import HISTORY, leave_trace
from giz_gesprek.store import Change, Profile, Store, new_id

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.change_log import Action
    from giz_gesprek.conversation.dossier import Conversation, ConversationState, Dossier
    from giz_gesprek.conversation.people import FamilySettings
    from giz_gesprek.session.family_files import FamilyFiles
    from giz_gesprek.session.history import ToldOfTalk
    from giz_gesprek.session.session import Session
    from giz_gesprek.session.whole_file import WholeFile

_NONE: Final = "-"
_UNFINISHED_FIRST: Final[dict[ConversationState, int]] = {
    "in_progress": 0,
    "agreed": 0,
    "prepared": 1,
    "finished": 2,
    "declined": 2,
}


@dataclass(frozen=True, slots=True)
class ListedFamily:
    """A family as a list shows it.

    Attributes:
        last_at: when its last conversation began, if any did.
        states: how far its conversations are, that of the last one first; None where nobody could
            read them.
        kept_long: whether it is kept long after its report.

    """

    id: str
    label: str
    last_at: datetime | None
    states: tuple[str, ...] | None = ()
    kept_long: bool = False

    def day_of_last(self, *, short: bool) -> str:
        """Return that day, in local time: in words, or short in digits."""
        if self.last_at is None:
            return _NONE if short else _("no conversation")
        day = local_time(self.last_at).date()
        return write_date(day) if short else format_date(day)

    def state(self) -> str:
        """Return in words how far the conversation is that is opened first, or what is due."""
        if self.kept_long:
            return _("kept long")
        if (states := self.states) is None:
            return _("unreadable")
        known = [
            (rank, states.index(each), each)
            for each, rank in _UNFINISHED_FIRST.items()
            if each in states
        ]
        return state_name(min(known)[-1]) if known else _NONE


@dataclass(frozen=True, slots=True)
class Prepared:
    """A conversation that was prepared, and the family that has it."""

    family_id: str
    conversation_id: str


class Families:
    """The families in one open file. Any thread may use it.

    Every method but ``close`` raises a :class:`~giz_gesprek.errors.StoreError` when the file
    refuses: its sentence says why, and everything is as it was before.
    """

    def __init__(
        self,
        store: Store,
        library: Callable[[], Library],
        *,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """Take over an open store; ``library`` returns what can be asked, and may take a moment."""
        self._store = store
        self._library = library
        self._clock = clock
        self._kept_in = store.path

    # --- the list -----------------------------------------------------------------------

    def listed(self) -> tuple[ListedFamily, ...]:
        """Return all families, the one saved last first; none of them is read for it."""
        rows = self._store.families()
        long = self.retention().kept_long()
        return tuple(
            ListedFamily(row.id, row.label, row.last_at, row.states, kept_long=row.id in long)
            for row in rows
        )

    # --- one family ---------------------------------------------------------------------

    def read(self, family_id: str) -> Dossier:
        """Return everything about one family."""
        return self._store.read(family_id)

    def open(self, family_id: str, conversation_id: str) -> Session:
        """Return a conversation of a family, open at the step where it stands.

        One that is finished stands at its report: whoever opens it again wants to read.
        """
        session = self._session(self._store.read(family_id), conversation_id)
        if session.conversation.state == "finished":
            session.jump(SUMMARY)
        if session.conversation.state != "prepared":  # then there is something to see
            session.note("looked", CONVERSATION)
        return session

    def to_look_up(self, dossier: Dossier, conversation_id: str) -> Session:
        """Return a conversation of a family as it stands, for what is told about the family."""
        return self._session(dossier, conversation_id)

    def open_alone(self, family_id: str, conversation_id: str) -> Session:
        """Offer the topics again that waited for a moment alone, and open the conversation."""
        talk = Talk(self._library().framework, self._store.read(family_id), conversation_id)
        offered = park(talk, ())
        if talk.conversation.state != "finished" and is_past_the_sides(offered):
            # There a side can be chosen once more.
            offered = jump(offered, plan_begins(offered)[0])
        self._save(offered.dossier, "alone", "table", conversation_id)
        return self._session(offered.dossier, conversation_id)

    def look_back(self, dossier: Dossier) -> tuple[ToldOfTalk, ...]:
        """Return what is told of each conversation of a family, the last one first."""
        # What the list needs is half of it.
        from giz_gesprek.session.history import history_of

        told = history_of(self._library(), dossier)
        leave_trace(self._store, dossier.family.id, "looked", HISTORY, now=self._clock())
        return told

    def change_words(self, dossier: Dossier, wanted: FamilySettings) -> None:
        """Keep how a family likes the words."""
        family = dossier.family.model_copy(update={"settings": wanted})
        self._save(dossier.model_copy(update={"family": family}), "changed", "settings")

    def change_child(
        self, dossier: Dossier, conversation: Conversation, details: ChildDetails
    ) -> None:
        """Keep what decides about help in one conversation; ``details`` have no problem."""
        band = dossier.family.person(conversation.focus_child).age_band
        now = child_now_of(self._library().framework, band, details)
        changed = conversation.model_copy(update={"child_now": now})
        self._save(dossier.with_conversation(changed), "changed", "child", conversation.id)

    def delete(self, family_id: str, conversation_id: str | None = None) -> str:
        """Delete a family for good, or one of its conversations; return the receipt in words."""
        now = self._clock()
        if conversation_id is None:
            return family_receipt(self._store.delete_family(family_id, now))
        receipt = self._store.delete_conversation(family_id, conversation_id, now)
        return conversation_receipt(receipt)

    def keep_receipt(self, told: str) -> str:
        """Write a receipt as a file among the papers; return a sentence that says where it is.

        Raises:
            OutputError: it cannot be written there.

        """
        return keep_receipt(told, self._clock())

    # --- preparing ----------------------------------------------------------------------

    def first_draft(self, dossier: Dossier | None) -> SetupDraft:
        """Return what is filled in beforehand, for the family of ``dossier`` or a new one."""
        return first_draft(dossier, self._store.profile())

    def prepare(self, draft: SetupDraft, dossier: Dossier | None) -> Prepared:
        """Keep one more conversation.

        ``draft`` is ``filled_in`` and has no ``problems``. Without ``dossier`` the family is new.
        """
        library = self._library()
        prepared, conversation_id = with_prepared(
            library.framework,
            draft,
            dossier,
            self._store.profile(),
            new_id=new_id,
            now=self._clock(),
            content_version=library.version,
        )
        self._save(prepared, "prepared", CONVERSATION, conversation_id)
        return Prepared(prepared.family.id, conversation_id)

    # --- the professional ---------------------------------------------------------------

    def settings(self) -> SettingsDraft:
        """Return who the professional is and how they like the program."""
        return draft_of(self._store.profile())

    def change_settings(self, draft: SettingsDraft) -> Profile:
        """Keep a draft without ``problems``; return it as it holds from now on."""
        kept = self._store.profile().backed_up_at
        profile = profile_of(draft).model_copy(update={"backed_up_at": kept})
        self._store.save_profile(profile)
        return profile

    # --- the file -----------------------------------------------------------------------

    def take_notices(self) -> tuple[str, ...]:
        """Return what the professional has to be told about the file, once."""
        notices = self._store.take_notices()
        if self._store.path != self._kept_in:
            self._kept_in = self._store.path
            remember_opened(self._kept_in)
        return notices

    def files(self) -> FamilyFiles:
        """Return what writes a family as a file of its own, and takes one over."""
        # Seldom wanted, and it brings typesetting along.
        from giz_gesprek.session.family_files import FamilyFiles

        return FamilyFiles(self._store, self._clock)

    def whole_file(self) -> WholeFile:
        """Return what makes a backup of the file, puts one back, and deletes everything."""
        # Seldom wanted.
        from giz_gesprek.session.whole_file import WholeFile

        return WholeFile(self._store, self._clock)

    def retention(self) -> Retention:
        """Return what reminds of families that are kept long after their report."""
        return Retention(self._store, self._clock)

    def settle(self) -> None:
        """Make what was kept independent of the log; for a quiet moment, on any thread."""
        self._store.settle()

    def close(self) -> None:
        """Close the file; again is harmless. What there is to tell then is in ``take_notices``."""
        self._store.close()

    def _save(
        self, dossier: Dossier, action: Action, item: str, conversation_id: str | None = None
    ) -> None:
        """Keep what the professional changed."""
        change = Change(item=item, action=action, conversation_id=conversation_id)
        self._store.save(dossier, now=self._clock(), change=change)

    def _session(self, dossier: Dossier, conversation_id: str) -> Session:
        # Half as large as everything that the list needs, and not needed to show it.
        from giz_gesprek.session.session import Session

        return Session(self._store, self._library(), dossier, conversation_id, clock=self._clock)


def to_open(dossier: Dossier) -> tuple[Conversation, ...]:
    """Return every conversation of a family, first what is most likely wanted.

    What was begun and is not finished comes first, then what was prepared, then what is over; of
    each the last first.
    """
    newest = sorted(dossier.conversations, key=lambda talk: talk.started_at, reverse=True)
    return tuple(sorted(newest, key=lambda talk: _UNFINISHED_FIRST[talk.state]))
