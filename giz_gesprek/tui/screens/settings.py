"""How the professional likes the program, and what this program is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.containers import Container, VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Button, Input

from giz_gesprek import __version__
from giz_gesprek.i18n import N_, _
from giz_gesprek.session import voices
from giz_gesprek.session.settings import PicturesShown, Place, SettingsDraft, problems
from giz_gesprek.session.step_parts import Option
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.screens.profile_form import ProfileForm
from giz_gesprek.tui.themes import DARK, LIGHT
from giz_gesprek.tui.widgets.choice_list import ChoiceList
from giz_gesprek.tui.widgets.field import Field, Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

_THEMES: Final = {LIGHT.name: N_("light"), DARK.name: N_("dark")}


_PICTURES: Final[Mapping[PicturesShown, str]] = {
    "automatic": N_("as well as this terminal can"),
    "blocks": N_("coarse blocks, for a font without dots"),
    "off": N_("no pictures"),
}


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

    def __init__(self, first: SettingsDraft) -> None:
        """Show the settings as they are; the screen keeps them when they are saved."""
        super().__init__()
        self._first = first

    def compose(self) -> ComposeResult:
        """Lay out the groups on one page."""
        yield Said(_("Settings"), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(_("Who you are"), classes="group-title")
            yield ProfileForm(self._first)
            yield Said(_("Colours"), classes="group-title")
            yield ChoiceList(
                [
                    Option(name, _(words), digit)
                    for digit, (name, words) in enumerate(_THEMES.items(), 1)
                ],
                self.app.theme,
                id="theme",
            )
            yield Said(_("Pictures"), classes="group-title")
            yield ChoiceList(
                [
                    Option(shown, _(words), digit)
                    for digit, (shown, words) in enumerate(_PICTURES.items(), 1)
                ],
                self._first.pictures,
                id="pictures",
            )
            yield from self._voice()
            yield from self._lock_and_keeping()
            if not self.app.demo:  # nothing of it is kept
                yield Said(_("Your file"), classes="group-title")
                yield PlainButton(_("Backup and passphrase"), id="file")
            yield Said(_("About this program"), classes="group-title")
            yield About(self.app.library.version, self.app.store_path)
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(_("Save"), big=True, id="save")

    def _voice(self) -> ComposeResult:
        yield Said(_("Voice"), classes="group-title")
        words = voices.for_all(self._first.voice)
        if len(words) == 1:
            yield Said(voices.how_to_add(), classes="said")
            return
        options = [
            Option(name, label, digit) for digit, (name, label) in enumerate(words.items(), 1)
        ]
        yield ChoiceList(options, self._first.voice, id="voice")

    def _lock_and_keeping(self) -> ComposeResult:
        yield Said(_("Lock"), classes="group-title")
        yield Field(
            _("After how many minutes without a key"),
            self._first.minutes,
            type="integer",
            id="minutes",
        )
        yield Said(_("Reminder after the report"), classes="group-title")
        yield Field(
            _("After how many weeks; 0 is never"),
            self._first.weeks,
            id="weeks",
        )

    def on_mount(self) -> None:
        """Begin at the top."""
        self.query_one(ProfileForm).name_field.take_focus()

    @property
    def draft(self) -> SettingsDraft:
        """Everything as it is filled in."""
        chosen = self.query_one("#pictures", ChoiceList).chosen
        draft = SettingsDraft(
            minutes=self.query_one("#minutes", Field).value,
            weeks=self.query_one("#weeks", Field).value,
            theme=self.query_one("#theme", ChoiceList).chosen,
            pictures=next((shown for shown in _PICTURES if shown == chosen), self._first.pictures),
            voice=self._chosen_voice,
        )
        return self.query_one(ProfileForm).fill_in(draft)

    @property
    def _chosen_voice(self) -> str:
        asked = next(iter(self.query("#voice").results(ChoiceList)), None)
        return (asked.chosen if asked is not None else None) or self._first.voice

    @on(Button.Pressed, "#save")
    def save_settings(self) -> None:
        """Keep everything, or say what has to change."""
        draft = self.draft
        found = problems(draft)
        self._show_problems(found)
        if found:
            return
        with self.telling():
            self.app.use_profile(self.app.families.change_settings(draft))
            self.dismiss(None)

    def _show_problems(self, found: Mapping[Place, str]) -> None:
        for place in ("weeks", "minutes"):
            field = self.query_one(f"#{place}", Field)
            field.tell(found.get(place))
            if place in found:
                field.take_focus()
        self.query_one(ProfileForm).show_problems(found)

    @on(Button.Pressed, "#file")
    def show_file(self) -> None:
        """Show what can be done with the file as a whole."""
        # Seldom wanted, and it brings typesetting along.
        from giz_gesprek.tui.screens.file import FileScreen

        self.app.push_screen(FileScreen())

    @on(Input.Submitted)
    def go_to_next_line(self) -> None:
        """Take Enter as going to the next line."""
        self.focus_next()

    def has_unkept(self) -> bool:
        """Tell whether something was changed."""
        return self.draft != replace(self._first, theme=self.app.theme)

    @on(Button.Pressed, "#back")
    def go_back(self) -> None:
        """Do what Escape does."""
        self.action_back()
