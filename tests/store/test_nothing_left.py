"""What was deleted or taken back is in no byte of the file, its log and its folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.store import Change, Forgotten, Profile, Store
from tests.store.support import (
    CHANGE,
    MINUTE,
    NOW,
    PASSPHRASE,
    contents,
    conversation,
    family,
    talked,
)
from tests.support.pages import decrypted_pages

GONE = "Zij droomt van een blauwe zeppelin"
TYPED = "half getypt over een zeppelin"
STAYS = "Dit blijft gewoon staan"


def taken_back(store: Store) -> None:
    dossier = store.read("f1")
    left = dossier.model_copy(update={"conversations": dossier.conversations[1:]})
    forget = Forgotten("talk-1", (CHANGE.item, "q1"), of_actor="mother")
    store.save(left, now=NOW + MINUTE, forget=forget)


WAYS: dict[str, Callable[[Store], object]] = {
    "taken back": taken_back,
    "a conversation": lambda store: store.delete_conversation("f1", "talk-1", NOW),
    "a family": lambda store: store.delete_family("f1", NOW),
}
LABEL = "Gezin Zeppelinstraat"


def full(store: Store) -> Dossier:
    """Keep two families; much of one is written over and over."""
    store.save_profile(Profile(name="Fatma"))
    store.save(talked(family("f2", "Blijft"), text=STAYS), now=NOW)
    dossier = family("f1", LABEL)
    for number in range(1, 4):
        dossier = talked(family("f1", LABEL), text=f"{GONE} " * (40 * number))
        dossier = talked(dossier, "talk-2", text=STAYS)
        store.save(dossier, now=NOW, change=CHANGE)
        store.save_draft("f1", "talk-1", "q1", f"{TYPED} " * number, NOW)
    return dossier


@pytest.mark.parametrize("way", WAYS)
def test_what_went_is_in_no_page_of_file_and_log(store: Store, path: Path, way: str) -> None:
    full(store)
    before = decrypted_pages(path, PASSPHRASE)
    for word in (GONE, TYPED, LABEL, STAYS, CHANGE.item):
        assert word.encode() in before, word  # else the search finds nothing at all
    WAYS[way](store)
    assert store._database.rows("PRAGMA freelist_count") == [(0,)]
    after = decrypted_pages(path, PASSPHRASE)
    assert GONE.encode() not in after
    assert TYPED.encode() not in after
    assert CHANGE.item.encode() not in after
    assert STAYS.encode() in after
    assert (LABEL.encode() in after) == (way != "a family")
    store.close()
    raw = contents(path.parent)
    assert [*raw] == ["families.db"]
    assert GONE.encode() not in raw["families.db"]
    assert GONE.encode() not in decrypted_pages(path, PASSPHRASE)


def test_who_takes_back_leaves_what_others_did_in_the_log(store: Store) -> None:
    store.save(family().with_conversation(conversation()), now=NOW, change=CHANGE)
    other = Change(item="q2", action="answered", actor_id="child", conversation_id="talk-1")
    elsewhere = Change(item="q2", action="answered", actor_id="mother", conversation_id="talk-2")
    for change in (other, elsewhere):
        store.save(store.read("f1"), now=NOW, change=change)
    store.save_draft("f1", "talk-1", "q1", "weg", NOW)
    store.save_draft("f1", "talk-1", "q2", "blijft", NOW)
    assert store.draft_keys("f1", "talk-1") == ("q1", "q2")
    now = Change(item="conversation", action="taken_back", conversation_id="talk-1")
    forget = Forgotten("talk-1", ("q1",), of_actor="mother")
    store.save(store.read("f1"), now=NOW, change=now, forget=forget)
    assert [logged.change for logged in store.changes("f1")] == [other, elsewhere, now]
    assert store.draft_keys("f1", "talk-1") == ("q2",)
