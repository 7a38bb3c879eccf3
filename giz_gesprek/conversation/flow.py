"""Moving through a conversation: next, back, skip, jump, enough for today.

Pure: every function takes a conversation and returns another. Moving never loses an answer,
and from every step there is a way on.
"""

from __future__ import annotations

from datetime import datetime

from giz_gesprek.content.framework import Framework
from giz_gesprek.content.texts import TextRegister
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Agreement, Conversation
from giz_gesprek.conversation.position import Step
from giz_gesprek.conversation.records import answer_at, with_answer

SUMMARY = Step(kind="summary")


def current_step(framework: Framework, conversation: Conversation) -> Step:
    """Return the step where the conversation stands, one that exists on today's agenda.

    A stored position can have left the agenda, for example after a topic was taken away: then
    it is the step that is most like it.
    """
    steps = agenda(framework, conversation)
    return steps[_place(steps, conversation.position)]


def next_step(framework: Framework, conversation: Conversation) -> Conversation:
    """Return the conversation one step further; at the last step it stays there."""
    return _moved(framework, conversation, 1)


def previous_step(framework: Framework, conversation: Conversation) -> Conversation:
    """Return the conversation one step back; at the first step it stays there."""
    return _moved(framework, conversation, -1)


def skip(
    framework: Framework,
    conversation: Conversation,
    *,
    now: datetime,
    text_register: TextRegister,
    language: str,
) -> Conversation:
    """Return the conversation past the current step. An answer that stands there stays.

    At the opening of a topic the whole topic is passed for this person; nothing is recorded for
    questions that were not shown. Whether the parent wants to talk cannot be skipped: nothing
    goes on without a yes.
    """
    step = current_step(framework, conversation)
    if step.kind == "consent" and not _agreed(conversation):
        return conversation
    if step.kind == "opening":
        return _past_topic(framework, conversation, step)
    if step.kind == "question" and answer_at(framework, conversation, step) is None:
        skipped = Answer(
            question=step.question or "",
            state="skipped",
            at=now,
            text_register=text_register,
            language=language,
        )
        conversation = with_answer(framework, conversation, step, skipped)
    return next_step(framework, conversation)


def jump(framework: Framework, conversation: Conversation, step: Step) -> Conversation:
    """Return the conversation at ``step``, or at the step most like it on the agenda."""
    steps = agenda(framework, conversation)
    return _at(conversation, steps[_place(steps, step)])


def enough_for_today(framework: Framework, conversation: Conversation) -> Conversation:
    """Return the conversation at its summary, remembering where it was left."""
    step = current_step(framework, conversation)
    left_at = conversation.left_at if step.kind in {"summary", "export"} else step
    return jump(framework, conversation.model_copy(update={"left_at": left_at}), SUMMARY)


def go_on(framework: Framework, conversation: Conversation) -> Conversation:
    """Return the conversation where it was left with ``enough_for_today``; not finished any more.

    Without such a place, and after a no, it stays where it is.
    """
    if conversation.left_at is None or conversation.state == "declined":
        return conversation
    there = jump(framework, conversation, conversation.left_at)
    reopened = {"state": "in_progress", "finished_at": None} if there.state == "finished" else {}
    return there.model_copy(update={"left_at": None, **reopened})


def agree(framework: Framework, conversation: Conversation, *, now: datetime) -> Conversation:
    """Return the conversation after the parent said yes to talking."""
    agreement = Agreement(told_at=now, wants_to_talk=True, answered_at=now)
    state = conversation.state
    if state in {"prepared", "declined"}:
        state = "in_progress" if conversation.visits else "agreed"
    agreed = conversation.model_copy(update={"agreement": agreement, "state": state})
    return next_step(framework, agreed)


def decline(framework: Framework, conversation: Conversation, *, now: datetime) -> Conversation:
    """Return the conversation after the parent said no. What was written stays until deleted."""
    agreement = Agreement(told_at=now, wants_to_talk=False, answered_at=now)
    declined = conversation.model_copy(
        update={"agreement": agreement, "state": "declined", "finished_at": None}
    )
    return next_step(framework, declined)


def finish(conversation: Conversation, *, now: datetime) -> Conversation:
    """Return the conversation closed; it can still be read, changed and exported.

    After a no there is nothing to finish: a no stays a no.
    """
    if conversation.state == "declined":
        return conversation
    return conversation.model_copy(update={"state": "finished", "finished_at": now})


def _moved(framework: Framework, conversation: Conversation, by: int) -> Conversation:
    steps = agenda(framework, conversation)
    place = min(max(_place(steps, conversation.position) + by, 0), len(steps) - 1)
    return _at(conversation, steps[place])


def _at(conversation: Conversation, step: Step) -> Conversation:
    """Put the conversation at ``step``. Who came back to where it was left has gone on."""
    left_at = None if step == conversation.left_at else conversation.left_at
    return conversation.model_copy(update={"position": step, "left_at": left_at})


def _agreed(conversation: Conversation) -> bool:
    return conversation.agreement is not None and conversation.agreement.wants_to_talk is True


def _past_topic(framework: Framework, conversation: Conversation, step: Step) -> Conversation:
    steps = agenda(framework, conversation)
    here = (step.topic, step.child_id, step.person_id)
    for later in steps[steps.index(step) :]:
        if (later.topic, later.child_id, later.person_id) != here:
            return _at(conversation, later)
    return next_step(framework, conversation)


def _place(steps: tuple[Step, ...], position: Step) -> int:
    if position in steps:
        return steps.index(position)
    likeness = [_likeness(step, position) for step in steps]
    best = max(likeness)
    same_topic, same_person, *_rest = best
    if position.topic and not same_topic and not (position.person_id and same_person):
        # Only the topic told where it was, and that is gone: choose anew what to talk about.
        triangles = [place for place, step in enumerate(steps) if step.kind == "triangle"]
        return triangles[-1] if triangles else len(steps) - 1
    # Of equals the last one: what lies before it has been done already.
    return len(likeness) - 1 - likeness[::-1].index(best)


def _likeness(step: Step, position: Step) -> tuple[int, ...]:
    """Rank by topic first, then person, side and kind: a lost question falls on its neighbour."""
    return (
        int(step.topic == position.topic and step.child_id == position.child_id),
        int(step.person_id == position.person_id),
        int(step.side == position.side and step.visit == position.visit),
        int(step.kind == position.kind),
    )
