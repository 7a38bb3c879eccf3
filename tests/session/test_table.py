"""People come to the table and leave it: what is asked, kept, and shown while they sit there."""

from __future__ import annotations

import asyncio

import pytest

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.done import Done
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import TriangleView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, READERS
from tests.support.asking import Scripted
from tests.support.sheets import document_of
from tests.support.talks import TALK, agreed_talk, say_about, step_where, words
from tests.support.views import sit_with, texts, walk

SECRET = "Soms is het thuis gespannen."
CHANGED = Done(notice="table.changed")
JAN_CAME = Done(notice="table.came", who="Jan")
JAN_LEFT = Done(notice="table.left", who="Jan")


def told_alone() -> Talk:
    """Return a talk in which the mother told something alone, and the nurse answered."""
    talk = agreed_talk("safety", "housing")
    talk = say_about(talk, "safety", "mother", strengths=SECRET, appraisal="difficult")
    talk = say_about(talk, "safety", "nurse", view="so_so", view_words=f"Zij zegt: {SECRET}")
    return talk.changed(position=step_where(talk, topic="safety", question="example").position)


def do(session: Session, *answers: object, act: acts.Act | None = None) -> Done:
    """Change who sits there."""
    return asyncio.run(perform(session, Scripted(*answers), act or acts.SetTable()))


def shown(session: Session) -> str:
    """Return everything that any step or paper shows now."""
    here = session.talk
    seen = [text for view in walk(session) for _where, text in texts(view)]
    seen += [document_text(document_of(session.dossier, readers)) for readers in READERS]
    session.talk = here
    return "\n".join(seen)


def test_what_was_told_alone_is_shown_nowhere_while_a_partner_sits_there(store: Store) -> None:
    session = sit_with(store, told_alone())
    title = session.phrases().text("safety.title")
    assert SECRET in shown(session)
    assert do(session, "comes:father") == JAN_CAME
    assert session.step.position.topic != "safety"
    hidden = shown(session)
    assert SECRET not in hidden
    assert title not in hidden
    assert SECRET in store.read("f1").model_dump_json()
    assert do(session, "leaves:father") == JAN_LEFT
    assert SECRET in shown(session)


def test_the_triangle_does_not_tell_that_something_was_talked_about_alone(store: Store) -> None:
    talk = say_about(agreed_talk("safety"), "safety", "mother", appraisal="difficult")
    last = step_where(talk, "goals")
    session = sit_with(store, talk.changed(position=last.position))

    def done() -> list[str]:
        views = [view for view in walk(session) if isinstance(view, TriangleView)]
        return [side.id for side in views[-1].sides if side.done]

    assert done() == ["parenting"]
    do(session, "comes:father")
    assert done() == []


def test_what_is_asked_at_the_table_tells_nothing_about_what_waits(store: Store) -> None:
    session = sit_with(store, told_alone())
    ask = Scripted()
    asyncio.run(perform(session, ask, acts.SetTable()))
    [asked] = ask.asked
    assert isinstance(asked, ChoiceAsked)
    assert len(asked.options) <= 9
    say = session.phrases().text
    assert asked.question == say("table.now", who="Sanne, Fatma")
    assert dict(asked.options) == {
        "comes:milan": say("table.comes", who="Milan"),
        "comes:father": say("table.comes", who="Jan"),
        "comes:friend": say("table.comes", who="Bo"),
        "new": say("table.new"),
        "listened-to": say("table.listened_to"),
    }
    do(session, "listened-to")
    ask = Scripted()
    asyncio.run(perform(session, ask, acts.SetTable()))
    [asked] = ask.asked
    assert isinstance(asked, ChoiceAsked)
    assert asked.options[-1] == ("alone", say("table.alone"))


def test_nobody_is_called_alone_beside_a_partner(store: Store) -> None:
    session = sit_with(store, told_alone())
    do(session, "comes:father")
    ask = Scripted()
    asyncio.run(perform(session, ask, acts.SetTable()))
    [asked] = ask.asked
    assert isinstance(asked, ChoiceAsked)
    assert not {"alone", "listened-to"} & dict(asked.options).keys()


