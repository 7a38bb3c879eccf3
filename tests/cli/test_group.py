"""The table of commands, and the words of --help."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest

import giz_gesprek
from giz_gesprek import i18n
from giz_gesprek.cli import click_messages, main
from giz_gesprek.cli.commands.content import CONTENT_COMMANDS
from giz_gesprek.cli.commands.voice import VOICE_COMMANDS
from giz_gesprek.cli.group import COMMANDS, Entry, LazyGroup
from giz_gesprek.cli.group import giz_gesprek as giz_gesprek_group
from giz_gesprek.cli.translated import TranslatedCommand, TranslatedOption
from giz_gesprek.cli.width import help_width


@pytest.mark.parametrize("table", [COMMANDS, CONTENT_COMMANDS, VOICE_COMMANDS])
def test_every_command_in_a_table_exists(table: Mapping[str, Entry]) -> None:
    for name in table:
        command = LazyGroup(table=table).get_command(click.Context(click.Command("x")), name)
        assert isinstance(command, TranslatedCommand)
        assert command.help


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_help_names_every_command_in_the_language(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--language", language, "--help"]) == 0
    out = capsys.readouterr().out
    for name, entry in COMMANDS.items():
        assert f"  {name}" in out
        assert i18n._(entry.short_help)[:20] in out
    assert ("Opties:" in out) == (language == "nl")


def test_help_fits_in_eighty_columns(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"giz-gesprek {giz_gesprek.__version__}\n"


def test_help_follows_a_change_of_language() -> None:
    command = TranslatedCommand("x", help="Check the questions and texts.")
    context = click.Context(command)
    assert "De vragen en teksten controleren." in command.get_help(context)
    assert "Toon deze uitleg" in command.get_help(context)
    i18n.install("en")
    assert "Check the questions and texts." in command.get_help(context)
    assert "Show this message" in command.get_help(context)
    assert TranslatedOption(["--bare"]).help is None


def click_sources() -> Iterator[str]:
    for path in Path(inspect.getfile(click)).parent.glob("*.py"):
        yield path.read_text(encoding="utf-8")


def test_the_sentences_kept_for_click_are_still_what_click_says() -> None:
    source = "\n".join(click_sources())
    kept = [*click_messages.MESSAGES, *(form for pair in click_messages.PLURALS for form in pair)]
    gone = [text for text in kept if text.replace("\n", "\\n").replace("\t", "\\t") not in source]
    assert gone == []


@pytest.mark.parametrize("columns", ["", "30", "60", "79", "80", "200", "0", "many"])
def test_a_help_text_is_as_wide_as_click_would_have_it(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert help_width() == max(min(shutil.get_terminal_size().columns, 80) - 2, 50)


def given_once() -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each option that has a value and can be given once, behind the words of its command."""
    tables = {(): COMMANDS, ("content",): CONTENT_COMMANDS, ("voice",): VOICE_COMMANDS}
    found: list[tuple[tuple[str, ...], click.Command]] = [((), giz_gesprek_group)]
    for before, table in tables.items():
        group = LazyGroup(table=table)
        for name in table:
            command = group.get_command(click.Context(click.Command("x")), name)
            assert command is not None
            found.append(((*before, name), command))
    for words, command in found:
        for option in command.params:
            if isinstance(option, click.Option) and not option.is_flag and not option.multiple:
                yield words, option.opts[0]


def test_an_option_that_is_given_twice_says_so_in_every_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    every = list(given_once())
    assert ((), "--store") in every
    assert (("log",), "--output") in every
    for words, option in every:
        given = [option, "een", f"{option}=twee"]
        assert main([*words, *given] if words else [*given, "families"]) == 2, (words, option)
        command = " ".join(("giz-gesprek", *words))
        assert capsys.readouterr().err == (
            f"{option} kan maar één keer. Laat er één weg. Zie {command} --help.\n"
        )


def test_what_can_be_given_more_than_once_still_can_and_help_helps(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["booklet", "--output", "a", "--output", "b", "--help"]) == 0
    assert "--output" in capsys.readouterr().out
    topics = ["--topic", "housing", "--topic", "safety", "--force", "--force"]
    assert main(["booklet", "--phase", "x", "--output", "b.pdf", *topics]) == 2
    assert "--phase" in capsys.readouterr().err


def test_what_is_given_empty_is_refused_by_its_name_in_every_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for words, option in given_once():
        given = [option, ""]
        assert main([*words, *given] if words else [*given, "families"]) == 2, (words, option)
        command = " ".join(("giz-gesprek", *words))
        assert capsys.readouterr().err == (
            f"Er staat niets in {option}. Vul het in, of laat het weg. Zie {command} --help.\n"
        )
    for words, name in (
        (("import",), "FILE"),
        (("check-text", "--register", "standard"), "FILE"),
        (("voice", "add"), "FILE"),
        (("content", "new-language"), "CODE"),
    ):
        assert main([*words, ""]) == 2
        assert capsys.readouterr().err.startswith(f"Er staat niets in {name}. "), words


def test_a_usage_error_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-text", "x.txt"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
