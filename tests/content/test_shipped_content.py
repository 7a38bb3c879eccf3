"""The content that comes with the program."""

from __future__ import annotations

from giz_gesprek.content.checks import check_folders
from giz_gesprek.paths import content_dir


def test_the_shipped_content_has_no_errors() -> None:
    checked = check_folders([content_dir()])

    assert [str(each) for each in checked.findings if each.severity == "ERROR"] == []
    assert checked.figures is not None
