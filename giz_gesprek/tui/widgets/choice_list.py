"""Two to five things of which one can be chosen; nothing is chosen beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive

from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

MOST_BOXES: Final = 5
"""More choices than this stand on a row each instead of in a box."""


@dataclass(frozen=True)
class Option:
    """One choice: its id, its words and the digit that chooses it."""

    id: str
    label: str
    digit: int
    aside: bool = False
    """Set apart from the others: "don't know" and "rather not say"."""


class ChoiceItem(Said):
    """One choice on the screen, as a box that can be lit."""

    @dataclass
    class Clicked(Message):
        """Somebody pointed at this choice."""

        option: Option

    def __init__(self, option: Option, mark: str = "▶") -> None:
        self.option = option
        self._mark = mark
        super().__init__(self._words(lit=False), classes="-aside" if option.aside else None)

    def light(self, *, lit: bool) -> None:
        """Show whether this is the chosen one: by a mark and a border, not by colour alone."""
        if lit == self.has_class("-lit"):
            return
        self.set_class(lit, "-lit")
        # The mark is as wide as the space for it: nothing has to be laid out again.
        self.update(self._words(lit=lit), layout=False)

    def _words(self, *, lit: bool) -> str:
        mark = self._mark if lit else " "
        if self.option.aside:
            return f"{mark}{self.option.digit} {self.option.label}"
        return f"{mark} {self.option.digit}  {self.option.label}"

    def on_click(self, event: events.Click) -> None:
        """Tell which choice was pointed at."""
        event.stop()
        self.post_message(self.Clicked(self.option))


class ChoiceList(Vertical, can_focus=True):
    """Choices under each other; digits, arrows, mouse and touch choose, and only that."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    chosen: reactive[str | None] = reactive(None, init=False)

    @dataclass
    class Chosen(Message):
        """Another choice was lit."""

        option: Option

    def __init__(
        self,
        options: Sequence[Option],
        chosen: str | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self.options = tuple(options)
        self.set_class(len(self.options) > MOST_BOXES, "-many")
        self.set_reactive(ChoiceList.chosen, chosen)

    def compose(self) -> ComposeResult:
        """Lay out the choices and, beside or below them, those that are set apart."""
        with Vertical(classes="choices"):
            yield from (ChoiceItem(option) for option in self.options if not option.aside)
        if any(option.aside for option in self.options):
            with Vertical(classes="asides"):
                yield from (ChoiceItem(option) for option in self.options if option.aside)

    def on_mount(self) -> None:
        """Light what was chosen on an earlier visit."""
        self._light(self.chosen)

    def choose_digit(self, digit: int) -> None:
        """Choose by digit; a digit without a choice does nothing."""
        for option in self.options:
            if option.digit == digit:
                self._choose(option)

    def action_move(self, by: int) -> None:
        """Light the next or previous choice."""
        ids = [option.id for option in self.options]
        if self.chosen in ids:
            place = min(max(ids.index(self.chosen) + by, 0), len(ids) - 1)
        else:
            place = 0 if by > 0 else len(ids) - 1
        self._choose(self.options[place])

    def _choose(self, option: Option) -> None:
        self.chosen = option.id
        self.post_message(self.Chosen(option))

    def watch_chosen(self, chosen: str | None) -> None:
        """Light the chosen one and no other."""
        self._light(chosen)

    def on_choice_item_clicked(self, event: ChoiceItem.Clicked) -> None:
        """Choose what was pointed at."""
        event.stop()
        self._choose(event.option)

    def _light(self, chosen: str | None) -> None:
        for item in self._items():
            item.light(lit=item.option.id == chosen)

    def _items(self) -> Iterator[ChoiceItem]:
        yield from self.query(ChoiceItem)
