"""Moving through a conversation: next, back, skip, jump, enough for today.

Pure: every function takes a talk and returns another. Moving never loses an answer,
and from every step there is a way on.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from giz_gesprek.content.texts import TextRegister
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Agreement, ChildAgrees
from giz_gesprek.conversation.gone import place_instead
from giz_gesprek.conversation.position import Position
from giz_gesprek.conversation.records import answer_at, with_answer
from giz_gesprek.conversation.steps import (
    ConsentStep,
    ExportStep,
    QuestionStep,
    Step,
    SummaryStep,
    TopicsStep,
)
from giz_gesprek.conversation.talk import Talk

SUMMARY: Final = SummaryStep()


def current_step(talk: Talk) -> Step:
    """Return the step where the conversation stands, one that exists on today's agenda.

    A stored position can have left the agenda, for example after a topic was taken away: then
    it is the step that is most like it.
    """
    return agenda(talk)[_place(talk, talk.conversation.position)]


def next_step(talk: Talk) -> Talk:
    """Return the talk one step further; at the last step it stays there.

    The pages of topics of one visit are one step: looking at the others is no way on.
    """
    return _moved(talk, 1)


def previous_step(talk: Talk) -> Talk:
    """Return the talk one step back; at the first step it stays there.

    Back from the report of ``enough_for_today`` is where the talk was left: nobody has walked the
    steps between.
    """
    here, state = current_step(talk), talk.conversation.state
    if isinstance(here, SummaryStep) and state in {"agreed", "in_progress"}:
        there = go_on(talk)
        if there is not talk:
            return there
    return _moved(talk, -1)


def skip(talk: Talk, *, now: datetime, text_register: TextRegister, language: str) -> Talk:
    """Return the talk past the current step. An answer that stands there stays.

    Whether the parent wants to talk cannot be skipped: nothing goes on without a yes.
    """
    step = current_step(talk)
    if isinstance(step, ConsentStep) and not _agreed(talk):
        return talk
    if isinstance(step, QuestionStep) and answer_at(talk, step) is None:
        skipped = Answer(
            question=step.question,
            state="skipped",
            at=now,
            text_register=text_register,
            language=language,
        )
        talk = with_answer(talk, step, skipped)
    return next_step(talk)


def jump(talk: Talk, step: Step) -> Talk:
    """Return the talk at ``step``, or at the step most like it on the agenda."""
    return _to(talk, step.position)


def carried_over(before: Talk, after: Talk) -> Talk:
    """Return ``after`` at the step of ``before``, or where that is gone at the first that follows.

    For a change that takes steps away: nothing that is still asked is passed.
    """
    steps, stays = agenda(before), agenda(after)
    here = steps.index(current_step(before))
    return jump(after, next((step for step in steps[here:] if step in stays), stays[-1]))


def enough_for_today(talk: Talk) -> Talk:
    """Return the talk at its summary, remembering where it was left."""
    step = current_step(talk)
    at_the_end = isinstance(step, SummaryStep | ExportStep)
    left_at = talk.conversation.left_at if at_the_end else step.position
    return jump(talk.changed(left_at=left_at), SUMMARY)


def go_on(talk: Talk) -> Talk:
    """Return the talk where it was left with ``enough_for_today``.

    Without such a place, after a no and after the end it stays where it is.
    """
    if talk.conversation.left_at is None or talk.conversation.state in {"declined", "finished"}:
        return talk
    return _to(talk, talk.conversation.left_at).changed(left_at=None)


def agree(talk: Talk, *, now: datetime) -> Talk:
    """Return the talk after the parent said yes to talking."""
    agreement = _agreement(talk, wants_to_talk=True, now=now)
    state = talk.conversation.state
    if state in {"prepared", "declined"}:
        state = "in_progress" if talk.conversation.visits else "agreed"
    agreed = talk.changed(agreement=agreement, state=state)
    return next_step(agreed)


def child_agrees(talk: Talk, person_id: str, *, agrees: bool | None, now: datetime) -> Talk:
    """Return the talk after a young person said whether it is fine; None for not knowing.

    The parents' answer stands: everybody goes on, and the professional's paper tells it.
    """
    agreement = talk.conversation.agreement or Agreement(told_at=now)
    others = tuple(each for each in agreement.children if each.person_id != person_id)
    said = ChildAgrees(person_id=person_id, agrees=agrees, at=now)
    kept = agreement.model_copy(update={"children": (*others, said)})
    return next_step(talk.changed(agreement=kept))


def decline(talk: Talk, *, now: datetime) -> Talk:
    """Return the talk after the parent said no. What was written stays until deleted."""
    agreement = _agreement(talk, wants_to_talk=False, now=now)
    declined = talk.changed(agreement=agreement, state="declined", finished_at=None)
    return next_step(declined)


def finish(talk: Talk, *, now: datetime) -> Talk:
    """Return the talk closed: it can be read and exported, and changed only when ``reopened``.

    After a no there is nothing to finish: a no stays a no. What is closed stays so, since then.
    """
    if talk.conversation.state in {"declined", "finished"}:
        return talk
    return talk.changed(state="finished", finished_at=now)


def reopen(talk: Talk) -> Talk:
    """Return a finished talk as one that goes on, at its report; any other is as it was."""
    if talk.conversation.state != "finished":
        return talk
    return jump(talk.changed(state="in_progress", finished_at=None), SUMMARY)


def _agreement(talk: Talk, *, wants_to_talk: bool, now: datetime) -> Agreement:
    before = talk.conversation.agreement
    children = before.children if before is not None else ()
    return Agreement(told_at=now, wants_to_talk=wants_to_talk, answered_at=now, children=children)


def _moved(talk: Talk, by: int) -> Talk:
    steps = agenda(talk)
    here = _place(talk, talk.conversation.position)
    there = here + by
    if by > 0:
        while there < len(steps) and _is_page_of_same(steps[here], steps[there]):
            there += 1
    else:
        # Back among topics is where they begin; what was chosen on any page is shown there.
        while there > 0 and _is_page_of_same(steps[there], steps[there - 1]):
            there -= 1
    return _at(talk, steps[min(max(there, 0), len(steps) - 1)])


def _is_page_of_same(one: Step, other: Step) -> bool:
    """Tell whether both are pages of topics of one visit."""
    return (
        isinstance(one, TopicsStep)
        and isinstance(other, TopicsStep)
        and (one.side, one.visit) == (other.side, other.visit)
    )


def _at(talk: Talk, step: Step) -> Talk:
    """Put the conversation at ``step``. Who came back to where it was left has gone on."""
    left_at = talk.conversation.left_at
    if left_at == step.position:
        left_at = None
    return talk.changed(position=step.position, left_at=left_at)


def _to(talk: Talk, position: Position) -> Talk:
    return _at(talk, agenda(talk)[_place(talk, position)])


def _agreed(talk: Talk) -> bool:
    agreement = talk.conversation.agreement
    return agreement is not None and agreement.wants_to_talk is True


def _places(talk: Talk) -> dict[Position, int]:
    return {step.position: place for place, step in enumerate(agenda(talk))}


def _place(talk: Talk, position: Position) -> int:
    """Return where on the agenda ``position`` is, or else the step most like it."""
    if (found := talk.once(_places).get(position)) is not None:
        return found
    return place_instead(agenda(talk), position)
