"""How the professional likes the program, and what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.containers import Container, VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Button, Input

from giz_gesprek import __version__
from giz_gesprek.errors import StoreError
from giz_gesprek.i18n import N_, _
from giz_gesprek.session.step_view import Option
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.screens.profile_form import ProfileForm
from giz_gesprek.tui.themes import DARK, LIGHT
from giz_gesprek.tui.widgets.choice_list import ChoiceList
from giz_gesprek.tui.widgets.field import Field, Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from giz_gesprek.store import Profile

FEWEST_MINUTES: Final = 1
MOST_MINUTES: Final = 120
_THEMES: Final = {LIGHT.name: N_("light"), DARK.name: N_("dark")}


class About(Said, can_focus=True):
    """What this program is; takes the focus, so that Tab brings it into view."""

    def __init__(self, content_version: str, store_path: Path) -> None:
        super().__init__(
            "\n".join(
                (
                    _(
                        "Inspired by the public description of GIZ. This is no official GIZ"
                        " product, and it replaces no training."
                    ),
                    _("Version {version}, questions {content}.").format(
                        version=__version__, content=content_version
                    ),
                    _("Your families are in {path}.").format(path=store_path),
                )
            ),
            classes="said",
        )


class SettingsScreen(ProfessionalScreen[None]):
    """The profile, the colours, the lock, and about."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "settings.tcss"]

    def compose(self) -> ComposeResult:
        """Lay out the groups on one page."""
        profile = self.app.opened_store.profile()
        yield Said(_("Settings"), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(_("Who you are"), classes="group-title")
            yield ProfileForm(profile)
            yield Said(_("Colours"), classes="group-title")
            yield ChoiceList(
                [
                    Option(name, _(words), digit)
                    for digit, (name, words) in enumerate(_THEMES.items(), 1)
                ],
                self.app.theme,
                id="theme",
            )
            yield Said(_("Lock"), classes="group-title")
            yield Field(
                _("Minutes without a key before the program locks"),
                str(profile.idle_minutes),
                type="integer",
                id="minutes",
            )
            yield Said(_("About this program"), classes="group-title")
            yield About(self.app.library.version, self.app.store_path)
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(_("Save"), big=True, id="save")

    def on_mount(self) -> None:
        """Begin at the top."""
        self.query_one(ProfileForm).name_field.take_focus()

    @on(Button.Pressed, "#save")
    def save_settings(self) -> None:
        """Keep everything, or say what has to change."""
        profile = self._filled_in()
        if profile is None:
            return
        try:
            self.app.opened_store.save_profile(profile)
        except StoreError as error:
            self.query_one("#failure", Problem).tell(str(error))
            return
        self.app.use_profile(profile)
        self.dismiss(None)

    def _filled_in(self) -> Profile | None:
        minutes_field = self.query_one("#minutes", Field)
        typed = minutes_field.value.strip()
        # isdecimal and ASCII: int() would also take other digits and signs.
        minutes = int(typed) if typed.isascii() and typed.isdecimal() else 0
        fits = FEWEST_MINUTES <= minutes <= MOST_MINUTES
        wrong = _("Type a number from {fewest} to {most}.").format(
            fewest=FEWEST_MINUTES, most=MOST_MINUTES
        )
        minutes_field.tell(None if fits else wrong)
        if not fits:
            minutes_field.take_focus()
        profile = self.query_one(ProfileForm).profile()
        if profile is None or not fits:
            return None
        theme = self.query_one("#theme", ChoiceList).chosen
        return profile.model_copy(update={"idle_minutes": minutes, "theme": theme})

    @on(Input.Submitted)
    def go_to_next_line(self) -> None:
        """Take Enter as going to the next line."""
        self.focus_next()

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
