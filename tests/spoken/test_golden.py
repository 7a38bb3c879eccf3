"""The spoken forms that must hold, as text and as what espeak makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.spoken.support import said, shipped_pronunciations
from tests.support.phonemes import sounds

GOLDEN = Path(__file__).parent / "golden"


def rows() -> list[tuple[str, str, str, str]]:
    """Return language, shown, said, and written out, of every line of the lists."""
    found = []
    for path in sorted(GOLDEN.glob("??.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("# "):
                shown, said, written_out = (part.strip() for part in line.split(" | "))
                found.append((path.stem, shown, said, written_out))
    return found


@pytest.mark.parametrize(("language", "shown", "spoken", "written_out"), rows())
def test_it_is_said_as_somebody_would_say_it(
    language: str, shown: str, spoken: str, written_out: str
) -> None:
    assert said(shown, language, shipped_pronunciations(language)) == [spoken]
    assert sounds(spoken, language) == sounds(written_out, language)


def test_the_lists_are_long_enough() -> None:
    assert sum(language == "nl" for language, *_rest in rows()) >= 80
