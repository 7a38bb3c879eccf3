"""What somebody who came back to the table was not asked: their own view, advice, what was chosen.

Owns what counts as open for one person. Nothing here changes a conversation.
"""

from __future__ import annotations

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.flow import current_step
from giz_gesprek.conversation.records import answer_at
from giz_gesprek.conversation.steps import ChildConsentStep, GoalsStep, QuestionStep, Step
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import anybody_spoke, told_about_advice


def first_unheard(talk: Talk, person_id: str) -> Step | None:
    """Return the first step behind us that was passed without this person; None without any.

    Whether a young person finds it fine, their own questions on what the others talked about, what
    they were not asked about advice, what was chosen together while they were away, and a step of
    the plan that waits for their yes.
    """
    if person_id not in told_about_advice(talk):
        return None
    steps = agenda(talk)
    passed = steps[: steps.index(current_step(talk))]
    return next((step for step in passed if _is_unheard(talk, step, person_id)), None)


def _is_unheard(talk: Talk, step: Step, person_id: str) -> bool:
    if isinstance(step, GoalsStep):
        goals = talk.conversation.plan.goals
        return any(person_id in each.to_ask for goal in goals for each in goal.steps)
    if isinstance(step, ChildConsentStep):
        agreement = talk.conversation.agreement
        said = () if agreement is None else agreement.children
        return step.person_id == person_id and person_id not in {one.person_id for one in said}
    if not isinstance(step, QuestionStep):
        return False
    answer = answer_at(talk, step)
    if step.person_id is None:
        return answer is not None and answer.state == "answered" and person_id not in answer.present
    if step.person_id != person_id or answer is not None:
        return False
    sought = talk.framework.question_sets[talk.framework.places.advice_sought]
    talked = anybody_spoke(talk.conversation, step.topic or "", step.child_id)
    return step.question in sought or talked
