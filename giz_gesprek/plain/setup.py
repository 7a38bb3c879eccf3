"""Preparing a conversation in lines: what the set-up screen asks, one question after the other.

Owns the order. What a conversation needs is known by ``session.setup``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _
from giz_gesprek.plain.form import Back
from giz_gesprek.plain.lines import EndOfInput
from giz_gesprek.plain.setup_details import ask_details
from giz_gesprek.plain.setup_people import ask_children, ask_seats
from giz_gesprek.plain.wording import ask_wording
from giz_gesprek.session.labels import variants
from giz_gesprek.session.setup import Place, SetupDraft
from giz_gesprek.session.setup_problems import problems

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.plain.form import Form

Ready: TypeAlias = Literal["begin", "keep", "again"]
"""What to do with what is filled in."""


class SetupAsked:
    """Asks everything about a conversation that is decided before it."""

    def __init__(self, form: Form, library: Library, first: SetupDraft) -> None:
        """Begin with what is filled in beforehand."""
        self._form = form
        self._draft = first
        self._library = library
        self._asking: dict[Place, Callable[[SetupDraft], SetupDraft]] = {
            "label": self._ask_label,
            "children": self._ask_children,
            "details": self._ask_details,
            "seats": self._ask_seats,
            "why": self._ask_why,
        }

    def ask(self) -> tuple[SetupDraft, Literal["begin", "keep"]] | None:
        """Return a draft without problems, and whether to begin; None when it was left.

        Raises:
            InputError: the input ended before all was filled in.

        """
        while True:
            try:
                self._ask_all()
                self._ask_what_is_wrong()
                ready = self._ask_what_now()
            except Back:
                if self._leaves():
                    return None
            except EndOfInput as error:
                message = _("The input ended before all was filled in, so nothing of it was kept.")
                raise InputError(message) from error
            else:
                if ready != "again":
                    return self._draft, ready

    def _ask_all(self) -> None:
        for place, ask in self._asking.items():
            if place != "why":  # asked where there is a reason to
                self._draft = ask(self._draft)
        self._draft = self._ask_conversation(self._draft)

    def _ask_what_is_wrong(self) -> None:
        """Ask again what has to change, until nothing has."""
        while True:
            self._draft = self._draft.filled_in
            found = problems(self._library.framework, self._draft)
            for place, sentence in found.items():
                self._form.lines.part()
                self._form.lines.say(sentence)
                self._draft = self._asking[place](self._draft)
            if not found:
                return

    # --- one question after the other -----------------------------------------------------

    def _ask_label(self, draft: SetupDraft) -> SetupDraft:
        self._form.lines.part()
        self._form.lines.say(
            _("Choose what is handy for you. A pseudonym works just as well, for the people too.")
        )
        return replace(draft, label=self._form.line(_("Name or code"), draft.label))

    def _ask_children(self, draft: SetupDraft) -> SetupDraft:
        return replace(
            draft, children=ask_children(self._form, self._library.framework, draft.children)
        )

    def _ask_details(self, draft: SetupDraft) -> SetupDraft:
        details = ask_details(self._form, self._library.framework, draft.focus_band, draft.details)
        return replace(draft, details=details)

    def _ask_seats(self, draft: SetupDraft) -> SetupDraft:
        return replace(draft, seats=ask_seats(self._form, draft.seats))

    def _ask_why(self, draft: SetupDraft) -> SetupDraft:
        needed = self._form.choice("", {True: _("Yes, all"), False: _("Change")})
        if not needed:
            return self._ask_seats(draft)
        why = self._form.line(_("Why so many professionals are needed"), draft.why_so_many)
        return replace(draft, why_so_many=why)

    def _ask_conversation(self, draft: SetupDraft) -> SetupDraft:
        form = self._form
        form.lines.part()
        listened_to = _("The partner is there too, or children are listening.")
        waits = _(
            "Then safety, how the parent is doing and what the family went through"
            " wait for a moment alone."
        )
        parked = form.yes(f"{listened_to} {waits}", kept=draft.parks(self._library.framework))
        form.lines.part()
        variant = form.choice(_("The conversation"), variants(), draft.variant)
        settings = ask_wording(form, self._library, draft.settings)
        return replace(draft, park_sensitive=parked, variant=variant, settings=settings)

    def _ask_what_now(self) -> Ready:
        self._form.lines.part()
        ways: dict[Ready, str] = {
            "begin": _("Begin"),
            "keep": _("Keep for later"),
            "again": _("Go through it again"),
        }
        return self._form.choice(_("Everything is filled in."), ways)

    def _leaves(self) -> bool:
        asked = _("What you filled in here is not kept yet. Leave it?")
        try:
            return self._form.choice(asked, {False: _("Fill in further"), True: _("Leave it")})
        except Back:
            return True
