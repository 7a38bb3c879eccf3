"""Something in which own words are typed, and which can keep them as a draft at any moment."""

from __future__ import annotations


class Drafting:
    """Mixed into a widget or screen."""

    def keep_draft(self) -> None:
        """Keep what is typed and is not kept yet; an error of the store is told, not raised."""
        raise NotImplementedError
