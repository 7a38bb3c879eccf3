"""What must hold of what questions and choices are for: labels, roles, places and meanings.

Every question has its place on paper by what the framework says of it. Here is found what would
stand nowhere, or in two places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giz_gesprek.content.framework import Framework, QuestionSpec
from giz_gesprek.i18n import _

Problem = tuple[tuple[object, ...], str]
"""Where it is in the framework, and what to do about it."""


def purpose_problems(framework: Framework) -> Iterator[Problem]:
    """Yield what is wrong; every id that the framework names may be one that is not there."""
    yield from _place_problems(framework)
    yield from _meaning_problems(framework)
    for question, spec in framework.questions.items():
        location = ("questions", question)
        yield from _label_problems(framework, question, location)
        yield from _role_problems(framework, question, location)
        yield from _likeness_problems(framework, spec, location)
    for name, questions in framework.question_sets.items():
        known = [each for each in questions if each in framework.questions]
        yield from _comparison_problems(framework, ("question_sets", name), known)


def _place_problems(framework: Framework) -> Iterator[Problem]:
    for place, name in framework.places:
        if name not in framework.question_sets:
            message = _("there is no question set {id}: choose one of {known}")
            known = ", ".join(framework.question_sets)
            yield ("places", place), message.format(id=name, known=known)
    for name in dict.fromkeys(framework.places.all()):
        elsewhere = {
            question
            for other, questions in framework.question_sets.items()
            if other != name
            for question in questions
        }
        for position, question in enumerate(framework.question_sets.get(name, ())):
            if question in elsewhere:
                message = _("{id} is asked in another question set too: keep it in one")
                yield ("question_sets", name, position), message.format(id=question)


def _meaning_problems(framework: Framework) -> Iterator[Problem]:
    for meaning, choice_id in framework.meanings:
        if framework.pictogram_of(choice_id) is None:
            message = _("there is no choice {id}: write its scale, a dot and the choice")
            yield ("meanings", meaning), message.format(id=choice_id)
    if framework.practice_scale not in framework.scales:
        message = _("there is no scale {id}: add it").format(id=framework.practice_scale)
        yield ("practice_scale",), message
    meant, scale = framework.meanings.of_consent(), framework.meanings.consent_scale
    for choice in framework.scales.get(scale, {}):
        if f"{scale}.{choice}" not in meant:
            message = _("the program does not know what to do with this choice: take it away")
            yield ("scales", scale, choice), message


def _label_problems(
    framework: Framework, question: str, location: tuple[object, ...]
) -> Iterator[Problem]:
    if framework.label_of(question) is not None:
        return
    spec = framework.questions[question]
    in_plan = question in framework.question_sets.get(framework.places.plan, ())
    if in_plan or spec.asked_of != "together" or spec.answer != "choice":
        yield location, _("has no label: name the text that stands before the answer on paper")


def _role_problems(
    framework: Framework, question: str, location: tuple[object, ...]
) -> Iterator[Problem]:
    spec = framework.questions[question]
    at_place = {
        name for name in framework.places.all() if question in framework.question_sets.get(name, ())
    }
    if spec.role in {"strength", "help"} and (at_place or spec.asked_of != "family"):
        yield (*location, "role"), _("is only for what the family is asked about a topic")
    if spec.role == "call" and framework.places.plan not in at_place:
        yield (*location, "role"), _("is only for a question of the set under places, plan")
    if spec.beside and at_place:
        yield (*location, "beside"), _("is only for what one person is asked about a topic")
    for name, given in (("beside", spec.beside), ("sentence", spec.sentence is not None)):
        if given and spec.answer != "choice":
            yield (*location, name), _("is only for a choice")


def _likeness_problems(
    framework: Framework, spec: QuestionSpec, location: tuple[object, ...]
) -> Iterator[Problem]:
    same = framework.questions.get(spec.same_as or "")
    if same is not None and same.scale != spec.scale:
        message = _("{id} is answered in another way: give both the same answer and scale")
        yield (*location, "same_as"), message.format(id=spec.same_as)


def _comparison_problems(
    framework: Framework, location: tuple[object, ...], questions: Sequence[str]
) -> Iterator[Problem]:
    """Yield what cannot be laid beside each other: who chooses twice would differ from nobody."""
    specs = [framework.questions[each] for each in questions if framework.is_beside(each)]
    compared = [spec for spec in specs if spec.answer == "choice"]
    turns = [spec.asked_of for spec in compared]
    if len(set(turns)) < len(turns):
        yield location, _("lays two choices of one person beside each other: keep one of them")
    if len({spec.scale for spec in compared}) > 1:
        yield location, _("lays choices of two scales beside each other: use one scale")
