"""One conversation of a family, seen whole: what can be asked, who there is, what was said.

The value that everything takes which needs a conversation, and gives back changed. Knows no
rule of the conversation: what follows from it is derived elsewhere, and only remembered here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final, TypeVar, cast

from giz_gesprek.content.framework import Framework
from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.conversation.people import Family

_Derived = TypeVar("_Derived")

_PLACE: Final = frozenset({"position", "left_at"})
"""What moving changes: where the conversation stands, and where it was left."""
_TOLD: Final = _PLACE | {"views", "differences", "advice", "conclusions", "wording"}
"""What answering changes as well."""


@dataclass(frozen=True)
class Talk:
    """A framework, a dossier, and which of its conversations is meant.

    Raises:
        KeyError: the dossier has no conversation with this id.

    """

    framework: Framework
    dossier: Dossier
    conversation_id: str
    _memo: dict[Callable[[Talk], Any], Any] = field(
        init=False, compare=False, repr=False, default_factory=dict
    )
    _memo_before: dict[Callable[[Talk], Any], Any] = field(
        init=False, compare=False, repr=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        # Found here, so that a talk without a conversation does not exist.
        _ = self.conversation

    @cached_property
    def conversation(self) -> Conversation:
        """The conversation itself."""
        return self.dossier.conversation(self.conversation_id)

    @property
    def family(self) -> Family:
        """The family of this conversation."""
        return self.dossier.family

    @cached_property
    def earlier(self) -> tuple[Conversation, ...]:
        """The conversations of this family that began before this one, the oldest first."""
        began = self.conversation.started_at
        before = [other for other in self.dossier.conversations if other.started_at < began]
        return tuple(sorted(before, key=lambda other: other.started_at))

    def changed(self, **updates: object) -> Talk:
        """Return the talk whose conversation has these fields; nothing else is different."""
        conversation = self.conversation.model_copy(update=updates)
        if updates.keys() <= _PLACE:
            return self._with_same_words(self.dossier.with_conversation(conversation))
        changed = self.with_conversation(conversation)
        if updates.keys() <= _TOLD:
            object.__setattr__(changed, "_memo_before", self._memo_before)
        return changed

    def with_conversation(self, conversation: Conversation) -> Talk:
        """Return the talk about ``conversation``, which takes its place in the dossier."""
        dossier = self.dossier.with_conversation(conversation)
        return replace(self, dossier=dossier, conversation_id=conversation.id)

    def with_family(self, family: Family) -> Talk:
        """Return the talk with ``family`` as it is now; what was said stays."""
        dossier = self.dossier.model_copy(update={"family": family})
        if family.people != self.family.people:
            return replace(self, dossier=dossier)
        return self._with_same_words(dossier)

    def once(self, derive: Callable[[Talk], _Derived]) -> _Derived:
        """Return ``derive(self)``, derived once for as long as the conversation only moves.

        ``derive`` looks at the framework, at the people and at what was said and chosen; it may
        look neither at how the family likes the words nor at where the conversation stands.
        """
        if derive not in self._memo:
            self._memo[derive] = derive(self)
        return cast("_Derived", self._memo[derive])

    def once_before(self, derive: Callable[[Talk], _Derived]) -> _Derived:
        """Return ``derive(self)``, derived once for as long as only answers are given.

        ``derive`` looks at the framework, at the people, at who sits here and what waits for a
        moment alone, and at the conversations before this one; it may not look at what is answered
        in this one. However many there were before, an answer takes no longer.
        """
        if derive not in self._memo_before:
            self._memo_before[derive] = derive(self)
        return cast("_Derived", self._memo_before[derive])

    def _with_same_words(self, dossier: Dossier) -> Talk:
        """Return the talk in a dossier where the same was said and chosen: it knows as much."""
        same = replace(self, dossier=dossier)
        object.__setattr__(same, "_memo", self._memo)
        object.__setattr__(same, "_memo_before", self._memo_before)
        return same
