"""What a step shows, as data: words, choices, pictures, and what can be done.

A body of the screen and the lines of ``plain`` only lay it out; tests of words stand on it. Every
text of the content is a ``VoicedText``; what people said is an ordinary string. Nothing here
knows where it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from giz_gesprek.session.acts import Act, GiveWords, GoNext, Tell
from giz_gesprek.session.around_view import AroundView
from giz_gesprek.session.plan_views import DayView, GoalsView
from giz_gesprek.session.shown import Shown, spoken
from giz_gesprek.session.step_parts import (
    FaceShown,
    Option,
    Quote,
    SideShown,
    TopicShown,
    TriangleSide,
    Way,
)
from giz_gesprek.session.written_views import LinesView, SideBySideView

CHOOSE_FIRST: Final = "common.choose_first"
CHOOSE_ONLY: Final = "common.choose_only"


@dataclass(frozen=True, kw_only=True)
class PageView(Shown):
    """A text that has the screen to itself, its picture beside it."""

    text: str
    to_children: tuple[str, ...] = ()
    """A line for each child who sits there, by name."""
    pictogram: str | None = None
    question: str = ""
    aside: Way | None = None
    """What can be done besides going on."""
    confirm: Act = field(default_factory=GoNext)

    @property
    def said(self) -> tuple[str, ...]:
        """The text, what is asked, and what else can be done."""
        aside = self.aside.label if self.aside is not None else ""
        return spoken(self.text, *self.to_children, self.question, aside)


@dataclass(frozen=True, kw_only=True)
class ChoiceView(Shown):
    """A question with a few choices. Choosing and confirming are two acts."""

    intro: str = ""
    quotes: tuple[Quote, ...] = ()
    """What a professional told, or what was agreed, where everybody is asked about it."""
    quotes_heard: bool = False
    """It was heard on a step before this one."""
    drawn_below: bool = False
    """It is so short that there is room for the pictures of the choices."""
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
    asides_heard: bool = False
    """Whoever answers has heard what stands apart, which is the same beside every choice."""

    @property
    def in_rows(self) -> bool:
        """Whether the choices stand in rows, so that what was told can be seen with them."""
        return bool(self.quotes) and not self.drawn_below

    @property
    def heard(self) -> tuple[str, ...]:
        """The answers that are set apart, after the first time, and what was told before."""
        asides = tuple(each.label for each in self.options if each.aside and self.asides_heard)
        return (*asides, *quoted(self.quotes if self.quotes_heard else ()))

    @property
    def said(self) -> tuple[str, ...]:
        """The question first, then the choices one by one, and what was chosen before."""
        labels = [option.label for option in self.options]
        quotes = quoted(self.quotes)
        own = self.own.label if self.own is not None else ""
        return spoken(self.intro, *quotes, self.question, *labels, self.echo, own)


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
    another: Way | None
    """To one more topic, where there is any that was not chosen."""

    @property
    def heard(self) -> tuple[str, ...]:
        """The own words, which were read back or laid side by side."""
        helps = [asked for side in self.parts for topic in side.topics for asked in topic.helps]
        return spoken(*(part for asked in helps for part in asked.parts))

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
                written += (part for asked in topic.helps for part in asked.parts)
        asides = (option.label for option in self.options if option.aside)
        another = self.another.label if self.another is not None else ""
        return spoken(self.question, *written, *asides, self.echo, another)


@dataclass(frozen=True, kw_only=True)
class TopicsView(Shown):
    """A few topics of a side; each can be chosen and left again."""

    question: str
    options: tuple[Option, ...]
    chosen: frozenset[str]
    """Everything that is chosen on this side, also on other pages."""
    echo: tuple[str, ...]
    """Names everything that is chosen on this side, a short sentence each."""
    hint: str = ""
    add: Way | None = None
    """To one more topic of this side, which the professional asks for."""
    others: Option | None = None
    """To the other topics of this side; None where these are all of them."""
    asked_before: bool = False
    """The same was asked about other topics."""

    @property
    def heard(self) -> tuple[str, ...]:
        """The professional's button, what was chosen, and after the first topics what all have."""
        others = self.others.label if self.others is not None else ""
        of_all = (self.question, self.hint, others) if self.asked_before else ()
        return (*self._added, *self.echo, *of_all)

    @property
    def _added(self) -> tuple[str, ...]:
        return (self.add.label,) if self.add is not None else ()

    @property
    def confirm(self) -> Act:
        """On to talking about what is chosen; without a choice, what can be done is told."""
        return GoNext() if self.chosen else Tell("topics.choose_first")

    @property
    def said(self) -> tuple[str, ...]:
        """The question, the topics one by one, and what is advised."""
        labels = [option.label for option in self.options]
        others = self.others.label if self.others is not None else ""
        return spoken(self.question, *labels, *self.echo, self.hint, others, *self._added)


@dataclass(frozen=True, kw_only=True)
class AgainView(TopicsView):
    """Topics of the time before, and another one; each can be chosen and left again."""

    told: tuple[TopicShown, ...]
    """What each said on a topic then, by the id of its option."""

    def faces(self, option: Option) -> tuple[FaceShown, ...]:
        """Return what each said then on the topic of an option."""
        return next((each.faces for each in self.told if each.id == option.id), ())

    @property
    def said(self) -> tuple[str, ...]:
        """The question, and each topic with what was said on it."""
        written: list[str] = []
        for option in self.options:
            written.append(option.label)
            written += (face.text for face in self.faces(option))
        return spoken(self.question, *written, *self.echo)


@dataclass(frozen=True, kw_only=True)
class WordsView(Shown):
    """A question that is answered in own words, literally typed; ``hint`` says if empty is fine."""

    intro: str = ""
    pictogram: str | None = None
    """What the intro is about, where a topic begins with it."""
    quotes: tuple[Quote, ...] = ()
    """Who asked for the topic, and why; or what is told about advice, where a parent says more."""
    quotes_heard: bool = False
    """It was heard on a step before this one."""
    question: str
    typed: str
    """What was being typed, or what was said on an earlier visit."""
    asides: tuple[Option, ...]
    chosen: str | None = None
    """Which of the two answers set apart stands here."""
    hint: str
    asides_heard: bool = False
    """Whoever answers has heard what stands apart, and that the field may stay empty."""

    @property
    def heard(self) -> tuple[str, ...]:
        """What stands under the field, after the first time, and what was told before."""
        under = (*(each.label for each in self.asides), self.hint) if self.asides_heard else ()
        return (*under, *quoted(self.quotes if self.quotes_heard else ()))

    def give(self, text: str) -> GiveWords:
        """Return what keeps these words."""
        return GiveWords(text)

    @property
    def said(self) -> tuple[str, ...]:
        """The question, what was typed, and what else can be said."""
        labels = [option.label for option in self.asides]
        quotes = quoted(self.quotes)
        own = self.own.label if self.own is not None else ""
        return spoken(self.intro, *quotes, self.question, self.typed, *labels, self.hint, own)


StepView: TypeAlias = (
    PageView
    | ChoiceView
    | TriangleView
    | WholeView
    | TopicsView
    | AgainView
    | WordsView
    | LinesView
    | SideBySideView
    | DayView
    | AroundView
    | GoalsView
)


def quoted(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Return what is read aloud of what people said."""
    return tuple(part for quote in quotes for part in (quote.lead, quote.text))


def entered_in(view: StepView) -> str:
    """Return what stands in the field of a step; empty where there is none."""
    match view:
        case WordsView(typed=text) | DayView(entered=text):
            return text
    return ""
