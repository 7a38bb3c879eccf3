"""The framework: sides, topics, questions, scales and phases, without a word of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from giz_gesprek.content.programmes import Programme
from giz_gesprek.content.texts import ContentModel, TextSpec
from giz_gesprek.i18n import _

Turn = Literal["family", "professional", "none"]


class Phase(ContentModel):
    """A phase of life, and the age bands that belong to it."""

    age_bands: tuple[str, ...]
    complete: bool


class RoleSpec(ContentModel):
    """Whether people in this role are asked for a view, and when in a side."""

    turn: Turn


class VariantSpec(ContentModel):
    """Which of a topic's questions are asked, and which professionals give a view."""

    questions: tuple[str, ...]
    professionals: Literal["first", "all"]


class Condition(ContentModel):
    """When a question is shown: ``=``, ``!=``, ``exists``, ``all`` and ``any``, nothing else.

    Nothing is evaluated. Maps onto FHIR ``enableWhen`` and XLSForm ``relevant``.
    """

    question: str | None = None
    equal: str | None = Field(default=None, alias="=")
    differs: str | None = Field(default=None, alias="!=")
    exists: bool | None = None
    all: tuple[Condition, ...] | None = None
    any: tuple[Condition, ...] | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        tests = [self.equal, self.differs, self.exists]
        groups = [self.all, self.any]
        given = sum(test is not None for test in tests)
        grouped = sum(group is not None for group in groups)
        is_test = self.question is not None and given == 1 and grouped == 0
        is_group = self.question is None and given == 0 and grouped == 1
        if not (is_test or is_group):
            raise ValueError(
                _('show_when is {question, "=" or "!=" or exists}, or a list under all or any')
            )
        return self

    def questions(self) -> Iterator[str]:
        """Yield every question that this condition looks at."""
        if self.question is not None:
            yield self.question
        for part in (*(self.all or ()), *(self.any or ())):
            yield from part.questions()


class QuestionSpec(ContentModel):
    """One question: how it is answered, by whom, and which text asks it.

    ``slot`` names a text of the topic, ``text`` a shared one. ``same_as`` names the question of
    the family whose scale this one uses, so that two views can be laid side by side. ``intro`` is
    a shared text that stands above the question.
    """

    answer: Literal["choice", "own_words"]
    scale: str | None = None
    slot: str | None = None
    text: str | None = None
    asked_of: Literal["family", "professional", "each_voice", "together"]
    same_as: str | None = None
    intro: str | None = None
    show_when: Condition | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.answer == "choice") != (self.scale is not None):
            raise ValueError(_("a choice has a scale, own words have none"))
        if (self.slot is None) == (self.text is None):
            raise ValueError(_("a question has either a slot or a text"))
        return self


class SlotSpec(TextSpec):
    """A text that every topic has of its own; ``sets`` limits it to those question sets."""

    sets: tuple[str, ...] | None = None


class SideSpec(ContentModel):
    """A side of the triangle and its topics, the lightest first."""

    per: Literal["child", "family"]
    topics: tuple[str, ...]


class TopicSpec(ContentModel):
    """A topic; ``set`` is its question set. ``sensitive`` ones can be parked."""

    set: str
    pictogram: str
    sensitive: bool = False


class Framework(ContentModel):
    """The whole of ``framework.yaml``; ids are stable and never reused.

    ``programmes`` come from a file of their own, ``programmes.yaml``.
    """

    format: Literal[1]
    release: str
    placeholders: tuple[str, ...]
    phases: dict[str, Phase]
    roles: dict[str, RoleSpec]
    variants: dict[str, VariantSpec]
    scales: dict[str, dict[str, str]]
    questions: dict[str, QuestionSpec]
    question_sets: dict[str, tuple[str, ...]]
    topic_slots: dict[str, SlotSpec]
    sides: dict[str, SideSpec]
    topics: dict[str, TopicSpec]
    pages: dict[str, tuple[str, ...]]
    programmes: dict[str, Programme] = Field(default_factory=dict)
    page_pictures: dict[str, str] = Field(default_factory=dict)

    def side_of(self, topic: str) -> str | None:
        """Return the side on which a topic stands, or None for an id that is no longer known."""
        return next((side for side, spec in self.sides.items() if topic in spec.topics), None)

    def phase_of(self, age_band: str) -> str | None:
        """Return the phase of an age band, or None for an unknown band."""
        return next(
            (phase for phase, spec in self.phases.items() if age_band in spec.age_bands), None
        )

    def slots_of(self, topic: str) -> dict[str, SlotSpec]:
        """Return the texts that a topic has of its own, by slot."""
        question_set = self.topics[topic].set
        return {
            slot: spec
            for slot, spec in self.topic_slots.items()
            if spec.sets is None or question_set in spec.sets
        }

    def question_text(self, question: str, topic: str | None) -> str:
        """Return the id of the text that asks a question: the topic's own, or a shared one."""
        spec = self.questions[question]
        return spec.text if spec.text is not None else f"{topic}.{spec.slot}"
