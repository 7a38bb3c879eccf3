"""The views beside each other. Nothing is averaged, nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Grid, Vertical

from giz_gesprek.conversation.voices import (
    appraisals,
    differs,
    family_voices,
    professional_voices,
    views_on,
)
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.widgets.said import PlainButton, Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Button

# What a card shows besides the choice: how each sees it, in their own words.
_WORDS_SHOWN = ("helps", "view_helps", "view_words")


class SideBySideBody(StepBody):
    """A card for each voice, and whether they see it the same."""

    HELP: ClassVar[str] = "help.side_by_side"
    CAN_SKIP = False

    def title(self) -> str:
        """Return the topic and what this screen is."""
        return f"{self.data.topic_title()} · {self.say('side_by_side.title')}"

    def compose(self) -> ComposeResult:
        """Lay out the cards, the sentence about them and the professional's own button."""
        topic, child_id = self.step.topic or "", self.step.child_id
        chosen = appraisals(self.data.talk, topic, child_id)
        choices = {view.person_id: view.choice for view in chosen}
        has_scale = self.data.framework.topics[topic].set == "faces"
        with Grid(classes="cards"):
            for person_id in self._voices():
                yield from self._card(person_id, choices.get(person_id), has_scale=has_scale)
        if choices:
            yield from self.lines(self._verdict(len(choices)), id="verdict")
        yield PlainButton(self.say("button.seek_advice"), id="seek-advice")

    def _card(self, person_id: str, choice: str | None, *, has_scale: bool) -> ComposeResult:
        name = self.data.name(person_id)
        with Vertical(classes="card"):
            words = self._words(person_id)
            if choice is None and (has_scale or not words):
                yield Said(self.say("side_by_side.no_view", name=name), classes="card-choice")
            elif choice is not None:
                label = self.data.words.choice("appraisal", choice)
                yield Said(
                    self.say("side_by_side.chose", name=name, choice=label), classes="card-choice"
                )
            if words:
                yield Said(self.say("side_by_side.said", name=name), classes="speaker")
            for text in words:
                yield Quoted(text, classes="quote")

    def _words(self, person_id: str) -> list[str]:
        views = views_on(self.data.conversation, self.step.topic or "", self.step.child_id)
        return [
            answer.words.text
            for view in views
            if view.person_id == person_id
            for answer in view.answers
            if answer.words is not None and answer.question in _WORDS_SHOWN
        ]

    def _voices(self) -> list[str]:
        talk = self.data.talk
        views = views_on(talk.conversation, self.step.topic or "", self.step.child_id)
        return list(
            dict.fromkeys(
                (
                    *family_voices(talk),
                    *professional_voices(talk),
                    *(view.person_id for view in views),
                )
            )
        )

    def _verdict(self, count: int) -> str:
        if count < 2:  # noqa: PLR2004 - two views are what makes a comparison
            return "side_by_side.one_view"
        different = differs(self.data.talk, self.step.topic or "", self.step.child_id)
        return "side_by_side.differ" if different else "side_by_side.same"

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Let the professional say openly that they ask for advice."""
        event.stop()
        self.leave_with(self.AdviceSought())
