"""Rule E20: a question and each of its answers are one exchange.

"Hoe wilt u verder met slapen?" - "Ik wil hulp." is none. What a question with the choices of a
scale looks like stands under ``answers`` in ``words.yaml``, for both registers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.questions import asks_yes_or_no
from giz_gesprek.content.checks.rule import Remark, error
from giz_gesprek.content.checks.sentences import is_question, words_of
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.framework import Framework
from giz_gesprek.content.library import FALLBACK_LANGUAGE
from giz_gesprek.content.words import AnsweredBy
from giz_gesprek.i18n import _

RULE = "E20"


def answer_findings(
    framework: Framework, passages: Sequence[Passage], answers: Mapping[str, AnsweredBy]
) -> Iterator[Finding]:
    """Yield the Dutch questions that the choices of their scale do not answer."""
    scales = _scales(framework)
    for passage in passages:
        answered = answers.get(scales.get(passage.text_id, ""))
        if answered is not None and passage.language == FALLBACK_LANGUAGE:
            for remark in misfits(passage, answered):
                yield remark.at(passage, RULE)


def misfits(passage: Passage, answered: AnsweredBy) -> Iterator[Remark]:
    """Yield what keeps the choices from being an answer to the question in a passage."""
    if passage.part[-1] == "example":
        return
    for sentence in filter(is_question, passage.sentences):
        if not _is_answered(sentence, answered):
            begins = ", ".join(answered.begins)
            message = _('the choices are no answer to "{sentence}": begin with {begins}')
            if answered.holds:
                message = _(
                    'the choices are no answer to "{sentence}": name {holds}, and the other'
                    " side after a comma and of"
                )
            holds = ", ".join(answered.holds)
            yield error(message.format(sentence=sentence, begins=begins, holds=holds))


def _is_answered(question: str, answered: AnsweredBy) -> bool:
    words = words_of(question.lower())
    small = " ".join(words[words[:1] == ("en",) :])
    if any(small.startswith(f"{begin} ") for begin in answered.begins):
        return True
    names = not set(answered.holds).isdisjoint(words)
    return names and ", of " in question and not asks_yes_or_no(question)


def _scales(framework: Framework) -> dict[str, str]:
    """Return the scale of each text that asks for a choice."""
    scales = {}
    for topic, spec in framework.topics.items():
        for question in framework.question_sets[spec.set]:
            scale = framework.questions[question].scale
            if scale is not None:
                scales[framework.question_text(question, topic)] = scale
    return scales
