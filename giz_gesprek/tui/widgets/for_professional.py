"""A line for the professional on a screen that the family sees too: nobody reads it aloud."""

from __future__ import annotations

from textual.widgets import Static


class ForProfessional(Static):
    """What the professional has still to do, in a few words."""

    DEFAULT_CSS = "ForProfessional { height: auto; color: $text-muted; }"

    def __init__(self, text: str) -> None:
        super().__init__(text, markup=False)
