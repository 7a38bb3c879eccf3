"""The list of families. Draws only the lines in view, so that thousands cost as much as ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import set_cell_size
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from giz_gesprek.session.families import ListedFamily

# Columns for the date and the state; the label gets the rest.
_DATE_WIDTH: Final = 18
_SHORT_DATE_WIDTH: Final = 10
_STATE_WIDTH: Final = 16
_ALL_COLUMNS_FROM: Final = 60
_MARK: Final = "▶ "


class FamilyList(ScrollView, can_focus=True):
    """Lines of label, day of the last conversation and state. Labels are text, never markup."""

    DEFAULT_CSS = """
    FamilyList { height: 1fr; border: round $border-blurred; }
    FamilyList { overflow-x: hidden; scrollbar-size-vertical: 1; }
    FamilyList:focus { border: heavy $border; }
    FamilyList > .family-list--cursor { text-style: bold reverse; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"family-list--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "open", show=False),
    ]

    cursor: reactive[int] = reactive(0, init=False)

    @dataclass
    class Opened(Message):
        """A family was chosen."""

        family: ListedFamily

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._families: Sequence[ListedFamily] = ()

    def show(self, families: Sequence[ListedFamily]) -> None:
        """Show these families; the cursor stays with its family where that is still there."""
        before = self.current
        self._families = families
        self.virtual_size = Size(0, len(families))
        ids = [family.id for family in families]
        place = ids.index(before.id) if before is not None and before.id in ids else 0
        self.set_reactive(FamilyList.cursor, place)
        self._show_cursor()
        self.refresh()

    @property
    def current(self) -> ListedFamily | None:
        """The family under the cursor."""
        return self._families[self.cursor] if self.cursor < len(self._families) else None

    def render_line(self, y: int) -> Strip:
        """Draw one line in view."""
        place = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        style = self.rich_style
        if place >= len(self._families):
            return Strip.blank(width, style)
        at_cursor = place == self.cursor
        if at_cursor:
            style += self.get_component_rich_style("family-list--cursor", partial=True)
        return Strip(
            [Segment(self._line(self._families[place], width, at_cursor=at_cursor), style)], width
        )

    def _line(self, family: ListedFamily, width: int, *, at_cursor: bool) -> str:
        if width >= _ALL_COLUMNS_FROM:
            end = set_cell_size(family.day_of_last(short=False), _DATE_WIDTH)
            end += set_cell_size(family.state(), _STATE_WIDTH)
        else:
            end = set_cell_size(family.day_of_last(short=True), _SHORT_DATE_WIDTH)
        label = (_MARK if at_cursor else " " * len(_MARK)) + family.label
        room = max(width - len(end) - 1, 0)
        return set_cell_size(f"{set_cell_size(label, room)} {end}", width)

    def watch_cursor(self) -> None:
        """Bring the cursor into view."""
        self._show_cursor()
        self.refresh()

    def _show_cursor(self) -> None:
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def action_move(self, by: int) -> None:
        """Move the cursor, not further than the ends."""
        self.cursor = max(min(self.cursor + by, len(self._families) - 1), 0)

    def action_move_page(self, by: int) -> None:
        """Move the cursor by as many lines as are in view."""
        self.action_move(by * max(self.scrollable_content_region.height, 1))

    def action_first(self) -> None:
        """Move the cursor to the first family."""
        self.cursor = 0

    def action_last(self) -> None:
        """Move the cursor to the last family."""
        self.cursor = max(len(self._families) - 1, 0)

    def action_open(self) -> None:
        """Choose the family under the cursor."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    def on_click(self, event: events.Click) -> None:
        """Choose the family that was pointed at."""
        place = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if place < len(self._families):
            self.cursor = place
            self.action_open()
