"""The papers of the example, word for word; see ``tests/support/golden.py`` to write them anew."""

from __future__ import annotations

import pytest

from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.audience import READERS, Readers
from tests.support.example import NEXT_TALK, TALK
from tests.support.golden import golden_path, paper_of_today


@pytest.mark.parametrize("talk", [TALK, NEXT_TALK], ids=["first visit", "next visit"])
@pytest.mark.parametrize("audience", READERS, ids=str)
def test_the_example_s_paper_is_as_it_was_read_and_found_good(
    audience: Readers, talk: Talk
) -> None:
    found_good = golden_path(audience, talk).read_text(encoding="utf-8")
    assert paper_of_today(audience, talk) == found_good
