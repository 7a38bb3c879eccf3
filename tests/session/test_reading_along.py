"""Who reads the family's paper at home: asked of a parent who is alone, and of nobody else."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from giz_gesprek.conversation import choosing, table
from giz_gesprek.conversation.people import Person, Role
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.export.unwrapped import unwrapped_text
from giz_gesprek.session import acts
from giz_gesprek.session.asking import ChoiceAsked, SeveralAsked
from giz_gesprek.session.paper_offer import PaperShown
from giz_gesprek.session.papers import Place, Written
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from tests.support.asking import Scripted
from tests.support.talks import agreed_talk, answered, say_about, step_where
from tests.support.views import sit_with

SECRET = "Ik ben bang op de trap."
ADVICE = "Ik bel Veilig Thuis."
OPEN = "Een fijn huis."


def told(*, advice: bool = True, safety: bool = True) -> Talk:
    """Return a talk of a mother alone."""
    talk = say_about(agreed_talk("safety", "housing"), "housing", "mother", strengths=OPEN)
    talk = say_about(talk, "housing", "nurse", view="difficult")
    if safety:
        talk = say_about(talk, "safety", "mother", strengths=SECRET)
    if advice:
        talk = choosing.seek_advice(talk, "housing", None, "nurse")
        for question in ("advice_why", "advice_next"):
            talk = answered(talk, step_where(talk, question=question), ADVICE)
    return talk.changed(position=step_where(talk, "export").position)


def paper(session: Session, *answers: object, readers: Readers = FAMILY) -> tuple[Scripted, str]:
    """Look at a paper; return what was asked, and its text."""
    ask = Scripted(*answers)
    asyncio.run(perform(session, ask, acts.MakePaper(readers)))
    shown = ask.asked[-1]
    assert isinstance(shown, PaperShown)
    return ask, document_text(shown.build(shown.style))


def test_alone_everything_goes_home_when_nobody_else_reads_it(store: Store) -> None:
    ask, text = paper(sit_with(store, told()), "only_me", None)
    assert isinstance(ask.asked[0], ChoiceAsked)
    assert all(said in text for said in (SECRET, ADVICE, OPEN))


def test_alone_and_not_known_the_rest_goes_home(store: Store) -> None:
    _ask, text = paper(sit_with(store, told()), "unknown", None)
    assert OPEN in text
    assert SECRET not in text
    assert ADVICE not in text


def test_line_by_line_only_what_was_chosen_goes_home(store: Store) -> None:
    ask, text = paper(sit_with(store, told()), "others", ("0",), None)
    _who, lines, _paper = ask.asked
    assert isinstance(lines, SeveralAsked)
    assert lines.chosen == ()
    labels = [label for _id, label in lines.options]
    assert SECRET in labels[0]
    assert any(ADVICE in label for label in labels[1:])
    assert not any(OPEN in label for label in labels)
    assert SECRET in text
    assert ADVICE not in text


def test_line_by_line_nothing_is_chosen_beforehand_and_that_can_stay_so(store: Store) -> None:
    _ask, text = paper(sit_with(store, told()), "others", (), None)
    assert OPEN in text
    assert SECRET not in text
    assert ADVICE not in text


def test_leaving_the_list_makes_no_paper(store: Store) -> None:
    ask = Scripted("others", None)
    asyncio.run(perform(sit_with(store, told()), ask, acts.MakePaper(FAMILY)))
    assert isinstance(ask.asked[-1], SeveralAsked)


@pytest.mark.parametrize("person_id", ["father", "milan", "friend"])
def test_beside_anybody_of_the_family_nothing_is_asked_and_nothing_tells(
    store: Store, person_id: str
) -> None:
    talk = told()
    session = sit_with(store, table.come(talk, talk.family.person(person_id)))
    session.jump(step_where(session.talk, "export"))
    ask, text = paper(session)
    assert len(ask.asked) == 1
    assert OPEN in text
    assert SECRET not in text
    assert ADVICE not in text
    plain = told(advice=False, safety=False)
    session = sit_with(store, table.come(plain, plain.family.person(person_id)))
    session.jump(step_where(session.talk, "export"))
    assert paper(session)[1] == text


def test_where_there_is_nothing_of_the_kind_nothing_is_asked(store: Store) -> None:
    ask, text = paper(sit_with(store, told(advice=False, safety=False)))
    assert len(ask.asked) == 1
    assert OPEN in text


def test_the_professional_s_paper_keeps_all_and_asks_nothing(store: Store) -> None:
    ask, text = paper(sit_with(store, told()), readers=PROFESSIONAL)
    assert len(ask.asked) == 1
    assert all(said in text for said in (SECRET, ADVICE, OPEN))


BESIDE: list[tuple[str, Role]] = [
    ("father", "other_parent"),
    ("milan", "child"),
    ("friend", "network"),
    ("tolk", "interpreter"),
]


@pytest.mark.parametrize(("person_id", "role"), BESIDE)
def test_the_record_is_shown_and_copied_without_beside_others_and_written_with_all(
    store: Store, tmp_path: Path, person_id: str, role: Role
) -> None:
    def beside(talk: Talk) -> Session:
        known = {one.id: one for one in talk.family.people}
        person = known.get(person_id) or Person(id=person_id, name="Bas", role=role)
        talk = table.let_wait(table.come(talk, person), waits=False)
        return sit_with(store, talk.changed(position=step_where(talk, "export").position))

    alone = say_about(told(), "safety", "mother", quarrels="gets_scary", afraid="me")
    scary = "wordt eng"
    ask = Scripted(True, Place("text", str(tmp_path)))
    asyncio.run(perform(beside(alone), ask, acts.MakePaper(PROFESSIONAL)))
    shown, *_place, written = ask.asked
    assert isinstance(shown, PaperShown)
    assert isinstance(written, Written)
    on_the_screen = document_text(shown.build(shown.style))
    copying = Scripted("copy", True, "copied")
    asyncio.run(perform(beside(alone), copying, acts.MakePaper(PROFESSIONAL)))
    copied = next(each[1] for each in copying.asked if isinstance(each, tuple))
    assert copied == unwrapped_text(shown.build(shown.style))
    file = written.path.read_text(encoding="utf-8")
    for said in (SECRET, ADVICE, scary):
        assert said not in on_the_screen
        assert said in file
    never = beside(told(advice=False, safety=False))
    assert paper(never, readers=PROFESSIONAL)[1] == on_the_screen


def test_leaving_the_question_makes_no_paper(store: Store, tmp_path: Path) -> None:
    ask = Scripted(None, Place("text", str(tmp_path)))
    asyncio.run(perform(sit_with(store, told()), ask, acts.MakePaper(FAMILY)))
    assert len(ask.asked) == 1
    assert list(tmp_path.iterdir()) == [] or not list(tmp_path.glob("*.txt"))


def test_the_card_asks_too(store: Store) -> None:
    ask = Scripted("unknown")
    asyncio.run(perform(sit_with(store, told()), ask, acts.ShowCard()))
    assert isinstance(ask.asked[0], ChoiceAsked)
    assert len(ask.asked) == 2
