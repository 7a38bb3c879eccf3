"""What a view of a step is made of: the conversation, the words of this step, and what is typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Self

from giz_gesprek.summary.words import PaperNames

if TYPE_CHECKING:
    from giz_gesprek.content.framework import Framework
    from giz_gesprek.content.library import Library
    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.content.texts import Rung
    from giz_gesprek.conversation.answers import Answer
    from giz_gesprek.conversation.dossier import Conversation
    from giz_gesprek.conversation.steps import Step
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.summary.calendar import Calendar


@dataclass(frozen=True)
class StepData:
    """Everything a view may know.

    Attributes:
        library: the words that can be asked, and the pictures.
        talk: the conversation as it is kept.
        step: where it stands.
        phrases: the words at the family's rung, with the names that belong to ``step``.
        answer: the answer that stands here.
        draft: what was being typed here before, or None.
        today: the day where the laptop stands.
        calendar: how days are written.

    """

    library: Library
    talk: Talk
    step: Step
    phrases: Phrasebook
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
        """The conversation as it is kept."""
        return self.talk.conversation

    @cached_property
    def words(self) -> PaperNames:
        """What topics, choices and people are called, as on the papers."""
        return PaperNames.of(self.library, self.talk, self.calendar)

    def words_of(self, talk: Talk) -> PaperNames:
        """Return what choices are called in another conversation of the family."""
        return replace(self.words, talk=talk)

    def at(self, rung: Rung) -> Self:
        """Return the same at another rung."""
        family = self.talk.family
        settings = family.settings.model_copy(update={"rung": rung})
        talk = self.talk.with_family(family.model_copy(update={"settings": settings}))
        return replace(self, talk=talk, phrases=replace(self.phrases, rung=rung))

    def say(self, text_id: str, **values: str) -> str:
        """Return the words of a text at the family's rung."""
        return self.phrases.text(text_id, **values)

    def to_professional(self, text_id: str, **values: str) -> str:
        """Return a text for the professional, who reads standard words."""
        return self.words.for_the_professional().text(text_id, **values)

    def name(self, person_id: str) -> str:
        """Return what somebody is called, as on the papers."""
        return self.talk.family.person(person_id).name

    def topic_title(self) -> str:
        """Return the title of this step's topic."""
        here = self.step.position
        return self.words.topic(here.topic or "", here.child_id)

    def page_picture(self, text_id: str) -> str | None:
        """Return the drawing that stands beside a text of a page."""
        return self.framework.page_pictures.get(text_id)
