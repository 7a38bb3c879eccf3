"""Words that espeak reads wrongly, and how they sound with the pronunciations of the content."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.spoken.support import said, shipped_pronunciations
from tests.support.phonemes import phonemes

MENDED = Path(__file__).parent / "golden" / "mended.txt"


def rows() -> list[tuple[str, str, str]]:
    lines = MENDED.read_text(encoding="utf-8").splitlines()[1:]
    return [(word, before, after) for word, before, after in (line.split(" | ") for line in lines)]


@pytest.mark.parametrize(("word", "before", "after"), rows())
def test_a_mended_word_sounds_as_it_should(word: str, before: str, after: str) -> None:
    [spoken] = said(word, pronunciations=shipped_pronunciations("nl"))

    assert phonemes(word, "nl") == before, "espeak changed: the word may need no mending any more"
    assert phonemes(spoken, "nl") == after


def test_every_pronunciation_is_heard_in_a_sentence() -> None:
    given = shipped_pronunciations("nl")

    assert {
        word: spoken
        for word, spoken in given.items()
        if said(f"Dit is {word} hier.", pronunciations=given) != [f"Dit is {spoken} hier."]
    } == {}
