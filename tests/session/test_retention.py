"""A family that is kept long after its report is reminded of, and nothing is deleted for that."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from giz_gesprek.conversation.change_log import Action
from giz_gesprek.session.families import Families
from giz_gesprek.session.settings import draft_of
from giz_gesprek.store import Change, Profile, Store
from tests.store.support import NOW, PASSPHRASE, family, talked
from tests.support.program import run
from tests.support.screens import library
from tests.support.talks import agreed_talk
from tests.support.views import sit_with, texts, walk

EXPORTED = Change(item="paper:family", action="exported", conversation_id="talk-1")
WEEK = timedelta(weeks=1)


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "f.db", PASSPHRASE, NOW) as store:
        yield store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def families(store: Store, clock: Clock) -> Families:
    return Families(store, library, clock=clock)


def given_out(store: Store, family_id: str = "f1", at: datetime = NOW) -> None:
    store.save(talked(family(family_id, f"Gezin {family_id}")), now=NOW)
    store.save(store.read(family_id), now=at, change=EXPORTED)


def reminded(families: Families) -> list[str]:
    return list(families.retention().kept_long())


def test_after_the_term_a_family_is_reminded_of_until_it_is_deleted(
    store: Store, clock: Clock, families: Families
) -> None:
    given_out(store)
    store.save(talked(family("f2")), now=NOW)  # of this one no report was made
    clock.now = NOW + 12 * WEEK - timedelta(minutes=1)
    assert reminded(families) == []
    assert families.retention().in_list() == ""
    assert families.retention().of_family("f1") == ""
    clock.now = NOW + 12 * WEEK
    assert reminded(families) == ["f1"]
    assert families.retention().in_list() == (
        "1 gezin staat hier nog, lang na het laatste verslag. Open het en kies: meegeven,"
        " verwijderen of langer bewaren."
    )
    assert (
        families.retention()
        .of_family("f1")
        .startswith("Het laatste verslag van dit gezin is van 3 november 2026, meer dan 12 weken")
    )
    assert {one.id: one.state() for one in families.listed()}["f1"] == "lang bewaard"
    assert len(store.families()) == 2
    families.delete("f1")
    assert reminded(families) == []
    assert store._database.rows("SELECT * FROM changes WHERE family_id = 'f1'") == []


def test_the_list_names_nobody(store: Store, clock: Clock, families: Families) -> None:
    given_out(store)
    given_out(store, "f2")
    clock.now = NOW + 20 * WEEK
    told = families.retention().in_list()
    assert told.startswith("2 gezinnen staan hier nog")
    assert "Gezin" not in told
    assert "f1" not in told


def test_a_later_report_begins_the_term_anew_and_so_does_keeping_it_longer(
    store: Store, clock: Clock, families: Families
) -> None:
    given_out(store)
    clock.now = NOW + 12 * WEEK
    store.save(store.read("f1"), now=clock.now, change=EXPORTED)
    assert reminded(families) == []
    clock.now += 12 * WEEK
    assert reminded(families) == ["f1"]
    told = families.retention().keep_longer("f1")
    assert told == "Dit gezin blijft staan. De herinnering komt terug op 13 juli 2027."
    assert reminded(families) == []
    clock.now += 12 * WEEK
    assert reminded(families) == ["f1"]


@pytest.mark.parametrize("way", ["exported", "printed", "copied"])
def test_every_way_out_counts(store: Store, clock: Clock, families: Families, way: Action) -> None:
    store.save(family(), now=NOW, change=Change(item="family", action=way))
    clock.now = NOW + 13 * WEEK
    assert reminded(families) == ["f1"]


def test_a_family_with_a_visit_after_its_report_is_not_done(
    store: Store, clock: Clock, families: Families
) -> None:
    given_out(store)
    again = talked(store.read("f1"), "talk-2", at=NOW + WEEK)
    store.save(again, now=NOW + WEEK)
    clock.now = NOW + 20 * WEEK
    assert reminded(families) == []


def test_the_term_is_a_setting_and_there_can_be_no_reminder(
    store: Store, clock: Clock, families: Families
) -> None:
    given_out(store)
    clock.now = NOW + 5 * WEEK
    assert reminded(families) == []
    store.save_profile(Profile(kept_weeks=4))
    assert reminded(families) == ["f1"]
    assert draft_of(store.profile()).weeks == "4"
    store.save_profile(Profile(kept_weeks=None))
    clock.now = NOW + 500 * WEEK
    assert reminded(families) == []
    assert draft_of(store.profile()).weeks == "0"


def test_nothing_of_it_is_shown_during_a_conversation(store: Store, clock: Clock) -> None:
    session = sit_with(store, agreed_talk("housing"))
    store.save(session.dossier, now=NOW - 20 * WEEK, change=EXPORTED)
    shown = "\n".join(text for view in walk(session) for _where, text in texts(view))
    assert "weken" not in shown


def test_the_command_line_tells_it_too(tmp_path: Path) -> None:
    path, secret = tmp_path / "g.db", tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    long_ago = NOW - 100 * WEEK
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(family(), now=long_ago, change=Change(item="family", action="exported"))
        store.save(family("f2", "Klaver"), now=NOW)
    opened = ("--store", str(path), "--passphrase-file", str(secret), "families")
    lines = run(*opened).stdout.splitlines()
    day = "3 December 2024"
    assert lines == [
        "f2  Klaver  no conversation yet",
        f"f1  Ganzenbloem  no conversation yet  kept long since the report of {day}",
    ]
    listed = json.loads(run(*opened, "--json").stdout)
    assert [one["kept_long_since"] is not None for one in listed] == [False, True]
