"""The app and ``plain`` are two faces of one conversation: what one keeps, the other would too.

The same list of answers goes through both, and is itself what the documents are compared with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation import flow
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.steps import TriangleStep
from tests.store.support import NOW
from tests.support.answers import Choose, GoOn, PassOver, Tell
from tests.support.documents import answers_in, without_moments_and_ids
from tests.support.dossiers import last_talk, library
from tests.support.lines import read_until, type_in, typed
from tests.support.talking import (
    BROTHER,
    CHILD,
    FAMILY,
    ORGANISATION,
    PARENT,
    PROFESSIONAL,
    Talk,
    at_table,
    keep_in_store,
    make_file,
    prepare,
    question_step,
)
from tests.support.terminal import Terminal, flat
from tests.support.turns import Turn, answers_of, hold_in_app, lines_of, wait_until_asked
from tests.support.two_faces import GO_ON_AGAIN, Kept
from tests.support.waiting import wait_until
from tests.support.whole_talk import (
    EATING,
    GOAL,
    LATER,
    LOOK_BACK,
    LOVE,
    MOVING,
    NOTE,
    REST,
    STEP,
    STEP_BY,
    WELCOME,
)

pytestmark = [pytest.mark.needs_posix("a terminal"), pytest.mark.timeout(300)]

FIRST: Final = "Gisteren at zij [/niets],"
SECOND: Final = "'s avonds één hapje"
THIRD: Final = "/en toen nog één"
BEFORE_THE_CUT: Final = (
    Turn((PARENT, EATING, "strengths"), Tell(NOTE)),
    Turn((PARENT, EATING, "appraisal"), Choose(3)),
)
CUT: Final = Turn((PARENT, EATING, "example"), Tell(f"{FIRST}\n{SECOND}\n{THIRD}"))
AFTER_THE_CUT: Final = (
    Turn((PARENT, EATING, "wish"), PassOver()),
    Turn(f"{EATING}.strengths read_back.title", GoOn(), shown=THIRD),
)
INTERRUPTED: Final = (*BEFORE_THE_CUT, CUT, *AFTER_THE_CUT)

PREPARED_IN_LINES: Final = (
    # who one is, and a new family: its name, the child, and its brother; no more precise age
    *(PROFESSIONAL, ORGANISATION, "", "/f", FAMILY),
    *(CHILD, "2", "", "", "1", BROTHER, "2", "", ""),
    # the parent; the professional stands there; nobody else
    *("", "", PARENT, "", "", ""),
    # not parked, the conversation and the words as they are proposed, begin
    *([""] * 8),
    "1",
)


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


def test_the_same_answers_give_the_same_document_and_papers(kept: Kept) -> None:
    agreed = flow.agree(last_talk(at_table()), now=NOW)
    keep_in_store(kept.path, flow.jump(agreed, TriangleStep(visit=0)).dossier)
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
        assert without_time(lines.paper(audience)) == without_time(kept.paper(audience))


def without_time(paper: str) -> str:
    """Return a paper without the line that says when was talked: not at the same time."""
    label = Phrasebook(library(), rung="standard").text("document.time_label").strip()
    return re.sub(rf"^{label}: .*$", "", paper, flags=re.MULTILINE)


def check_what_is_no_answer(dossier: Dossier) -> None:
    """Find what was chosen and agreed besides the answers to questions."""
    (conversation,) = dossier.conversations
    assert conversation.state == "finished"
    chosen = [(visit.side, visit.topics) for visit in conversation.visits]
    assert chosen == [("development", (EATING, MOVING)), ("parenting", (LOVE,))]
    assert [each.later_on for each in conversation.differences] == [LATER]
    (goal,) = conversation.plan.goals
    (step,) = goal.steps
    first = conversation.plan.comes_first
    assert first is not None
    assert (first.topic, goal.topics) == (EATING, (EATING,))
    assert (goal.words.text, step.what.text) == (GOAL, STEP)
    assert (step.who, step.by) == (("parent", "nurse"), STEP_BY)
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


@pytest.mark.slow
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


@pytest.mark.slow
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
    assert conversation.position == question_step(EATING, "example").position
    assert kept.draft == draft
