"""A question with two or three choices. Choosing and confirming are two acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on

from giz_gesprek.tui.steps.base import StepBody, StepData
from giz_gesprek.tui.widgets.choice_list import ChoiceList, Option
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from giz_gesprek.conversation.answers import AnswerState

# Beside the choices, on the same digits everywhere.
ASIDES: Final[dict[str, AnswerState]] = {
    "button.dont_know": "dont_know",
    "button.rather_not_say": "rather_not_say",
}
_FIRST_ASIDE_DIGIT: Final = 4


class ChoosingBody(StepBody):
    """A question, its choices and the echo of what is lit."""

    HELP: ClassVar[str] = "help.choice"
    ECHO: ClassVar[str] = "common.you_choose"
    EARLIER: ClassVar[str] = "common.chosen_before"

    def __init__(self, data: StepData) -> None:
        super().__init__(data)
        self.choices = ChoiceList(self.options(), self.lit_before(), picture=self.picture)

    def options(self) -> list[Option]:
        """Return what can be chosen."""
        raise NotImplementedError

    def lit_before(self) -> str | None:
        """Return what was chosen on an earlier visit; nothing is chosen the first time."""
        return None

    def question(self) -> str:
        """Return the words of the question."""
        raise NotImplementedError

    def take(self, option: str) -> None:
        """Carry out the confirmed choice."""
        raise NotImplementedError

    def before(self) -> ComposeResult:
        """Yield what stands above the question."""
        yield from ()

    def called(self, option: Option) -> str:
        """Return what a choice is called in the echo."""
        return option.label

    def choosing(self) -> ComposeResult:
        """Yield the choices, and what stands beside them."""
        yield self.choices

    def compose(self) -> ComposeResult:
        """Lay out the question, the choices and the echo."""
        yield from self.before()
        yield Said(self.question(), classes="question")
        yield from self.choosing()
        earlier = self.lit_before()
        echo = self._echo(earlier, self.EARLIER) if earlier is not None else ""
        yield Said(echo, id="echo", classes="echo")

    def first_focus(self) -> Widget | None:
        """Let the arrows work at once."""
        return self.choices

    def take_over(self, before: StepBody) -> None:
        """Light again what was lit."""
        lit = before.choices.chosen if isinstance(before, ChoosingBody) else None
        for option in self.choices.options:
            if option.id == lit and lit != self.lit_before():
                self.choices.choose_digit(option.digit)

    def choose(self, digit: int) -> None:
        """Light the choice of this digit."""
        self.choices.choose_digit(digit)

    def confirm(self) -> None:
        """Take the lit choice, or say that there is none yet."""
        if self.choices.chosen is None:
            text_id = "common.choose_first" if self.CAN_SKIP else "common.choose_only"
            self.post_message(self.Noticed(text_id, until_chosen=True))
        else:
            self.take(self.choices.chosen)

    @on(ChoiceList.Chosen)
    def show_echo(self, event: ChoiceList.Chosen) -> None:
        """Say in words what is lit."""
        event.stop()
        self.query_one("#echo", Said).update(self._echo(event.option.id, self.ECHO))
        self.post_message(self.Echoed())

    def _echo(self, option_id: str, text_id: str) -> str:
        option = next(option for option in self.choices.options if option.id == option_id)
        return self.say(text_id, choice=self.phrases.inside(self.called(option)))


def scale_options(data: StepData, scale: str) -> list[Option]:
    """Return the choices of a scale, in its fixed order."""
    return [
        Option(choice, data.phrases.text(f"{scale}.{choice}"), digit, pictogram=pictogram)
        for digit, (choice, pictogram) in enumerate(data.framework.scales[scale].items(), start=1)
    ]


class ChoiceBody(ChoosingBody):
    """A choice of the framework, by one person."""

    def title(self) -> str:
        """Return whose turn it is, or the topic."""
        return step_title(self.data)

    def options(self) -> list[Option]:
        """Return the scale, and the two answers that are set apart."""
        scale = self.data.framework.questions[self.data.step.question or ""].scale or ""
        asides = [
            Option(state, self.data.phrases.text(text_id), digit, aside=True)
            for digit, (text_id, state) in enumerate(ASIDES.items(), start=_FIRST_ASIDE_DIGIT)
        ]
        return [*scale_options(self.data, scale), *asides]

    def lit_before(self) -> str | None:
        """Return the answer that stands here."""
        answer = self.data.answer
        if answer is None or answer.state == "skipped":
            return None
        return answer.choice or answer.state

    def question(self) -> str:
        """Return the question, the topic's own or a shared one."""
        question = self.step.question or ""
        return self.say(self.data.framework.question_text(question, self.step.topic))

    def example_id(self) -> str | None:
        """Return the question: its example shows what somebody might choose."""
        return self.data.framework.question_text(self.step.question or "", self.step.topic)

    def take(self, option: str) -> None:
        """Keep the choice, or one of the two answers set apart."""
        for state in ASIDES.values():
            if option == state:
                self.leave_with(self.StateConfirmed(state))
                return
        self.leave_with(self.ChoiceConfirmed(option))


class TogetherBody(ChoiceBody):
    """A choice of everybody together."""

    ECHO = "common.we_choose"
    EARLIER = "common.we_chose_before"


class ConsentBody(ChoosingBody):
    """Does the parent want to talk? Saying no and asking first are as easy as yes."""

    CAN_SKIP = False

    def title(self) -> str:
        """Return the heading of the agreement."""
        return self.say("agreement.title")

    def options(self) -> list[Option]:
        """Return yes, a question first, and stop."""
        return scale_options(self.data, "consent")

    def question(self) -> str:
        """Return whether the parent wants to begin."""
        return self.say("agreement.start")

    def take(self, option: str) -> None:
        """Pass the answer on; a question first stays on this screen."""
        if option == "question_first":
            self.post_message(self.Noticed("agreement.question_time"))
        else:
            self.leave_with(self.ConsentGiven(option))


class PracticeBody(ChoosingBody):
    """One practice question; its answer is kept nowhere."""

    def title(self) -> str:
        """Return the heading of the practice."""
        return self.say("practice.title")

    def options(self) -> list[Option]:
        """Return drinks."""
        return scale_options(self.data, "drink")

    def question(self) -> str:
        """Return the practice question."""
        return self.say("practice.drink")

    def before(self) -> ComposeResult:
        """Say that this is practice."""
        yield from self.lines("practice.intro")

    def take(self, option: str) -> None:
        """Go on: what somebody drinks is nobody's business."""
        del option
        self.leave_with(self.GoNext())

    @on(ChoiceList.Chosen)
    def say_that_changing_is_fine(self) -> None:
        """Say after the first choice that it may be changed."""
        self.post_message(self.Noticed("practice.change"))


def step_title(data: StepData) -> str:
    """Return the heading of a question step: the topic, and whose turn it is."""
    step = data.step
    if step.topic is None:
        return data.phrases.text("hard_again.title")
    topic = data.topic_title()
    if step.person_id is None:
        return f"{topic} · {data.phrases.text('conclusion.title')}"
    return f"{topic} · {data.name(step.person_id)}"
