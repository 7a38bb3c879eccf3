"""Click commands and options whose help is looked up when it is shown.

Owns the seam between click and our catalogue. A help text is given as
``N_("English sentence.")``; reading ``command.help`` or ``option.help`` gives it in the
language of that moment. What click itself says comes from our catalogue too: the list
of those sentences is in :mod:`giz_gesprek.cli.click_messages`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import click

from giz_gesprek.i18n import _


class _TranslatedHelp:
    """Gives ``help`` in the language in use; keeps the message id it was set to."""

    _help_id: str | None = None

    @property
    def help(self) -> str | None:
        """The help text, translated."""
        return _(self._help_id) if self._help_id else None

    @help.setter
    def help(self, message: str | None) -> None:
        self._help_id = message


class TranslatedOption(_TranslatedHelp, click.Option):
    """An option with translated help."""


class TranslatedArgument(_TranslatedHelp, click.Argument):
    """An argument with translated help."""


class TranslatedCommand(_TranslatedHelp, click.Command):
    """A command with translated help, that refuses what would be taken for something else."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; refuse an empty one, and an option of which only the last counts."""
        values, _rest, given = self.make_parser(ctx).parse_args(list(args))
        if not any(each.is_eager for each in given):  # then nothing is done with the others
            for each in given:
                is_option = isinstance(each, click.Option)
                name = each.opts[0] if is_option else each.make_metavar(ctx).strip("[]")
                if _has_one_value(each) and given.count(each) > 1:
                    sentence = _("{option} can be given once only. Leave one out.")
                    raise click.UsageError(sentence.format(option=name), ctx)
                value = values.get(each.name or "")
                if value == "" or (isinstance(value, list | tuple) and "" in value):
                    sentence = _("There is nothing in {name}. Fill it in, or leave it out.")
                    raise click.UsageError(sentence.format(name=name), ctx)
        return super().parse_args(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that click adds to every command, with our help."""
        found = super().get_help_option(ctx)
        if found is not None:
            # Click keeps the option, so the language may have changed since.
            found.help = _("Show this message and exit.")
        return found


def _has_one_value(parameter: click.Parameter) -> bool:
    """Tell whether this is an option of which only the last would count."""
    is_value = isinstance(parameter, click.Option) and not parameter.is_flag
    return is_value and not parameter.multiple


class TranslatedGroup(TranslatedCommand, click.Group):
    """A group with translated help."""


def option(*declarations: str, **attributes: Any) -> Callable[..., Any]:  # noqa: ANN401  # as click
    """Decorate with an option; ``help`` is a message id."""
    return click.option(*declarations, cls=TranslatedOption, **attributes)


def argument(*declarations: str, **attributes: Any) -> Callable[..., Any]:  # noqa: ANN401  # as click
    """Decorate with an argument; ``help`` is a message id."""
    return click.argument(*declarations, cls=TranslatedArgument, **attributes)


command = partial(click.command, cls=TranslatedCommand)
"""Decorate a function as a command; ``help`` is a message id."""
