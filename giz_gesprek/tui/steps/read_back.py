"""What was written is read back, and anything in it can be changed or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.records import answer_at
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.widgets.line_view import LineView
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from giz_gesprek.conversation.answers import Answer
    from giz_gesprek.conversation.position import Step


class ReadBackBody(StepBody):
    """One person's answers on one topic, and "what must I change?"."""

    HELP: ClassVar[str] = "help.read_back"
    CAN_SKIP = False

    def title(self) -> str:
        """Return the topic and what this screen is."""
        return f"{self.data.topic_title()} · {self.say('read_back.title')}"

    def compose(self) -> ComposeResult:
        """Lay out what was written beside its picture."""
        with Horizontal(classes="with-picture"):
            yield self.page_picture("read_back.title", modest=True)
            with Vertical(classes="beside"):
                yield from self._written()

    def _written(self) -> ComposeResult:
        """Yield the lead-in, each answer with its buttons, and the open question."""
        answered = list(self._answered())
        if not answered:
            yield from self.lines("read_back.nothing", classes="statement -page")
            return
        yield from self.lines(f"{self.step.topic}.read_back")
        for step, answer in answered:
            yield LineView(
                Line(kind="answer", step=step),
                self._shown(answer),
                change=self.say("button.change"),
                remove=self.say("button.remove"),
                quoted=answer.words is not None,
            )
        yield Said(self.say("read_back.ask"), classes="question")

    def _answered(self) -> Iterator[tuple[Step, Answer]]:
        here = (self.step.topic, self.step.child_id, self.step.person_id)
        for step in agenda(self.data.talk):
            asked = self.data.framework.questions.get(step.question or "")
            if asked is None or asked.asked_of != "family" or asked.text is not None:
                # Reasons and advice are asked later, of the same person.
                continue
            if (step.topic, step.child_id, step.person_id) == here:
                answer = answer_at(self.data.talk, step)
                if answer is not None and answer.state == "answered":
                    yield step, answer

    def _shown(self, answer: Answer) -> str:
        if answer.words is not None:
            return answer.words.text
        label = self.data.words.choice(answer.question, answer.choice or "")
        return self.say("common.you_choose", choice=label)

    @on(LineView.ChangePressed)
    def go_to_question(self, event: LineView.ChangePressed) -> None:
        """Go back to the question, or change the words here."""
        event.stop()
        if event.line.step is not None:
            self.leave_with(self.Jumped(event.line.step))

    @on(LineView.RemovePressed)
    def ask_to_remove(self, event: LineView.RemovePressed) -> None:
        """Ask to take the line away."""
        event.stop()
        self.post_message(self.LineRemoveAsked(event.line))
