"""Telling a step: short for who listens. What was said already is not said again.

Owns what was told before: the title, how much is left to do, how typing goes. Knows nothing of
acts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.session.plan_views import DayView
from giz_gesprek.session.step_view import ChoiceView, PageView, TopicsView, WordsView
from giz_gesprek.session.written_views import LinesView

if TYPE_CHECKING:
    from giz_gesprek.conversation.steps import Step
    from giz_gesprek.plain.exchange import Exchange
    from giz_gesprek.plain.layout import Face
    from giz_gesprek.plain.typing_words import WordsTyped
    from giz_gesprek.session.step_view import StepView


class Teller:
    """Says the steps of one conversation, one after the other."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._lines = exchange.lines
        self._step: Step | None = None
        self._said: list[str] = []
        self._title = ""
        self._left_to_do = ""
        self._typing_told = False

    def is_at(self, view: StepView) -> bool:
        """Tell whether this step was told last."""
        return view.step == self._step

    def tell(self, view: StepView, face: Face, words: WordsTyped | None) -> None:
        """Tell a step; of one that was told last, only what it asks when nothing changed."""
        if self.is_at(view) and face.lines == self._said:
            self.ask_again(view)
        else:
            self.tell_all(view, face, words)

    def tell_all(self, view: StepView, face: Face, words: WordsTyped | None) -> None:
        """Tell all of a step. Its title, and what is left to do, only where they changed."""
        self._step, self._said = view.step, face.lines
        self._lines.part()
        if view.title != self._title:
            self._title = view.title
            self._lines.say(view.title)
        if view.ways.left_to_do != self._left_to_do:
            self._left_to_do = view.ways.left_to_do
            self._lines.say(view.ways.left_to_do)
        self._lines.say(*face.lines)
        match view:
            case WordsView():
                self._tell_of_words(view, words)
            case ChoiceView() if view.chosen is not None:
                self._exchange.tell("Enter", "button.confirm")
            case DayView() if view.day is not None:
                self._exchange.tell("Enter", "button.save")
                self._exchange.tell("/e", "button.no_date")
            case ChoiceView() if view.step.kind == "practice":
                # It speaks of a button.
                self._exchange.tell("/s", "button.skip")
            case LinesView() if view.step.kind == "hard_days":
                # Going on keeps what stands there.
                self._exchange.tell("Enter", "hard_days.keep")

    def ask_again(self, view: StepView) -> None:
        """Say what a step asks, for who has heard all of it."""
        match view:
            case PageView() | ChoiceView() | TopicsView() | WordsView() | DayView():
                self._lines.part()
                self._lines.say(view.question)
            case _:
                self._lines.part()
                self._lines.say(view.title)

    def _tell_of_words(self, view: WordsView, words: WordsTyped | None) -> None:
        """Say what stands; once, that nothing has to be said and how typing goes."""
        if not self._typing_told:
            self._typing_told = True
            if view.hint:
                self._lines.say(view.hint)
            self._exchange.say("plain.typing")
        chosen = next((option for option in view.asides if option.id == view.chosen), None)
        if chosen is not None:
            phrases = self._exchange.phrases
            label = phrases.inside(chosen.label)
            self._lines.say(phrases.text("common.chosen_before", choice=label))
        if words is not None:
            words.say_what_stands()
