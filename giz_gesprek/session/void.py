"""What stood in a field when it was taken back: a screen can hold it still, and no draft does."""

from __future__ import annotations


class Void:
    """Texts that are no draft any more, until something else is typed."""

    def __init__(self) -> None:
        self._texts: frozenset[str] = frozenset()

    def take(self, *texts: str | None) -> None:
        """Keep none of these texts as a draft."""
        self._texts = frozenset(text for text in texts if text)

    def holds(self, text: str) -> bool:
        """Tell whether a text was taken back."""
        return text in self._texts
