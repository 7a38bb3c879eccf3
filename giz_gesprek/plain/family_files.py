"""A family as a file, in lines: giving one along, and taking one over."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from typing import TYPE_CHECKING

from giz_gesprek.errors import GizError
from giz_gesprek.i18n import _
from giz_gesprek.plain.first_run import ask_passphrase_twice
from giz_gesprek.plain.form import Back
from giz_gesprek.session.family_files import explanation, warning

if TYPE_CHECKING:
    from giz_gesprek.plain.form import Form
    from giz_gesprek.session.family_files import FamilyFiles


def give_along(form: Form, files: FamilyFiles, family_id: str, names: Collection[str] = ()) -> None:
    """Ask for a passphrase and a place, and write the family there.

    Raises:
        Back: the question was left.

    """
    lines = form.lines
    lines.part()
    lines.say(_("Give this family along as a file"), warning())
    passphrase = ask_passphrase_twice(form, names)
    while True:
        place = form.path(_("The file goes here"), files.usual_place())
        lines.say(_("One moment: this takes a few seconds."))
        try:
            path = files.write(family_id, str(place), passphrase)
        except GizError as error:
            lines.say(str(error))
        else:
            lines.say(_("The file is here: {path}").format(path=path))
            return


def take_over(form: Form, files: FamilyFiles) -> None:
    """Ask for a file and its passphrase, say what is in it, and take it over; or go back."""
    form.lines.part()
    form.lines.say(_("Take over a file"), explanation())
    with suppress(Back):
        while not _took_over(form, files):
            pass


def _took_over(form: Form, files: FamilyFiles) -> bool:
    """Ask once; False after saying what was wrong with what was typed."""
    lines = form.lines
    place = str(form.path(_("The file is here")))
    passphrase = lines.read_secret(_("Passphrase of the file"))
    lines.say(_("One moment: this takes a few seconds."))
    try:
        found = files.look_into(place, passphrase)
        lines.say(*found.holds, found.told)
        ways = {True: _("Take over this family"), False: _("Back")}
        if found.can_be_taken and form.choice(_("What do you want to do?"), ways):
            lines.say(files.take_over(found))
    except GizError as error:
        lines.say(str(error))
        return False
    return True
