"""Easier words are offered only where something is said in easier words."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest

from giz_gesprek.content.texts import LADDER, Rung
from giz_gesprek.session import acts
from giz_gesprek.session.done import Done
from giz_gesprek.session.performing import perform
from giz_gesprek.store import Store
from tests.support.asking import Scripted
from tests.support.talks import TALKS, full_talk, make_family, step_where
from tests.support.views import sit_with, stand_at, walk


@pytest.mark.parametrize(("rung", "easier"), pairwise(LADDER))
def test_what_is_offered_changes_something_that_is_said(
    store: Store, rung: Rung, easier: Rung
) -> None:
    for make in TALKS:
        here = sit_with(store, make(), make_family(rung))
        there = sit_with(store, make(), make_family(easier))
        for now, then in zip(walk(here), walk(there), strict=True):
            assert now.has_easier == (now.said != then.said) == then.has_plainer, now.step


def test_the_easiest_words_have_nothing_easier(store: Store) -> None:
    session = sit_with(store, full_talk(), make_family("easier"))
    assert not [view.step for view in walk(session) if view.has_easier]
    session = sit_with(store, full_talk(), make_family("standard"))
    assert not [view.step for view in walk(session) if view.has_plainer]


@pytest.mark.parametrize("text", ["welcome.hello", "agreement.write", "agreement.danger"])
def test_what_is_agreed_can_be_said_in_easier_words(store: Store, text: str) -> None:
    session = sit_with(store, full_talk(), make_family("easy"))
    assert stand_at(session, step_where(session.talk, "page", text=text)).has_easier


def test_without_easier_words_the_rung_stays(store: Store) -> None:
    session = sit_with(store, full_talk(), make_family("easy"))
    stand_at(session, step_where(session.talk, "triangle"))
    done = asyncio.run(perform(session, Scripted(), acts.ChangeRung(1)))
    assert done == Done("stay", "common.no_easier")
    assert session.family.settings.rung == "easy"
