"""What docs/plain.md says has to be true: every command is there, and none that is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from giz_gesprek.plain.help import SIGNS

PAGE: Final = (Path(__file__).resolve().parent.parent / "docs" / "plain.md").read_text("utf-8")
_ROW: Final = re.compile(r"^\| (`.+?`(?:, `.+?`)*)", re.MULTILINE)


def test_the_page_names_every_command_of_a_step_and_no_other() -> None:
    named = {sign for row in _ROW.findall(PAGE) for sign in re.findall(r"`(/[a-z]+)`", row)}
    assert named == {sign for sign in SIGNS if re.fullmatch(r"/[a-z]+", sign)}
