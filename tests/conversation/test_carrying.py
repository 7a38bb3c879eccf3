"""Which of two documents of a family goes on from the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from giz_gesprek.conversation.carrying import MOST_MARKS, given_along, mark_of, standing
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.flow import next_step
from tests.support.talks import full_talk


def test_a_family_that_is_not_kept_here_is_new() -> None:
    assert standing(given_along(full_talk().dossier), None) == "new"


def test_looking_at_a_conversation_changes_nothing_of_what_was_said() -> None:
    talk = full_talk()
    dossier = given_along(talk.dossier)
    looked = next_step(replace(talk, dossier=dossier)).dossier
    louder = looked.family.settings.model_copy(update={"read_aloud": True})
    looked = looked.model_copy(
        update={"family": looked.family.model_copy(update={"settings": louder})}
    )
    assert looked != dossier
    assert standing(dossier, looked) == "same"


def test_a_file_goes_on_from_what_was_given_along() -> None:
    here = given_along(full_talk().dossier)
    there = given_along(_one_more_talk(here, "there"))
    assert standing(there, here) == "goes_on"
    assert standing(given_along(_one_more_talk(there, "again")), here) == "goes_on"


def test_what_is_kept_here_goes_on_from_an_older_file() -> None:
    older = given_along(full_talk().dossier)
    assert standing(older, _one_more_talk(older, "here")) == "older"


def test_what_went_on_in_two_places_is_apart() -> None:
    both = given_along(full_talk().dossier)
    here, there = _one_more_talk(both, "here"), given_along(_one_more_talk(both, "there"))
    assert standing(there, here) == "apart"
    never_given = full_talk().dossier
    assert standing(_one_more_talk(never_given, "there"), never_given) == "apart"


def test_words_that_were_taken_away_here_do_not_come_back_from_an_older_file() -> None:
    older = given_along(full_talk().dossier)
    conversation = older.conversations[0].model_copy(update={"views": ()})
    here = older.with_conversation(conversation)
    assert standing(older, here) == "older"


def test_marks_do_not_grow_without_end() -> None:
    dossier = full_talk().dossier
    for number in range(MOST_MARKS + 5):
        dossier = given_along(_one_more_talk(dossier, f"talk-{number}"))
    marks = dossier.family.carried
    assert len(marks) == len(set(marks)) == MOST_MARKS
    assert marks[-1] == mark_of(dossier)


def _one_more_talk(dossier: Dossier, conversation_id: str) -> Dossier:
    started = dossier.conversations[0].started_at
    more = dossier.conversations[0].model_copy(
        update={"id": conversation_id, "started_at": started + timedelta(weeks=6)}
    )
    return dossier.model_copy(update={"conversations": (dossier.conversations[0], more)})
