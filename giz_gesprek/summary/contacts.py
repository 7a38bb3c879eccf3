"""Whom to call, and what a family has to know of its rights: on all its papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from giz_gesprek.conversation import calling
from giz_gesprek.conversation.naming import first_professional
from giz_gesprek.summary.document import Block, Heading, Note, Paragraph, Section
from giz_gesprek.summary.listed import Contact, Contacts
from giz_gesprek.summary.words import PaperNames

SUPPORTER: Final = "document.supporter"
COMPLAIN: Final = "document.complain"

_RIGHTS: Final = (SUPPORTER, COMPLAIN, "document.yours")
_TO_WRITE: Final = {
    calling.DOCTOR: "document.number_doctor",
    calling.MIDWIFE: "document.number_midwife",
}
"""What stands before the place for a number that differs from town to town."""
_NUMBER: Final = re.compile(r"\b\d[\d-]+\d\b")


def whom_to_call(words: PaperNames) -> Iterator[Block]:
    """Yield the own professional, by name, and the numbers for everybody."""
    title = words.text("document.help_now")
    yield Heading(title, 2, words.page_picture("help_now.title"))
    own = own_helper(words)
    contacts = [] if own is None else [own]
    told = calling.whom_to_call(is_expecting=calling.is_expecting(words.talk))
    contacts += [_to_write(words, text_id, contact(words.text(text_id))) for text_id in told]
    yield Contacts(tuple(contacts))


def own_helper(words: PaperNames) -> Contact | None:
    """Return the professional of this family; ``number`` is None where nobody typed it."""
    professional = first_professional(words.talk)
    if professional is None:
        return None
    name, number = words.person(professional.id), professional.phone
    if number is None:
        label = words.text("document.number_label")
        return Contact(words.text("document.call_own", name=name), label=label)
    return Contact(words.text("document.call_own_number", name=name, number=number), number)


def _to_write(words: PaperNames, text_id: str, found: Contact) -> Contact:
    """Return a contact with what stands before the place to write its number, if it has one."""
    label = _TO_WRITE.get(text_id)
    return found if label is None else replace(found, label=words.text(label))


def urgent_call(words: PaperNames) -> str | None:
    """Return the sentence to call the own professional soon, if there is one."""
    professional = first_professional(words.talk)
    if professional is None:
        return None
    name = words.person(professional.id)
    if professional.phone is None:
        return words.text("document.urgent_call", name=name)
    return words.text("document.urgent_call_number", name=name, number=professional.phone)


def rights(words: PaperNames) -> Section:
    """Return who helps to choose, where to complain, whose the paper is, and that it ends.

    After a no it is no report, and does not say that it was one.
    """
    told: list[Block] = [Paragraph(words.text(text_id)) for text_id in _RIGHTS]
    if words.talk.conversation.state != "declined":
        told.append(Note(words.text("document.end")))
    return Section("rights", Heading(words.text("document.always"), 2), tuple(told))


def contact(text: str) -> Contact:
    """Return a sentence that says whom to call; of two numbers the first is the short one."""
    number = _NUMBER.search(text)
    return Contact(text, number[0] if number else None)
