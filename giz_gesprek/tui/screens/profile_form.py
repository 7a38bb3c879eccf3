"""The professional's own details: the same lines at the first start and in the settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Vertical

from giz_gesprek.i18n import _
from giz_gesprek.tui.widgets.field import Field
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from giz_gesprek.session.settings import Place, SettingsDraft


class ProfileForm(Vertical):
    """Name, organisation and telephone number."""

    DEFAULT_CSS = "ProfileForm { height: auto; }"

    def __init__(self, first: SettingsDraft) -> None:
        super().__init__()
        self.name_field = Field(_("Your name"), first.name, id="profile-name")
        self.organisation_field = Field(
            _("Your organisation"), first.organisation, id="profile-organisation"
        )
        self.phone_field = Field(
            _("Your telephone number (if you like)"), first.phone, id="profile-phone"
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

    def fill_in(self, draft: SettingsDraft) -> SettingsDraft:
        """Return ``draft`` with what is filled in here."""
        return replace(
            draft,
            name=self.name_field.value,
            organisation=self.organisation_field.value,
            phone=self.phone_field.value,
        )

    def show_problems(self, problems: Mapping[Place, str]) -> None:
        """Show each sentence at its line, and go to the first one."""
        self.name_field.tell(problems.get("name"))
        self.organisation_field.tell(problems.get("organisation"))
        if "name" in problems:
            self.name_field.take_focus()
        elif "organisation" in problems:
            self.organisation_field.take_focus()
