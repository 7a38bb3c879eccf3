"""Clean text as a field of a record: what comes in is cleaned, and nothing at all is refused."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints

from giz_gesprek.conversation.text import LONGEST_LINE, LONGEST_NOTE, clean_line, clean_text


def _clean_if_text(value: object) -> object:
    return clean_text(value) if isinstance(value, str) else value


def _line_if_text(value: object) -> object:
    return clean_line(value) if isinstance(value, str) else value


def _not_empty(value: str) -> str:
    if not value:
        message = "text without any character that can be shown"
        raise ValueError(message)
    return value


Note = Annotated[
    str,
    BeforeValidator(_clean_if_text),
    StringConstraints(max_length=LONGEST_NOTE),
    AfterValidator(_not_empty),
]
"""Clean text of 1 to ``LONGEST_NOTE`` characters, possibly of several lines."""


ShortText = Annotated[
    str,
    BeforeValidator(_line_if_text),
    StringConstraints(max_length=LONGEST_LINE),
    AfterValidator(_not_empty),
]
"""Clean text on one line: a name, a label, an organisation."""
