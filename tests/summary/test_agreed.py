"""What was agreed on every paper: who does a step, and on which day or how often."""

from __future__ import annotations

from datetime import timedelta

from giz_gesprek.conversation.plan import PlanStep
from giz_gesprek.conversation.planning import change_plan_step, plan_step_of
from giz_gesprek.conversation.rhythm import Rhythm
from giz_gesprek.conversation.taking_along import take_along
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.read_out import document_sentences
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.card import build_card
from tests.store.support import NOW
from tests.summary.test_papers import CALENDAR
from tests.support.dossiers import library
from tests.support.talks import full_talk, second_visit


def with_step(talk: Talk, **changes: object) -> Talk:
    step: PlanStep = plan_step_of(talk.conversation.plan, "step-1")
    return change_plan_step(talk, step.model_copy(update=changes))


def test_a_step_that_comes_back_says_how_often_on_every_paper() -> None:
    talk = with_step(full_talk(), rhythm=Rhythm(every="evening"))
    papers = [
        build_document(library(), talk, readers, calendar=CALENDAR, app_version="0")
        for readers in (FAMILY, PROFESSIONAL)
    ]
    papers.append(build_card(library(), talk, calendar=CALENDAR))
    for paper in papers:
        assert "elke avond" in " ".join(document_text(paper).split())
    heard = " ".join(each.text for each in document_sentences(papers[0], lambda _language: {}))
    assert "Wanneer: elke avond." in heard


def test_a_step_that_comes_back_is_never_past() -> None:
    talk = second_visit()
    before = with_step(Talk(talk.framework, talk.dossier, "talk-0"), rhythm=Rhythm(every="weekend"))
    talk = Talk(talk.framework, before.dossier, talk.conversation_id)
    taken = take_along(talk, "goal-1", ["step-1"], today=NOW.date() + timedelta(weeks=9))
    [step] = taken.conversation.plan.goals[0].steps
    assert (step.by, step.rhythm) == (None, Rhythm(every="weekend"))
