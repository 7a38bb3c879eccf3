"""What every body of the conversation screen shares: its view, its layout and its messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.containers import Horizontal
from textual.message import Message

from giz_gesprek.session.acts import LEAVING, Act
from giz_gesprek.session.shown import Shown
from giz_gesprek.tui.steps.pictured import Pictured
from giz_gesprek.tui.widgets.for_professional import ForProfessional
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget
    from textual.widgets import Button

    from giz_gesprek.conversation.steps import Step
    from giz_gesprek.session.step_parts import Way
    from giz_gesprek.tui.widgets.picture import Pictures

View = TypeVar("View", bound=Shown)


class WayButton(PlainButton):
    """A button that does what its way says."""

    def __init__(
        self,
        way: Way,
        *,
        big: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(way.label, big=big, id=id, classes=classes)
        self.act = way.act


class StepBody(Pictured, Generic[View]):
    """The middle of the conversation screen.

    A body shows one step and sends messages; the screen carries them out.
    """

    @dataclass
    class Acted(Message):
        """Somebody did something on ``step``; it is about no other step, however fast keys come."""

        act: Act
        step: Step

    @dataclass
    class Noticed(Message):
        """A sentence for everybody at the table, by its text id.

        ``until_chosen``: a choice is missing, and the sentence goes as soon as there is one.
        """

        text_id: str
        until_chosen: bool = False

    @dataclass
    class Echoed(Message):
        """What was chosen stands in words on ``#echo``, and on ``#about`` where there is one."""

    def __init__(self, view: View, pictures: Pictures) -> None:
        super().__init__()
        self.view = view
        self.pictures = pictures
        self._left = False

    def page(self, pictogram: str | None, text: str) -> ComposeResult:
        """Yield a text that has the screen to itself, its picture beside it."""
        with Horizontal(classes="with-picture"):
            yield self.pictures.picture(pictogram)
            yield Said(text, classes="statement -page")

    def own(self) -> ComposeResult:
        """Yield what only the professional can do, where it is their turn."""
        if self.view.own is not None:
            yield WayButton(self.view.own, id="own")

    def to_do(self) -> ComposeResult:
        """Yield what the professional has still to do, which nobody reads aloud."""
        if self.view.to_do:
            yield ForProfessional(self.view.to_do)

    def act(self, act: Act) -> None:
        """Send what was done; what ends the step once, or a second Enter answers the next one."""
        if isinstance(act, LEAVING):
            if self._left:
                return
            self._left = True
        self.post_message(self.Acted(act, self.view.step))

    def stay(self) -> None:
        """Take an answer again: the one that was sent could not be kept."""
        self._left = False

    def confirm(self) -> None:
        """Do what Enter and the large button do."""
        raise NotImplementedError

    def choose(self, digit: int) -> None:
        """Do what a digit does; most bodies have nothing to choose."""

    def first_focus(self) -> Widget | None:
        """Return where the keys go when the step is shown; None for the button that goes on."""
        return None

    def focus_after(self, before: StepBody[Shown], act: Act) -> Widget | None:
        """Return where the keys go when the step is shown anew after ``act``.

        That is what was done last, or what is asked after it, and never what goes on or takes
        something away: Enter could be pressed once too often. None for where they begin.
        """
        del before
        return next((each for each in self.query(WayButton) if each.act == act), None)

    def typed(self) -> str | None:
        """Return what stands in the field as it is now; None where nothing is typed."""
        return None

    def renew(self, view: View) -> None:
        """Show the step as ``view`` is now, in place: most steps are laid out anew instead."""

    def take_over(self, before: StepBody[Shown]) -> None:
        """Show what stood in the same step at another rung; most bodies hold nothing."""

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        event.stop()
        if isinstance(event.button, WayButton):
            self.act(event.button.act)
