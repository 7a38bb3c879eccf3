"""The options of ``giz-gesprek`` and the table of its commands.

Owns the names; it imports no command, so that ``--help`` costs little more than click.
A command is a line in :data:`COMMANDS` and a module in :mod:`giz_gesprek.cli.commands`
that holds a function decorated with ``@command(...)`` from :mod:`giz_gesprek.cli.translated`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import click

from giz_gesprek import __version__
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import TranslatedGroup, option
from giz_gesprek.cli.width import help_width
from giz_gesprek.i18n import DEFAULT_LANGUAGE, LANGUAGE_VARIABLE, LANGUAGES, N_, _
from giz_gesprek.paths import CONTENT_VARIABLE, from_home


class Entry(NamedTuple):
    """Where a command is, and what ``--help`` says about it."""

    module: str
    attribute: str
    short_help: str


COMMANDS = {
    "demo": Entry(
        "giz_gesprek.cli.commands.demo", "demo", N_("Look around with an invented family.")
    ),
    "plain": Entry(
        "giz_gesprek.cli.commands.plain", "plain", N_("Talk in lines of text, without a screen.")
    ),
    "families": Entry(
        "giz_gesprek.cli.commands.families", "families", N_("List the families that are kept.")
    ),
    "log": Entry(
        "giz_gesprek.cli.commands.log", "log", N_("Tell who looked at a family and wrote.")
    ),
    "export": Entry(
        "giz_gesprek.cli.commands.export", "export", N_("Write a conversation as a document.")
    ),
    "import": Entry(
        "giz_gesprek.cli.commands.import_family",
        "import_family",
        N_("Take over a family from a file."),
    ),
    "backup": Entry(
        "giz_gesprek.cli.commands.backup", "backup", N_("Make a backup: one encrypted file.")
    ),
    "restore": Entry("giz_gesprek.cli.commands.restore", "restore", N_("Put back a backup.")),
    "passphrase": Entry(
        "giz_gesprek.cli.commands.passphrase", "passphrase", N_("Change the passphrase.")
    ),
    "delete": Entry(
        "giz_gesprek.cli.commands.delete", "delete", N_("Delete a family or a conversation.")
    ),
    "wipe": Entry("giz_gesprek.cli.commands.wipe", "wipe", N_("Delete everything for good.")),
    "booklet": Entry(
        "giz_gesprek.cli.commands.booklet", "booklet", N_("Make an empty booklet to print.")
    ),
    "say": Entry("giz_gesprek.cli.commands.say", "say", N_("Read a text aloud.")),
    "voice": Entry(
        "giz_gesprek.cli.commands.voice", "voice", N_("Add a voice of your own, or remove it.")
    ),
    "doctor": Entry(
        "giz_gesprek.cli.commands.doctor", "doctor", N_("Look at what works on this computer.")
    ),
    "check": Entry("giz_gesprek.cli.commands.check", "check", N_("Check the questions and texts.")),
    "content": Entry(
        "giz_gesprek.cli.commands.content", "content", N_("Add a language to the texts.")
    ),
    "check-text": Entry(
        "giz_gesprek.cli.commands.check_text", "check_text", N_("Check sentences, one a line.")
    ),
    "example": Entry(
        "giz_gesprek.cli.commands.example", "example", N_("Print an invented family as JSON.")
    ),
    "schema": Entry(
        "giz_gesprek.cli.commands.schema", "schema", N_("Print the JSON Schema of a family.")
    ),
}


class LazyGroup(TranslatedGroup):
    """A group whose commands are imported at the moment they are run.

    Attributes:
        table: where each command is, by name.

    """

    def __init__(self, *arguments: Any, table: Mapping[str, Entry], **attributes: Any) -> None:  # noqa: ANN401  # as click
        """Take the table, and what click wants."""
        super().__init__(*arguments, **attributes)
        self.table = table

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401  # as click
    ) -> click.Context:
        """Read the arguments; refuse one that the system cannot be asked about."""
        for argument in args:
            try:
                odd = b"\0" in os.fsencode(argument)
            except UnicodeEncodeError:  # half a character, as Windows allows
                odd = True
            if odd:
                raise click.UsageError(
                    _("An argument holds a character that no name can have. Type it again.")
                )
        extra.setdefault("terminal_width", help_width())
        return super().make_context(info_name, args, parent, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command called *cmd_name*; None where there is none."""
        entry = self.table.get(cmd_name)
        if entry is None:
            return None
        found = getattr(import_module(entry.module), entry.attribute)
        if not isinstance(found, click.Command):
            raise TypeError(f"{entry.module}.{entry.attribute} is not a click command")
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table, without importing what it names."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(entry.short_help)) for name, entry in self.table.items()])


def _print_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  # as click
    if wanted and not ctx.resilient_parsing:
        click.echo(f"giz-gesprek {__version__}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    invoke_without_command=True,
    help=N_("A conversation between a family and a professional. Starts the app without COMMAND."),
)
@option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PATH",
    help=N_("The file with families, instead of the one in your data folder."),
)
@option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=N_("Read the passphrase from the first line of this file."),
)
@option(
    "--passphrase-fd",
    type=int,
    metavar="N",
    help=N_("Read the passphrase from this open file descriptor."),
)
@option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=DEFAULT_LANGUAGE,
    envvar=LANGUAGE_VARIABLE,
    show_default=True,
    help=N_("The language of these messages and of the professional's screens."),
)
@option(
    "--content",
    type=click.Path(path_type=Path),
    envvar=CONTENT_VARIABLE,
    show_envvar=True,
    metavar="DIR",
    help=N_("Your own folder with questions and texts, laid over those of the program."),
)
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help=N_("Show the version and exit."),
)
@click.pass_context
def giz_gesprek(
    ctx: click.Context,
    store: Path | None,
    passphrase_file: Path | None,
    passphrase_fd: int | None,
    language: str,
    content: Path | None,
) -> int:
    """Keep what was chosen for the command; without a command, start the app."""
    if passphrase_file is not None and passphrase_fd is not None:
        raise click.UsageError(_("Choose one of --passphrase-file and --passphrase-fd."), ctx)
    if content is not None:
        from giz_gesprek.cli.content import refuse_other_folders  # as the commands

        content = from_home(content)  # as a shell does; a variable may come from elsewhere
        refuse_other_folders(content)
    settings = Settings(store, passphrase_file, passphrase_fd, language, content)
    ctx.obj = settings
    if ctx.invoked_subcommand is not None:
        return 0
    # The app brings Textual and pydantic with it.
    from giz_gesprek.cli.commands.app import run_app

    return run_app(settings)
