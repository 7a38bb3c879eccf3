"""What is asked about the child because help has limits; lines that do not matter are not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.widgets import Input, Select

from giz_gesprek.i18n import _
from giz_gesprek.session.child_details import (
    ChildDetails,
    age_choices,
    asked_details,
    first_child_choices,
)
from giz_gesprek.tui.widgets.dropdown import Dropdown
from giz_gesprek.tui.widgets.field import Field
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.framework import Framework
    from giz_gesprek.conversation.people import AgeBand


class ChildDetailsForm(Vertical):
    """A finer age, the week of the pregnancy, a first child or not; each can stay open."""

    DEFAULT_CSS = "ChildDetailsForm { height: auto; } ChildDetailsForm Field { height: auto; }"

    def __init__(self, framework: Framework, first: ChildDetails) -> None:
        super().__init__()
        self._framework = framework
        self._age_band: AgeBand | None = None
        self._finer = Dropdown(
            _("Age, more exactly"),
            [(words, key) for key, words in age_choices().items()],
            first.age_key,
            id="finer-age",
        )
        self._of_week = Field(_("Week of the pregnancy"), first.week, longest=3, id="week")
        self._is_first = Dropdown(
            _("First child"),
            [(words, key) for key, words in first_child_choices().items()],
            first.first_child_key,
            id="first-child",
        )

    def compose(self) -> ComposeResult:
        """Lay out why it is asked, and the lines."""
        yield Said(_("For help that fits"), classes="group-title")
        yield Said(
            _(
                "So no help is shown that cannot be. What is not known can stay open:"
                " then the limit is said with the help."
            ),
            classes="said",
        )
        yield self._finer
        yield self._of_week
        yield self._is_first

    def on_mount(self) -> None:
        """Show nothing before a child has an age."""
        self._show_what_matters()

    def ask_about(self, age_band: AgeBand | None) -> None:
        """Ask what matters for a child of this age."""
        self._age_band = age_band
        self._show_what_matters()

    @property
    def details(self) -> ChildDetails:
        """Everything as it is filled in, shown or not."""
        given = ChildDetails(week=self._of_week.value)
        return given.with_age(self._finer.selection).with_first_child(self._is_first.selection)

    def tell(self, problem: str | None) -> None:
        """Say what is wrong with the week, or nothing."""
        self._of_week.tell(problem)

    def take_focus(self) -> None:
        """Go to the first line that is shown."""
        if self._finer.display:
            self._finer.focus()
        else:
            self._of_week.take_focus()

    @on(Select.Changed)
    @on(Input.Changed)
    def follow(self, event: Select.Changed | Input.Changed) -> None:
        """Show what matters after this answer."""
        event.stop()
        self._show_what_matters()

    def _show_what_matters(self) -> None:
        asked = asked_details(self._framework, self._age_band, self.details)
        self.display = bool(asked)
        self._finer.display = "age" in asked
        self._of_week.display = "week" in asked
        self._is_first.display = "first_child" in asked
