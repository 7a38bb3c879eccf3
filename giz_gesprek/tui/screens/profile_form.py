"""The professional's own details: the same lines at the first start and in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from giz_gesprek.conversation.text import clean_line
from giz_gesprek.i18n import _
from giz_gesprek.store import Profile
from giz_gesprek.tui.widgets.field import Field
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ProfileForm(Vertical):
    """Name, organisation and telephone number."""

    DEFAULT_CSS = "ProfileForm { height: auto; }"

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile
        self.name_field = Field(_("Your name"), profile.name or "", id="profile-name")
        self.organisation_field = Field(
            _("Your organisation"), profile.organisation or "", id="profile-organisation"
        )
        self.phone_field = Field(
            _("Your telephone number (if you like)"), profile.phone or "", id="profile-phone"
        )

    def compose(self) -> ComposeResult:
        """Lay out what it is for and the three lines."""
        yield Said(
            _("The family sees these on the paper that they take home, to know whom to call."),
            classes="said",
        )
        yield self.name_field
        yield self.organisation_field
        yield self.phone_field

    def profile(self) -> Profile | None:
        """Return the profile as it is filled in; None after saying what is missing."""
        name = clean_line(self.name_field.value)
        organisation = clean_line(self.organisation_field.value)
        self.name_field.tell(None if name else _("Fill in how the family knows you."))
        self.organisation_field.tell(
            None if organisation else _("Fill in the organisation that you work for.")
        )
        if not (name and organisation):
            (self.organisation_field if name else self.name_field).take_focus()
            return None
        phone = clean_line(self.phone_field.value) or None
        details = {"name": name, "organisation": organisation, "phone": phone}
        return self._profile.model_copy(update=details)
