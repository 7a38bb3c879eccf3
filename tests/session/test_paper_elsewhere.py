"""A paper to the printer or on the clipboard: what is asked, what is told, what is remembered."""

from __future__ import annotations

import asyncio

import pytest

from giz_gesprek.clipboard import Copied
from giz_gesprek.export.papers import paper_of
from giz_gesprek.export.unwrapped import unwrapped_text
from giz_gesprek.session import acts
from giz_gesprek.session.asking import SureAsked
from giz_gesprek.session.paper_offer import PaperShown
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, READERS, Readers
from tests.support.asking import Scripted
from tests.support.printer import Printer
from tests.support.talks import places
from tests.support.views import sit_with


@pytest.fixture
def session(store: Store) -> Session:
    """A session at the papers, instead of one at the begin."""
    talk, step = places()["export"]
    return sit_with(store, talk.changed(position=step.position))


def offered(session: Session, *answers: object, readers: Readers = PROFESSIONAL) -> Scripted:
    """Make a paper with a script; returns what was asked."""
    ask = Scripted(*answers)
    asyncio.run(perform(session, ask, acts.MakePaper(readers)))
    return ask


def log(store: Store) -> list[tuple[str, str]]:
    """Return what the change log says."""
    return [(line.change.item, line.change.action) for line in store.changes("f1")]


@pytest.mark.parametrize("done", ["copied", "sent"])
def test_the_professional_s_text_is_copied_for_a_record_after_asking(
    session: Session, store: Store, done: Copied
) -> None:
    ask = offered(session, "copy", True, done)
    _paper, sure, copied, told = ask.asked
    say = session.phrases().text
    assert isinstance(sure, SureAsked)
    assert sure.question == say("export.copy_ask")
    document = paper_of(session.library, session.talk, PROFESSIONAL, language="nl", rung=None)
    assert copied == ("copy", unwrapped_text(document))
    assert told == (say("export.title"), say(f"export.{done}"))
    assert log(store) == [("paper:professional", "looked"), ("paper:professional:text", "copied")]


def test_a_no_copies_nothing_and_the_paper_is_there_again(session: Session, store: Store) -> None:
    ask = offered(session, "copy", False, None)
    assert [type(asked) for asked in ask.asked] == [PaperShown, SureAsked, PaperShown]
    assert [action for _item, action in log(store)] == ["looked"]


def test_without_a_clipboard_that_is_said_and_the_paper_is_there_again(
    session: Session, store: Store
) -> None:
    ask = offered(session, "copy", True, "not_copied", None, None)
    assert ask.asked[3] == (
        session.phrases().text("export.title"),
        session.phrases().text("export.not_copied"),
    )
    assert isinstance(ask.asked[4], PaperShown)
    assert [action for _item, action in log(store)] == ["looked"]


def test_the_family_s_paper_is_copied_nowhere(session: Session) -> None:
    (paper,) = offered(session, readers=FAMILY).asked
    assert isinstance(paper, PaperShown)
    assert paper.wishes == ("print",)


@pytest.mark.needs_posix("the program lp")
@pytest.mark.parametrize("readers", READERS, ids=str)
def test_a_paper_is_printed_as_pdf_and_no_word_of_it_stands_in_a_command(
    session: Session, store: Store, printer: Printer, readers: Readers
) -> None:
    ask = offered(session, "print", readers=readers)
    assert printer.took.startswith(b"%PDF-")
    assert printer.arguments == ("-s", "-t", "document")
    assert ask.asked[1] == (
        session.phrases().text("export.title"),
        session.phrases().text("export.printed"),
    )
    assert log(store) == [(f"paper:{readers}", "looked"), (f"paper:{readers}:pdf", "printed")]


@pytest.mark.needs_posix("the program lp")
def test_where_there_is_no_printer_that_is_said_and_the_paper_is_there_again(
    session: Session, store: Store, printer: Printer
) -> None:
    printer.refuses("lp: Error - No default destination available.")
    ask = offered(session, "print", None, None, readers=FAMILY)
    assert ask.asked[1] == (
        session.phrases().text("export.title"),
        session.phrases().text("export.no_printer"),
    )
    assert isinstance(ask.asked[2], PaperShown)
    assert ask.asked[2].wish == "keep"
    assert [action for _item, action in log(store)] == ["looked"]
