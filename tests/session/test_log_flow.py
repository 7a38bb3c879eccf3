"""Who looked and wrote: looked at from a conversation, and over the list of families."""

from __future__ import annotations

import asyncio
from pathlib import Path

from giz_gesprek.conversation import table
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.log_flow import show_log
from giz_gesprek.session.paper_offer import PaperShown
from giz_gesprek.session.papers import Place, Written
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.store import Profile, Store
from tests.support.asking import Scripted
from tests.support.talks import agreed_talk, places, say_about
from tests.support.views import sit_with


def safe_and_housed() -> Talk:
    """Return a talk with the mother alone about the house and about safety."""
    talk = say_about(agreed_talk("housing", "safety"), "housing", "mother", strengths="Licht.")
    return say_about(talk, "safety", "mother", strengths="Een slot.")


def sit(store: Store, talk: Talk) -> Session:
    """Return a session in whose log stands what was talked about."""
    session = sit_with(store, talk)
    store.save_profile(Profile(name="Anna de Wit"))
    for topic in ("housing", "safety"):
        session.keep(session.talk, "chosen", f"topic:{topic}", actor_id="mother")
    return session


def shown(session: Session, *answers: object, at_table: bool = True) -> tuple[Scripted, str]:
    """Return what was asked, and the list that was shown as text."""
    ask = Scripted(*answers)
    asyncio.run(show_log(session, ask, at_table=at_table))
    [paper] = [each for each in ask.asked if isinstance(each, PaperShown)]
    return ask, document_text(paper.build(paper.style))


def test_it_is_there_at_every_moment_and_is_remembered(store: Store) -> None:
    session = sit(store, safe_and_housed())
    ask = Scripted("log", "family")
    asyncio.run(perform(session, ask, acts.Pause("Half getypt")))
    assert session.draft(session.step.key) == "Half getypt"
    assert any(isinstance(each, PaperShown) for each in ask.asked)
    last = store.changes("f1")[-1].change
    assert (last.action, last.item) == ("looked", "log:family")


def test_the_family_s_list_holds_nothing_delicate_also_for_who_sits_there_alone(
    store: Store,
) -> None:
    _ask, text = shown(sit(store, safe_and_housed()), "family")
    assert "Sanne schreef iets op bij Wonen." in text
    assert "Veilig" not in text


def test_who_sits_there_alone_is_asked_who_reads_their_own_list(store: Store) -> None:
    session = sit(store, safe_and_housed())
    ask, text = shown(session, "person:mother", "only_me")
    assert [type(each) for each in ask.asked] == [ChoiceAsked, ChoiceAsked, PaperShown]
    assert "U schreef iets op bij Veilig zijn." in text
    for answer in ("others", "unknown"):
        _ask, text = shown(session, "person:mother", answer)
        assert "U schreef iets op bij Wonen." in text
        assert "Veilig" not in text


def test_beside_others_and_over_the_list_of_families_nothing_is_asked_or_shown(
    store: Store,
) -> None:
    talk = safe_and_housed()
    both = table.come(talk, talk.family.person("father")).changed(parked=())
    session = sit(store, both)
    for whose in ("family", "person:mother", "person:father", "professional"):
        for at_table in (True, False):
            ask, text = shown(session, whose, at_table=at_table)
            assert [type(each) for each in ask.asked] == [ChoiceAsked, PaperShown]
            assert "Veilig" not in text


def test_the_professional_s_paper_has_what_the_screen_has_not(store: Store, tmp_path: Path) -> None:
    talk, step = places()["export"]
    talk = table.come(talk, talk.family.person("father"))
    session = sit(store, talk.changed(position=step.position))
    answers = ("professional", True, Place("text", str(tmp_path)))
    ask, text = shown(session, *answers)
    assert "Veilig" not in text
    [written] = [each for each in ask.asked if isinstance(each, Written)]
    assert "Veilig zijn" in written.path.read_text(encoding="utf-8")
    assert written.path.name.startswith("wie-keek-")
    last = store.changes("f1")[-1].change
    assert (last.action, last.item) == ("exported", "log:professional:text")
