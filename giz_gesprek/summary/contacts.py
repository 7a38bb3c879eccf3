"""Whom to call, and where to go with a question or a complaint: on every paper of a family."""

from __future__ import annotations

import re
from typing import Final

from giz_gesprek.summary.document import Contact

HELP: Final = ("help_now.danger", "help_now.violence", "help_now.suicide", "help_now.doctor")
"""The texts that say whom to call, the most urgent first."""

SUPPORTER: Final = "document.supporter"
COMPLAIN: Final = "document.complain"

_NUMBER: Final = re.compile(r"\b\d[\d-]+\d\b")


def contact(text: str) -> Contact:
    """Return a sentence that says whom to call, with the first number in it."""
    number = _NUMBER.search(text)
    return Contact(text, number[0] if number else None)
