"""The first start as lines: a passphrase, chosen with care, and who the professional is."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from giz_gesprek.i18n import _

if TYPE_CHECKING:
    from giz_gesprek.plain.form import Form
    from giz_gesprek.session.settings import SettingsDraft


def ask_who(form: Form) -> SettingsDraft:
    """Return who the professional is."""
    # What a record is, and what a passphrase is worth, is loaded behind the first lines.
    from giz_gesprek.session.settings import SettingsDraft

    form.lines.part()
    form.lines.say(
        _("Who are you?"),
        _("The family sees these on the paper that they take home, to know whom to call."),
    )
    return SettingsDraft(
        name=_needed(form, _("Your name"), _("Fill in how the family knows you.")),
        organisation=_needed(
            form, _("Your organisation"), _("Fill in the organisation that you work for.")
        ),
        phone=form.line(_("Your telephone number (if you like)")),
    )


def _needed(form: Form, label: str, missing: str) -> str:
    while not (typed := form.line(label)):
        form.lines.say(missing)
    return typed


def tell_what_is_kept(form: Form) -> None:
    """Say what this program keeps, and where."""
    form.lines.say(
        _("Welcome"),
        _(
            "This program keeps the conversations with your families on this computer only,"
            " in a file that is locked with your passphrase. It makes no contact with the"
            " internet."
        ),
        _("Do you have a backup? Stop here, and put it back with giz-gesprek restore."),
    )


def choose_passphrase(form: Form) -> str:
    """Return a passphrase that was typed twice and is not easy to guess."""
    lines = form.lines
    lines.part()
    lines.say(
        _("Choose a passphrase"),
        _(
            "Nobody can recover this passphrase, we cannot either. Without it"
            " everything that is kept here is lost. Keep it in a safe place."
        ),
    )
    return ask_passphrase_twice(form)


def ask_passphrase_twice(form: Form, own: Collection[str] = ()) -> str:
    """Return a passphrase that was typed twice and is not easy to guess.

    ``own`` are texts about the person or the family. Where somebody sits at a terminal, an empty
    line gets words by chance.
    """
    from giz_gesprek.session.passphrase_advice import advice_on, nothing_found  # as above

    lines = form.lines
    if lines.live:
        lines.say(_("Enter alone: the program proposes words."))
    while True:
        typed = lines.read_secret(_("Passphrase"))
        if not typed and lines.live:
            _propose(form)
        elif refused := advice_on(typed, own) if typed else _("Type a passphrase."):
            lines.say(refused)
        else:
            lines.say(nothing_found())
            if lines.read_secret(_("The same passphrase again")) == typed:
                return typed
            lines.say(_("The two are not the same. Type it once more."))


def _propose(form: Form) -> None:
    """Show words by chance until Enter is pressed, and take them off the terminal."""
    from giz_gesprek.session.passphrase_advice import propose  # as above

    form.lines.say(
        propose(),
        _("Write these words down on paper now. They are shown once."),
        _("Press Enter when they are on paper."),
    )
    form.lines.read()
    if not form.lines.empty():
        form.lines.say(_("The words stay in this window: close it when you are ready."))
