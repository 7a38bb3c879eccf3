"""All conversations of a family at a glance: over the families, and on the professional's paper."""

from __future__ import annotations

from dataclasses import replace

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.looking_back import look_back_at
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session.history import history_of
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL
from tests.store.support import NOW
from tests.support.dossiers import library
from tests.support.sheets import document_of
from tests.support.talks import say_about, second_visit, words


def with_before(talk: Talk, change: Talk) -> Talk:
    """Return the talk whose first conversation is as in ``change``."""
    before, now = talk.dossier.conversations
    first = change.conversation.model_copy(update={"id": before.id})
    dossier = talk.dossier.model_copy(update={"conversations": (first, now)})
    return replace(talk, dossier=dossier)


def first(talk: Talk) -> Talk:
    """Return the talk about its first conversation."""
    return replace(talk, conversation_id=talk.dossier.conversations[0].id)


def looked_back() -> Talk:
    """Return a second visit in which the goal of the first was reached a little."""
    return look_back_at(second_visit(), "goal-1", "a_little", now=NOW)


def told(talk: Talk) -> list[str]:
    """Return every line of the history."""
    return [line for each in history_of(library(), talk.dossier) for line in each.lines]


def test_each_conversation_has_its_day_topics_goals_and_what_became_of_them() -> None:
    now, before = history_of(library(), looked_back().dossier)
    assert (now.day, before.day) == ("dinsdag 3 november 2026", "dinsdag 22 september 2026")
    assert now.lines == ("Status: Ouder wil meedoen",)
    assert before.lines == (
        "Status: Gesprek afgerond",
        "Onderwerpen: Eten en slapen; Liefde en aandacht",
        "Doel: “Samen eten.” Een beetje gelukt",
    )


def test_what_nobody_looked_back_on_stands_alone() -> None:
    assert "Doel: “Samen eten.”" in told(second_visit())


def delicate() -> Talk:
    """Return a second visit after a first with something delicate in it."""
    talk = looked_back()
    before = first(talk)
    visits = before.conversation.visits
    safe = visits[0].model_copy(update={"side": "parenting", "topics": ("safety",)})
    before = before.changed(visits=(*visits, safe), state="in_progress")
    before = say_about(before, "safety", "mother", appraisal="so_so")
    before = planning.tie_goal(before, "goal-1", ("safety",))
    return with_before(talk, before)


def test_of_what_is_delicate_there_is_nothing() -> None:
    text = " ".join(told(delicate()))
    assert "Eten en slapen" in text
    assert "Veilig" not in text
    assert "Samen eten." not in text


def test_of_a_talk_that_was_not_wanted_there_is_only_that() -> None:
    talk = second_visit()
    declined: Conversation = first(talk).conversation.model_copy(update={"state": "declined"})
    talk = with_before(talk, first(talk).with_conversation(declined))
    assert told(talk)[1:] == ["Status: Ouder ziet ervan af"]


def test_the_record_ends_with_the_conversations_before_and_the_family_s_paper_does_not() -> None:
    talk = planning.add_goal(looked_back(), words("Buiten spelen."))
    record = document_text(document_of(talk.dossier, PROFESSIONAL))
    end = record[record.index("## Eerdere gesprekken") :]
    assert "### dinsdag 22 september 2026" in end
    assert "Een beetje gelukt" in end
    assert "3 november" not in end
    assert "Eerdere gesprekken" not in document_text(document_of(talk.dossier, FAMILY))
    assert "safety" not in end


def test_the_record_of_a_delicate_talk_before_names_nothing_of_it_there() -> None:
    record = document_text(document_of(delicate().dossier, PROFESSIONAL))
    end = record[record.index("## Eerdere gesprekken") :]
    assert "Veilig" not in end
    assert "Samen eten." not in end


def test_the_first_record_has_no_such_part() -> None:
    talk = second_visit()
    only = talk.dossier.model_copy(update={"conversations": (talk.conversation,)})
    assert "Eerdere gesprekken" not in document_text(document_of(only, PROFESSIONAL))
