"""What every body of the conversation screen shares: its data, its layout and its messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.message import Message

from giz_gesprek.summary.words import Words
from giz_gesprek.tui.steps.pictured import Pictured
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from giz_gesprek.content.framework import Framework
    from giz_gesprek.content.library import Library
    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.content.pictograms import Pictograms
    from giz_gesprek.conversation.answers import Answer, AnswerState
    from giz_gesprek.conversation.dossier import Conversation
    from giz_gesprek.conversation.lines import Line
    from giz_gesprek.conversation.people import Family, Person
    from giz_gesprek.conversation.position import Step
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.summary.items import Audience
    from giz_gesprek.summary.words import Calendar
    from giz_gesprek.tui.widgets.picture import Picture


@dataclass(frozen=True)
class StepData:
    """Everything a body may know. ``draft`` is what was being typed here before."""

    step: Step
    phrases: Phrasebook
    library: Library
    pictograms: Pictograms
    talk: Talk
    answer: Answer | None
    draft: str | None
    today: date
    calendar: Calendar

    @property
    def framework(self) -> Framework:
        """What can be asked."""
        return self.talk.framework

    @property
    def conversation(self) -> Conversation:
        """The conversation itself."""
        return self.talk.conversation

    @property
    def family(self) -> Family:
        """The family of this conversation."""
        return self.talk.family

    def person(self, person_id: str) -> Person:
        """Return somebody by id."""
        return self.family.person(person_id)

    def name(self, person_id: str) -> str:
        """Return somebody's name."""
        return self.person(person_id).name

    @cached_property
    def words(self) -> Words:
        """What topics, choices and people are called, as on the papers."""
        return Words.of(self.library, self.talk, self.calendar)

    def topic_title(self) -> str:
        """Return the title of this step's topic."""
        return self.words.topic(self.step.topic or "", self.step.child_id)


@dataclass
class Leaving(Message):
    """What ends the step ``left``; it is about no other step, however fast the keys come."""

    left: Step = field(init=False, repr=False)


class StepBody(Pictured):
    """The middle of the conversation screen.

    A body shows one step and sends messages; the screen carries them out. ``HELP`` names the
    text that F1 shows; ``NEXT`` the words on the large button, empty where there is none.
    """

    HELP: ClassVar[str] = "help.statement"
    NEXT: ClassVar[str] = "button.next"
    CAN_SKIP: ClassVar[bool] = True

    @dataclass
    class GoNext(Leaving):
        """On to the next step; nothing to keep. ``notice`` is a text to show there."""

        notice: str | None = None

    @dataclass
    class ChoiceConfirmed(Leaving):
        """A choice was made and confirmed."""

        choice: str

    @dataclass
    class StateConfirmed(Leaving):
        """That somebody does not know or would rather not say was confirmed."""

        state: AnswerState

    @dataclass
    class WordsGiven(Leaving):
        """Own words are ready to be kept; empty text means that nothing was said."""

        text: str

    @dataclass
    class ConsentGiven(Leaving):
        """The parent answered whether to talk: a choice of the scale ``consent``."""

        choice: str

    @dataclass
    class SideChosen(Leaving):
        """A side of the triangle was chosen."""

        side: str

    @dataclass
    class TopicToggled(Message):
        """A topic was chosen, or left again."""

        side: str
        topic: str

    @dataclass
    class TopicAddAsked(Message):
        """The professional wants to add a topic of this side."""

        side: str

    @dataclass
    class Jumped(Leaving):
        """On to a certain step."""

        step: Step

    @dataclass
    class AdviceSought(Leaving):
        """The professional says openly that they ask for advice."""

    @dataclass
    class DateGiven(Leaving):
        """A day was chosen, or left open."""

        day: date | None

    @dataclass
    class PlanEditAsked(Message):
        """Something of the plan is to be written: ``action`` is a name of ``plan_editing``."""

        action: str
        id: str | None = None

    @dataclass
    class LineChangeAsked(Message):
        """Own words on a line are to be changed."""

        line: Line

    @dataclass
    class LineRemoveAsked(Message):
        """A line is to be taken away."""

        line: Line

    @dataclass
    class Resumed(Leaving):
        """On to where the conversation was left."""

    @dataclass
    class PaperAsked(Message):
        """A paper is to be made."""

        audience: Audience

    @dataclass
    class CardAsked(Message):
        """The small card is to be shown."""

    @dataclass
    class FinishAsked(Message):
        """The conversation is done."""

    @dataclass
    class DeleteAsked(Message):
        """After a no: what was written is to be deleted."""

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

    def __init__(self, data: StepData) -> None:
        super().__init__(data)
        self.phrases = data.phrases
        self.step = data.step
        self._left = False

    def say(self, text_id: str, **values: str) -> str:
        """Return the words of a text at the family's rung."""
        return self.phrases.text(text_id, **values)

    def title(self) -> str:
        """Return what stands at the top of the screen."""
        return ""

    def lines(
        self,
        text_id: str,
        *,
        classes: str = "statement",
        id: str | None = None,  # noqa: A002 - Textual's name
        **values: str,
    ) -> Iterator[Said]:
        """Yield a text, a sentence a line."""
        yield Said(self.say(text_id, **values), classes=classes, id=id)

    def with_picture(self, picture: Picture, text_id: str) -> ComposeResult:
        """Yield a text that has the screen to itself, its picture beside it."""
        with Horizontal(classes="with-picture"):
            yield picture
            yield from self.lines(text_id, classes="statement -page")

    def example_id(self) -> str | None:
        """Return the text whose example F4 shows."""
        return None

    def confirm(self) -> None:
        """Do what Enter and the large button do."""
        self.leave_with(self.GoNext())

    def leave_with(self, message: Leaving) -> None:
        """Send what ends this step, once: a second Enter is no answer to the next question."""
        if not self._left:
            self._left = True
            message.left = self.step
            self.post_message(message)

    def stay(self) -> None:
        """Take an answer again: the one that was sent could not be kept."""
        self._left = False

    def choose(self, digit: int) -> None:
        """Do what a digit does; most bodies have nothing to choose."""

    def first_focus(self) -> Widget | None:
        """Return where the keys go when the step is shown; None for the button that goes on."""
        return None

    def typed(self) -> str | None:
        """Return the own words in the field as they are now; None where nothing is typed."""
        return None

    def take_over(self, before: StepBody) -> None:
        """Show what stood in the same step at another rung; most bodies hold nothing."""
