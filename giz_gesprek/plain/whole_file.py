"""The file with families as a whole, in lines: a backup, putting one back, and the rest."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from giz_gesprek.errors import GizError
from giz_gesprek.i18n import _
from giz_gesprek.plain.first_run import ask_passphrase_twice
from giz_gesprek.plain.form import Back
from giz_gesprek.session.whole_file import look
from giz_gesprek.session.whole_file_words import (
    backup_explanation,
    is_wipe_word,
    passphrase_explanation,
    restore_explanation,
    wipe_explanation,
    wipe_word,
)

if TYPE_CHECKING:
    from giz_gesprek.plain.form import Form
    from giz_gesprek.plain.lines import Lines
    from giz_gesprek.session.whole_file import WholeFile

_Way = Literal["backup", "restore", "passphrase", "wipe", "back"]


def remind(lines: Lines, file: WholeFile) -> None:
    """Say that a backup is due, where one is."""
    if reminder := file.reminder():
        lines.say(reminder, _("Make a backup with /b."))


def about_the_file(form: Form, file: WholeFile) -> Literal["here", "gone"]:
    """Ask what to do with the file, and do it; ``gone`` when everything was deleted."""
    lines = form.lines
    lines.part()
    lines.say(_("Your file"), str(file.path), file.last_backup())
    ways: dict[_Way, str] = {
        "backup": _("Make a backup"),
        "restore": _("Put back a backup"),
        "passphrase": _("Change the passphrase"),
        "wipe": _("Delete everything"),
        "back": _("Back"),
    }
    with suppress(Back):
        match form.choice(_("What do you want to do?"), ways):
            case "backup":
                _back_up(form, file)
            case "restore":
                _restore(form, file)
            case "passphrase":
                _change_passphrase(form, file)
            case "wipe" if _wiped(form, file):
                return "gone"
    return "here"


def _back_up(form: Form, file: WholeFile) -> None:
    lines = form.lines
    lines.say(backup_explanation())
    while True:
        place = form.path(_("The backup goes here"), file.usual_place())
        _one_moment(form)
        try:
            lines.say(file.back_up(str(place)))
        except GizError as error:
            lines.say(str(error))
        else:
            return


def _restore(form: Form, file: WholeFile) -> None:
    """Ask for a backup until one was looked into; the notice after it tells where the rest is."""
    lines = form.lines
    lines.say(restore_explanation())
    while True:
        place = str(form.path(_("The backup is here")))
        passphrase = lines.read_secret(_("Passphrase of the backup"))
        _one_moment(form)
        try:
            lines.say(*look(place, passphrase))
            ways = {False: _("Leave everything as it is"), True: _("Put this backup back")}
            if form.choice(_("What do you want to do?"), ways):
                file.restore(place, passphrase)
        except GizError as error:
            lines.say(str(error))
        else:
            return


def _change_passphrase(form: Form, file: WholeFile) -> None:
    lines = form.lines
    lines.say(passphrase_explanation())
    while True:
        used = lines.read_secret(_("Passphrase of now"))
        if not used:
            return
        try:
            file.require(used)
            new = ask_passphrase_twice(form, file.about_me())
            _one_moment(form)
            lines.say(file.change_passphrase(used, new))
        except GizError as error:
            lines.say(str(error))
        else:
            return


def _wiped(form: Form, file: WholeFile) -> bool:
    """Ask twice; tell whether everything is gone."""
    lines = form.lines
    lines.say(wipe_explanation(), str(file.path))
    ways = {False: _("Keep everything"), True: _("Delete everything for good")}
    if not form.choice(_("What do you want to do?"), ways):
        return False
    if not is_wipe_word(form.line(_("To be sure, type: {words}").format(words=wipe_word()))):
        lines.say(_("Nothing was deleted."))
        return False
    file.wipe()
    return True


def _one_moment(form: Form) -> None:
    form.lines.say(_("One moment: this takes a few seconds."))
