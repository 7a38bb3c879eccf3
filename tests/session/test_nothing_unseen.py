"""Whatever is in the file stands in the report, and can be taken away there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import Phase, given, settings

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation import choosing, flow, gathering, planning
from giz_gesprek.conversation.dossier import Dossier, own_words_of
from giz_gesprek.conversation.lines import remove_line
from giz_gesprek.conversation.looking_back import keep_what_helped, look_back_at
from giz_gesprek.conversation.naming import names_at
from giz_gesprek.conversation.records import conclusion_on, view_of
from giz_gesprek.conversation.steps import QuestionStep, SummaryStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.written import given_in, lines_of
from giz_gesprek.session.acts import RemoveLine
from giz_gesprek.session.showing.lines import summary
from giz_gesprek.session.step_data import StepData
from giz_gesprek.session.step_parts import WrittenLine
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.summary.topics import is_told
from tests.summary.test_papers import CALENDAR
from tests.support.dossiers import framework, last_talk, library
from tests.support.talks import (
    HELPER,
    agreed_talk,
    answered,
    say_about,
    second_visit,
    step_where,
    words,
)
from tests.support.typed import marks_in
from tests.support.walks import walked_dossiers

# A talk is large: an example is told as it was found, for shrinking takes minutes.
FEW = settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
DAY = date(2026, 12, 8)
ALSO = "Ook nog opgeschreven"


def report(talk: Talk) -> LinesView:
    step = SummaryStep()
    phrases = names_at(Phrasebook(library(), "nl", "easy", None), talk, step)
    return summary(
        StepData(
            library=library(),
            talk=talk,
            step=step,
            phrases=phrases,
            answer=None,
            draft=None,
            today=DAY,
            calendar=CALENDAR,
        )
    )


def lines(talk: Talk) -> list[WrittenLine]:
    return [line for part in report(talk).parts for line in part.lines]


def also(talk: Talk) -> list[str]:
    """Return what stands under the last heading, for what is on no paper."""
    return [
        f"{line.asked}\n{line.speaker}: {line.text}".strip()
        for part in report(talk).parts
        if part.heading == ALSO
        for line in part.lines
    ]


def emptied(talk: Talk) -> Talk:
    """Take away every line, one after the other."""
    for _number in range(300):
        ways = [line.remove for line in lines(talk) if line.remove is not None]
        if not ways:
            return talk
        assert isinstance(ways[0].act, RemoveLine)
        left = remove_line(talk, ways[0].act.line)
        assert left != talk, ways[0].act.line
        talk = left
    raise AssertionError("a line comes back each time that it is taken away")


def waits(talk: Talk) -> set[str]:
    """Return the marks of what waits for a moment alone, and of goals about only that."""
    parked = {*talk.conversation.parked}
    found = {
        mark
        for step, answer in given_in(talk.conversation)
        if step.topic in parked and answer.words is not None
        for mark in marks_in(answer.words.text)
    }
    added = (each for visit in talk.conversation.visits for each in visit.added)
    reasons = (each.reason.text for each in added if each.topic in parked and each.reason)
    return found | {mark for text in reasons for mark in marks_in(text)}


@FEW
@given(walked_dossiers())
def test_every_word_of_a_walk_stands_in_the_report_and_can_go(dossier: Dossier) -> None:
    talk = last_talk(dossier)
    if talk.conversation.state == "declined":  # then all of it can be deleted at once
        return
    talk = flow.reopen(talk)
    alone = gathering.unheard_people(talk)
    hidden = waits(talk) | {
        mark
        for one in talk.conversation.around.people
        if not gathering.may_hear(talk, talk.conversation, one) or one.person_id in alone
        for own in one.own_words
        for mark in marks_in(own.text)
    }
    told = {mark for line in lines(talk) for mark in marks_in(line.text)}
    every = {mark for own in own_words_of(talk.conversation) for mark in marks_in(own.text)}
    assert every - hidden <= told
    left = emptied(talk)
    assert {*marks_in(left.dossier.model_dump_json())} <= hidden
    stays = [
        step
        for step, answer in given_in(left.conversation)
        if is_told(framework(), answer) and step.topic not in left.conversation.parked
    ]
    assert [step for step in stays if not framework().questions[step.question].alone] == []


# --- every kind, by name --------------------------------------------------------------------


def left_topic() -> Talk:
    talk = say_about(agreed_talk("housing"), "housing", "mother", strengths="Licht.")
    return choosing.leave_topic(talk, "surroundings", "housing")


def left_conclusion() -> Talk:
    """Return a talk that chose something on a topic, took every view away and left the topic."""
    talk = say_about(agreed_talk("housing"), "housing", "mother", appraisal="difficult")
    talk = answered(talk, step_where(talk, question="outcome"), "find_out")
    talk = choosing.leave_topic(talk, "surroundings", "housing")
    return talk.changed(views=())


def hidden_follow_up() -> Talk:
    talk = say_about(agreed_talk("housing"), "housing", "mother", appraisal="difficult")
    talk = answered(talk, step_where(talk, question="outcome"), "support")
    talk = answered(talk, step_where(talk, question="helper"), "outside")
    return answered(talk, step_where(talk, question="outcome"), "goes_well")


def gone_difference() -> Talk:
    talk = agreed_talk("housing", table=("mother", "father", "nurse"))
    talk = say_about(talk, "housing", "mother", appraisal="difficult")
    talk = say_about(talk, "housing", "father", appraisal="going_well")
    talk = answered(talk, step_where(talk, question="reason", person="mother"), "Schimmel.")
    talk = answered(talk, step_where(talk, question="difference"), "later")
    talk = planning.talk_later_on(talk, "housing", None, DAY)
    return say_about(talk, "housing", "father", appraisal="difficult")


def lone_view() -> Talk:
    return say_about(agreed_talk("housing"), "housing", "nurse", view="difficult")


def alone() -> Talk:
    talk = say_about(agreed_talk("safety"), "safety", "mother", appraisal="difficult")
    talk = say_about(talk, "safety", "mother", quarrels="gets_scary")
    return choosing.leave_topic(talk, "parenting", "safety")


def pointed_at() -> Talk:
    return planning.point_at(agreed_talk("housing"), "housing", None)


def no_goals() -> Talk:
    plan = agreed_talk().conversation.plan.model_copy(update={"coordinator_id": "mother"})
    return agreed_talk().changed(plan=plan)


def many_professionals() -> Talk:
    talk = gathering.name_person(agreed_talk(), HELPER, "far")
    return gathering.say_why_so_many(talk, words("Ieder doet iets anders.", "nurse"))


def other_parent() -> Talk:
    return gathering.say_other_parent(agreed_talk(), "not_there")


def deleted_visit() -> Talk:
    """Return a second visit of which the first was deleted."""
    talk = second_visit()
    talk = look_back_at(talk, "goal-1", "a_little", now=talk.conversation.started_at)
    talk = keep_what_helped(talk, "goal-1", words("De buurvrouw."))
    dossier = talk.dossier.model_copy(update={"conversations": (talk.conversation,)})
    return Talk(talk.framework, dossier, talk.conversation_id)


def nobody_knew() -> Talk:
    talk = second_visit()
    return look_back_at(talk, "goal-1", "dont_know", now=talk.conversation.started_at)


def child_taken_away() -> Talk:
    """Return a talk in which a child was talked about that it is about no more."""
    talk = say_about(
        agreed_talk("eating_sleeping"), "eating_sleeping", "mother", strengths="Eet goed."
    )
    other = talk.family.person("milan").model_copy(update={"id": "noor", "name": "Noor"})
    people = (*talk.family.people, other)
    family = talk.family.model_copy(update={"people": people})
    return talk.with_family(family).changed(focus_child="noor")


def born() -> Talk:
    """Return a talk in which a child of an older phase was talked about before it was born."""
    talk = say_about(
        agreed_talk("eating_sleeping"), "eating_sleeping", "mother", strengths="Rust nodig."
    )
    people = tuple(
        one.model_copy(update={"age_band": "prenatal"}) if one.id == "milan" else one
        for one in talk.family.people
    )
    return talk.with_family(talk.family.model_copy(update={"people": people}))


def professional_left() -> Talk:
    """Return a talk in which a professional wrote something who does not sit there any more."""
    talk = say_about(agreed_talk("housing"), "housing", "nurse", view_words="Ik zie schimmel.")
    sitting = tuple(one for one in talk.conversation.participants if one.person_id != "nurse")
    return talk.changed(participants=sitting)


KINDS: dict[Callable[[], Talk], str] = {
    left_topic: "Licht.",
    left_conclusion: "Samen gekozen: eerst meer uitzoeken.",
    hidden_follow_up: "Wie helpt: een hulpverlener.",
    gone_difference: "Schimmel.",
    lone_view: "Fatma kiest: gaat moeilijk.",
    alone: "Sanne kiest: het wordt eng.",
    pointed_at: "eerst",
    no_goals: "Sanne",
    many_professionals: "Ieder doet iets anders.",
    other_parent: "Er is 1 ouder",
    deleted_visit: "De buurvrouw.",
    nobody_knew: "Weet ik niet",
    child_taken_away: "Eet goed.",
    born: "Rust nodig.",
    professional_left: "Ik zie schimmel.",
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_something_else_hides_stands_there_too(kind: Callable[[], Talk]) -> None:
    talk = kind()
    said = "\n".join(f"{line.speaker}: {line.text}" for line in lines(talk))
    assert KINDS[kind] in said, said
    assert list(lines_of(emptied(talk).conversation)) == []


def test_what_stands_on_the_paper_is_not_said_twice() -> None:
    talk = say_about(agreed_talk("housing"), "housing", "mother", strengths="Licht.")
    assert also(talk) == []


def test_a_hidden_answer_says_what_it_is_about() -> None:
    (told,) = also(hidden_follow_up())
    assert told.splitlines()[0] == "Wonen"


def test_what_waits_for_a_moment_alone_waits_there_too() -> None:
    talk = say_about(agreed_talk("safety"), "safety", "mother", strengths="Een slot.")
    assert lines(talk.changed(parked=("safety",))) == []


def test_what_is_asked_alone_stands_there_only_for_who_is_alone() -> None:
    came = alone().changed(
        participants=(
            *alone().conversation.participants,
            *agreed_talk(table=("father",)).conversation.participants[:1],
        )
    )
    assert not any("eng" in line.text for line in lines(came))


def test_what_is_asked_alone_is_no_line_while_it_can_be_taken_back_at_its_question() -> None:
    assert not any(
        "eng" in line.text for line in lines(choosing.choose_topic(alone(), "parenting", "safety"))
    )


def test_taking_such_an_answer_away_leaves_the_others() -> None:
    left = emptied(hidden_follow_up())
    assert conclusion_on(left.conversation, "housing", None) is None
    talk = gone_difference()
    step = step_where(talk, question="appraisal", person="father")
    assert isinstance(step, QuestionStep)
    hidden = next(
        line.remove for line in lines(talk) if line.remove is not None and line.text == "Schimmel."
    )
    assert isinstance(hidden.act, RemoveLine)
    gone = remove_line(talk, hidden.act.line)
    kept = view_of(gone, "housing", None, "father")
    assert kept == view_of(talk, "housing", None, "father")
