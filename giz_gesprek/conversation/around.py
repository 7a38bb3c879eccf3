"""The people around the family: who there is, how close, what they help with, what they could do.

Owns what is kept of that in one conversation; the people themselves are the family's. The rules are
in ``gathering``.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.base import Identifier, Record

Ring = Literal["close", "near", "far"]
"""How close somebody is to the family, as the family says; it is no measure of anything."""

OtherParent = Literal["not_there", "rather_not"]
"""What was said of another parent who is not named: there is none, or rather nothing about that."""


class AroundPerson(Record):
    """Somebody around the family; ``present`` are those who sat at the table when it was told."""

    person_id: Identifier
    ring: Ring
    helps: OwnWords | None = None
    could: OwnWords | None = None
    present: tuple[Identifier, ...] = ()

    def with_words(self, helps: OwnWords | None, could: OwnWords | None) -> Self:
        """Return the same person with this said of them."""
        return type(self)(
            person_id=self.person_id,
            ring=self.ring,
            helps=helps,
            could=could,
            present=self.present,
        )

    @property
    def own_words(self) -> tuple[OwnWords, ...]:
        """What was said about them, literally."""
        return tuple(own for own in (self.helps, self.could) if own is not None)


class Around(Record):
    """Who there is around the family, each once, in the order in which they were named.

    ``opened``: the family looked at it, so it has a place in the conversation. ``no_longer`` are
    people of the time before who are not there any more, as the family says. ``many_professionals``
    is why more of them are needed than a family should have.
    """

    opened: bool = False
    people: tuple[AroundPerson, ...] = ()
    no_longer: tuple[Identifier, ...] = ()
    other_parent: OtherParent | None = None
    many_professionals: OwnWords | None = None

    @model_validator(mode="after")
    def _everybody_once(self) -> Self:
        named = [one.person_id for one in self.people]
        if len({*named}) != len(named):
            message = "somebody is around the family twice"
            raise ValueError(message)
        if not {*named}.isdisjoint(self.no_longer):
            message = "somebody is around the family and is not there any more"
            raise ValueError(message)
        return self
