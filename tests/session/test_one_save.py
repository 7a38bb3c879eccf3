"""One answer is one save, in one transaction, over one agenda; and what it shows is made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from giz_gesprek.conversation import agenda as agenda_module
from giz_gesprek.conversation.steps import Step
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.errors import StoreError
from giz_gesprek.session import edits as session_edits
from giz_gesprek.session import session as session_module
from giz_gesprek.session.session import Session
from giz_gesprek.session.showing import step_view
from giz_gesprek.session.step_data import StepData
from giz_gesprek.session.step_view import StepView
from giz_gesprek.store import Store
from giz_gesprek.store._cipher import Database
from tests.conversation.support import asked
from tests.session.support import APPRAISAL, DAY, LOOK_BACK, STRENGTHS, WISH, log, on_disk, topic_of


@dataclass
class Work:
    """What was done since ``begin``: saves, commits of the database, agendas and views made."""

    saves: int = 0
    commits: int = 0
    agendas: int = 0
    views: int = 0

    def begin(self) -> None:
        """Count from nothing."""
        self.saves = self.commits = self.agendas = self.views = 0


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    counted = Work()
    save, steps = Store.save, agenda_module._steps
    transaction, run = Database.transaction, Database.run
    open_transactions: list[Database] = []

    def counted_save(store: Store, *given: Any, **named: Any) -> None:
        counted.saves += 1
        save(store, *given, **named)

    @contextmanager
    def counted_transaction(database: Database) -> Iterator[None]:
        counted.commits += 1
        open_transactions.append(database)
        with transaction(database):
            yield
        open_transactions.clear()

    def counted_run(database: Database, statement: str, *values: Any) -> int:
        # Outside a transaction a statement is one of its own.
        counted.commits += not open_transactions
        return run(database, statement, *values)

    def counted_steps(talk: Talk) -> Iterator[Step]:
        counted.agendas += 1
        return steps(talk)

    def counted_view(data: StepData) -> StepView:
        counted.views += 1
        return step_view(data)

    monkeypatch.setattr(session_module, "step_view", counted_view)
    monkeypatch.setattr(Store, "save", counted_save)
    monkeypatch.setattr(Database, "transaction", counted_transaction)
    monkeypatch.setattr(Database, "run", counted_run)
    monkeypatch.setattr(agenda_module, "_steps", counted_steps)
    return counted


ANSWERS: dict[str, tuple[Step, Callable[[Session], None]]] = {
    "a choice": (APPRAISAL, lambda session: session.answer_choice("so_so")),
    "own words": (STRENGTHS, lambda session: session.answer_words("Hij lacht veel.")),
    "not knowing": (APPRAISAL, lambda session: session.answer_state("dont_know")),
    "a day": (LOOK_BACK, lambda session: session.answer_day(DAY)),
    "a skip": (WISH, lambda session: session.skip()),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_the_way_on_and_what_is_shown_there_are_one_save_one_agenda_and_one_view(
    session: Session, store: Store, work: Work, answer: str
) -> None:
    step, give = ANSWERS[answer]
    topic_of(session).jump(step)
    session.save_draft(step.key, "half")
    after = session.steps()[session.steps().index(step) + 1]
    work.begin()
    give(session)
    # Whoever shows it looks more than once.
    assert session.view is session.view
    assert (work.saves, work.commits, work.agendas, work.views) == (1, 1, 1, 1)
    assert session.step == session.view.step == after
    assert on_disk(store) == session.conversation
    assert on_disk(store).position == after.position


def test_the_same_answer_again_is_one_save_too_and_drops_the_draft(
    session: Session, store: Store, work: Work
) -> None:
    topic_of(session).jump(STRENGTHS)
    session.answer_words("Hij lacht veel.")
    session.back()
    session.save_typed("Hij lacht veel. Of")
    logged = log(store)
    work.begin()
    session.answer_words("Hij lacht veel.")
    assert (work.saves, work.commits, work.agendas) == (1, 1, 0)
    assert (session.step, session.draft(STRENGTHS.key)) == (APPRAISAL, None)
    assert log(store) == logged


def test_emptied_words_and_the_way_on_are_one_save(
    session: Session, store: Store, work: Work
) -> None:
    topic_of(session).jump(STRENGTHS)
    session.answer_words("Hij lacht veel.")
    session.back()
    session.save_typed("")
    work.begin()
    session.answer_words("")
    assert (work.saves, work.commits, work.agendas) == (1, 1, 1)
    assert (session.step, session.draft(STRENGTHS.key)) == (APPRAISAL, None)
    assert on_disk(store).views == ()


def test_moving_is_one_save_and_derives_nothing(session: Session, work: Work) -> None:
    topic_of(session).jump(STRENGTHS)
    work.begin()
    session.next()
    session.back()
    session.enough_for_today()
    session.go_on()
    assert (work.saves, work.commits, work.agendas) == (4, 4, 0)


def test_asking_for_advice_and_taking_it_back_are_one_save_each(
    session: Session, work: Work
) -> None:
    topic_of(session).jump(APPRAISAL)
    session.answer_choice("so_so")
    session.jump(asked("view", "eating_sleeping", "nurse"))
    for edit in (session_edits.seek_advice, session_edits.leave_advice):
        work.begin()
        edit(session)
        assert session.step == asked("view", "eating_sleeping", "nurse")
        assert (work.saves, work.commits, work.agendas) == (1, 1, 1)


def test_what_cannot_be_written_leaves_the_step_and_the_draft(
    session: Session, store: Store
) -> None:
    topic_of(session).jump(STRENGTHS)
    session.save_typed("Hij")
    before = session.talk

    def full(*_: object, **__: object) -> None:
        raise StoreError

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(Store, "_write", full)
        with pytest.raises(StoreError):
            session.answer_words("Hij lacht veel.")
    assert (session.talk, session.step) == (before, STRENGTHS)
    assert session.draft(STRENGTHS.key) == "Hij"
    assert on_disk(store) == before.conversation
