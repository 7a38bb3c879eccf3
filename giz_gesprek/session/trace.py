"""What is remembered of looking at a family, and of what goes out of the program about it.

The one way into the change log for whatever changes no document: every front end and the command
line leave their traces here. A file that can only be read remembers nothing, and then nobody is
kept from what they came for; the log says so where it is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.change_log import Action, Change
from giz_gesprek.errors import StoreError
from giz_gesprek.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from giz_gesprek.store import Store
    from giz_gesprek.summary.audience import Audience

HISTORY: Final = "history"
"""The item of all conversations at a glance."""
CARD: Final = "card"
"""The item of the small card."""


def paper_item(audience: Audience, form: str | None = None) -> str:
    """Return the name of a paper in the log: for whom it is, and what kind of file it became."""
    return f"paper:{audience}" if form is None else f"paper:{audience}:{form}"


def log_item(whose: str) -> str:
    """Return the name of the log itself: family, professional, or person:ID."""
    return f"log:{whose}"


def leave_trace(
    store: Store,
    family_id: str,
    action: Action,
    item: str,
    *,
    now: datetime,
    conversation_id: str | None = None,
    actor_id: str | None = None,
) -> bool:
    """Remember what was done, by ``actor_id`` or else by whoever has the file open.

    Return False where the file refused: that is told among its notices as well.
    """
    change = Change(item=item, action=action, actor_id=actor_id, conversation_id=conversation_id)
    return _left(store, lambda: store.note(family_id, change, now))


def leave_trace_everywhere(store: Store, action: Action, *, now: datetime) -> None:
    """Remember in the log of each family what was done with all of them."""
    _left(store, lambda: store.note_everywhere(action, now))


def _left(store: Store, note: Callable[[], None]) -> bool:
    if store.read_only:
        return True
    try:
        note()
    except StoreError:
        store.tell(
            _(
                "What you did last is not in the list of who looked and wrote: that could not be"
                " saved. Nothing else is lost."
            )
        )
        return False
    return True
