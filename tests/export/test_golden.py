"""The papers of the example, word for word; see ``tests/support/golden.py`` to write them anew."""

from __future__ import annotations

import pytest

from giz_gesprek.summary.audience import READERS, Readers
from tests.support.golden import golden_path, paper_of_today


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_the_example_s_paper_is_as_it_was_read_and_found_good(audience: Readers) -> None:
    assert paper_of_today(audience) == golden_path(audience).read_text(encoding="utf-8")
