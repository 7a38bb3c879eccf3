"""Every string that a parent can see comes from the content, or from the people at the table.

What reads the screen aloud can only say what it finds in the content, so a sentence in a ``.py``
file is a sentence that somebody cannot hear. The walk goes through all phases, rungs and topics;
what was on the screen, with the names in it, is then judged by the rules of easy language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from textual.widgets import Static, TextArea

from giz_gesprek.content.checks.rule import Tools
from giz_gesprek.content.checks.rules import RULES
from giz_gesprek.content.checks.sayings import tools_of
from giz_gesprek.content.phrases import Phrasebook, lower_first
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.people import AgeBand
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.paths import content_dir
from giz_gesprek.tui.reading.states import PROBLEMS
from giz_gesprek.tui.widgets.said import Said
from tests.support.dossiers import framework, library
from tests.tui.heard import unread
from tests.tui.seen import Sources, bare_pictures, seen
from tests.tui.support import (
    PHASE,
    RUNGS,
    Table,
    agreed_talk,
    all_places,
    answered,
    declined_talk,
    full_talk,
    make_family,
    places,
    step_where,
    table,
)

NOTICES: Final = (
    "agreement.question_time",
    "common.choose_first",
    "common.choose_only",
    "common.no_easier",
    "common.no_example",
    "common.not_saved",
    "common.too_long",
    "pause.enough",
    "practice.change",
    "practice.done",
    "practice.skipped",
    "summary.removed",
    "topics.none_chosen",
    "voice.brisk",
    "voice.normal",
    "voice.slow",
    *PROBLEMS,
)
FORMAL: Final = re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE)
BANDS: Final[dict[str, AgeBand]] = {
    "prenatal": "prenatal",
    "0-4": "0-3",
    "4-12": "4-7",
    "12+": "12-15",
}
_TOPICS: Final = tuple(framework().topics)
TOPICS: Final = dict(zip(BANDS, (_TOPICS[place :: len(BANDS)] for place in range(4)), strict=True))
"""Some topics for each phase; together they are all topics."""


@cache
def walked_talk(phase: str) -> Talk:
    """Return a conversation on the topics of a phase, in which each has something to read back."""
    talk = agreed_talk(*TOPICS[phase])
    for topic in TOPICS[phase]:
        talk = answered(talk, step_where(talk, topic=topic, question="strengths"), "Het gaat wel.")
        for question, choice in (("outcome", "support"), ("helper", "outside")):
            talk = answered(talk, step_where(talk, topic=topic, question=question), choice)
    return talk


def topic_places(talk: Talk) -> Iterator[Talk]:
    """Yield the conversation where a topic has words of its own, each of them once."""
    looks = set()
    for step in agenda(talk):
        if step.position.topic is None:
            continue
        asks = (
            framework().question_text(step.position.question, step.position.topic)
            if step.position.question
            else step.position.topic
        )
        look = (step.kind, asks) if step.kind in {"opening", "read_back", "question"} else step.kind
        if look not in looks:
            looks.add(look)
            yield talk.changed(position=step.position)


async def look(t: Table, talk: Talk, phase: str, rung: Rung, language: str = "nl") -> None:
    """Show a conversation where it stands; nothing is kept, which makes many looks quick."""
    family = make_family(rung, age_band=BANDS[phase])
    settings = family.settings.model_copy(update={"language": language})
    family = family.model_copy(update={"settings": settings})
    t.session.talk = talk.with_family(family)
    await t.screen.show_step()
    if t.step.kind == "triangle":  # drawn, names included, when it knows its size
        await t.calm()


@cache
def tools() -> Tools:
    """Return the word lists of the checker, read once."""
    return tools_of([content_dir()])


def hard_to_read(sources: Sources) -> list[str]:
    """Return what the rules find in the texts as they were shown: id, rule and what is wrong.

    A warning with a reason beside the text is none.
    """
    found = []
    for passage in sources.passages():
        entry = library().entry(passage.text_id, passage.register, passage.language)
        reasons = entry.lint if entry is not None else {}
        for rule in RULES:
            if rule.check is None or not rule.applies_to(passage):
                continue
            found += [
                f"{passage.text_id} {rule.id} {remark.message} ({passage.written})"
                for remark in rule.check(passage, tools())
                if remark.severity == "ERROR" or rule.id not in reasons
            ]
    return found


def assert_fit_to_read(sources: Sources) -> None:
    """Hold that all that was shown is easy at its rung, and can be said aloud."""
    assert hard_to_read(sources) == []
    assert list(sources.mute()) == []


@pytest.mark.parametrize("phase", BANDS)
@pytest.mark.parametrize("rung", RUNGS)
async def test_every_topic_shows_words_of_the_content_that_are_easy_and_can_be_said(
    tmp_path: Path, rung: Rung, phase: str
) -> None:
    talk = walked_talk(phase)
    sources = Sources(
        rung, make_family(rung, age_band=BANDS[phase]), talk.conversation, phase=phase
    )
    async with table(tmp_path) as t:
        for place in topic_places(talk):
            await look(t, place, phase, rung)
            assert sources.unexplained(t.top) == [], t.step
            assert unread(t.top) == [], t.step
            assert bare_pictures(t.top) == [], t.step
    assert_fit_to_read(sources)


@pytest.mark.parametrize("rung", RUNGS)
async def test_another_language_shows_its_own_words_only(tmp_path: Path, rung: Rung) -> None:
    sources = Sources(rung, make_family(rung), full_talk().conversation, phase=PHASE, language="en")
    async with table(tmp_path) as t:
        for place in all_places(full_talk()):
            await look(t, place, PHASE, rung, "en")
            assert sources.unexplained(t.top) == [], t.step
            assert unread(t.top) == [], t.step
    assert list(sources.mute()) == []


@pytest.mark.parametrize("phase", BANDS)
@pytest.mark.parametrize("rung", RUNGS)
async def test_who_is_spoken_to_with_je_never_reads_u(
    tmp_path: Path, rung: Rung, phase: str
) -> None:
    family = make_family(rung, age_band=BANDS[phase])
    settings = family.settings.model_copy(update={"address": "je"})
    family = family.model_copy(update={"settings": settings})
    walked = walked_talk(phase)
    places = [*topic_places(walked), *(all_places(full_talk()) if phase == PHASE else ())]
    async with table(tmp_path) as t:
        for place in places:
            t.session.talk = place.with_family(family)
            await t.screen.show_step()
            assert [text for text in seen(t.top) if FORMAL.search(text)] == [], t.step


def test_the_walk_covers_all_phases_and_topics() -> None:
    assert set(BANDS) == set(framework().phases)
    assert {topic for topics in TOPICS.values() for topic in topics} == set(framework().topics)


@pytest.mark.parametrize("rung", RUNGS)
async def test_a_parent_sees_nothing_that_is_not_in_the_content(tmp_path: Path, rung: Rung) -> None:
    sources = Sources(rung, make_family(rung), full_talk().conversation)
    declined = declined_talk().changed(position=places()["declined"][1].position)
    async with table(tmp_path) as t:
        for talk in [*all_places(full_talk()), declined]:
            await look(t, talk, PHASE, rung)
            assert sources.unexplained(t.top) == [], t.step
            assert unread(t.top) == [], t.step
        for text_id in NOTICES:
            t.screen.show_notice(text_id)
            assert sources.unexplained(t.top) == [], text_id
            assert unread(t.top) == [], text_id
    assert_fit_to_read(sources)


@pytest.mark.parametrize("rung", RUNGS)
async def test_a_dialog_says_nothing_that_is_not_in_the_content(tmp_path: Path, rung: Rung) -> None:
    sources = Sources(rung, make_family(rung), full_talk().conversation)
    async with table(tmp_path) as t:
        await t.sit_at("hard_again", rung=rung)
        for key in ("f1", "f4", "f6", "f8", "f9"):
            await t.press(key)
            assert sources.unexplained(t.top) == [], key
            assert unread(t.top) == [], key
            if not t.on_top:
                await t.press("escape")
        await t.press("f8", "f1")
        assert sources.unexplained(t.top) == []
        assert unread(t.top) == []
        await t.press("escape", "escape")
        await through_the_examples(t, sources)
        await t.sit_at("goals", rung=rung)
        for text_id, number in (
            ("button.change", 1),
            ("button.remove", 0),
            ("button.tell_back", 0),
            ("button.add_goal", 0),
            ("goals.choose_help", 0),
        ):
            await t.click(t.button(text_id, number))
            assert sources.unexplained(t.top) == [], text_id
            assert unread(t.top) == [], text_id
            await through_the_plan(t, sources)
        await t.sit_at("topics", rung=rung)
        await t.click("#add-topic")
        assert sources.unexplained(t.top) == []
        assert unread(t.top) == []
        await t.press("1", "enter")
        assert sources.unexplained(t.top) == []
        assert unread(t.top) == []
    assert_fit_to_read(sources)


async def through_the_examples(t: Table, sources: Sources) -> None:
    """Write an own example and take it away again."""
    for keys in (("f4",), ("tab", "enter"), ("enter",), ("tab", "tab", "enter")):
        await t.press(*keys)
        assert sources.unexplained(t.top) == [], keys
        assert unread(t.top) == [], keys
        if isinstance(t.app.focused, TextArea):
            await t.type("Samen eten.")
    await t.press("tab", "enter", "escape")
    assert t.on_top


async def through_the_plan(t: Table, sources: Sources) -> None:
    """Answer every dialog that comes, at first wrongly, until the conversation is back."""
    for keys in (["enter"], ["x", "enter"], ["1", "enter"], ["x", "enter"]):
        if not t.on_top:
            await t.press(*keys)
            assert sources.unexplained(t.top) == []
            assert unread(t.top) == []
    while not t.on_top:
        await t.press("escape")


async def test_a_text_that_is_not_read_is_found(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.body.mount(Static("Dit hoort niemand.", markup=False))
        await t.calm()
        assert unread(t.top) == ["Dit hoort niemand."]


async def test_a_sentence_in_the_code_is_found(tmp_path: Path) -> None:
    sources = Sources("easy", make_family(), full_talk().conversation)
    async with table(tmp_path, "choice") as t:
        await t.body.mount(Said("Goed gedaan!"))
        await t.calm()
        assert sources.unexplained(t.top) == ["Goed gedaan!"]


def test_a_label_inside_a_sentence_is_known_by_its_sentence() -> None:
    sources = Sources("easy", make_family(), full_talk().conversation)
    book = Phrasebook(library(), "nl", "easy", PHASE)
    label = lower_first(book.text("how_is_it_going.so_so"))
    echo = book.text("common.you_choose", choice=label)
    assert sources.explain(echo) == ("common.you_choose", "text")


def test_a_hard_sentence_in_the_content_is_found() -> None:
    sources = Sources("easy", make_family(), full_talk().conversation)
    sources.shown[("welcome.hello", "text"), "De repercussies zijn navenant."] = None
    assert "E02" in hard_to_read(sources)[0]


def test_a_sign_alone_cannot_be_said() -> None:
    sources = Sources("easy", make_family(), full_talk().conversation)
    sources.shown[("welcome.title", "text"), "▶ ✔"] = None
    assert list(sources.mute()) == ["▶ ✔"]
