"""What a family did not answer, and may let stand on its paper: nobody else decides that.

Left off is what usually happens: a silence at home is nobody's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giz_gesprek.conversation.answers import SILENCES, Answer
from giz_gesprek.conversation.delicate import sensitive_topics
from giz_gesprek.conversation.records import with_answer
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_first, family_voices, views_on
from giz_gesprek.summary.items import ViewGiven, answer_line
from giz_gesprek.summary.topics import About, questions_of, silent_answers, talked_about


def can_be_let_stand(talk: Talk) -> tuple[ViewGiven, ...]:
    """Return what can be let stand, in the order of the paper.

    Nothing that is asked alone or on a sensitive topic: there a silence can tell too much.
    """
    sensitive = sensitive_topics(talk.framework)
    return tuple(
        silence
        for about in talked_about(talk)
        if about.topic not in sensitive
        for silence in _silences(talk, about)
    )


def let_stand(talk: Talk, standing: Iterable[ViewGiven]) -> Talk:
    """Return the talk in which these stand, and nothing else does that could."""
    wanted = {item.line for item in standing}
    for item in can_be_let_stand(talk):
        if item.line is not None and isinstance(item.line.step, QuestionStep):
            answer = item.answer.model_copy(update={"stands": item.line in wanted})
            talk = with_answer(talk, item.line.step, answer)
    return talk


def _silences(talk: Talk, about: About) -> Iterator[ViewGiven]:
    order = questions_of(talk.framework, about.topic)
    voices = family_voices(talk)
    for view in family_first(talk, views_on(talk.conversation, about.topic, about.child_id)):
        for answer in silent_answers(talk.framework, view.answers, order):
            if view.person_id in voices and _is_for_paper(talk, answer):
                line = answer_line(answer, about.topic, about.child_id, view.person_id)
                yield ViewGiven(about.topic, about.child_id, view.person_id, answer, line=line)


def _is_for_paper(talk: Talk, answer: Answer) -> bool:
    spec = talk.framework.questions.get(answer.question)
    return answer.state in SILENCES and spec is not None and not spec.alone
