"""What a step shows, as data: words, choices, pictures, and what can be done.

A body of the screen and the lines of ``plain`` only lay it out; tests of words stand on it. Every
text of the content is a ``VoicedText``; what people said is an ordinary string. Nothing here
knows where it is shown.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeAlias

from giz_gesprek.conversation.position import Step
from giz_gesprek.session.acts import Act, GiveDay, GiveWords, GoNext
from giz_gesprek.session.dates import DayTyping
from giz_gesprek.session.step_parts import (
    Card,
    GoalShown,
    Option,
    Quote,
    SideShown,
    TriangleSide,
    Way,
    WaysOn,
    WrittenPart,
)

CHOOSE_FIRST: Final = "common.choose_first"
CHOOSE_ONLY: Final = "common.choose_only"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What every step has.

    Attributes:
        step: where the conversation stands.
        title: what stands at the top.
        help: what F1 tells about this step.
        ways: the ways on.
        example: the id of the text whose example can be shown, or None.
        own: what only the professional can do, where it is their turn; None anywhere else.

    """

    step: Step
    title: str
    help: str
    ways: WaysOn
    example: str | None = None
    own: Way | None = None

    @property
    def said(self) -> tuple[str, ...]:
        """What is read aloud of the step itself, from top to bottom."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class PageView(Shown):
    """A text that has the screen to itself, its picture beside it."""

    text: str
    pictogram: str | None = None
    quotes: tuple[Quote, ...] = ()
    question: str = ""
    aside: Way | None = None
    """What can be done besides going on."""
    confirm: Act = field(default_factory=GoNext)

    @property
    def said(self) -> tuple[str, ...]:
        """The text, who said what about it, and what is asked."""
        quotes = [part for quote in self.quotes for part in (quote.lead, quote.text)]
        aside = self.aside.label if self.aside is not None else ""
        return _spoken(self.text, *quotes, self.question, aside)


@dataclass(frozen=True, kw_only=True)
class ChoiceView(Shown):
    """A question with a few choices. Choosing and confirming are two acts."""

    intro: str = ""
    question: str
    options: tuple[Option, ...]
    chosen: str | None = None
    """What was chosen on an earlier visit; nothing is chosen the first time."""
    echo: str = ""
    """What is said about ``chosen``."""
    missing: str = CHOOSE_FIRST
    """The id of the text that asks for a choice where none is lit."""
    remark: str | None = None
    """The id of a text that is told after a choice was lit."""

    @property
    def said(self) -> tuple[str, ...]:
        """The question first, then the choices one by one, and what was chosen before."""
        labels = [option.label for option in self.options]
        own = self.own.label if self.own is not None else ""
        return _spoken(self.intro, self.question, *labels, self.echo, own)


@dataclass(frozen=True, kw_only=True)
class TriangleView(ChoiceView):
    """The sides to choose from, and the triangle that they make around the child."""

    child: str
    sides: tuple[TriangleSide, ...]


@dataclass(frozen=True, kw_only=True)
class WholeView(ChoiceView):
    """Everything that was talked about in one picture; what comes first is an option."""

    child: str
    sides: tuple[TriangleSide, ...]
    parts: tuple[SideShown, ...]

    def option(self, name: str) -> Option:
        """Return the option with this id."""
        return next(option for option in self.options if option.id == name)

    @property
    def said(self) -> tuple[str, ...]:
        """The question, then side by side each topic with its faces and what helps already."""
        written: list[str] = []
        for side in self.parts:
            written.append(side.heading)
            for topic in side.topics:
                written.append(self.option(topic.id).label)
                written += (face.text for face in topic.faces)
                written += (part for quote in topic.helps for part in (quote.lead, quote.text))
        asides = (option.label for option in self.options if option.aside)
        return _spoken(self.question, *written, *asides, self.echo)


@dataclass(frozen=True, kw_only=True)
class TopicsView(Shown):
    """A few topics of a side; each can be chosen and left again."""

    question: str
    options: tuple[Option, ...]
    chosen: frozenset[str]
    """Everything that is chosen on this side, also on other pages."""
    hint: str
    add: Way
    is_last: bool
    """Whether these are the last topics of the side."""

    def confirm(self, chosen: Collection[str]) -> GoNext:
        """Go on; after the last topics without any chosen, say that this is fine."""
        return GoNext("topics.none_chosen" if self.is_last and not chosen else None)

    @property
    def said(self) -> tuple[str, ...]:
        """The question, the topics one by one, and what is advised."""
        labels = [option.label for option in self.options]
        return _spoken(self.question, *labels, self.hint, self.add.label)


@dataclass(frozen=True, kw_only=True)
class WordsView(Shown):
    """A question that is answered in own words, literally typed; empty is fine."""

    intro: str = ""
    question: str
    typed: str
    """What was being typed, or what was said on an earlier visit."""
    asides: tuple[Option, ...]
    chosen: str | None = None
    """Which of the two answers set apart stands here."""
    hint: str

    def give(self, text: str) -> GiveWords:
        """Return what keeps these words."""
        return GiveWords(text)

    @property
    def said(self) -> tuple[str, ...]:
        """The question, what was typed, and what else can be said."""
        labels = [option.label for option in self.asides]
        own = self.own.label if self.own is not None else ""
        return _spoken(self.intro, self.question, self.typed, *labels, self.hint, own)


@dataclass(frozen=True, kw_only=True)
class LinesView(Shown):
    """What was written, line by line, and what can be changed or taken away."""

    intro: str
    is_empty: bool
    """Nothing was written: the intro has the screen to itself."""
    pictogram: str | None = None
    parts: tuple[WrittenPart, ...] = ()
    question: str = ""
    hint: str = ""
    resume: Way | None = None
    """On to where the conversation was left, or to open it again after its end."""

    @property
    def said(self) -> tuple[str, ...]:
        """Every line under its heading, and what is asked; not the same buttons at every line."""
        written: list[str] = []
        for part in self.parts:
            written.append(part.heading)
            for line in part.lines:
                written += (line.speaker, line.text)
        resume = self.resume.label if self.resume is not None else ""
        return _spoken(self.intro, *written, self.question, self.hint, resume)


@dataclass(frozen=True, kw_only=True)
class SideBySideView(Shown):
    """The views beside each other. Nothing is averaged, nothing is overwritten."""

    cards: tuple[Card, ...]
    verdict: str
    """Whether they see it the same; empty while nobody chose."""

    @property
    def said(self) -> tuple[str, ...]:
        """Each voice after the other, then the sentence about them."""
        voices = [part for card in self.cards for part in (card.choice, card.lead, *card.quotes)]
        return _spoken(*voices, self.verdict)


@dataclass(frozen=True, kw_only=True)
class DayView(Shown):
    """A question whose answer is a day; leaving it empty is fine."""

    question: str
    typing: DayTyping
    entered: str
    """What was being typed, or the day that was chosen, in figures."""
    day: date | None
    today: date
    pictogram: str | None = None

    def give(self, day: date | None) -> GiveDay:
        """Return what keeps this day."""
        return GiveDay(day)

    @property
    def said(self) -> tuple[str, ...]:
        """The question, how a day is typed, and which day stands."""
        return _spoken(
            self.question, self.typing.format, self.typing.read(self.entered, self.today).words
        )


@dataclass(frozen=True, kw_only=True)
class GoalsView(Shown):
    """The plan: the goals so far, and what can be done with each."""

    intro: tuple[str, ...]
    goals: tuple[GoalShown, ...]
    hint: str
    """Why there is no goal yet, or why there can be no more; empty otherwise."""
    add: Way | None
    pictogram: str | None = None

    @property
    def said(self) -> tuple[str, ...]:
        """What is asked, each goal with its steps, and the way to another goal."""
        written: list[str] = []
        for goal in self.goals:
            written += (goal.topic, goal.words, goal.told, *(step.text for step in goal.steps))
            written += (goal.add_step.label if goal.add_step is not None else "", *goal.helps)
            written.append(goal.choose_help.label)
        add = self.add.label if self.add is not None else ""
        return _spoken(*self.intro, *written, self.hint, add)


StepView: TypeAlias = (
    PageView
    | ChoiceView
    | TriangleView
    | WholeView
    | TopicsView
    | WordsView
    | LinesView
    | SideBySideView
    | DayView
    | GoalsView
)


def entered_in(view: StepView) -> str:
    """Return what stands in the field of a step; empty where there is none."""
    match view:
        case WordsView(typed=text) | DayView(entered=text):
            return text
    return ""


def _spoken(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip())
