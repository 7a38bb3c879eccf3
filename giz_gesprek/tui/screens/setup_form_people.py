"""The people on the set-up screen: a line for each child, and one for each seat at the table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container, Vertical
from textual.message import Message
from textual.widgets import Button, Select

from giz_gesprek.conversation.people import AgeBand, Role
from giz_gesprek.i18n import _
from giz_gesprek.session.labels import AGE_BANDS, ROLES, age_name, role_name
from giz_gesprek.session.setup import ChildDraft, Part, SeatDraft
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.widgets.dropdown import Dropdown
from giz_gesprek.tui.widgets.field import Field, Problem
from giz_gesprek.tui.widgets.said import PlainButton
from giz_gesprek.tui.widgets.tick import Tick

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget


class PersonLine(Container):
    """A line that can be taken away.

    Attributes:
        name_field: where the name stands.

    """

    name_field: Field

    @dataclass
    class RemoveAsked(Message):
        """This line is not needed."""

        line: PersonLine

    @dataclass
    class Removed(Message):
        """A line is gone."""

    def take_focus(self) -> None:
        """Let typing begin at the name."""
        self.name_field.take_focus()

    def where_wrong(self) -> Widget | None:
        """Return what has to be filled in here, if there is anything."""
        raise NotImplementedError

    @on(Button.Pressed, ".remove")
    def ask_to_remove(self, event: Button.Pressed) -> None:
        """Send that this line is not needed."""
        event.stop()
        self.post_message(self.RemoveAsked(self))


class ChildLine(PersonLine):
    """First name, age, part in the conversation, and whether the child sits at the table."""

    @dataclass
    class Changed(Message):
        """The age of a child, or whom the conversation is about, was changed."""

    def __init__(self, child: ChildDraft) -> None:
        super().__init__(classes="person")
        self._id = child.id
        self.name_field = Field(_("First name"), child.name)
        self.age: Dropdown[AgeBand] = Dropdown(
            _("Age"),
            [(age_name(band), band) for band in AGE_BANDS],
            child.age_band,
            prompt=_("Choose"),
        )
        self.part: Dropdown[Part] = Dropdown(
            _("This conversation"),
            [
                (_("about this child"), "focus"),
                (_("this child as well"), "also"),
                (_("not this time"), "not_now"),
            ],
            child.part,
        )
        self.at_the_table = Tick(_("sits at the table"), value=child.at_the_table)

    def compose(self) -> ComposeResult:
        """Lay out the line; a child of an earlier conversation stays in the family."""
        yield self.name_field
        yield self.age
        yield self.part
        yield self.at_the_table
        yield PlainButton(_("Remove"), classes="remove", disabled=self._id is not None)

    def on_mount(self) -> None:
        """Ask only what can be answered of this child."""
        self._fit_to_age()

    @on(Select.Changed)
    def pass_on_change(self, event: Select.Changed) -> None:
        """Tell that something was chosen."""
        event.stop()
        self._fit_to_age()
        self.post_message(self.Changed())

    def _fit_to_age(self) -> None:
        # Who is not born yet sits nowhere.
        self.at_the_table.display = self.age.selection != "prenatal"

    def where_wrong(self) -> Widget | None:
        """Return the name or the age, where that is missing."""
        if not self.name_field.value.strip() and self.age.selection != "prenatal":
            return self.name_field.input
        return self.age if self.age.selection is None else None

    @property
    def draft(self) -> ChildDraft:
        """The child as it is filled in."""
        return ChildDraft(
            name=self.name_field.value,
            age_band=self.age.selection,
            part=self.part.selection or "not_now",
            at_the_table=self.at_the_table.value,
            id=self._id,
        )


class SeatLine(PersonLine):
    """Name and role of somebody at the table; can change places with the one before."""

    @dataclass
    class EarlierAsked(Message):
        """This person speaks earlier."""

        line: SeatLine

    def __init__(self, seat: SeatDraft) -> None:
        super().__init__(classes="person seat")
        self._id = seat.id
        self.name_field = Field(_("First name"), seat.name)
        self.role: Dropdown[Role] = Dropdown(
            _("As what"), [(role_name(role), role) for role in ROLES], seat.role, prompt=_("Choose")
        )

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield self.name_field
        yield self.role
        yield PlainButton(_("Earlier"), classes="earlier")
        yield PlainButton(_("Remove"), classes="remove")

    @on(Button.Pressed, ".earlier")
    def ask_to_speak_earlier(self, event: Button.Pressed) -> None:
        """Send that this person speaks earlier."""
        event.stop()
        self.post_message(self.EarlierAsked(self))

    def where_wrong(self) -> Widget | None:
        """Return the name or the role, where that is missing."""
        if not self.name_field.value.strip():
            return self.name_field.input
        return self.role if self.role.selection is None else None

    @property
    def draft(self) -> SeatDraft:
        """The person as filled in."""
        return SeatDraft(name=self.name_field.value, role=self.role.selection, id=self._id)


class People(Vertical):
    """Lines of people; each can be taken away."""

    def tell(self, sentence: str | None) -> None:
        """Say what has to change above the line that lacks something, or below all of them."""
        problem = self.query_one(Problem)
        problem.tell(sentence)
        if sentence is not None and (line := self._wrong()) is not None:
            self.move_child(problem, before=line)
        elif sentence is not None:
            self.move_child(problem, after=-1)

    def take_focus_where_wrong(self) -> bool:
        """Go to the first line that lacks something; tell whether there is one."""
        line = self._wrong()
        where = line.where_wrong() if line is not None else None
        if where is not None:
            where.focus()
            # It stands above that line.
            self.call_after_refresh(self.query_one(Problem).scroll_visible, animate=False)
        return where is not None

    def _wrong(self) -> PersonLine | None:
        lines = self.query(PersonLine)
        return next((line for line in lines if line.where_wrong() is not None), None)

    @on(PersonLine.RemoveAsked)
    async def remove_line(self, event: PersonLine.RemoveAsked) -> None:
        """Take a line away; ask first where somebody stands on it."""
        event.stop()
        line, name = event.line, event.line.name_field.value.strip()
        screen = self.screen
        if not name or not isinstance(screen, ProfessionalScreen):
            await _remove(self, line)
            return
        screen.ask(
            _("Take {name} off this list?").format(name=name),
            yes=_("Remove"),
            no=_("Keep"),
            then=partial(self._remove_later, line),
        )

    def _remove_later(self, line: PersonLine) -> None:
        self.call_later(_remove, self, line)


class Children(People):
    """All children of the family."""

    def __init__(self, children: tuple[ChildDraft, ...]) -> None:
        super().__init__(classes="people")
        self._first = children

    def compose(self) -> ComposeResult:
        """Lay out the lines that there were."""
        yield from (ChildLine(child) for child in self._first)
        yield Problem()

    async def add(self) -> None:
        """Add an empty line and go there."""
        line = ChildLine(ChildDraft("", None, "not_now"))
        await self.mount(line)
        line.take_focus()

    @property
    def drafts(self) -> tuple[ChildDraft, ...]:
        """The children as they are filled in."""
        return tuple(line.draft for line in self.query(ChildLine))


class Seats(People):
    """Everybody at the table, in the order of speaking."""

    def __init__(self, seats: tuple[SeatDraft, ...]) -> None:
        super().__init__(classes="people")
        self._first = seats

    def compose(self) -> ComposeResult:
        """Lay out the lines that there were."""
        yield from (SeatLine(seat) for seat in self._first)
        yield Problem()

    async def add(self) -> None:
        """Add an empty line and go there; the family speaks before the professionals."""
        lines = list(self.query(SeatLine))
        first = next((line for line in lines if line.draft.role == "professional"), None)
        line = SeatLine(SeatDraft("", None))
        await self.mount(line, before=first)
        line.take_focus()

    @property
    def drafts(self) -> tuple[SeatDraft, ...]:
        """The people as they are filled in."""
        return tuple(line.draft for line in self.query(SeatLine))

    @on(SeatLine.EarlierAsked)
    def let_speak_earlier(self, event: SeatLine.EarlierAsked) -> None:
        """Change places with the one before."""
        event.stop()
        lines = list(self.query(SeatLine))
        place = lines.index(event.line)
        if place > 0:
            self.move_child(event.line, before=lines[place - 1])
            event.line.query_one(".earlier").focus()


async def _remove(people: People, line: PersonLine) -> None:
    """Take a line away and go to the one before it, so that Tab does not start anew."""
    lines = list(people.query(PersonLine))
    others = [other for other in lines if other is not line]
    place = max(lines.index(line) - 1, 0)
    await line.remove()
    people.post_message(PersonLine.Removed())
    if others:
        others[place].take_focus()
