"""What stands on a paper as a list: whom to call, labels with their values, people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SAID: Final = "“{}”"


@dataclass(frozen=True)
class Contact:
    """Whom to call and when; without a ``number``, ``label`` stands before where to write it."""

    text: str
    number: str | None = None
    label: str | None = None


@dataclass(frozen=True)
class Contacts:
    """Whom to call."""

    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class Row:
    """A label and its value; ``literal`` when the value is somebody's own words."""

    label: str
    value: str
    literal: bool = False
    language: str | None = None

    @property
    def marked(self) -> str:
        """The value, between marks where somebody said it."""
        return SAID.format(self.value) if self.literal else self.value


@dataclass(frozen=True)
class Rows:
    """Labels and values that belong together."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class PersonLine:
    """Somebody on a list of people."""

    name: str
    role: str
    organisation: str | None = None

    @property
    def text(self) -> str:
        """What is known of this person, as one line."""
        return ", ".join(filter(None, (self.name, self.role, self.organisation)))


@dataclass(frozen=True)
class PeopleList:
    """Who was there."""

    people: tuple[PersonLine, ...]
