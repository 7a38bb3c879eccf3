"""The family and the people around it. Must not know what was asked or answered."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from giz_gesprek.content.address import PLAIN, Address
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.base import Identifier, Instant, Record, ShortText
from giz_gesprek.conversation.sharing import Custody, Recipient
from giz_gesprek.conversation.text_fields import Note

AgeBand = Literal["prenatal", "0-3", "4-7", "8-11", "12-15", "16+"]
"""Age in whole years, half-open: ``0-3`` is from birth up to the fourth birthday."""

Role = Literal[
    "parent",
    "other_parent",
    "foster_parent",
    "guardian",
    "child",
    "mentor",
    "curator",
    "interpreter",
    "companion",
    "client_supporter",
    "network",
    "professional",
]

Mark = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""What a document held at one moment, as SHA-256 in hexadecimal; see ``carrying``."""

SpeechRate = Literal["slow", "normal", "brisk"]
"""How fast the voice reads."""


class Person(Record):
    """Somebody who is talked about, talks, or helps. A first name or a pseudonym is enough."""

    id: Identifier
    name: ShortText
    role: Role
    age_band: AgeBand | None = None
    organisation: ShortText | None = None
    phone: ShortText | None = None

    @model_validator(mode="after")
    def _children_have_an_age_band(self) -> Self:
        if (self.role == "child") != (self.age_band is not None):
            message = "a child has an age_band, others have none"
            raise ValueError(message)
        return self


class FamilySettings(Record):
    """How this family likes the words and the voice. Never kept per answer.

    ``voice`` is the name of one, or None for the one that reads to every family. On another
    computer there may be none of that name.
    """

    rung: Rung = "easy"
    language: Identifier = "nl"
    address: Address = PLAIN
    read_aloud: bool = False
    speech_rate: SpeechRate = "normal"
    voice: Identifier | None = None
    pictures: bool = True


class OwnExample(Record):
    """What a professional wrote for this family as an example of an answer to one text.

    It helps to answer, and is no answer: it stands on no paper.
    """

    text_id: Identifier
    text: Note
    author_id: Identifier
    at: Instant


class Family(Record):
    """A family under a label of the professional's choice; one own example a text at most.

    ``recipients`` are those with whom something can be shared, and ``custody`` what was said about
    who decides about which child. ``carried`` marks what it held each time that it was given along
    as a file; see ``carrying``.
    """

    id: Identifier
    label: ShortText
    people: tuple[Person, ...] = ()
    settings: FamilySettings = FamilySettings()
    examples: tuple[OwnExample, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    custody: tuple[Custody, ...] = ()
    carried: tuple[Mark, ...] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        if len({person.id for person in self.people}) != len(self.people):
            message = "two people have the same id"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _examples_fit(self) -> Self:
        if len({example.text_id for example in self.examples}) != len(self.examples):
            message = "one text has two own examples"
            raise ValueError(message)
        if {example.author_id for example in self.examples} - {one.id for one in self.people}:
            message = "nobody in the family wrote this example"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _sharing_fits(self) -> Self:
        if len({recipient.id for recipient in self.recipients}) != len(self.recipients):
            message = "two recipients have the same id"
            raise ValueError(message)
        named = {one for said in self.custody for one in (said.person_id, said.child_id)}
        if named - {one.id for one in self.people}:
            message = "nobody in the family is the one who decides, or the child"
            raise ValueError(message)
        return self

    def recipient(self, recipient_id: str) -> Recipient:
        """Return the recipient with this id; raises ``KeyError`` when there is none."""
        for recipient in self.recipients:
            if recipient.id == recipient_id:
                return recipient
        raise KeyError(recipient_id)

    def person(self, person_id: str) -> Person:
        """Return the person with this id; raises ``KeyError`` when there is none."""
        for person in self.people:
            if person.id == person_id:
                return person
        raise KeyError(person_id)

    @property
    def children(self) -> tuple[Person, ...]:
        """The children, in the order in which they were entered."""
        return tuple(person for person in self.people if person.role == "child")
