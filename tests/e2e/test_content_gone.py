"""A conversation about a topic of a municipality, opened where that folder is no longer there."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from giz_gesprek.content.library import Library
from giz_gesprek.content.loading import load_library
from giz_gesprek.conversation import choosing, flow
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.steps import SideBySideStep
from giz_gesprek.paths import content_dir
from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.screens.conversation import ConversationScreen
from giz_gesprek.tui.widgets.said import Said
from tests.store.support import NOW, PASSPHRASE
from tests.support.program import EXAMPLE_TOWN, run
from tests.support.screens import PROFILE, SMALL_FIRST, make_app, settle
from tests.support.talks import TALK, new_talk

SIDE = "surroundings"
TOPIC = "allotment"
TITLE = "Tuin en buren"
TOLD = "Wij telen pompoenen"
SEEN = "De buren helpen mee"


@cache
def town_library() -> Library:
    """Return our content with the example municipality over it."""
    return load_library(content_dir(), overlays=(EXAMPLE_TOWN,))


def answer(session: Session, question: str, person: str, given: str) -> None:
    """Go to a question about the topic of the municipality and answer it."""
    [step] = [
        each
        for each in session.steps()
        if (each.position.topic, each.position.question, each.position.person_id)
        == (TOPIC, question, person)
    ]
    session.jump(step)
    if session.framework.questions[question].answer == "choice":
        session.answer_choice(given)
    else:
        session.answer_words(given)


def on_top(app: GizApp) -> ConversationScreen:
    """Return the conversation, which nothing covers."""
    screen = app.screen
    assert isinstance(screen, ConversationScreen)
    return screen


def read_whole(screen: ConversationScreen) -> str:
    """Return every text of the step, also what has to be scrolled to."""
    return "\n".join(str(said.render()) for said in screen.query(Said))


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """Return a store with a conversation that was had with the municipality's folder."""
    path = tmp_path / "families.db"
    talk = replace(new_talk(), framework=town_library().framework)
    talk = flow.agree(talk, now=NOW)
    talk = choosing.choose_topic(choosing.open_side(talk, SIDE), SIDE, TOPIC)
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save_profile(PROFILE)
        store.save(talk.dossier, now=NOW)
        session = Session(store, town_library(), talk.dossier, TALK, clock=lambda: NOW)
        answer(session, "appraisal", "mother", "so_so")
        answer(session, "example", "mother", TOLD)
        answer(session, "view", "nurse", "going_well")
        answer(session, "view_words", "nurse", SEEN)
        session.jump(SideBySideStep(topic=TOPIC))
    (tmp_path / "key").write_text(PASSPHRASE, encoding="utf-8")
    return path


@pytest.mark.parametrize("audience", ["family", "professional"])
def test_both_papers_are_still_made(store_path: Path, audience: str) -> None:
    key = store_path.with_name("key")
    opened = ("--store", store_path, "--passphrase-file", key)
    export = ("export", "--family", "f1", "--for", audience, "--output", "-")

    paper = run(*opened, *export)

    assert (paper.returncode, paper.stderr) == (0, "")
    assert TOLD in paper.stdout
    assert SEEN in paper.stdout
    assert "gaat wel" in paper.stdout
    assert TITLE in paper.stdout, "the title was kept when the question was asked"
    with_folder = run("--content", EXAMPLE_TOWN, *opened, *export).stdout
    assert ("012-3456789" in with_folder, "012-3456789" in paper.stdout) == (
        audience == "family",
        False,
    )


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_the_conversation_still_opens_and_can_be_walked_to_its_end(
    store_path: Path, size: tuple[int, int]
) -> None:
    app = make_app(store_path, passphrase=PASSPHRASE)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await settle(pilot)
        app.open_conversation(app.families.open("f1", TALK))
        await settle(pilot)
        screen = on_top(app)
        assert screen.session.step.kind == "triangle"
        for step in agenda(screen.session.talk):
            screen.session.jump(step)
            await screen.show_step()
            await settle(pilot)
            assert on_top(app) is screen
            if step.kind == "summary":
                assert TOLD in read_whole(screen)
        assert app.failure is None
