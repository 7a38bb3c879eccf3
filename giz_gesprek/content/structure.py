"""What must hold before anything can be asked: every id that the framework names exists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from giz_gesprek.content.ages import BAND_MONTHS
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.framework import Framework, Phase, QuestionSpec
from giz_gesprek.content.programmes import Limits
from giz_gesprek.content.purposes import Problem, purpose_problems
from giz_gesprek.content.source import Source, nearest
from giz_gesprek.content.texts import TextKind, TextSpec
from giz_gesprek.i18n import _

# What the stored document takes as an id; a dot would make another text of it.
_ID: Final = re.compile(r"[a-z][a-z0-9_-]{0,63}")


def structure_findings(
    framework: Framework, specs: Mapping[str, TextSpec], sources: Sequence[Source]
) -> Iterator[Finding]:
    """Yield one finding for each id that leads nowhere and each loop in ``show_when``."""
    for location, message in (
        *_topic_problems(framework),
        *_question_problems(framework),
        *_set_problems(framework),
        *_variant_problems(framework),
        *purpose_problems(framework),
        *_text_problems(framework, specs),
        *_programme_problems(framework, specs),
    ):
        source = nearest(sources, location)
        name = ".".join(str(part) for part in location if not isinstance(part, int))
        yield Finding(str(source.path), source.line(location), "structure", name, message)


def _topic_problems(framework: Framework) -> Iterator[Problem]:
    listed: set[str] = set()
    for side, side_spec in framework.sides.items():
        for position, topic in enumerate(side_spec.topics):
            location = ("sides", side, "topics", position)
            if topic not in framework.topics:
                yield location, _("there is no topic {id}: add it under topics").format(id=topic)
            if topic in listed:
                yield location, _("the topic {id} is listed twice: keep one").format(id=topic)
            listed.add(topic)
    for topic, topic_spec in framework.topics.items():
        if topic not in listed:
            yield ("topics", topic), _("stands on no side: add it to the topics of a side")
        if topic_spec.set not in framework.question_sets:
            message = _("there is no question set {id}: choose one of {known}")
            known = ", ".join(framework.question_sets)
            yield ("topics", topic, "set"), message.format(id=topic_spec.set, known=known)


def _question_problems(framework: Framework) -> Iterator[Problem]:
    for question, spec in framework.questions.items():
        place = ("questions", question)
        if spec.scale is not None and spec.scale not in framework.scales:
            yield (*place, "scale"), _("there is no scale {id}: add it").format(id=spec.scale)
        known = framework.scales.get(spec.scale or "", {})
        for name, named in (
            ("leaves_out", spec.leaves_out),
            ("told", spec.told),
            ("heard", spec.heard),
        ):
            for choice in named:
                if choice not in known and (name, choice) != ("told", "dont_know"):
                    message = _("there is no choice {id} on its scale: take it away")
                    yield (*place, name), message.format(id=choice)
        if spec.slot is not None and spec.slot not in framework.topic_slots:
            yield (*place, "slot"), _("there is no topic slot {id}: add it").format(id=spec.slot)
        if spec.same_as is not None and spec.same_as not in framework.questions:
            yield (*place, "same_as"), _no_question(spec.same_as)


def _set_problems(framework: Framework) -> Iterator[Problem]:
    for name, questions in framework.question_sets.items():
        for position, question in enumerate(questions):
            if question not in framework.questions:
                yield ("question_sets", name, position), _no_question(question)
                continue
            condition = framework.questions[question].show_when
            for other in condition.questions() if condition is not None else ():
                # Looking only at earlier questions is what makes a loop impossible.
                if other not in questions[:position]:
                    message = _(
                        "looks at {id}, which is not asked before it in {set}: reorder them"
                    )
                    yield ("questions", question, "show_when"), message.format(id=other, set=name)


def _variant_problems(framework: Framework) -> Iterator[Problem]:
    for variant, spec in framework.variants.items():
        for position, question in enumerate(spec.questions):
            if question not in framework.questions:
                yield ("variants", variant, "questions", position), _no_question(question)


def _programme_problems(framework: Framework, specs: Mapping[str, TextSpec]) -> Iterator[Problem]:
    taken = {*framework.topics, *(text_id.partition(".")[0] for text_id in specs)}
    for programme, spec in framework.programmes.items():
        place = ("programmes", programme)
        if not _ID.fullmatch(programme):
            yield place, _("is no id: use small letters, digits, - and _, at most 64")
        if programme in taken:
            yield place, _("is the name of a topic or a group of texts: choose another")
        for position, topic in enumerate(spec.topics):
            if topic not in framework.topics:
                message = _("there is no topic {id}: choose one of {known}")
                message = message.format(id=topic, known=", ".join(framework.topics))
                yield (*place, "topics", position), message
        for position, phase in enumerate(spec.phases):
            for message in _phase_problems(framework, phase, spec.limits):
                yield (*place, "phases", position), message
        listed = {"topics": spec.topics, "phases": spec.phases, "referred_by": spec.referred_by}
        for name, many in listed.items():
            for each in dict.fromkeys(one for one in many if many.count(one) > 1):
                yield (*place, name), _("{id} stands here twice: keep one").format(id=each)


def _phase_problems(framework: Framework, phase: str, limits: Limits) -> Iterator[str]:
    if phase not in framework.phases:
        message = _("there is no phase {phase}: choose one of {known}")
        yield message.format(phase=phase, known=", ".join(framework.phases))
    elif _is_shut_out(framework.phases[phase], limits):
        message = _("the limits shut out all of {phase}: mend them, or take it away")
        yield message.format(phase=phase)


def _is_shut_out(phase: Phase, limits: Limits) -> bool:
    ages = [BAND_MONTHS[band] for band in phase.age_bands if band in BAND_MONTHS]
    return bool(ages) and all(limits.shut_out(months) for months in ages)


def _text_problems(framework: Framework, specs: Mapping[str, TextSpec]) -> Iterator[Problem]:
    for location, text_id, kind in _named_texts(framework):
        spec = specs.get(text_id)
        if spec is None:
            yield location, _("there is no text {id}: add it to texts.yaml").format(id=text_id)
        elif kind is not None and spec.kind != kind:
            message = _("the text {id} is a {found}: make it a {kind} in texts.yaml")
            yield location, message.format(id=text_id, found=spec.kind, kind=kind)


def _named_texts(
    framework: Framework,
) -> Iterator[tuple[tuple[object, ...], str, TextKind | None]]:
    """Yield each place of the framework that needs a text, its id and, where fixed, its kind."""
    for scale, choices in framework.scales.items():
        for choice in choices:
            yield ("scales", scale, choice), f"{scale}.{choice}", "choice"
    for side in framework.sides:
        yield ("sides", side), f"side.{side}", "title"
    for page, texts in framework.pages.items():
        for position, text_id in enumerate(texts):
            yield ("pages", page, position), text_id, None
    for text_id in framework.page_pictures:
        yield ("page_pictures", text_id), text_id, None
    for role in framework.roles:
        yield ("roles", role), f"role.{role}", "title"
    for variant in framework.variants:
        yield ("variants", variant), f"variant.{variant}", "title"
    for question, spec in framework.questions.items():
        yield from _texts_of_question(question, spec)


def _texts_of_question(
    question: str, spec: QuestionSpec
) -> Iterator[tuple[tuple[object, ...], str, TextKind | None]]:
    if spec.text is not None:
        yield ("questions", question, "text"), spec.text, "question"
    if spec.intro is not None:
        yield ("questions", question, "intro"), spec.intro, "statement"
    if spec.label is not None:
        yield ("questions", question, "label"), spec.label, "title"
    if spec.above is not None:
        yield ("questions", question, "above"), spec.above, "title"
    if spec.above_one is not None:
        yield ("questions", question, "above_one"), spec.above_one, "title"
    if spec.of_professional is not None:
        yield ("questions", question, "of_professional"), spec.of_professional, "question"
    for given, text_id in spec.told.items():
        yield ("questions", question, "told", given), text_id, "echo"
    if spec.sentence is not None:
        yield ("questions", question, "sentence"), spec.sentence, "echo"


def _no_question(question: str) -> str:
    return _("there is no question {id}: add it under questions").format(id=question)
