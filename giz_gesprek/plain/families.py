"""All families as a numbered list: search, go on, begin, delete.

Owns what is asked about a family before its conversation. A store that refuses is told in one
sentence, and the list goes on.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from giz_gesprek.errors import StoreError
from giz_gesprek.i18n import _, ngettext
from giz_gesprek.plain.entered import Command, numbered, read_entered, read_number
from giz_gesprek.plain.family_files import give_along, take_over
from giz_gesprek.plain.form import Back, Form
from giz_gesprek.plain.one_family import (
    ask_child,
    ask_to_delete,
    ask_voice,
    ask_weeks,
    ask_which,
    tell_history,
    tell_log,
    ways_of,
)
from giz_gesprek.plain.setup import SetupAsked
from giz_gesprek.plain.whole_file import about_the_file, remind
from giz_gesprek.plain.wording import ask_wording
from giz_gesprek.session.deleting import conversation_question, family_question
from giz_gesprek.session.families import to_open
from giz_gesprek.session.family_files import names_in
from giz_gesprek.session.labels import conversation_in_words
from giz_gesprek.session.searching import FEWEST_LETTERS, found_families

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.dossier import Conversation, Dossier
    from giz_gesprek.plain.lines import Lines
    from giz_gesprek.plain.one_family import FamilyAction
    from giz_gesprek.session.families import Families, ListedFamily
    from giz_gesprek.session.session import Session

_MOST_AT_ONCE: Final = 20
"""Families that are told before somebody searches."""
_WAYS: Final = ("f", "o", "a", "v")


class FamiliesAsked:
    """Asks until a conversation is opened."""

    def __init__(self, lines: Lines, families: Families, library: Library) -> None:
        self._lines = lines
        self._form = Form(lines)
        self._families = families
        self._library = library
        self._all_told = False

    def open_one(self) -> Session | None:
        """Return the conversation that was chosen; None when somebody stops.

        Raises:
            EndOfInput: there is no further line.

        """
        remind(self._lines, self._families.whole_file())
        self._lines.say(self._families.retention().in_list())
        found = self._tell_families("")
        while True:
            self._lines.say(*self._families.take_notices())
            self._families.settle()
            session = None
            match read_entered(self._lines.read()):
                case Command("q"):
                    return None
                case Command("b"):
                    if about_the_file(self._form, self._families.whole_file()) == "gone":
                        return None
                case Command("w"):
                    ask_weeks(self._form, self._families)
                case Command(name) if name in _WAYS:
                    session = self._take_way(name)
                case Command():
                    self._lines.say(*_ways())
                    continue
                case text:
                    number = read_number(text)
                    if number is None or not 1 <= number <= len(found):
                        found = self._tell_families(text)
                        continue
                    session = self._safely(found[number - 1])
            if session is not None:
                return session
            found = self._tell_families("")

    def _take_way(self, name: str) -> Session | None:
        """Do what a command does to the list; a new family can lead to a conversation."""
        if name == "f":
            return self._safely(None)
        if name == "o":
            take_over(self._form, self._families.files())
        if name == "v":
            ask_voice(self._form, self._families)
        if name == "a":
            self._all_told = True
        return None

    # --- the list -----------------------------------------------------------------------

    def _tell_families(self, search: str) -> tuple[ListedFamily, ...]:
        """Say the families whose label holds ``search``; return those that were said.

        Without ``/a`` no name is said that was not searched: somebody may be listening.
        """
        listed = self._families.listed()
        found = found_families(listed, search, all_shown=self._all_told)
        said = found[:_MOST_AT_ONCE]
        self._lines.part()
        if not listed:
            self._lines.say(
                _(
                    "There are no families here yet. Choose New family to prepare a first"
                    " conversation; that can be done before the visit."
                )
            )
        elif not found and len(search.strip()) >= FEWEST_LETTERS:
            self._lines.say(_("No family has these letters in its name."))
        else:
            count = len(found) or len(listed)
            self._lines.say(
                ngettext("{count} family", "{count} families", count).format(count=count)
            )
        for number, one in enumerate(said, 1):
            last = ", ".join((one.label, one.day_of_last(short=False), one.state()))
            self._lines.say(numbered(number, last if one.last_at is not None else one.label))
        self._lines.say(*_ways())
        return said

    # --- one family ---------------------------------------------------------------------

    def _safely(self, family: ListedFamily | None) -> Session | None:
        """Ask about a family, or a new one; say why where the store refuses."""
        try:
            return self._set_up(None) if family is None else self._ask_about(family)
        except StoreError as error:
            self._lines.say(str(error))
        except Back:
            pass
        return None

    def _ask_about(self, family: ListedFamily) -> Session | None:
        dossier: Dossier | None = None
        self._lines.part()
        self._lines.say(family.label)
        kept_long = self._families.retention().of_family(family.id)
        self._lines.say(kept_long)
        try:
            dossier = self._families.read(family.id)
        except StoreError as error:
            # One that cannot be read can still be deleted.
            self._lines.say(str(error))
        talks = to_open(dossier) if dossier is not None else ()
        talk = talks[0] if talks else None
        ways = partial(ways_of, self._lines, self._library, dossier, kept_long=bool(kept_long))
        action = self._form.choice(_("What do you want to do?"), ways(talk))
        if action == "others":
            talk = ask_which(self._form, talks)
            action = self._form.choice(_("What do you want to do?"), ways(talk))
        if action == "continue" and talk is not None:
            return self._families.open(family.id, talk.id)
        if action == "alone" and talk is not None:
            return self._families.open_alone(family.id, talk.id)
        if action == "new":
            return self._set_up(dossier)
        self._do(action, family, dossier, talk)
        return None

    def _do(
        self,
        action: FamilyAction,
        family: ListedFamily,
        dossier: Dossier | None,
        talk: Conversation | None,
    ) -> None:
        """Do what opens no conversation."""
        if action == "words" and dossier is not None:
            wanted = ask_wording(self._form, self._library, dossier.family.settings)
            self._families.change_words(dossier, wanted)
        elif action == "child" and dossier is not None and talk is not None:
            asked = ask_child(self._lines, self._form, self._library.framework, dossier, talk)
            self._families.change_child(dossier, talk, asked)
        elif action == "history" and dossier is not None:
            tell_history(self._lines, self._families.look_back(dossier))
        elif action == "log" and dossier is not None and talk is not None:
            tell_log(self._lines, self._families.to_look_up(dossier, talk.id))
        elif action == "give":
            names = () if dossier is None else names_in(dossier.family)
            give_along(self._form, self._families.files(), family.id, names)
        elif action == "keep":
            self._lines.say(self._families.retention().keep_longer(family.id))
        elif action == "delete_talk" and talk is not None:
            question = conversation_question(conversation_in_words(talk))
            ask_to_delete(self._form, self._families, question, family.id, talk.id)
        elif action == "delete":
            ask_to_delete(self._form, self._families, family_question(family.label), family.id)

    def _set_up(self, dossier: Dossier | None) -> Session | None:
        first = self._families.first_draft(dossier)
        asked = SetupAsked(self._form, self._library, first).ask()
        if asked is None:
            return None
        draft, ready = asked
        prepared = self._families.prepare(draft, dossier)
        if ready != "begin":
            return None
        return self._families.open(prepared.family_id, prepared.conversation_id)


def _ways() -> tuple[str, ...]:
    """Return what can be done in the list."""
    ways = {
        "a": _("Show all names"),
        "f": _("New family"),
        "o": _("Take over a file"),
        "b": _("Backup, passphrase, delete everything"),
        "w": _("When you are reminded of a family that stays here long"),
        "v": _("Which voice reads"),
        "q": _("Stop"),
    }
    first = _("Type a number, or three letters of a name to search.")
    return (first, *(f"/{letter}: {way}" for letter, way in ways.items()))
