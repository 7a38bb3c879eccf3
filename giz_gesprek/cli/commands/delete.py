"""``giz-gesprek delete``: a family, or one conversation, gone for good."""

from __future__ import annotations

import click

from giz_gesprek.cli.asked import is_wanted
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command, option
from giz_gesprek.errors import InputError, NotInStore
from giz_gesprek.i18n import N_, _


@command(
    "delete",
    help=N_(
        "Delete a family for good, or one of its conversations. It is asked first. The receipt that"
        " is printed holds nothing personal."
    ),
)
@option("--family", required=True, metavar="ID", help=N_("The family, by its id in the list."))
@option("--conversation", metavar="ID", help=N_("Only this conversation of the family."))
@option("--yes", is_flag=True, help=N_("Delete it without asking."))
@click.pass_obj
def delete(settings: Settings, *, family: str, conversation: str | None, yes: bool) -> None:
    """Ask, delete, and write the receipt."""
    from giz_gesprek.cli.opened import opened
    from giz_gesprek.session.clock import utc_now
    from giz_gesprek.session.deleting import (
        conversation_question,
        conversation_receipt,
        family_question,
        family_receipt,
    )
    from giz_gesprek.session.labels import conversation_in_words

    with opened(settings) as store:
        if conversation is None:
            labels = {row.id: row.label for row in store.families()}
            if family not in labels:
                raise NotInStore
            question = family_question(labels[family])
        else:
            talks = {talk.id: talk for talk in store.read(family).conversations}
            if conversation not in talks:
                raise NotInStore
            question = conversation_question(conversation_in_words(talks[conversation]))
        if not yes:
            click.echo(question, err=True)
            nobody = _("Nobody can be asked here. Add --yes to delete it.")
            if not is_wanted(_("Type yes or no"), nobody):
                raise InputError(_("Nothing was deleted."))
        now = utc_now()
        if conversation is None:
            told = family_receipt(store.delete_family(family, now))
        else:
            told = conversation_receipt(store.delete_conversation(family, conversation, now))
    click.echo(told)
