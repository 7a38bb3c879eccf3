"""The example is a conversation that somebody could have had with this program."""

from __future__ import annotations

from giz_gesprek.conversation import choosing, flow, planning
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.records import answer_at, with_answer
from giz_gesprek.conversation.talk import Talk
from tests.support.dossiers import framework, library, talk_of
from tests.support.example import CONVERSATION, TALK, example


def _begun() -> Talk:
    began = new_conversation(
        framework(),
        example().family,
        conversation_id=CONVERSATION.id,
        now=CONVERSATION.started_at,
        variant=CONVERSATION.variant,
        focus_child=CONVERSATION.focus_child,
        at_the_table=CONVERSATION.participant_ids(),
        content_version=CONVERSATION.content_version,
    )
    assert CONVERSATION.agreement is not None
    talk = flow.agree(talk_of(example().family, began), now=CONVERSATION.agreement.told_at)
    for visit in CONVERSATION.visits:
        talk = choosing.open_side(talk, visit.side)
        asked_for = {added.topic: added for added in visit.added}
        for topic in visit.topics:
            added = asked_for.get(topic)
            if added is None:
                talk = choosing.choose_topic(talk, visit.side, topic)
            else:
                talk = choosing.add_topic(
                    talk, visit.side, topic, by_id=added.by_id, reason=added.reason
                )
    return talk


def _answered(talk: Talk) -> Talk:
    """Walk the agenda from top to bottom and give the example's answer to each question."""
    place = 0
    while place < len(steps := agenda(talk)):
        step = steps[place]
        if step.kind == "question":
            answer = answer_at(TALK, step)
            if answer is not None:
                talk = with_answer(talk, step, answer)
        if step.kind == "later_date":
            day = next(d.later_on for d in CONVERSATION.differences if d.topic == step.topic)
            talk = planning.talk_later_on(talk, step.topic or "", step.child_id, day)
        place += 1
    return talk


def test_walking_the_agenda_gives_the_same_conversation() -> None:
    walked = _answered(_begun())
    assert walked.conversation.visits == CONVERSATION.visits
    # It was written down when more was asked: nothing is in the walk that is not in it.
    assert _given(walked.conversation) < _given(CONVERSATION)
    assert _faces(walked.conversation) == _faces(CONVERSATION)
    assert walked.conversation.plan.hard_again == CONVERSATION.plan.hard_again
    assert walked.conversation.agreement == CONVERSATION.agreement


def _given(conversation: Conversation) -> set[str]:
    reasons = {
        f"{difference.topic} {reason.model_dump_json()}"
        for difference in conversation.differences
        for reason in difference.reasons
    }
    said = {
        f"{view.topic} {view.person_id} {answer.model_dump_json()}"
        for view in conversation.views
        for answer in view.answers
    }
    together = {
        f"{conclusion.topic} {answer.model_dump_json()}"
        for conclusion in conversation.conclusions
        for answer in conclusion.answers
    }
    return reasons | said | together


def _faces(conversation: Conversation) -> set[str]:
    return {each for each in _given(conversation) if '"appraisal"' in each or '"view"' in each}


def test_every_question_of_its_agenda_is_answered() -> None:
    asked = [step for step in agenda(flow.reopen(TALK)) if step.kind == "question"]
    assert all(answer_at(TALK, step) is not None for step in asked)


def test_the_wording_of_everything_that_was_asked_is_kept() -> None:
    known = library().specs
    assert CONVERSATION.wording.keys() <= known.keys()
    for view in CONVERSATION.views:
        assert f"{view.topic}.title" in CONVERSATION.wording


def test_it_shows_what_the_program_can_do() -> None:
    assert CONVERSATION.state == "finished"
    assert len({topic for visit in CONVERSATION.visits for topic in visit.topics}) == 3
    outcomes = [difference.outcome for difference in CONVERSATION.differences]
    assert [outcome.choice for outcome in outcomes if outcome is not None] == ["agree", "later"]
    assert [goal.is_agreed for goal in CONVERSATION.plan.goals] == [True, False]
    assert CONVERSATION.plan.look_back_on is not None
