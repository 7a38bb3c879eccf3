"""What a store keeps, as tests compare it: who said what, and all of it but moments and ids."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.store import Store
from tests.support.talking import TOGETHER, Place, Said


def only_family(store: Store) -> Dossier:
    """Return the document of the only family in a store."""
    (row,) = store.families()
    return store.read(row.id)


def draft_in(store: Store) -> str | None:
    """Return what was being typed where the only conversation stands."""
    dossier = only_family(store)
    (conversation,) = dossier.conversations
    return store.draft(dossier.family.id, conversation.id, conversation.position.key)


def answers_in(dossier: Dossier) -> dict[Place, Said]:
    """Return every answer in the document, by name of person, topic and question."""
    (conversation,) = dossier.conversations
    names = {person.id: person.name for person in dossier.family.people}

    def answers() -> Iterator[tuple[str, str, Answer]]:
        for view in conversation.views:
            yield from ((names[view.person_id], view.topic, one) for one in view.answers)
        for difference in conversation.differences:
            for reason in difference.reasons:
                yield names[reason.person_id], difference.topic, reason.answer
            if difference.outcome is not None:
                yield TOGETHER, difference.topic, difference.outcome
        for conclusion in conversation.conclusions:
            yield from ((TOGETHER, conclusion.topic, one) for one in conclusion.answers)
        yield from ((TOGETHER, "", one) for one in conversation.plan.hard_again)

    return {
        (who, topic, answer.question): Said(
            answer.state, answer.words.text if answer.words else None, answer.choice
        )
        for who, topic, answer in answers()
    }


def without_moments_and_ids(dossier: Dossier) -> object:
    """Return everything in the document but when it was, each random id as its place in it.

    A moment becomes a word, so that one that is missing still differs; a day stays.
    """
    ids = [dossier.family.id, *(person.id for person in dossier.family.people)]
    ids += [conversation.id for conversation in dossier.conversations]
    return _plain(dossier.model_dump(), {name: f"id {place}" for place, name in enumerate(ids)})


def _plain(value: object, ids: dict[str, str]) -> object:
    match value:
        case datetime():
            return "a moment"
        case str():
            return ids.get(value, value)
        case dict():
            return {name: _plain(each, ids) for name, each in value.items()}
        case list() | tuple():
            return [_plain(each, ids) for each in value]
        case _:
            return value
