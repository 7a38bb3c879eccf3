"""What must hold inside the framework before anything can be asked: every id it names exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giz_gesprek.content.findings import Finding
from giz_gesprek.content.framework import Framework
from giz_gesprek.content.source import Source

_Problem = tuple[tuple[str, ...], str]


def structure_findings(framework: Framework, sources: Sequence[Source]) -> Iterator[Finding]:
    """Yield one finding for each id that leads nowhere and each loop in ``show_when``."""
    for location, message in (
        *_topic_problems(framework),
        *_question_problems(framework),
        *_set_problems(framework),
        *_variant_problems(framework),
    ):
        # The last folder that writes the place is the one to mend.
        source = next(
            (source for source in reversed(sources) if location[0] in source.data), sources[-1]
        )
        name = ".".join(location)
        yield Finding(str(source.path), source.line(location), "structure", name, message)


def _topic_problems(framework: Framework) -> Iterator[_Problem]:
    listed = [topic for side in framework.sides.values() for topic in side.topics]
    for side, side_spec in framework.sides.items():
        for topic in side_spec.topics:
            if topic not in framework.topics:
                yield ("sides", side, "topics"), f"names the topic {topic}, which is not under topics"
            if listed.count(topic) > 1:
                yield ("sides", side, "topics"), f"the topic {topic} is listed twice"
    for topic, topic_spec in framework.topics.items():
        if topic not in listed:
            yield ("topics", topic), "stands on no side"
        if topic_spec.set not in framework.question_sets:
            yield ("topics", topic, "set"), f"there is no question set {topic_spec.set}"


def _question_problems(framework: Framework) -> Iterator[_Problem]:
    for question, spec in framework.questions.items():
        if spec.scale is not None and spec.scale not in framework.scales:
            yield ("questions", question, "scale"), f"there is no scale {spec.scale}"
        if spec.slot is not None and spec.slot not in framework.topic_slots:
            yield ("questions", question, "slot"), f"there is no topic slot {spec.slot}"
        if spec.same_as is not None and spec.same_as not in framework.questions:
            yield ("questions", question, "same_as"), f"there is no question {spec.same_as}"


def _set_problems(framework: Framework) -> Iterator[_Problem]:
    for name, questions in framework.question_sets.items():
        for position, question in enumerate(questions):
            if question not in framework.questions:
                yield ("question_sets", name), f"there is no question {question}"
                continue
            condition = framework.questions[question].show_when
            for other in condition.questions() if condition is not None else ():
                # Looking only at earlier questions is what makes a loop impossible.
                if other not in questions[:position]:
                    yield (
                        ("questions", question, "show_when"),
                        f"looks at {other}, which is not asked before it: a loop or a question without an answer",
                    )


def _variant_problems(framework: Framework) -> Iterator[_Problem]:
    for variant, spec in framework.variants.items():
        for question in spec.questions:
            if question not in framework.questions:
                yield ("variants", variant, "questions"), f"there is no question {question}"
