"""A string that the voice can read. Loads nothing: every widget with words knows it."""

from __future__ import annotations

from typing import Self


class VoicedText(str):
    """Words of the content that know their language, and ``say`` where it is said otherwise.

    What is put together of it is an ordinary string again: nobody knows then what it is.
    """

    __slots__ = ("language", "say")

    language: str
    say: str | None

    def __new__(cls, text: str, language: str, say: str | None = None) -> Self:
        """Return ``text`` with what the voice needs."""
        made = super().__new__(cls, text)
        made.language = language
        made.say = say
        return made

    def strip(self, chars: str | None = None, /) -> VoicedText:
        """Return the same words without what surrounds them."""
        return VoicedText(super().strip(chars), self.language, self.say)
