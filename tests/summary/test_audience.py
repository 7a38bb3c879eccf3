"""For whom a paper is, as it is written and read."""

from __future__ import annotations

import pytest

from giz_gesprek.summary.audience import (
    FAMILY,
    PROFESSIONAL,
    Audience,
    ForPerson,
    audience_written,
    for_recipient,
)


@pytest.mark.parametrize(
    ("written", "audience"),
    [
        ("family", FAMILY),
        ("professional", PROFESSIONAL),
        ("person:roos", ForPerson("roos")),
        ("recipient:school", for_recipient("school")),
        ("recipient:a:b", for_recipient("a:b")),
    ],
)
def test_an_audience_is_written_as_it_is_read(written: str, audience: Audience) -> None:
    assert audience_written(written) == audience
    assert str(audience) == written


@pytest.mark.parametrize("written", ["", "everybody", "Family", "person", "recipient:", "family:"])
def test_nobody_else_is_meant(written: str) -> None:
    assert audience_written(written) is None
