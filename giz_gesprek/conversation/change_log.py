"""The change log: who did what, to which item, and when. Never what it says.

Owns the closed list of what can be done, and the shape of an entry. Keeping entries is for the
store; what of them somebody may read, and in which words, is in ``summary``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

Action = Literal[
    # What was said and chosen.
    "answered",
    "changed",
    "emptied",
    "skipped",
    "dated",
    "chosen",
    "left",
    "added",
    "kept",
    "removed",
    "taken_back",
    "seeks-advice",
    "told-back",
    "not-told-back",
    # Whether there is a talk, and who sits there.
    "prepared",
    "agreed",
    "declined",
    "finished",
    "reopened",
    "came",
    "listened-to",
    "alone",
    "deleted",
    # What others may know.
    "shared",
    "refused",
    "withdrew",
    # What was looked at, and what went out of the program or came in.
    "looked",
    "exported",
    "printed",
    "copied",
    "shown",
    "imported",
    "kept_longer",
    "backed_up",
    "restored",
    "rekeyed",
]
"""What can be done, each as one word. A new one gets words in ``content/`` under ``log_action``; a
file can hold others, of an earlier or a later release, and those are shown as they are."""

CONVERSATION: Final = "conversation"
"""The item of what is about a whole conversation."""
WHOLE_FILE: Final = "file"
"""The item of what is done with all families together."""
WORDS: Final = "words"
"""The item of what was taken away: what it was about is not remembered."""

_NAMES_OF_THINGS: Final = re.compile(r"[A-Za-z0-9_+.:-]{1,700}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Who did what to which item. Never what it says.

    Attributes:
        item: the key of a step, or the id of a goal, a document, a person.
        action: what was done.
        actor_id: the person who did it; None for whoever has the file open, and the program.
        conversation_id: None for what belongs to the family as a whole.

    Raises:
        ValueError: one of them has a character that ids do not have. Free text would
            have a space: so what people say cannot get into the log by mistake.

    """

    item: str
    action: Action
    actor_id: str | None = None
    conversation_id: str | None = None

    def __post_init__(self) -> None:
        for value in (self.item, self.action, self.actor_id, self.conversation_id):
            if value is not None and not _NAMES_OF_THINGS.fullmatch(value):
                raise ValueError("the change log takes ids only")


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """A change, and when it was committed according to the clock of that moment."""

    at: datetime
    change: Change
