"""A topic is switched off after something was said on it, in lines."""

from __future__ import annotations

from giz_gesprek.conversation.steps import TopicsStep
from giz_gesprek.store import Store
from tests.conversation.support import agreed, answered, asked, said
from tests.plain.support import Table, at

WORDS = "Hij eet goed."


def test_what_becomes_of_the_words_is_asked_and_done(store: Store) -> None:
    talk = answered(
        agreed("eating_sleeping"),
        (asked("strengths", person_id="mother"), said("strengths", WORDS)),
    )
    table = Table(store, at(talk, TopicsStep(side="development", page=0)))
    assert "Wat doen wij met deze woorden?" in table.types("1")
    assert _kept(table) == (["eating_sleeping"], [WORDS])
    assert table.says("topics.words_kept") in table.types("1", "1", "")
    assert _kept(table) == ([], [WORDS])
    assert table.says("topics.words_gone") in table.types("1", "1", "2", "")
    assert _kept(table) == ([], [])


def _kept(table: Table) -> tuple[list[str], list[str]]:
    """Return the chosen topics and the words, as they stand on disk."""
    return list(table.kept.visits[0].topics), table.words
