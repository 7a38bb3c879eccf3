"""A first visit, the next one, and a third by a colleague who got the family as a file.

Held over the session with real stores and a real file, and its papers as they go out. One walk of
the third visit is in a real terminal, and one in lines.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from benchmarks.stores import NOW
from benchmarks.visit_walk import Walked, walk
from benchmarks.visits import FAMILY, Visit
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation.consent import shared_parts
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.sharing import Recipient
from giz_gesprek.conversation.steps import (
    AroundStep,
    PracticeStep,
    QuestionStep,
    ReachedStep,
    Step,
    TriangleStep,
)
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.papers import paper_of
from giz_gesprek.export.text import document_text
from giz_gesprek.i18n import _, format_date
from giz_gesprek.paths import STORE_VARIABLE
from giz_gesprek.session import acts
from giz_gesprek.session.asking import ChosenDay
from giz_gesprek.session.families import Families
from giz_gesprek.session.family_files import FamilyFiles
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.store import Profile, Store
from giz_gesprek.summary.audience import FAMILY as FOR_FAMILY
from giz_gesprek.summary.audience import PROFESSIONAL, Readers
from tests.support.asking import Scripted
from tests.support.dossiers import library
from tests.support.lines import typed
from tests.support.slow import first_of
from tests.support.talking import PASSPHRASE, unlock
from tests.support.terminal import SMALL, USUAL, Terminal
from tests.support.two_faces import GO_ON_AGAIN, Kept

PAGES: Final = (*library().framework.pages["welcome"], *library().framework.pages["agreement"])
"""What a family hears from an organisation that they did not talk with before."""
OF_FILE: Final = "een lange zin voor een collega"
FIRST_DAY: Final = NOW - timedelta(weeks=12)
SECOND_DAY: Final = NOW - timedelta(weeks=6)
FIRST: Final = Visit(1, 3, differ=True, variant="extended")
GOALS: Final = ("Ik wil dat de muur droog is.", "Ik wil één keer in de week sporten.")
STEP: Final = "Mijn zus past op dinsdag op."
PEOPLE: Final = (
    ("oma Bloem", "network", "close", "Past op zaterdag op."),
    ("opa Bloem", "network", "close", "Maakt wat stuk is."),
    ("zus Lelie", "network", "near", ""),
    ("buurvrouw Tulp", "network", "near", "Zet de bak buiten."),
    ("vriendin Iris", "network", "near", ""),
    ("Karim", "professional", "far", ""),
)
"""Name, which kind of person, how close, and what they do already."""
SOLVED: Final = "housing"
CHANGES: Final = {"eating_sleeping": "better", "feelings_behaviour": "harder"}


@dataclass
class Again:
    """A next visit: what became of each goal, what changed, and what was left is solved."""

    outcomes: Mapping[str, str] = field(default_factory=dict)
    changes: Mapping[str, str] = field(default_factory=dict)
    chosen: tuple[str, ...] = ("eating_sleeping", "feelings_behaviour")

    def sides(self) -> tuple[str, ...]:
        """Return no new side."""
        return ()

    def answer(self, topic: str | None, person_id: str | None, question: str) -> str | None:
        """Return what somebody says."""
        if question in {"change", "view_change"}:
            return self.changes.get(topic or "")
        if question == "what_changed":
            return f"Wat er nu anders is: {topic}."
        return FIRST.answer(topic, person_id, question)

    def chooses(self, step: Step) -> str | None:
        """Return what became of a goal."""
        return self.outcomes.get(step.goal) if isinstance(step, ReachedStep) else None

    def settles(self, left: str) -> str | None:
        """Return that what was left is solved."""
        return "solved" if SOLVED in left else None


@dataclass(frozen=True)
class Held:
    """The stores of two professionals, and the family as each visit left it."""

    here: Path
    there: Path
    first: Dossier
    second: Dossier
    taken_over: Dossier
    third: Dossier
    prepared: Path
    """A copy of the colleague's store before the third visit."""
    steps: tuple[Step, ...]
    """What the third visit came past."""
    heard: str
    """What was said in it."""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """Hold all three visits, once."""
    folder = tmp_path_factory.mktemp("visits")
    here, there, file = folder / "here.db", folder / "there.db", folder / "family.giz"
    Store.create(here, PASSPHRASE, FIRST_DAY).close()
    Store.create(there, PASSPHRASE, NOW).close()
    with Store.open(here, PASSPHRASE) as store:
        store.save_profile(Profile(name="Fatma", organisation="De Linde"))
        first = first_visit(store)
        second = second_visit(store)
        FamilyFiles(store, lambda: NOW).write(FAMILY.id, str(file), OF_FILE)
    with Store.open(there, PASSPHRASE) as store:
        store.save_profile(Profile(name="Karim", organisation="De Brug"))
        files = FamilyFiles(store, lambda: NOW)
        files.take_over(files.look_into(str(file), OF_FILE))
        taken_over = store.read(FAMILY.id)
        begin(store, NOW)
    prepared = Path(shutil.copy(there, folder / "prepared.db"))
    with Store.open(there, PASSPHRASE) as store:
        session = Families(store, library, clock=lambda: NOW).open(
            FAMILY.id, store.read(FAMILY.id).conversations[-1].id
        )
        steps, walked = walk_through(Again(), session)
        return Held(
            here=here,
            there=there,
            first=first,
            second=second,
            taken_over=taken_over,
            third=session.dossier,
            prepared=prepared,
            steps=steps,
            heard="\n".join(walked.heard),
        )


