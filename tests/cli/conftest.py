"""What every test of a command gets: our own content, of which each file is parsed once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from giz_gesprek.content import yaml_file
from giz_gesprek.content.source import Source
from giz_gesprek.paths import content_dir

_read = yaml_file.read_source
_parsed = cache(_read)


@pytest.fixture(autouse=True)
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse no file of ours for every command anew: no test writes there."""
    ours = content_dir()

    def read(path: Path, *, may_be_empty: bool = False) -> Source:
        once = _parsed if path.is_relative_to(ours) else _read
        return once(path, may_be_empty=may_be_empty)

    monkeypatch.setattr(yaml_file, "read_source", read)
