"""A page to read: welcome, agreement, the opening of a topic, somebody's turn, practice skip."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.widgets.said import PlainButton, Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Button


class PageBody(StepBody):
    """A text of the welcome or the agreement."""

    CAN_SKIP = False

    def title(self) -> str:
        """Return the heading of the part that the page belongs to."""
        return self.say(f"{(self.step.text or '').partition('.')[0]}.title")

    def compose(self) -> ComposeResult:
        """Show the text, large and alone, with its picture."""
        text_id = self.step.text or ""
        yield from self.with_picture(self.page_picture(text_id), text_id)


class DeclinedBody(PageBody):
    """After a no: thanks, and the offer to delete what was written."""

    NEXT = "button.keep_talk"

    def compose(self) -> ComposeResult:
        """Show thanks and the question whether to delete."""
        yield from self.with_picture(self.page_picture("declined.thanks"), "declined.thanks")
        yield Said(self.say("declined.delete"), classes="question")
        yield PlainButton(self.say("button.delete_talk"), big=True, id="delete-talk")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Delete only when this button was pressed."""
        event.stop()
        self.post_message(self.DeleteAsked())

    def confirm(self) -> None:
        """Keep what was written and close."""
        self.post_message(self.FinishAsked())


class PracticeSkipBody(StepBody):
    """Try "skip" once; nothing happens, and that is the lesson."""

    def title(self) -> str:
        """Return the heading of the practice."""
        return self.say("practice.title")

    def compose(self) -> ComposeResult:
        """Invite to skip."""
        yield from self.with_picture(self.page_picture("practice.skip"), "practice.skip")

    def confirm(self) -> None:
        """Go on without having tried; the practice is over all the same."""
        self.leave_with(self.GoNext("practice.done"))


class OpeningBody(StepBody):
    """A topic begins."""

    def title(self) -> str:
        """Return the title of the topic."""
        return self.data.topic_title()

    def compose(self) -> ComposeResult:
        """Show what the topic is about, its picture beside the words."""
        spec = self.data.framework.topics.get(self.step.topic or "")
        picture = self.picture(spec.pictogram if spec is not None else None)
        yield from self.with_picture(picture, f"{self.step.topic}.opening")
        for visit in self.data.conversation.visits:
            for added in visit.added:
                if added.topic == self.step.topic and added.reason is not None:
                    name = self.data.name(added.by_id)
                    yield Said(self.say("side_by_side.said", name=name), classes="speaker")
                    yield Quoted(added.reason.text, classes="quote")


class TurnBody(StepBody):
    """Somebody else's turn; the answers given so far stay as they are."""

    HELP: ClassVar[str] = "help.turn"
    CAN_SKIP = False

    def title(self) -> str:
        """Return whose turn it is."""
        return self.say("turn.title")

    def compose(self) -> ComposeResult:
        """Say whose turn it is, in the words for the family or for a professional."""
        person = self.data.person(self.step.person_id or "")
        kind = "professional" if person.role == "professional" else "family"
        yield from self.with_picture(self.page_picture(f"turn.{kind}"), f"turn.{kind}")
