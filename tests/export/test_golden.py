"""The papers of the example, word for word; see ``tests/support/golden.py`` to write them anew."""

from __future__ import annotations

import pytest

from giz_gesprek.summary.items import Audience
from tests.support.golden import AUDIENCES, golden_path, paper_of_today


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_example_s_paper_is_as_it_was_read_and_found_good(audience: Audience) -> None:
    assert paper_of_today(audience) == golden_path(audience).read_text(encoding="utf-8")
