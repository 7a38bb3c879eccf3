"""The page of the set-up screen: five groups of lines, and what is filled in on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, get_args

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Button, Input, Select

from giz_gesprek.conversation.dossier import Variant
from giz_gesprek.i18n import _
from giz_gesprek.session.custody import custody_words
from giz_gesprek.session.labels import ages_served, every_age_served, variants
from giz_gesprek.session.setup import Place, SetupDraft
from giz_gesprek.session.step_parts import Option
from giz_gesprek.tui.screens.child_details_form import ChildDetailsForm
from giz_gesprek.tui.screens.setup_form_people import (
    ChildLine,
    Children,
    People,
    PersonLine,
    Seats,
)
from giz_gesprek.tui.screens.wording_form import WordingForm
from giz_gesprek.tui.widgets.choice_list import ChoiceList
from giz_gesprek.tui.widgets.field import Field
from giz_gesprek.tui.widgets.said import PlainButton, Said
from giz_gesprek.tui.widgets.tick import Tick

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.library import Library


class SetupForm(VerticalScroll, can_focus=False):
    """Everything about a conversation that is decided before it."""

    def __init__(self, library: Library, draft: SetupDraft) -> None:
        super().__init__(classes="page")
        self._library = library
        self._first = draft
        self._parks = draft.park_sensitive

    def compose(self) -> ComposeResult:
        """Lay out the groups."""
        yield from self._family()
        yield from self._people()
        yield from self._conversation()

    def _family(self) -> ComposeResult:
        yield Said(_("The family"), classes="group-title")
        yield Field(_("Name or code"), self._first.label, id="label")
        yield Said(
            _("Choose what is handy for you. A pseudonym works just as well, for the people too."),
            classes="said",
        )
        yield Said(_("The children"), classes="group-title")
        if not every_age_served(self._library.framework):
            yield Said(
                _(
                    "The questions of this version are for: {ages}. Other children may be noted."
                ).format(ages=ages_served(self._library.framework)),
                classes="said",
            )
        yield Children(self._first.children)
        yield PlainButton(_("Add a child"), id="add-child")
        yield ChildDetailsForm(self._library.framework, self._first.details)

    def _people(self) -> ComposeResult:
        yield Said(_("At the table"), classes="group-title")
        yield Said(_("Who is first in the list speaks first."), classes="said")
        yield Seats(self._first.seats)
        yield PlainButton(_("Add somebody"), id="add-seat")
        why = Field(_("Why so many professionals are needed"), self._first.why_so_many, id="why")
        why.display = self._first.has_many_professionals
        yield why
        yield Said("", id="custody", classes="said gap")
        yield Tick(
            _("The partner is there too, or children are listening."),
            value=self._first.parks(self._library.framework),
            id="park",
        )
        yield Said(
            _(
                "Then safety, how the parent is doing and what the family went through"
                " wait for a moment alone."
            ),
            classes="said",
        )

    def _conversation(self) -> ComposeResult:
        yield Said(_("The conversation"), classes="group-title")
        options = [
            Option(variant, words, digit)
            for digit, (variant, words) in enumerate(variants().items(), 1)
        ]
        yield ChoiceList(options, self._first.variant, id="variant")
        yield Said(_("The words"), classes="group-title")
        yield WordingForm(self._library, self._first.settings)

    def on_mount(self) -> None:
        """Show what is about the child that there is."""
        self.follow_child()

    @property
    def draft(self) -> SetupDraft:
        """Everything as it is filled in."""
        variant = self.query_one("#variant", ChoiceList).chosen
        return SetupDraft(
            label=self.query_one("#label", Field).value,
            children=self.query_one(Children).drafts,
            seats=self.query_one(Seats).drafts,
            variant=next(one for one in get_args(Variant) if one == variant),
            settings=self.query_one(WordingForm).settings,
            park_sensitive=self._parks,
            details=self.query_one(ChildDetailsForm).details,
            why_so_many=self.query_one("#why", Field).value,
        )

    def show_problems(self, problems: Mapping[Place, str]) -> None:
        """Show each sentence where something has to change, and go to the first one."""
        self.query_one("#label", Field).tell(problems.get("label"))
        self.query_one(Children).tell(problems.get("children"))
        self.query_one(ChildDetailsForm).tell(problems.get("details"))
        self.query_one(Seats).tell(problems.get("seats"))
        self.query_one("#why", Field).tell(problems.get("why"))
        go_to: dict[Place, Callable[[], object]] = {
            "label": self.query_one("#label", Field).take_focus,
            "children": partial(self._go_to_wrong, Children, "#add-child"),
            "details": self.query_one(ChildDetailsForm).take_focus,
            "seats": partial(self._go_to_wrong, Seats, "#add-seat"),
            "why": self.query_one("#why", Field).take_focus,
        }
        for place in problems:
            go_to[place]()
            return

    def _go_to_wrong(self, people: type[People], otherwise: str) -> None:
        if not self.query_one(people).take_focus_where_wrong():
            self.query_one(otherwise).focus()

    @on(ChildLine.Changed)
    @on(Select.Changed)
    @on(PersonLine.Removed)
    @on(Input.Changed, ".person Input")
    def take_back_problems(self) -> None:
        """Say no longer what was wrong with people who were changed since."""
        self.query_one(Children).tell(None)
        self.query_one(Seats).tell(None)

    @on(ChildLine.Changed)
    def follow_child(self) -> None:
        """Show who decides about the child whom it is about, and ask what matters for help."""
        focus = (child for child in self.query_one(Children).drafts if child.part == "focus")
        age_band = next((child.age_band for child in focus), None)
        self.query_one(ChildDetailsForm).ask_about(age_band)
        self.query_one("#custody", Said).update(custody_words(age_band))

    @on(Tick.Turned, "#park")
    def keep_what_waits(self, event: Tick.Turned) -> None:
        """Keep what the professional chose: who sits at the table does not change it any more."""
        event.stop()
        self._parks = event.value

    @on(ChildLine.Changed)
    @on(PersonLine.Removed)
    @on(Tick.Turned)
    @on(Select.Changed)
    def follow_the_table(self) -> None:
        """Let topics wait while a partner or a child sits there; ask why there are so many."""
        draft = self.draft
        self.query_one("#park", Tick).value = draft.parks(self._library.framework)
        self.query_one("#why", Field).display = draft.has_many_professionals

    @on(Button.Pressed, "#add-child")
    async def add_child(self, event: Button.Pressed) -> None:
        """Add a line for a child."""
        event.stop()
        await self.query_one(Children).add()

    @on(Button.Pressed, "#add-seat")
    async def add_seat(self, event: Button.Pressed) -> None:
        """Add a line for somebody at the table."""
        event.stop()
        await self.query_one(Seats).add()