def first_visit(store: Store) -> Dossier:
    """Two differences, three goals, seven people, two recipients."""
    session = FIRST.begin(store, library(), FIRST_DAY)
    walk(FIRST, session)
    for goal in GOALS:
        do(session, acts.EditPlan("add_goal"), goal, "housing", STEP, ("first",), ChosenDay(None))
    do(session, acts.OpenAround())
    for name, kind, ring, helps in PEOPLE:
        numbers = ("De Brug", "010-0000000") if kind == "professional" else ()
        do(session, acts.EditAround("add"), name, kind, ring, *numbers, helps, "")
    do(session, acts.EditAround("other_parent"), "other_there", "near", "Haalt Milan op.", "")
    session.jump(session.steps()[-1])
    share(session, "school", "De Regenboog")
    share(session, "doctor", "Huisarts Bos")
    session.finish()
    return session.dossier


def second_visit(store: Store) -> Dossier:
    """After six weeks: one goal reached, one topic harder, a difference solved, one withdrawn."""
    session = begin(store, SECOND_DAY)
    goals = [goal.id for goal in session.dossier.conversations[0].plan.goals]
    outcomes = dict(zip(goals, ("reached", "a_little", "not_reached"), strict=True))
    walk_through(Again(outcomes, CHANGES), session)
    do(session, acts.Share(), recipient(session.dossier, "De Regenboog").id, "back", ("0",), True)
    session.finish()
    return session.dossier


def begin(store: Store, now: datetime) -> Session:
    """Prepare the next conversation as it is proposed, and open it."""
    families = Families(store, library, clock=lambda: now)
    dossier = families.read(FAMILY.id)
    prepared = families.prepare(families.first_draft(dossier).filled_in, dossier)
    return families.open(prepared.family_id, prepared.conversation_id)


def walk_through(visit: Again, session: Session) -> tuple[tuple[Step, ...], Walked]:
    """Hold a visit; return also what it came past."""
    walked = walk(visit, session)
    return session.steps(), walked


def share(session: Session, kind: str, name: str) -> None:
    """Let somebody outside know what was said on the first topic."""
    new = ("new",) if session.family.recipients else ()
    do(session, acts.Share(), *new, kind, name, ("0",), True, "agree", *(() if new else ("no",)))


def do(session: Session, act: acts.Act, *answers: object) -> None:
    """Do something, and answer what is asked."""
    asyncio.run(perform(session, Scripted(*answers), act))


def recipient(dossier: Dossier, name: str) -> Recipient:
    """Return somebody outside by name."""
    return next(each for each in dossier.family.recipients if each.name == name)


# --- what stands in the document -------------------------------------------------------------


def test_the_first_visit_holds_what_it_should(held: Held) -> None:
    [talk] = held.first.conversations
    assert len(talk.differences) == 2
    assert len(talk.plan.goals) == 3
    assert len(talk.around.people) == 7
    assert [each.name for each in held.first.family.recipients] == ["De Regenboog", "Huisarts Bos"]


def test_the_second_visit_begins_where_the_first_one_ended(held: Held) -> None:
    talk = held.second.conversations[-1]
    assert [each.outcome for each in talk.looked_back] == ["reached", "a_little", "not_reached"]
    assert {
        (view.topic, view.person_id): answer.choice
        for view in talk.views
        for answer in view.answers
        if answer.question in {"change", "view_change"}
    } == {
        ("eating_sleeping", "first"): "better",
        ("eating_sleeping", "nurse"): "better",
        ("feelings_behaviour", "first"): "harder",
        ("feelings_behaviour", "nurse"): "harder",
    }
    assert [(each.topic, each.then) for each in talk.left_before] == [(SOLVED, "solved")]


