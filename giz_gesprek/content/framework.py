"""The framework: sides, topics, questions, scales and phases, without a word of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from giz_gesprek.content.meanings import Meanings
from giz_gesprek.content.programmes import Programme
from giz_gesprek.content.texts import ContentModel, TextSpec
from giz_gesprek.i18n import _

Turn = Literal["family", "professional", "none"]
QuestionRole = Literal["strength", "help", "call"]
"""``strength``: what goes well, which is told first. ``help``: what helps already; both stand in
the one picture. ``call``: whom to call, also on the card."""


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

    ``slot`` names a text of the topic, ``text`` a shared one. ``intro`` is a shared text that
    stands above the question.

    ``label`` is the text that stands before the answer on paper. A choice that was made together
    and has none is told as a sentence: ``sentence``, or the usual one. ``leaves_out`` are choices
    of the scale that are not offered here; older conversations may have them. With ``beside`` the
    choices of people are laid beside each other. ``same_as`` names the question that asks the same
    of somebody else: its label, ``role`` and ``beside`` hold for this one too.

    ``heard`` are choices that tell of fear: the next step says first that they were heard.
    ``above`` is above answers where their question cannot be repeated, ``above_one`` where they
    are of one person. ``told`` are sentences that
    tell an answer, by its choice or by ``dont_know``: it is kept then. ``of_professional`` asks a
    professional, where that is another text. ``alone``: asked only while nobody else of the family
    sits there; the answer is on no paper of a family and never beside others. ``once_a_side``: of
    a professional, on the first topic of a side only, in the variants that name it.

    ``show_when`` says when there is such a question at all. ``known_when`` says when its answer is
    known from others, of the same person where one is asked: nobody is asked what was just said.
    ``unless_same`` leaves it out where everybody sees the topic the same. An answer that was given
    before stays, and its question with it.

    Who answered on a topic at a visit before is not asked the same again: ``only_again`` asks them
    how it is beside that time, and nobody else. ``again`` says when another question is asked of
    them all the same; a face is, where it is another.
    """

    answer: Literal["choice", "own_words"]
    scale: str | None = None
    leaves_out: tuple[str, ...] = ()
    slot: str | None = None
    text: str | None = None
    asked_of: Literal["family", "professional", "each_voice", "together"]
    same_as: str | None = None
    role: QuestionRole | None = None
    beside: bool = False
    label: str | None = None
    above: str | None = None
    above_one: str | None = None
    of_professional: str | None = None
    told: Mapping[str, str] = Field(default_factory=dict)
    heard: tuple[str, ...] = ()
    sentence: str | None = None
    intro: str | None = None
    alone: bool = False
    once_a_side: bool = False
    show_when: Condition | None = None
    known_when: Condition | None = None
    unless_same: bool = False
    only_again: bool = False
    again: Condition | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.answer == "choice") != (self.scale is not None):
            raise ValueError(_("a choice has a scale, own words have none"))
        if self.alone and (self.asked_of != "family" or self.answer != "choice" or self.beside):
            raise ValueError(
                _("what is asked alone is a choice of the family, compared with nobody")
            )
        if self.once_a_side and self.asked_of != "professional":
            raise ValueError(_("only a professional is asked something once a side"))
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


class Places(ContentModel):
    """The question set that is asked at each place of the conversation but its topics.

    Attributes:
        views_differ: two people see a topic differently.
        topic_ends: what is chosen together on a topic.
        advice_sought: a professional cannot leave a topic there.
        plan: after the goals.
        visit_ends: people differ still, at the end of a visit.

    """

    views_differ: str
    topic_ends: str
    advice_sought: str
    plan: str
    visit_ends: str

    def all(self) -> tuple[str, ...]:
        """Return the question sets of all places."""
        return tuple(getattr(self, name) for name in type(self).model_fields)


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
    places: Places
    meanings: Meanings
    practice_scale: str
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

    def own_specs(self) -> dict[str, TextSpec]:
        """Return what every text of a topic or a programme is, by the id of the text."""
        topics = {
            f"{topic}.{slot}": spec
            for topic in self.topics
            for slot, spec in self.slots_of(topic).items()
        }
        programmes = {
            f"{programme}.{slot}": spec
            for programme, each in self.programmes.items()
            for slot, spec in each.texts()
        }
        return {**topics, **programmes}

    def slots_of(self, topic: str) -> dict[str, SlotSpec]:
        """Return the texts that a topic has of its own, by slot."""
        question_set = self.topics[topic].set
        return {
            slot: spec
            for slot, spec in self.topic_slots.items()
            if spec.sets is None or question_set in spec.sets
        }

    def question_text(
        self, question: str, topic: str | None, *, of_professional: bool = False
    ) -> str:
        """Return the id of the text that asks a question: the topic's own, or a shared one."""
        spec = self.questions[question]
        if of_professional and spec.of_professional is not None:
            return spec.of_professional
        return spec.text if spec.text is not None else f"{topic}.{spec.slot}"

    def role_of(self, question: str) -> QuestionRole | None:
        """Return what a question has to be known for; None for most, and for an unknown one."""
        return next((spec.role for spec in self._said_of(question) if spec.role), None)

    def label_of(self, question: str) -> str | None:
        """Return the text before an answer on paper; None for a sentence or an unknown question."""
        return next((spec.label for spec in self._said_of(question) if spec.label), None)

    def is_beside(self, question: str) -> bool:
        """Tell whether the choices of people on a question are laid beside each other."""
        return any(spec.beside for spec in self._said_of(question))

    def choice_id(self, question: str, choice: str | None) -> str | None:
        """Return a choice as ``meanings`` name it; None where the question has no scale."""
        spec = self.questions.get(question)
        return f"{spec.scale}.{choice}" if spec is not None and spec.scale is not None else None

    def pictogram_of(self, choice_id: str) -> str | None:
        """Return the drawing of a choice that ``meanings`` name."""
        scale, _dot, choice = choice_id.partition(".")
        return self.scales.get(scale, {}).get(choice)

    def _said_of(self, question: str) -> Iterator[QuestionSpec]:
        """Yield what is said of a question, and then of the one that asks the same."""
        spec = self.questions.get(question)
        if spec is not None:
            yield spec
            if spec.same_as in self.questions:
                yield self.questions[spec.same_as]
