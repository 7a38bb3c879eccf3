"""Copying for a record where only the terminal has a clipboard: tmux shows what came there."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.conversation.steps import ExportStep
from tests.support.talking import (
    ORGANISATION,
    PROFESSIONAL,
    Talk,
    at_table,
    keep_in_store,
    open_again,
    unlock,
)
from tests.support.terminal import SMALL, Terminal
from tests.support.waiting import wait_until

pytestmark = pytest.mark.needs_posix("a terminal")


def test_a_text_is_copied_after_asking_and_is_gone_when_the_program_ends(
    environment: dict[str, str], store_path: Path
) -> None:
    keep_in_store(store_path, at_table("eating_sleeping", position=ExportStep()))
    with Terminal(environment, size=SMALL) as terminal:
        talk = Talk(terminal)
        unlock(terminal)
        open_again(terminal)
        talk.sees(talk.text("export.ask"))
        terminal.press("2")
        terminal.press("Enter")
        terminal.click(talk.text("export.copy"))
        talk.sees(talk.text("export.copy_ask"))
        assert terminal.clipboard == ""
        terminal.click(talk.text("export.copy_yes"))
        talk.sees(talk.text("export.sent"))
        lines = terminal.clipboard.splitlines()
        assert f"Opgesteld door: {PROFESSIONAL}" in lines
        assert f"Organisatie: {ORGANISATION}" in lines
        terminal.press("Escape", "C-q")
        terminal.click(talk.text("button.stop_here"))
        assert terminal.wait_until_gone() == 0
        wait_until(lambda: not terminal.clipboard.strip(), "nothing of ours on the clipboard")
