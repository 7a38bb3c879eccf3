"""Clean text as a field of a record: what comes in is cleaned, and nothing at all is refused."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

from giz_gesprek.conversation.text import LONGEST_LINE, LONGEST_NOTE, clean_line, clean_text


def _note_if_text(value: object) -> object:
    return _not_empty(clean_text(value)) if isinstance(value, str) else value


def _line_if_text(value: object) -> object:
    return _not_empty(clean_line(value)) if isinstance(value, str) else value


def _not_empty(value: str) -> str:
    if not value:
        message = "text without any character that can be shown"
        raise ValueError(message)
    return value


# In this order pydantic looks at the length by itself, after the cleaning: a family has thousands.
Note = Annotated[str, StringConstraints(max_length=LONGEST_NOTE), BeforeValidator(_note_if_text)]
"""Clean text of 1 to ``LONGEST_NOTE`` characters, possibly of several lines."""


ShortText = Annotated[
    str, StringConstraints(max_length=LONGEST_LINE), BeforeValidator(_line_if_text)
]
"""Clean text on one line: a name, a label, an organisation."""