def test_a_child_who_listens_in_the_room_is_one_choice_and_so_is_being_alone(store: Store) -> None:
    session = sit_with(store, told_alone())
    before = session.talk
    assert do(session, "listened-to") == CHANGED
    assert SECRET not in shown(session)
    assert session.conversation.participants == before.conversation.participants
    assert do(session, "alone") == CHANGED
    assert session.conversation.parked == ()
    kept = [(line.change.item, line.change.action) for line in store.changes("f1")]
    assert kept == [("table", "listened-to"), ("table", "alone")]


def test_who_comes_and_leaves_is_kept_with_who_did_it(store: Store) -> None:
    session = sit_with(store, agreed_talk("housing"))
    do(session, "comes:father")
    do(session, "leaves:mother")
    kept = store.read("f1").conversation(TALK)
    assert kept.participant_ids() == ("father", "nurse")
    lines = [line.change for line in store.changes("f1")]
    assert [(one.item, one.action, one.actor_id) for one in lines] == [
        ("person:father", "came", "nurse"),
        ("person:mother", "left", "nurse"),
    ]


def test_somebody_who_is_not_known_comes_by_a_name_and_a_role(store: Store) -> None:
    session = sit_with(store, agreed_talk("housing"))
    assert do(session, "new", "Ria", "network") == Done(notice="table.came", who="Ria")
    new = store.read("f1").family.people[-1]
    assert (new.name, new.role) == ("Ria", "network")
    assert store.read("f1").conversation(TALK).participant_ids()[-1] == new.id
    do(session, f"leaves:{new.id}")
    do(session, "new", "Ria", "network")
    assert store.read("f1").family.people[-1] == new, "the same person"


@pytest.mark.parametrize("answers", [(), ("new",), ("new", "Ria")])
def test_leaving_a_question_changes_nothing(store: Store, answers: tuple[str, ...]) -> None:
    session = sit_with(store, told_alone())
    before = store.read("f1")
    assert do(session, *answers) == Done("stay")
    assert store.read("f1") == before


def test_what_was_being_typed_is_there_again_when_the_parent_is_alone_again(store: Store) -> None:
    session = sit_with(store, told_alone())
    here = session.step
    do(session, "comes:father", act=acts.SetTable("En dan"))
    do(session, "leaves:father")
    session.jump(here)
    assert session.draft(here.key) == "En dan"


def test_it_can_be_reached_by_pausing_too(store: Store) -> None:
    session = sit_with(store, told_alone())
    assert do(session, "table", "comes:father", act=acts.Pause()) == JAN_CAME
    assert session.conversation.participant_ids() == ("mother", "father", "nurse")


def test_who_told_something_and_left_stands_on_the_paper(store: Store) -> None:
    talk = agreed_talk("housing", table=("mother", "father", "nurse"))
    talk = say_about(talk, "housing", "father", strengths="Een fijn huis.")
    session = sit_with(store, talk)
    do(session, "leaves:father")
    paper = document_text(document_of(session.dossier, FAMILY))
    assert "Jan" in paper
    assert "Een fijn huis." in paper


def test_a_goal_that_belongs_to_what_was_told_alone_waits_with_it(store: Store) -> None:
    talk = told_alone()
    for number, topics in enumerate((("safety",), ("safety", "housing"), ()), start=1):
        talk = planning.add_goal(talk, words(f"Doel {number}."))
        talk = planning.tie_goal(talk, f"goal-{number}", topics)
    session = sit_with(store, talk)
    goals = ("Doel 1.", "Doel 2.", "Doel 3.")
    assert [goal in shown(session) for goal in goals] == [True, True, True]
    do(session, "comes:father")
    assert [goal in shown(session) for goal in goals] == [False, True, True]
    do(session, "leaves:father")
    assert [goal in shown(session) for goal in goals] == [True, True, True]
