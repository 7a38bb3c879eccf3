"""What README.md says has to be true: its commands, options, links and pictures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import click
import pytest

from giz_gesprek.cli.group import COMMANDS, giz_gesprek
from giz_gesprek.i18n import LANGUAGES

ROOT: Final = Path(__file__).resolve().parent.parent
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")

_LINK: Final = re.compile(r"\]\(([^)]+)\)")
_OPTION: Final = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
_COMMAND: Final = re.compile(r"\bgiz-gesprek ([a-z]+(?:-[a-z]+)*)")


def options() -> set[str]:
    context = click.Context(giz_gesprek)
    commands = [giz_gesprek, *(giz_gesprek.get_command(context, name) for name in COMMANDS)]
    return {
        declaration
        for command in commands
        if command is not None
        for option in command.get_params(context)
        for declaration in option.opts
    }


@pytest.mark.parametrize(
    "command", ["python3 -m pip install uv && uv run giz-gesprek demo", "uv run pytest"]
)
def test_the_two_commands_stand_alone_in_a_block(command: str) -> None:
    assert f"```\n{command}\n```" in README


@pytest.mark.parametrize("link", sorted(set(_LINK.findall(README))))
def test_every_link_leads_somewhere(link: str) -> None:
    if link.startswith("https://"):
        return
    path, _, heading = link.partition("#")
    assert (ROOT / path).exists()
    if heading:
        page = (ROOT / path).read_text(encoding="utf-8") if path else README
        headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
        assert heading in {title.lower().replace(" ", "-") for title in headings}


def test_every_option_exists() -> None:
    assert set(_OPTION.findall(README)) <= options()


def test_every_command_exists_and_is_named() -> None:
    assert set(_COMMAND.findall(README)) == set(COMMANDS)


def test_the_languages_of_the_screens_are_named() -> None:
    assert set(LANGUAGES) == {"nl", "en"}, "README: Languages other than Dutch"
