from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.support import ContentFolder, write_small_content


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    """A small content folder without a single finding."""
    return write_small_content(tmp_path / "content")


@pytest.fixture
def municipality(tmp_path: Path) -> ContentFolder:
    """An empty folder to lay over the content."""
    (tmp_path / "town").mkdir()
    return ContentFolder(tmp_path / "town")
