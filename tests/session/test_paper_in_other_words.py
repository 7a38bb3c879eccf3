"""Easier words of a paper are offered where there are any on it: never the same ones again."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from giz_gesprek.conversation.talk import Talk
from giz_gesprek.session import acts
from giz_gesprek.session.paper_offer import PaperShown
from giz_gesprek.session.performing import perform
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from tests.support.asking import Scripted
from tests.support.talks import agreed_talk, full_talk, step_where
from tests.support.views import sit_with


def shown(store: Store, talk: Talk, readers: Readers = FAMILY) -> PaperShown:
    """Return the paper as it is offered first."""
    ask = Scripted()
    session = sit_with(store, talk.changed(position=step_where(talk, "export").position))
    asyncio.run(perform(session, ask, acts.MakePaper(readers)))
    (paper,) = ask.asked
    assert isinstance(paper, PaperShown)
    return paper


def test_a_paper_that_says_it_in_easier_words_offers_them(store: Store) -> None:
    paper = shown(store, full_talk())
    assert paper.style.rung == "easy"
    easier, plainer = paper.in_other_words(1), paper.in_other_words(-1)
    assert easier is not None
    assert plainer is not None
    assert (easier.rung, plainer.rung) == ("easier", "standard")
    assert paper.build(easier).blocks != paper.build(paper.style).blocks


def test_a_paper_that_would_say_the_same_offers_nothing(store: Store) -> None:
    paper = shown(store, agreed_talk("housing"))
    assert paper.in_other_words(1) is None
    plainer = paper.in_other_words(-1)
    assert plainer is not None
    assert plainer.rung == "standard"


def test_the_overview_is_put_on_and_taken_off_again(store: Store) -> None:
    paper = shown(store, full_talk())
    assert not paper.style.overview
    turned = paper.overview_turned()
    assert turned is not None
    assert paper.overview_label(turned) == "export.overview"
    back = replace(paper, style=turned).overview_turned()
    assert back == paper.style
    assert paper.overview_label(paper.style) == "export.no_overview"
    assert shown(store, agreed_talk("housing")).overview_turned() is None
    assert shown(store, full_talk(), PROFESSIONAL).overview_turned() is None


def test_the_professional_s_paper_has_one_way_of_saying_it(store: Store) -> None:
    paper = shown(store, full_talk(), PROFESSIONAL)
    assert paper.in_other_words(1) is None
    assert paper.in_other_words(-1) is None
