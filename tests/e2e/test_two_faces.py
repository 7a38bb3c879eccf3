"""The app and ``plain`` are two faces of one conversation: what one keeps, the other would too.

The same list of answers goes through both, and is itself what the documents are compared with.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation import flow
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.position import Step
from giz_gesprek.paths import STORE_VARIABLE
from giz_gesprek.store import Change, Profile, Store
from tests.store.support import NOW
from tests.support.answers import (
    Aside,
    Choose,
    Day,
    GoOn,
    PassOver,
    Tell,
    Topics,
    Way,
)
from tests.support.documents import answers_in, draft_in, only_family, without_moments_and_ids
from tests.support.dossiers import last_talk, library
from tests.support.lines import Program, read_until, type_in, typed
from tests.support.program import run
from tests.support.stores import after_a_power_cut
from tests.support.talking import (
    BROTHER,
    CHILD,
    FAMILY,
    ORGANISATION,
    PARENT,
    PASSPHRASE,
    PROFESSIONAL,
    TOGETHER,
    Talk,
    at_table,
    keep_in_store,
    make_file,
    open_again,
    prepare,
    question_step,
    unlock,
)
from tests.support.terminal import Terminal, flat
from tests.support.turns import Turn, answers_of, hold_in_app, lines_of, wait_until_asked
from tests.support.waiting import wait_until

pytestmark = pytest.mark.needs_posix

EATING: Final = "eating_sleeping"
MOVING: Final = "moving_talking_learning"
LOVE: Final = "love_attention"
LATER: Final = date(2031, 3, 4)
STEP_BY: Final = date(2031, 3, 5)
LOOK_BACK: Final = date(2031, 3, 6)

NOTE: Final = "Op [/maandag] eet zij aan oma's tafel:\n/één crêpe, “zo'n grote” [b]{child}[/b]"
GOAL: Final = "Samen koken op zondag"
STEP: Final = "Een pan kopen [/in de stad]"

GO_ON_AGAIN: Final = ("1", "1")
"""In lines: the only family, and on with its conversation."""


def typed_day(day: date) -> Day:
    return Day(f"{day.day}-{day.month}-{day.year}")


WELCOME: Final = (
    *[
        Turn(page, GoOn())
        for page in (
            "welcome.hello",
            "welcome.no_test",
            "welcome.tense",
            "agreement.write",
            "agreement.ask_first",
            "agreement.danger",
            "agreement.no_loss",
        )
    ],
    Turn("agreement.start", Choose(1)),
    Turn("practice.drink", Choose(2)),
    Turn("practice.skip", PassOver()),
)
DEVELOPMENT: Final = (
    Turn("side.development side.parenting", Choose(1)),
    Turn(f"topics.choose {EATING}.title {MOVING}.title", Topics((1, 2))),
    Turn("topics.choose contact.title independence.title", Topics()),
    Turn(f"{EATING}.opening", GoOn()),
    Turn((PARENT, EATING, "strengths"), Tell(NOTE)),
    Turn((PARENT, EATING, "appraisal"), Choose(1)),
    Turn((PARENT, EATING, "example"), GoOn()),
    Turn((PARENT, EATING, "wish"), Choose(1)),
    Turn(f"{EATING}.read_back read_back.title", GoOn(), shown=NOTE),
    Turn(f"{MOVING}.opening", GoOn()),
    Turn((PARENT, MOVING, "strengths"), Aside(4)),
    Turn((PARENT, MOVING, "appraisal"), Choose(4)),
    Turn((PARENT, MOVING, "example"), Aside(5)),
    Turn((PARENT, MOVING, "wish"), PassOver()),
    Turn(f"{MOVING}.title read_back.title read_back.nothing", GoOn()),
    Turn("turn.title turn.professional", GoOn()),
    Turn((PROFESSIONAL, EATING, "view"), Choose(2)),
    Turn((PROFESSIONAL, EATING, "view_words"), Tell("1 crèche, 's middags")),
    Turn((PROFESSIONAL, MOVING, "view"), Choose(2)),
    Turn((PROFESSIONAL, MOVING, "view_words"), PassOver()),
    Turn("side_by_side.title side_by_side.differ", GoOn()),
    Turn((PARENT, EATING, "reason"), Tell("/Thuis/ is het gezellig")),
    Turn((PROFESSIONAL, EATING, "reason"), Tell("De groei loopt wat achter")),
    Turn((TOGETHER, EATING, "difference"), Choose(3)),
    Turn("difference.later_when", typed_day(LATER)),
    Turn((TOGETHER, EATING, "outcome"), Choose(2)),
    Turn((TOGETHER, EATING, "urgency"), Choose(1)),
    Turn((TOGETHER, EATING, "helper"), Choose(3)),
    Turn((TOGETHER, EATING, "help_kind"), Choose(1)),
    Turn(f"{MOVING}.title side_by_side.title", GoOn()),
    Turn((TOGETHER, MOVING, "outcome"), Choose(1)),
)
PARENTING: Final = (
    Turn("triangle.choose_next", Choose(2)),
    Turn("topics.choose playing_talking.title rules_rhythm.title", Topics()),
    Turn(f"topics.choose {LOVE}.title safety.title", Topics((1,))),
    Turn(f"{LOVE}.opening", GoOn()),
    Turn((PARENT, LOVE, "strengths"), Tell("Wij lezen samen op de bank")),
    Turn((PARENT, LOVE, "helps"), PassOver()),
    Turn((PARENT, LOVE, "example"), GoOn()),
    Turn((PARENT, LOVE, "wish"), Choose(3)),
    Turn(f"{LOVE}.read_back read_back.title", GoOn()),
    Turn("turn.title turn.professional", GoOn()),
    Turn((PROFESSIONAL, LOVE, "view_helps"), Tell("Vaste momenten")),
    Turn("side_by_side.title", GoOn()),
    Turn((TOGETHER, LOVE, "outcome"), Choose(3)),
    Turn("triangle.choose_next", Choose(4)),
)
PLAN: Final = (
    Turn("goals.intro", Way(1, "goals.first")),
    Turn("goals.goal", Tell(GOAL)),
    Turn("goals.step_what", Tell(STEP)),
    Turn("goals.step_who", Choose(1)),
    Turn("goals.step_by", typed_day(STEP_BY)),
    Turn("button.add_step", GoOn(), shown=GOAL),
    Turn("hard_again.notice", Tell("Dan huil ik."), place=(TOGETHER, "", "notice")),
    Turn("hard_again.helps", PassOver(), place=(TOGETHER, "", "what_helps")),
    Turn("hard_again.call", Tell("Oma"), place=(TOGETHER, "", "whom_to_call")),
    Turn("look_back.ask", typed_day(LOOK_BACK)),
    Turn("summary.title summary.intro", GoOn()),
    Turn("export.ask", Choose(4)),
)
REST: Final = (*DEVELOPMENT, *PARENTING, *PLAN)

FIRST: Final = "Gisteren at zij [/niets],"
SECOND: Final = "'s avonds één hapje"
THIRD: Final = "/en toen nog één"
BEFORE_THE_CUT: Final = (
    Turn((PARENT, EATING, "strengths"), Tell(NOTE)),
    Turn((PARENT, EATING, "appraisal"), Choose(1)),
)
CUT: Final = Turn((PARENT, EATING, "example"), Tell(f"{FIRST}\n{SECOND}\n{THIRD}"))
AFTER_THE_CUT: Final = (
    Turn((PARENT, EATING, "wish"), PassOver()),
    Turn(f"{EATING}.read_back read_back.title", GoOn(), shown=THIRD),
)
INTERRUPTED: Final = (*BEFORE_THE_CUT, CUT, *AFTER_THE_CUT)

PREPARED_IN_LINES: Final = (
    # who one is, and a new family: its name, the child, and its brother
    *(PROFESSIONAL, ORGANISATION, "", "/f", FAMILY),
    *(CHILD, "2", "", "", "1", BROTHER, "2", "", ""),
    # the parent; the professional stands there; nobody else
    *("", PARENT, "", "", ""),
    # not parked, the conversation and the words as they are proposed, begin
    *([""] * 8),
    "1",
)


class Kept:
    """One file of families, and either face on it."""

    def __init__(self, path: Path, environment: dict[str, str], folder: Path) -> None:
        self.path = path
        self.environment = {**environment, STORE_VARIABLE: str(path)}
        self.plain = Program(self.environment, folder, PASSPHRASE)

    def copy(self, name: str) -> Kept:
        """Return a copy of the file, on which something else can be said."""
        path = self.path.with_name(name)
        shutil.copy(self.path, path)
        return Kept(path, self.environment, self.plain.secret.parent)

    def hold_in_lines(self, turns: Sequence[Turn]) -> None:
        """Give all of it through a pipe."""
        done = self.plain.reads((typed(GO_ON_AGAIN) + lines_of(turns)).encode())
        assert done.returncode == 0, done.stderr

    @contextmanager
    def app(self) -> Iterator[Talk]:
        """Open the conversation in a terminal."""
        with Terminal(self.environment) as terminal:
            unlock(terminal)
            open_again(terminal)
            yield Talk(terminal)

    @property
    def dossier(self) -> Dossier:
        """The document of the only family."""
        with Store.open(self.path, PASSPHRASE) as store:
            return only_family(store)

    @property
    def draft(self) -> str | None:
        """What was being typed where the conversation stands."""
        with Store.open(self.path, PASSPHRASE) as store:
            return draft_in(store)

    @property
    def draft_on_disk(self) -> str | None:
        """The same, while the app has the file open."""
        with after_a_power_cut(self.path, PASSPHRASE) as store:
            return draft_in(store)

    @property
    def log(self) -> list[Change]:
        """What was done, in order."""
        with Store.open(self.path, PASSPHRASE) as store:
            family_id = only_family(store).family.id
            return [logged.change for logged in store.changes(family_id)]

    @property
    def profile(self) -> Profile:
        """Who the professional is."""
        with Store.open(self.path, PASSPHRASE) as store:
            return store.profile()

    def paper(self, audience: str) -> str:
        """Return a paper of the only family as text."""
        options = ("--store", self.path, "--passphrase-file", self.plain.secret)
        export = ("export", "--family", self.dossier.family.id, "--output", "-", "--for", audience)
        done = run(*options, *export)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def kept(environment: dict[str, str], store_path: Path, tmp_path: Path) -> Kept:
    """Return where a file is going to be."""
    return Kept(store_path, environment, tmp_path)


# --- before the conversation ----------------------------------------------------------------


def test_the_same_is_filled_in_and_agreed_on_from_the_first_start(kept: Kept) -> None:
    lines = Kept(kept.path.with_name("lines.db"), kept.environment, kept.plain.secret.parent)
    done = lines.plain.reads((typed(PREPARED_IN_LINES) + lines_of(WELCOME)).encode())
    assert done.returncode == 0, done.stderr
    with Terminal(kept.environment) as terminal:
        make_file(terminal)
        prepare(terminal)
        talk = Talk(terminal)
        hold_in_app(talk, WELCOME)
        talk.sees(talk.text("triangle.choose"))
    people = [(person.name, person.role) for person in kept.dossier.family.people]
    assert people == [
        (CHILD, "child"),
        (BROTHER, "child"),
        (PARENT, "parent"),
        (PROFESSIONAL, "professional"),
    ]
    agreement = kept.dossier.conversations[0].agreement
    assert agreement is not None
    assert agreement.wants_to_talk
    assert without_moments_and_ids(lines.dossier) == without_moments_and_ids(kept.dossier)
    assert lines.profile == kept.profile
    assert (kept.profile.name, kept.profile.organisation) == (PROFESSIONAL, ORGANISATION)


# --- one list, two faces --------------------------------------------------------------------


@pytest.mark.timeout(300)
def test_the_same_answers_give_the_same_document_and_papers(kept: Kept) -> None:
    agreed = flow.agree(last_talk(at_table()), now=NOW)
    keep_in_store(kept.path, flow.jump(agreed, Step(kind="triangle", visit=0)).dossier)
    lines = kept.copy("lines.db")
    lines.hold_in_lines(REST)
    with kept.app() as talk:
        hold_in_app(talk, REST)
        talk.sees(talk.text("finish.thanks"))
    for each in (lines, kept):
        assert answers_in(each.dossier) == answers_of(REST)
        check_what_is_no_answer(each.dossier)
    assert without_moments_and_ids(lines.dossier) == without_moments_and_ids(kept.dossier)
    assert lines.log == kept.log
    for audience in ("family", "professional"):
        assert flat(NOTE) in flat(lines.paper(audience))
        assert lines.paper(audience) == kept.paper(audience)


def check_what_is_no_answer(dossier: Dossier) -> None:
    """Find what was chosen and agreed besides the answers to questions."""
    (conversation,) = dossier.conversations
    assert conversation.state == "finished"
    chosen = [(visit.side, visit.topics) for visit in conversation.visits]
    assert chosen == [("development", (EATING, MOVING)), ("parenting", (LOVE,))]
    assert [each.later_on for each in conversation.differences] == [LATER]
    (goal,) = conversation.plan.goals
    (step,) = goal.steps
    assert (goal.words.text, step.what.text) == (GOAL, STEP)
    assert (step.who, step.by) == ("parent", STEP_BY)
    assert conversation.plan.look_back_on == LOOK_BACK


# --- begun in one, gone on with in the other ------------------------------------------------


@pytest.fixture
def at_question(kept: Kept) -> Kept:
    """Return a file in which a parent is asked what goes well."""
    keep_in_store(kept.path, at_table(EATING, position=question_step(EATING, "strengths")))
    return kept


@pytest.fixture
def uninterrupted(at_question: Kept) -> object:
    """Return the document of the same answers without any interruption."""
    whole = at_question.copy("uninterrupted.db")
    whole.hold_in_lines(INTERRUPTED)
    assert answers_in(whole.dossier) == answers_of(INTERRUPTED)
    return without_moments_and_ids(whole.dossier)


def test_killed_in_the_app_goes_on_in_lines_and_in_the_app_again(
    at_question: Kept, uninterrupted: object
) -> None:
    type_in_app_and_kill(at_question, BEFORE_THE_CUT, "", FIRST)
    check_nothing_is_lost(at_question, FIRST)
    type_in_lines_and_kill(at_question, [*GO_ON_AGAIN], FIRST, SECOND)
    check_nothing_is_lost(at_question, f"{FIRST}\n{SECOND}")
    with at_question.app() as talk:
        wait_until_asked(talk, replace(CUT, shown=f"{FIRST} {SECOND}"))
        talk.terminal.paste(f"\n{THIRD}")
        talk.sees(THIRD)
        talk.terminal.press("Enter")
        hold_in_app(talk, AFTER_THE_CUT)
        talk.sees(talk.text("turn.professional"))
    assert without_moments_and_ids(at_question.dossier) == uninterrupted


def test_killed_in_lines_goes_on_in_the_app_and_in_lines_again(
    at_question: Kept, uninterrupted: object
) -> None:
    said_before = [*GO_ON_AGAIN, *lines_of(BEFORE_THE_CUT).splitlines()]
    type_in_lines_and_kill(at_question, said_before, "", FIRST)
    check_nothing_is_lost(at_question, FIRST)
    type_in_app_and_kill(at_question, (), FIRST, f"\n{SECOND}")
    check_nothing_is_lost(at_question, f"{FIRST}\n{SECOND}")
    lines = [*GO_ON_AGAIN, ".", f"/{THIRD}", ".", *lines_of(AFTER_THE_CUT).splitlines()]
    done = at_question.plain.reads(typed(lines).encode())
    assert done.returncode == 0
    _before, _asked, said = done.stdout.decode().partition(question())
    assert f"“{FIRST} {SECOND}” Enter:" in flat(said)
    assert without_moments_and_ids(at_question.dossier) == uninterrupted


def question() -> str:
    """Return what is asked where the conversation is cut off."""
    return Phrasebook(library(), phase="0-4", names={"child": CHILD}).text(f"{EATING}.example")


def type_in_app_and_kill(kept: Kept, before: Sequence[Turn], stands: str, words: str) -> None:
    """Answer in the app, find what ``stands`` there, add words, and kill it when they are kept."""
    with kept.app() as talk:
        hold_in_app(talk, before)
        wait_until_asked(talk, replace(CUT, shown=stands))
        talk.terminal.paste(words)
        talk.sees(words)
        wait_until(lambda: kept.draft_on_disk == f"{stands}{words}", "a draft on the disk")
        talk.terminal.kill()


def type_in_lines_and_kill(kept: Kept, before: Sequence[str], stands: str, line: str) -> None:
    """Answer in lines, hear what ``stands`` there, add a line, and kill it when that is taken."""
    with kept.plain.starts() as running:
        type_in(running, typed([*before, "."]))
        read_until(running.stdout, question().encode())
        assert flat(stands) in flat(read_until(running.stdout, b"Typ nu alle regels."))
        # A line is answered when those before it are kept.
        type_in(running, typed([line, "/zz"]))
        read_until(running.stdout, b"/help: Uitleg")
        running.kill()


def check_nothing_is_lost(kept: Kept, draft: str) -> None:
    """Find what was confirmed, the question where it stood, and what was being typed."""
    dossier = kept.dossier
    (conversation,) = dossier.conversations
    assert answers_in(dossier) == answers_of(BEFORE_THE_CUT)
    assert conversation.position == question_step(EATING, "example")
    assert kept.draft == draft