def test_a_colleague_gets_all_of_it(held: Held) -> None:
    assert held.taken_over.conversations == held.second.conversations
    assert held.taken_over.family.people == held.second.family.people
    assert held.taken_over.family.recipients == held.second.family.recipients


def test_the_third_visit_asks_nothing_that_was_told_before(held: Held) -> None:
    asked = {
        step.question
        for step in held.steps
        if isinstance(step, QuestionStep) and step.person_id == "first" and step.topic is not None
    }
    assert "change" in asked
    assert not asked & {"strengths", "example", "wish"}
    assert not [step for step in held.steps if isinstance(step, TriangleStep | PracticeStep)]
    assert [step.goal for step in held.steps if isinstance(step, ReachedStep)] == [
        goal.id for goal in held.second.conversations[-1].plan.goals
    ]
    assert AroundStep() in held.steps
    assert len(held.third.conversations[-1].around.people) == 7


def test_the_papers_tell_what_became_of_it(held: Held) -> None:
    family = paper(held.second, FOR_FAMILY)
    assert family.index("Dit lukte.") < family.index(GOALS[1])
    record = paper(held.third, PROFESSIONAL)
    for each in held.second.conversations:
        assert format_date(each.started_at.date()) in record
    for name, _kind, _ring, helps in PEOPLE:
        assert name in record
        assert helps in record


def test_what_was_withdrawn_is_on_no_later_paper(held: Held) -> None:
    school, doctor = (recipient(held.third, name).id for name in ("De Regenboog", "Huisarts Bos"))
    talk = Talk(library().framework, held.first, held.first.conversations[0].id)
    assert shared_parts(talk, school, FIRST_DAY.date())
    after = Talk(library().framework, held.third, held.first.conversations[0].id)
    assert not shared_parts(after, school, NOW.date())
    assert shared_parts(after, doctor, SECOND_DAY.date())


def paper(dossier: Dossier, readers: Readers) -> str:
    """Return a paper of the last conversation as text, on one line."""
    talk = Talk(library().framework, dossier, dossier.conversations[-1].id)
    return " ".join(document_text(paper_of(library(), talk, readers)).split())


# --- in a real terminal, and in lines ---------------------------------------------------------


@pytest.mark.needs_posix("a terminal")
@pytest.mark.parametrize("size", first_of([SMALL, USUAL]))
def test_the_third_visit_begins_with_the_goal_in_a_terminal(
    held: Held, environment: dict[str, str], tmp_path: Path, size: tuple[int, int]
) -> None:
    path = Path(shutil.copy(held.prepared, tmp_path / "families.db"))
    with Terminal({**environment, STORE_VARIABLE: str(path)}, size=size) as terminal:
        unlock(terminal)
        terminal.wait_for(_("Show all names"))
        terminal.press("Down")
        terminal.wait_for(FAMILY.label)
        terminal.press("Enter")
        terminal.wait_for(_("Go on with this conversation"))
        terminal.press("Enter")
        for page in PAGES:
            terminal.wait_for(begin_of(page))
            terminal.press("Enter")
        for text in ("agreement.start", "since.calm", "looked_back.reached"):
            terminal.wait_for(begin_of(text))
            terminal.press("1")
            terminal.press("Enter")
        terminal.wait_for(begin_of("looked_back.helped"))


@pytest.mark.needs_posix("a terminal")
def test_the_third_visit_begins_with_the_goal_in_lines(
    held: Held, environment: dict[str, str], tmp_path: Path
) -> None:
    path = Path(shutil.copy(held.prepared, tmp_path / "families.db"))
    kept = Kept(path, environment, tmp_path)
    chosen = ["1", ""] * 3
    done = kept.plain.reads(typed([*GO_ON_AGAIN, *[""] * len(PAGES), *chosen]).encode())
    said = " ".join(done.stdout.decode().split())
    asked = [begin_of(each) for each in ("since.ask", "looked_back.ask", "looked_back.helped")]
    places = [said.index(text) for text in asked]
    assert places == sorted(places)
    assert held.second.conversations[-1].plan.goals[0].words.text in said
    assert kept.dossier.conversations[-1].looked_back[0].outcome == "reached"


def begin_of(text_id: str) -> str:
    """Return the first words of a text, which stand on a screen of any size."""
    names = {"child": "Milan", "name": "Karim", "organisation": "De Brug"}
    book = Phrasebook(library(), phase="0-4", names=names, company="alone")
    return " ".join(book.text(text_id).split()[:4])
