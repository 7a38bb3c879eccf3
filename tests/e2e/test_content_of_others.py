"""The words of a municipality in a real terminal: shown, or refused before a screen opens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from giz_gesprek.errors import ExitCode
from giz_gesprek.paths import CONTENT_VARIABLE
from tests.content.support import ContentFolder
from tests.support.program import EXAMPLE_TOWN
from tests.support.talking import at_table, keep_in_store, unlock
from tests.support.terminal import Terminal

pytestmark = pytest.mark.needs_posix


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


def test_a_topic_of_a_municipality_is_chosen_with_its_words_and_picture(
    environment: dict[str, str], town: ContentFolder
) -> None:
    with Terminal({**environment, CONTENT_VARIABLE: str(town.path)}, "demo") as terminal:
        terminal.wait_for("Verder")
        print(terminal.screen())
