"""A step as lines: what is said of it, and what each number chooses.

Pure: from a ``StepView`` to a ``Face``. Decides nothing; everything that the step shows is here,
in the order of the screen. A line or a goal has one number, behind which stands what can be done
with it: a listener would hear the same buttons at every line otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, assert_never

from giz_gesprek.plain.entered import numbered
from giz_gesprek.session.around_view import AroundView, RingShown
from giz_gesprek.session.plan_views import DayView, GoalsView
from giz_gesprek.session.step_parts import Way
from giz_gesprek.session.step_view import (
    AgainView,
    ChoiceView,
    PageView,
    TopicsView,
    TriangleView,
    WholeView,
    WordsView,
)
from giz_gesprek.session.written_views import LinesView, SideBySideView

if TYPE_CHECKING:
    from giz_gesprek.session.acts import Act
    from giz_gesprek.session.step_parts import (
        AskedShown,
        GoalShown,
        Option,
        PlanPart,
        WrittenLine,
    )
    from giz_gesprek.session.step_view import StepView


OWN_DIGIT: Final = 6
"""Behind a slash, what only the professional can do where words are typed: after the asides."""


@dataclass(frozen=True)
class Pick:
    """Something that a number chooses.

    Attributes:
        label: its words.
        echo: what is said as soon as it is lit.
        about: what is told about it then.
        act: what confirming it does.
        at_once: a topic is chosen or left by its number alone.
        ways: what can be done with it, where that is asked next.
        id: of the option, to light it again.

    """

    label: str
    echo: str = ""
    about: str = ""
    act: Act | None = None
    at_once: bool = False
    ways: tuple[Way, ...] = ()
    id: str = ""


@dataclass
class Face:
    """The lines of a step, and its picks by number."""

    lines: list[str] = field(default_factory=list)
    picks: dict[int, Pick] = field(default_factory=dict)

    def say(self, *texts: str) -> None:
        """Add lines; an empty text is none."""
        self.lines += filter(None, texts)

    def number(self, pick: Pick, label: str | None = None) -> None:
        """Add a line with the next number."""
        number = max(self.picks, default=0) + 1
        self.picks[number] = pick
        self.say(numbered(number, label or pick.label))

    def way(self, way: Way | None) -> None:
        """Add something that can be done, if there is any."""
        if way is not None:
            self.number(Pick(way.label, echo=way.label, act=way.act))

    def options(self, options: Iterable[Option], *, at_once: bool = False) -> None:
        """Add choices under their own digits."""
        for option in options:
            self.picks[option.digit] = Pick(
                option.label, option.echo, option.about, option.act, at_once, id=option.id
            )
            self.say(numbered(option.digit, option.label))


def quoted(text: str) -> str:
    """Return what somebody said, between marks: it cannot pass for words of ours."""
    return f"“{indented(text)}”"


def indented(text: str) -> str:
    """Return what people typed so that no line of it begins where a number of ours could stand."""
    return text.replace("\n", "\n  ")


def lay_out(view: StepView) -> Face:  # noqa: C901, PLR0912 - one a kind of view
    """Return what a step says, and its numbers. Own words and a day have none: they are typed."""
    face = Face()
    match view:
        case PageView():
            _page(face, view)
        case WholeView():
            _whole(face, view)
        case ChoiceView() | TriangleView():
            face.say(view.intro, *(_said(quote.lead, quote.text) for quote in view.quotes))
            face.say(view.question)
            face.options(view.options)
            face.say(view.echo)
            face.way(view.own)
        case AgainView():
            _again(face, view)
        case TopicsView():
            _topics(face, view)
        case WordsView():
            _own_words(face, view)
        case LinesView():
            _written(face, view)
        case SideBySideView():
            face.say(view.verdict, view.question)
            for card in view.cards:
                face.say(*card.parts)
            for asked in view.asked:
                face.say(*_asked(asked))
        case DayView():
            understood = view.typing.read(view.entered, view.today).words
            face.say(view.question, view.typing.format, understood or view.entered)
        case AroundView():
            _around(face, view)
        case GoalsView():
            _goals(face, view)
        case _:
            assert_never(view)
    face.say(view.to_do)
    return face


def _page(face: Face, view: PageView) -> None:
    face.say(view.text, *view.to_children, view.question)
    face.way(view.aside)


def _whole(face: Face, view: WholeView) -> None:
    face.say(view.question)
    for part in view.parts:
        face.say(part.heading)
        for topic in part.topics:
            face.options([view.option(topic.id)])
            face.say(*(each.text for each in topic.faces))
            for asked in topic.helps:
                face.say(*_asked(asked))
    face.options(option for option in view.options if option.aside)
    face.way(view.another)
    face.say(view.echo)


def _topics(face: Face, view: TopicsView) -> None:
    face.say(view.question)
    face.options(view.options, at_once=True)
    if view.others is not None:
        face.options([view.others])
    face.way(view.add)
    face.say(view.hint, *view.echo)


def _again(face: Face, view: AgainView) -> None:
    face.say(view.question)
    for option in view.options:
        face.options([option], at_once=True)
        face.say(*(each.text for each in view.faces(option)))
    face.say(*view.echo)


def _own_words(face: Face, view: WordsView) -> None:
    face.say(view.intro)
    for quote in view.quotes:
        face.say(_said(quote.lead, quote.text))
    face.say(view.question)
    for option in view.asides:
        # Behind a slash: a digit alone is somebody's own words here.
        face.say(f"/{option.digit}. {option.label}")
    if view.own is not None:
        face.say(f"/{OWN_DIGIT}. {view.own.label}")


def _written(face: Face, view: LinesView) -> None:
    face.say(view.intro)
    face.way(view.overview)
    for part in view.parts:
        face.say(part.heading)
        for line in part.lines:
            _written_line(face, line)
    face.say(view.question, view.hint)
    face.way(view.silences)
    face.way(view.resume)


def _written_line(face: Face, line: WrittenLine) -> None:
    face.say(line.asked)
    text = quoted(line.text) if line.quoted else indented(line.text)
    said = f"{line.speaker}: {text}" if line.speaker else text
    own = (way for way in (line.change, line.remove) if way is not None)
    ways = (*line.ways, *own)
    if ways:
        face.number(Pick(said, ways=ways))
    else:
        face.say(said)


def _asked(asked: AskedShown) -> Iterator[str]:
    yield asked.question
    for quote in asked.quotes:
        yield _said(quote.lead, quote.text)


def _said(lead: str, text: str) -> str:
    return f"{lead}: {quoted(text)}"


def _around(face: Face, view: AroundView) -> None:
    face.say(view.question)
    _rings(face, view.told)
    face.say(view.before)
    _rings(face, view.asked)
    face.way(view.keep_all)
    face.say(view.hint)
    face.way(view.add)
    face.way(view.other_parent)


def _rings(face: Face, rings: Iterable[RingShown]) -> None:
    for ring in rings:
        face.say(ring.name)
        for one in ring.people:
            face.number(Pick(one.name, ways=one.ways))
            face.say(*(_said(quote.lead, quote.text) for quote in one.told))


def _goals(face: Face, view: GoalsView) -> None:
    face.say(*view.intro)
    for goal in view.goals:
        _goal(face, goal)
    face.say(*view.kept_by)
    face.way(view.keeps_it)
    face.say(view.hint)
    face.way(view.add)
    face.way(view.along)
    face.way(view.around)
    face.way(view.another)


def _goal(face: Face, goal: GoalShown) -> None:
    more = (goal.add_step,) if goal.add_step is not None else ()
    last = (goal.tell_back,) if goal.tell_back is not None else ()
    ways = (*more, goal.choose_help, *goal.ways, goal.say_why, *last)
    face.number(Pick(quoted(goal.words), ways=ways))
    face.say(goal.topic, goal.to_do)
    for told in (goal.why, goal.told):
        if told is not None:
            face.say(_said(told.lead, told.text) if told.text else told.lead)
    for step in goal.steps:
        _plan_step(face, step)
    face.say(*goal.helps)


def _plan_step(face: Face, step: PlanPart) -> None:
    face.number(Pick(indented(step.text), ways=step.ways))
