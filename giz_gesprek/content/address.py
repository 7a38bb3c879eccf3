"""The form in which a reader is addressed, and the folder in which each form is written.

``u`` stands in the folder of the language. Another form lies over it, in a folder of its own
beside it (``nl-je``) that holds only the texts whose words differ.
"""

from __future__ import annotations

from typing import Final, Literal

Address = Literal["u", "je"]
"""``u`` for every language in which nobody chooses between forms."""

PLAIN: Final[Address] = "u"
OVERLAID: Final[tuple[Address, ...]] = ("je",)
"""The forms that have a folder of their own."""


def folder_of(language: str, address: Address) -> str:
    """Return the folder that holds the words of ``language`` in this form."""
    return language if address == PLAIN else f"{language}-{address}"


def spoken_in(folder: str) -> tuple[str, Address]:
    """Return the language and the form of address of the texts in ``folder``."""
    for address in OVERLAID:
        language = folder.removesuffix(f"-{address}")
        if language not in {folder, ""}:
            return language, address
    return folder, PLAIN
