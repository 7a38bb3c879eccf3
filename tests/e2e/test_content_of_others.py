"""The words of a municipality in a real terminal: shown, or refused before a screen opens."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.conversation import choosing
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.errors import ExitCode
from giz_gesprek.paths import CONTENT_VARIABLE
from tests.content.support import ContentFolder
from tests.support.dossiers import last_talk
from tests.support.program import EXAMPLE_TOWN
from tests.support.talking import at_table, keep_in_store, open_again, unlock
from tests.support.terminal import Terminal

pytestmark = pytest.mark.needs_posix("a terminal")

SPROUT: Final = ("███ ▄", "█  █▄▄█", "▀▀▀▀▀▀▀▀▀▀▀▀")
"""Rows of the picture of the topic."""


@pytest.fixture
def town(tmp_path: Path) -> ContentFolder:
    """A copy of the example municipality."""
    shutil.copytree(EXAMPLE_TOWN, tmp_path / "town")
    return ContentFolder(tmp_path / "town")


@pytest.mark.parametrize("command", [(), ("demo",)])
def test_a_mistake_is_told_before_a_screen_opens(
    environment: dict[str, str], store_path: Path, town: ContentFolder, command: tuple[str, ...]
) -> None:
    keep_in_store(store_path, at_table())
    before = store_path.read_bytes()
    town.change("easy_language/nl/voorbeeldstad.yaml", "title: Tuin en buren", "title: no")

    with Terminal(environment, "--content", town.path, *command) as terminal:
        assert terminal.wait_until_gone() == ExitCode.INPUT
        left = terminal.left_on_screen()

    assert "voorbeeldstad.yaml:9:" in left
    assert "Traceback" not in left
    assert store_path.read_bytes() == before


def test_a_topic_of_a_municipality_is_shown_with_its_words_and_picture(
    environment: dict[str, str], store_path: Path, town: ContentFolder
) -> None:
    dossier = at_table("housing")
    talk = choosing.choose_topic(last_talk(dossier), "surroundings", "allotment")
    first = QuestionStep("strengths", "allotment", None, "parent")
    talk = talk.changed(position=first.position)
    keep_in_store(store_path, talk.dossier)

    with Terminal({**environment, CONTENT_VARIABLE: str(town.path)}) as terminal:
        unlock(terminal)
        open_again(terminal)
        terminal.wait_for("Tuin en buren", "In elke wijk is een tuin.")
        shown = terminal.still_screen()
        assert [row for row in SPROUT if row not in shown] == []


def test_help_now_has_the_number_of_the_municipality(
    environment: dict[str, str], town: ContentFolder
) -> None:
    with Terminal(environment, "--content", town.path, "demo") as terminal:
        terminal.wait_for("Verder")
        terminal.press("F8")
        terminal.wait_for("Bel in de avond de post van Voorbeeldstad.", "012-3456789")
