"""Two to five things of which one can be chosen; nothing is chosen beforehand.

Two or three of them stand next to each other, a picture above the words of each, where pictures
are wanted and the terminal has room; else they stand under each other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Center, ItemGrid, Vertical
from textual.message import Message
from textual.reactive import reactive

from giz_gesprek.tui.host.styles import StyledAlone
from giz_gesprek.tui.reading.parts import HEARD, Part
from giz_gesprek.tui.widgets.by_digit import ByDigit
from giz_gesprek.tui.widgets.framed import Framed
from giz_gesprek.tui.widgets.picture import Picture, has_room_at_choices
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.session.step_parts import Option

MOST_BOXES: Final = 5
"""More choices than this stand on a row each instead of in a box."""

MOST_BESIDE: Final = 3
"""More choices than this stand under each other, without pictures."""

MakePicture: TypeAlias = Callable[[str | None], Picture]
"""Makes the picture of a pictogram, in the way the family wants pictures."""


class ChoiceItem(Said, StyledAlone):
    """The words of one choice, in a box that can be lit."""

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

    def readable(self) -> Iterator[Part]:
        """Yield the words of the choice, without its mark and digit."""
        yield Part(self.option.label, self, self)

    @property
    def before_words(self) -> int:
        """The mark and the digit."""
        return len(self._words(lit=False)) - len(self.option.label)

    def _words(self, *, lit: bool) -> str:
        mark = self._mark if lit else " "
        digit = self.option.digit or " "
        if self.option.aside:
            return f"{mark}{digit} {self.option.label}"
        return f"{mark} {digit}  {self.option.label}"

    def on_click(self, event: events.Click) -> None:
        """Tell which choice was pointed at."""
        event.stop()
        self.post_message(self.Clicked(self.option))


class Card(Framed, StyledAlone):
    """A picture above the words of its choice; beside others it has the border around both."""

    def __init__(self, picture: Picture, item: ChoiceItem) -> None:
        super().__init__()
        self.picture = picture
        self.item = item

    def compose(self) -> ComposeResult:
        """Lay out the picture and the words."""
        yield Center(self.picture)
        yield self.item

    def on_click(self, event: events.Click) -> None:
        """Take the picture as the words."""
        event.stop()
        self.post_message(ChoiceItem.Clicked(self.item.option))


class Choices(ItemGrid):
    """Choices under each other; at most three with pictures stand side by side where they fit."""

    DEFAULT_CSS = """
    Choices { layout: vertical; height: auto; }
    Choices.-beside { layout: grid; grid-columns: 1fr; grid-rows: auto; grid-gutter: 0 1; }
    """

    def __init__(
        self,
        options: Sequence[Option],
        *,
        mark: str = "▶",
        picture: MakePicture | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(classes=classes)
        self._items = [ChoiceItem(option, mark) for option in options]
        self._cards = [
            Card(picture(item.option.pictogram), item)
            for item in self._items
            if picture is not None and len(options) <= MOST_BESIDE
        ]

    def compose(self) -> ComposeResult:
        """Lay out the choices."""
        yield from self._cards or self._items

    @property
    def items(self) -> tuple[ChoiceItem, ...]:
        """The choices, in order."""
        return tuple(self._items)

    @property
    def are_beside(self) -> bool:
        """Whether the choices stand next to each other."""
        return self.has_class("-beside")

    def fit(self, columns: int, rows: int) -> None:
        """Lay the choices out for a terminal of these measures."""
        drawn = any(card.picture.has_art for card in self._cards)
        beside = drawn and has_room_at_choices(columns, rows)
        self.set_class(beside, "-beside")
        self.styles.grid_size_columns = max(len(self._cards), 1)
        for card in self._cards:
            if beside:
                card.picture.fit(columns, rows)
            else:
                card.picture.art_size = None

    def light(self, ids: Collection[str | None]) -> None:
        """Light these choices and no other."""
        for item in self._items:
            item.light(lit=item.option.id in ids)
        for card in self._cards:
            card.set_class(card.item.option.id in ids, "-lit")


class ChoiceList(Vertical, ByDigit, can_focus=True):
    """Choices of which one is lit; digits, arrows, mouse and touch choose, and only that.

    With ``picture``, which makes the picture of a pictogram, they stand next to each other where
    the terminal has room for that; see ``fit``. ``in_rows`` leaves room for what stands above them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left", "move(-1)", show=False),
        Binding("down,right", "move(1)", show=False),
    ]

    # The list draws nothing itself.
    chosen: reactive[str | None] = reactive(None, init=False, repaint=False)

    @dataclass
    class Chosen(Message):
        """Another choice was lit."""

        option: Option

    def __init__(
        self,
        options: Sequence[Option],
        chosen: str | None = None,
        *,
        picture: MakePicture | None = None,
        asides_heard: bool = False,
        in_rows: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self.options = tuple(options)
        self._asides_heard = asides_heard
        choices = [option for option in self.options if not option.aside]
        self._asides = [ChoiceItem(option) for option in self.options if option.aside]
        self._choices = Choices(choices, picture=None if in_rows else picture, classes="choices")
        self.set_class(in_rows or len(self.options) > MOST_BOXES, "-many")
        self.set_reactive(ChoiceList.chosen, chosen)

    def compose(self) -> ComposeResult:
        """Lay out the choices and, beside or below them, those that are set apart."""
        yield from self.laid_out(self._choices)
        if self._asides:
            with Vertical(classes=f"asides {HEARD}" if self._asides_heard else "asides"):
                yield from self._asides

    def laid_out(self, choices: Choices) -> ComposeResult:
        """Yield the choices; a list that tells more about each lays out their items itself."""
        yield choices

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
        self._choices.light({chosen})
        for item in self._asides:
            item.light(lit=item.option.id == chosen)
