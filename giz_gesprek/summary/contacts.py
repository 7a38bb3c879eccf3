"""Whom to call, and what a family has to know of its rights: at the end of all its papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from giz_gesprek.conversation.naming import first_professional
from giz_gesprek.summary.document import Block, Contact, Contacts, Heading, Paragraph
from giz_gesprek.summary.words import PaperNames

HELP: Final = ("help_now.danger", "help_now.violence", "help_now.suicide", "help_now.doctor")
"""The texts that say whom to call, the most urgent first."""

SUPPORTER: Final = "document.supporter"
COMPLAIN: Final = "document.complain"

_RIGHTS: Final = (SUPPORTER, COMPLAIN, "document.yours")
_NUMBER: Final = re.compile(r"\b\d[\d-]+\d\b")


def whom_to_call(words: PaperNames) -> Iterator[Block]:
    """Yield the numbers, the own professional last."""
    title = words.text("document.help_now")
    yield Heading(title, 2, words.page_picture("help_now.title", title))
    contacts = [contact(words.text(text_id)) for text_id in HELP]
    professional = first_professional(words.talk)
    if professional is not None and professional.phone is not None:
        number = professional.phone
        contacts.append(Contact(words.text("help_now.own", number=number), number))
    yield Contacts(tuple(contacts))


def rights(words: PaperNames) -> Iterator[Block]:
    """Yield who helps to choose, where to complain, and whose the paper is."""
    yield Heading(words.text("document.always"), 2)
    for text_id in _RIGHTS:
        yield Paragraph(words.text(text_id))


def contact(text: str) -> Contact:
    """Return a sentence that says whom to call; of two numbers the first is the short one."""
    number = _NUMBER.search(text)
    return Contact(text, number[0] if number else None)
