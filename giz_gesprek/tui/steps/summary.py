"""The report, line by line: what must change, what must go?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from giz_gesprek.summary import sentences
from giz_gesprek.summary.items import Item, visible_items
from giz_gesprek.summary.programmes import chosen_help
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.widgets.line_view import LineView
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Button

    from giz_gesprek.summary.document import Agreement


class SummaryBody(StepBody):
    """Everything that goes on the family's paper; each line can be changed or taken away."""

    HELP: ClassVar[str] = "help.summary"
    CAN_SKIP = False

    def title(self) -> str:
        """Return the heading of the report."""
        return self.say("summary.title")

    def compose(self) -> ComposeResult:
        """Lay out the lines under their headings."""
        conversation = self.data.conversation
        items = visible_items(self.data.talk, "family")
        said = [item for item in items if item.kind != "participant"]
        if not said:
            yield from self.lines("summary.empty", classes="statement -page")
        else:
            yield from self.lines("summary.intro")
        heading = ""
        for item in said:
            above = self._heading(item)
            if above != heading:
                heading = above
                yield Said(above, classes="heading")
            yield from self._line(item, said)
        if said:
            yield Said(self.say("summary.ask"), classes="question")
            yield from self.lines("summary.only_own", classes="hint")
        if conversation.left_at is not None:
            yield PlainButton(self.say("button.go_on"), id="go-on")

    def _heading(self, item: Item) -> str:
        if item.is_about_a_topic:
            return sentences.topic_heading(self.data.words, item, 2).text
        if item.kind == "hard_again":
            return self.say("hard_again.title")
        if item.kind == "look_back":
            return self.say("look_back.title")
        return self.say("document.agreements")

    def _line(self, item: Item, items: list[Item]) -> ComposeResult:
        speaker, text = self._shown(item, items)
        if text:
            yield LineView(
                item.line,
                text,
                speaker=speaker,
                change=self.say("button.change") if item.words is not None or item.choice else "",
                remove=self.say("button.remove"),
                quoted=item.words is not None,
            )

    def _shown(self, item: Item, items: list[Item]) -> tuple[str, str]:
        """Return who says it and what stands on the line."""
        words = self.data.words
        if item.kind == "plan_step":
            return "", _with_end(sentences.agreement(words, item))
        if item.kind == "difference":
            later = next((other for other in items if _same_topic(other, item, "later_on")), None)
            return "", sentences.difference_line(words, item, later).text
        if item.kind == "look_back":
            paragraph = sentences.look_back(words, item)
            return "", paragraph.text if paragraph else ""
        if item.kind == "programme":
            return "", chosen_help(words, item.detail or "").sentence
        if item.words is not None:
            quote = sentences.quote(words, item)
            return quote.lead, quote.text
        return "", self._chosen(item)

    def _chosen(self, item: Item) -> str:
        """Return a choice, or a topic that was added without a reason, as a sentence."""
        words = self.data.words
        if item.choice is not None and item.person_id is None:
            return sentences.chosen_together(words, item).sentence
        if item.choice is not None:
            return sentences.chosen_by(words, item).sentence
        if item.kind == "added_topic":
            name = words.person(item.person_id or "")
            topic = self.phrases.inside(words.topic(item.topic or "", item.child_id))
            return self.say("topics.added", name=name, topic=topic)
        if item.kind == "coordinator":
            return self.say("document.coordinator", name=words.person(item.person_id or ""))
        return ""

    @on(LineView.ChangePressed)
    def ask_to_change(self, event: LineView.ChangePressed) -> None:
        """Pass on which line is to be changed."""
        event.stop()
        self.post_message(self.LineChangeAsked(event.line))

    @on(LineView.RemovePressed)
    def ask_to_remove(self, event: LineView.RemovePressed) -> None:
        """Pass on which line is to go."""
        event.stop()
        self.post_message(self.LineRemoveAsked(event.line))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Go back to where the conversation was left."""
        event.stop()
        self.leave_with(self.Resumed())


def _with_end(agreement: Agreement) -> str:
    return agreement.sentence if agreement.by is None else f"{agreement.sentence} {agreement.by}"


def _same_topic(other: Item, item: Item, kind: str) -> bool:
    return other.kind == kind and (other.topic, other.child_id) == (item.topic, item.child_id)
