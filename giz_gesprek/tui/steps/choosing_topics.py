"""The triangle: first a side, then its topics, three at a time. The parent chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.containers import Horizontal

from giz_gesprek.conversation.agenda import TOPICS_A_PAGE, offered_topics
from giz_gesprek.conversation.choosing import chosen_topics
from giz_gesprek.conversation.position import Step
from giz_gesprek.tui.steps.base import StepBody, StepData
from giz_gesprek.tui.steps.choice import ChoosingBody
from giz_gesprek.tui.widgets.choice_list import ChoiceItem, ChoiceList, Choices, Option
from giz_gesprek.tui.widgets.said import PlainButton, Said
from giz_gesprek.tui.widgets.triangle import SIDES, Triangle, TriangleSide

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Button

    from giz_gesprek.conversation.dossier import SideVisit

_TO_PLAN: Final = "to-plan"


class TriangleBody(ChoosingBody):
    """The three sides. A side that was walked stays open to go back to."""

    HELP: ClassVar[str] = "help.triangle"

    def title(self) -> str:
        """Return the heading of the triangle."""
        return self.say("triangle.title")

    def options(self) -> list[Option]:
        """Return the sides, those that were walked marked as done."""
        done = self._done()
        labels = {
            side: self.data.phrases.text(f"side.{side}") for side in self.data.framework.sides
        }
        mark = self.data.phrases.text("triangle.done")
        sides = [
            Option(side, f"{label} · {mark}" if side in done else label, digit)
            for digit, (side, label) in enumerate(labels.items(), start=1)
        ]
        if not self._visited():
            return sides
        to_plan = self.data.phrases.text("button.to_plan")
        return [*sides, Option(_TO_PLAN, to_plan, len(sides) + 1, aside=True)]

    @on(ChoiceList.Chosen)
    def tell_about_the_side(self, event: ChoiceList.Chosen) -> None:
        """Say in a line what belongs to the lit side, and light it in the triangle."""
        side = event.option.id
        self.query_one(Triangle).lit = side
        about = f"triangle.about_{side}"
        # Neither the plan has such a line, nor a side that a municipality added.
        self.query_one("#about", Said).update(
            self.say(about) if self.data.phrases.has(about) else ""
        )

    def lit_before(self) -> str | None:
        """Return the side that was chosen from here before."""
        visit = self.data.step.visit or 0
        visits = self.data.conversation.visits
        return visits[visit].side if visit < len(visits) else None

    def question(self) -> str:
        """Return where to begin, or which side is next."""
        if not self._visited():
            return self.say("triangle.choose")
        return self.say("triangle.choose_next")

    def called(self, option: Option) -> str:
        """Return a side without the mark that it was walked."""
        sides = self.data.framework.sides
        return self.say(f"side.{option.id}") if option.id in sides else option.label

    def choosing(self) -> ComposeResult:
        """Yield the sides, and the triangle that they make."""
        done = self._done()
        names = [
            TriangleSide(side, self.say(f"side.{side}"), done=side in done)
            for side in self.data.framework.sides
        ]
        wanted = self.data.family.settings.pictures and len(names) == SIDES
        with Horizontal(classes="with-triangle"):
            yield self.choices
            yield Triangle(self.phrases.names["child"], names, self.lit_before(), wanted=wanted)

    def compose(self) -> ComposeResult:
        """Add a line about the lit side."""
        yield from super().compose()
        yield Said("", id="about", classes="hint")

    def take(self, option: str) -> None:
        """Open the side, or leave the triangle for the agreements."""
        if option == _TO_PLAN:
            self.leave_with(self.Jumped(Step(kind="goals")))
        else:
            self.leave_with(self.SideChosen(option))

    def _done(self) -> set[str]:
        return {visit.side for visit in self._visited() if visit.topics}

    def _visited(self) -> tuple[SideVisit, ...]:
        return self.data.conversation.visits[: self.data.step.visit or 0]


class TopicsBody(StepBody):
    """Three topics of a side; each can be chosen and left again."""

    HELP: ClassVar[str] = "help.topics"
    CAN_SKIP = False

    def __init__(self, data: StepData) -> None:
        super().__init__(data)
        side, page = data.step.side or "", data.step.page or 0
        offered = offered_topics(data.talk, side)
        self._offered = len(offered)
        self._shown_until = (page + 1) * TOPICS_A_PAGE
        self._topics = offered[page * TOPICS_A_PAGE : self._shown_until]
        self._chosen = set(chosen_topics(data.talk, side))

    def title(self) -> str:
        """Return the side."""
        return self.say(f"side.{self.step.side}")

    def compose(self) -> ComposeResult:
        """Lay out the question and three topics."""
        yield Said(self.say("topics.choose"), classes="question")
        options = [self._option(topic, digit) for digit, topic in enumerate(self._topics, start=1)]
        choices = Choices(options, mark="✔", picture=self.picture)
        choices.light(self._chosen)
        yield choices
        yield Said("", id="echo", classes="echo")
        yield from self.lines("topics.two_or_three", classes="hint")
        yield PlainButton(self.say("button.add_topic"), id="add-topic")

    def _option(self, topic: str, digit: int) -> Option:
        pictogram = self.data.framework.topics[topic].pictogram
        return Option(topic, self.data.words.topic(topic, None), digit, pictogram=pictogram)

    def choose(self, digit: int) -> None:
        """Choose or leave the topic of this digit."""
        if 1 <= digit <= len(self._topics):
            self._toggle(self._topics[digit - 1])

    @on(ChoiceItem.Clicked)
    def toggle(self, event: ChoiceItem.Clicked) -> None:
        """Choose or leave the topic that was pointed at."""
        event.stop()
        self._toggle(event.option.id)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Let the professional add a topic."""
        event.stop()
        self.post_message(self.TopicAddAsked(self.step.side or ""))

    def confirm(self) -> None:
        """Go on; after the last topics without any chosen, say that this is fine."""
        last = self._shown_until >= self._offered
        self.leave_with(self.GoNext("topics.none_chosen" if last and not self._chosen else None))

    def _toggle(self, topic: str) -> None:
        self._chosen ^= {topic}
        title = self.data.words.topic(topic, None) if topic in self._chosen else ""
        echo = self.query_one("#echo", Said)
        echo.update(self.say("topics.chosen", topic=self.phrases.inside(title)) if title else "")
        self.post_message(self.Echoed())
        self.query_one(Choices).light(self._chosen)
        self.post_message(self.TopicToggled(self.step.side or "", topic))
