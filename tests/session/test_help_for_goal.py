"""Which words the offered programmes are told in."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from giz_gesprek.content.library import Library
from giz_gesprek.content.loading import load_library
from giz_gesprek.content.texts import TextEntry, TextRegister
from giz_gesprek.conversation import planning
from giz_gesprek.conversation.plan import ChosenProgramme
from giz_gesprek.export.text import document_text
from giz_gesprek.paths import content_dir
from giz_gesprek.session.asking import ChosenDay
from giz_gesprek.session.help_for_goal import choose_help
from giz_gesprek.session.help_offer import Browsing, HelpOffer, Shelf
from giz_gesprek.session.session import Session
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.build import build_document
from tests.content.support import ContentFolder
from tests.session.support import topic_of
from tests.support.asking import Scripted

ABOUT = "Dit helpt jou en jouw kind."
REGISTERS: tuple[TextRegister, ...] = ("easy_language", "standard")


def speaking_je(library: Library) -> Library:
    """Return the content in which every programme says je where the family wants that."""
    texts = {
        f"{name}.{slot}": TextEntry(text=ABOUT)
        for name in library.framework.programmes
        for slot in ("about", "note")
    }
    tables = {(register, "nl-je"): texts for register in REGISTERS}
    return replace(library, tables={**library.tables, **tables})


def test_offered_programmes_speak_to_the_family_as_it_wants_and_facts_to_the_professional(
    session: Session,
) -> None:
    topic_of(session, "health")
    own = session.own_words("Meer rust.", "mother")
    session.keep(planning.add_goal(session.talk, own), "added", "goal:goal-1")
    settings = session.family.settings.model_copy(update={"address": "je"})
    session.keep_family(
        session.family.model_copy(update={"settings": settings}), "words", "changed"
    )
    session.library = speaking_je(session.library)
    ask = Scripted()
    asyncio.run(choose_help(session, ask, "goal-1"))
    [offer] = ask.asked
    assert isinstance(offer, HelpOffer)
    shelves = (offer.first, offer.others, offer.on_request)
    offers = [offer.about for shelf in shelves for offer in shelf.offers]
    facts = [line for shelf in shelves for fact in shelf.facts for line in fact.lines]
    assert offers
    assert facts
    assert all(ABOUT in about for about in offers)
    assert not any(ABOUT in line for line in facts)


def test_what_a_parent_has_to_raise_first_is_named_on_its_own_shelf_only(session: Session) -> None:
    topic_of(session, "health")
    own = session.own_words("Meer rust.", "mother")
    session.keep(planning.add_goal(session.talk, own), "added", "goal:goal-1")
    ask = Scripted()

    asyncio.run(choose_help(session, ask, "goal-1"))

    [offer] = ask.asked
    assert isinstance(offer, HelpOffer)
    delicate = {"nu_niet_zwanger", "veilige_start"}
    for shelf in (offer.first, offer.others):
        assert not delicate & {fact.programme for fact in shelf.facts}
    assert {fact.programme for fact in offer.on_request.facts} == delicate
    nothing_fits = replace(offer, first=Shelf((), ()), about_child=False)
    assert Browsing(nothing_fits).has_facts


def test_who_asks_for_help_and_when_is_asked_as_soon_as_it_is_chosen(session: Session) -> None:
    topic_of(session, "health")
    own = session.own_words("Meer rust.", "mother")
    session.keep(planning.add_goal(session.talk, own), "added", "goal:goal-1")
    day = session.today + timedelta(days=3)
    asyncio.run(choose_help(session, Scripted(("voorzorg",), "nurse", ChosenDay(day)), "goal-1"))
    [goal] = session.conversation.plan.goals
    assert goal.programmes == (ChosenProgramme(id="voorzorg", asked_by="nurse", by=day),)
    again = Scripted()
    asyncio.run(choose_help(session, again, "goal-1"))
    assert len(again.asked) == 1, "what is known is not asked again"


def test_who_asks_can_be_chosen_later(session: Session) -> None:
    topic_of(session, "health")
    own = session.own_words("Meer rust.", "mother")
    session.keep(planning.add_goal(session.talk, own), "added", "goal:goal-1")
    ask = Scripted(("voorzorg",), "later")
    asyncio.run(choose_help(session, ask, "goal-1"))
    [goal] = session.conversation.plan.goals
    assert goal.programmes == (ChosenProgramme(id="voorzorg"),)
    assert len(ask.asked) == 2


def test_a_municipality_gives_help_its_own_name_number_and_when_there_is_room(
    session: Session, tmp_path: Path
) -> None:
    town = ContentFolder(tmp_path / "town")
    town.write(
        "programmes.yaml",
        "programmes:\n  voorzorg: {phone: '050-0000000'}\n  stevig_ouderschap: {hidden: true}\n",
    )
    for register in ("easy_language", "standard"):
        town.write(
            f"{register}/nl/help.yaml",
            "voorzorg: {name: Goed begin, when: Wachten duurt nu een maand.}\n",
        )
    session.library = load_library(content_dir(), overlays=(town.path,))
    session.talk = replace(session.talk, framework=session.library.framework)
    topic_of(session, "health")
    own = session.own_words("Meer rust.", "mother")
    session.keep(planning.add_goal(session.talk, own), "added", "goal:goal-1")
    ask = Scripted(("voorzorg",), "nurse")
    asyncio.run(choose_help(session, ask, "goal-1"))
    assert "Wie vraagt om Goed begin?" in ask.texts()
    offer = ask.asked[0]
    assert isinstance(offer, HelpOffer)
    every = [one for shelf in (offer.first, offer.others) for one in shelf.offers]
    assert "stevig_ouderschap" not in [one.programme for one in every]
    document = build_document(
        session.library, session.talk, FAMILY, calendar=session.calendar, app_version="0"
    )
    told = document_text(document)
    for said in ("Hulp: Goed begin.", "Bellen kan op 050-0000000.", "Wachten duurt nu een maand."):
        assert said in told
