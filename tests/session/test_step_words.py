"""The words of every step: at each rung, in each phase, language and form of address.

Every sentence that a parent can see comes from the content, or from the people at the table: what
reads aloud can only say what it finds there, so a sentence in a ``.py`` file is one that somebody
cannot hear. The walks go through all phases, rungs and topics; what they show, with the names in
it, is judged by the rules of easy language.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

import pytest

from giz_gesprek.content.address import Address
from giz_gesprek.content.phrases import Phrasebook, lower_first
from giz_gesprek.content.texts import Rung
from giz_gesprek.content.voiced import VoicedText
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.steps import Step
from giz_gesprek.session.around_view import AroundView
from giz_gesprek.session.help_now import help_now
from giz_gesprek.session.plan_views import DayView, GoalsView
from giz_gesprek.session.prompts import prompts
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import (
    AgainView,
    ChoiceView,
    PageView,
    TopicsView,
    TriangleView,
    WholeView,
    WordsView,
)
from giz_gesprek.session.written_views import LinesView, SideBySideView
from giz_gesprek.store import Store
from tests.support.dossiers import framework, library
from tests.support.slow import first_of
from tests.support.talks import BANDS, PHASE, RUNGS, TALKS, VIEWS, full_talk, make_family, places
from tests.support.views import every_step, sit_with, stand_at, texts, walk
from tests.support.wording import FORMAL, Sources, can_be_said, has_words

NOTICES = (
    "agreement.question_time",
    "common.choose_first",
    "common.choose_only",
    "common.no_easier",
    "common.no_example",
    "common.not_saved",
    "common.too_long",
    "pause.enough",
    "goals.changed",
    "practice.change",
    "practice.done",
    "practice.skipped",
    "summary.more",
    "summary.removed",
    "topics.choose_first",
    "topics.none_chosen",
)
"""What is told under a step after something was done."""
USUAL_FIRST: Final = first_of(("easy", "easier", "standard"))
"""How easy the words are, beginning with what a family has that changed nothing."""


def sessions(
    store: Store, rung: Rung, phase: str, *, language: str = "nl", address: Address = "u"
) -> tuple[Session, ...]:
    """Return a session on each of the talks, in the words that a family of this phase likes."""
    family = make_family(rung, age_band=BANDS[phase], language=language, address=address)
    return tuple(sit_with(store, make(), family) for make in TALKS)


def shown(session: Session) -> Iterator[tuple[Step, list[str]]]:
    """Yield what can be read at each step of a session, help and notices included."""
    topics: set[str | None] = set()
    for view in walk(session):
        found = [text for _where, text in texts(view)]
        if view.step.position.topic not in topics:
            topics.add(view.step.position.topic)
            found += [*prompts(session), *help_now(session)]
        yield view.step, found
    yield session.step, [session.phrases().text(text_id) for text_id in NOTICES]


@pytest.mark.parametrize("phase", BANDS)
@pytest.mark.parametrize("rung", RUNGS)
def test_every_step_shows_words_of_the_content_that_are_easy_and_can_be_said(
    store: Store, rung: Rung, phase: str
) -> None:
    tables = sessions(store, rung, phase)
    sources = Sources(*(session.talk for session in tables))
    for step, found in chain.from_iterable(map(shown, tables)):
        assert sources.unexplained(found) == [], step
        assert [text for text in found if has_words(text) and not can_be_said(text)] == [], step
    sources.assert_fit_to_read()


@pytest.mark.parametrize("phase", BANDS)
@pytest.mark.parametrize("rung", USUAL_FIRST)
def test_who_is_spoken_to_with_je_never_reads_u(store: Store, rung: Rung, phase: str) -> None:
    tables = sessions(store, rung, phase, address="je")
    sources = Sources(*(session.talk for session in tables))
    for step, found in chain.from_iterable(map(shown, tables)):
        assert sources.unexplained(found) == [], step
        assert [text for text in found if FORMAL.search(text)] == [], step


@pytest.mark.parametrize("phase", BANDS)
@pytest.mark.parametrize("rung", USUAL_FIRST)
def test_another_language_shows_its_own_words_only(store: Store, rung: Rung, phase: str) -> None:
    tables = sessions(store, rung, phase, language="en")
    sources = Sources(*(session.talk for session in tables))
    for step, found in chain.from_iterable(map(shown, tables)):
        assert sources.unexplained(found) == [], step
        voiced = [text for text in found if isinstance(text, VoicedText)]
        assert {text.language for text in voiced} == {"en"}, step
        assert [text for text in found if has_words(text) and not can_be_said(text, "en")] == []
    assert sources.mute() == []


@pytest.mark.parametrize("rung", RUNGS)
def test_nothing_in_the_content_says_u_to_a_family_that_wants_je(rung: Rung) -> None:
    for phase in BANDS:
        for text_id in library().specs:
            found = library().find(text_id, language="nl", rung=rung, phase=phase, address="je")
            said = (found.text, found.example or "", found.say or "") if found is not None else ()
            assert [text for text in said if FORMAL.search(text)] == [], (text_id, phase)
    glossary = library().glossary("nl", rung, "je")
    told = {term: entry.text for term, entry in glossary.entries.items()}
    assert [term for term, text in told.items() if FORMAL.search(text)] == []


def test_the_walks_cover_all_phases_topics_questions_and_kinds_of_step(store: Store) -> None:
    steps = [step for make in TALKS for step in agenda(make())]
    assert set(BANDS) == set(framework().phases)
    assert {step.position.topic for step in steps} == {None, *framework().topics}
    assert {step.position.question for step in steps} == {None, *framework().questions}
    shown = {type(view) for _session, view in every_step(store)}
    assert shown == {
        *(PageView, ChoiceView, TriangleView, WholeView, TopicsView, AgainView, AroundView),
        *(WordsView, LinesView, SideBySideView, DayView, GoalsView),
    }
    at_places = [places()[place] for place in VIEWS]
    one_of_each = [type(stand_at(sit_with(store, talk), step)) for talk, step in at_places]
    assert len(one_of_each) == len(shown) == len({*one_of_each} & shown)


def test_a_sentence_in_the_code_is_found() -> None:
    sources = Sources(full_talk())
    assert sources.unexplained(["Goed gedaan!"]) == ["Goed gedaan!"]


def test_a_label_inside_a_sentence_is_known_by_its_sentence() -> None:
    book = Phrasebook(library(), "nl", "easy", PHASE)
    label = lower_first(book.text("how_is_it_going.so_so"))
    echo = book.text("common.you_choose", choice=label)
    assert Sources(full_talk()).explain(echo) == ("common.you_choose", "text")


def test_a_hard_sentence_in_the_content_is_found() -> None:
    sources = Sources(full_talk())
    sources.shown[("welcome.hello", "text"), "De repercussies zijn navenant."] = None
    assert "E02" in sources.hard_to_read()[0]


def test_a_sign_alone_cannot_be_said() -> None:
    sources = Sources(full_talk())
    sources.shown[("welcome.title", "text"), "▶ ✔"] = None
    assert sources.mute() == ["▶ ✔"]
    assert not can_be_said("▶ ✔")
