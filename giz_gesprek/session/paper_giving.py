"""Giving a paper that was put together: look at it; print or copy it, or choose how and where.

Owns the order of these questions, the folder and the kind while the app is open, and the traces
that a paper leaves in the change log. What stands on it is decided by who offers it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from giz_gesprek.export.forms import Means, forms_for
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.session.paper_elsewhere import Given, copy_paper, print_paper
from giz_gesprek.session.paper_offer import PaperPlaces, PaperShown, Style
from giz_gesprek.session.papers import (
    Place,
    Written,
    paper_folder,
    reading_voice,
    usual_name,
    write_paper,
)
from giz_gesprek.session.voices import voice_of

if TYPE_CHECKING:
    from giz_gesprek.conversation.change_log import Action
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session
    from giz_gesprek.summary.audience import Readers
    from giz_gesprek.summary.document import Document


@dataclass(frozen=True)
class Offered:
    """A paper that can be made.

    Attributes:
        readers: for whom it is.
        item: its name in the change log.
        shown: how it is looked at first.
        document: returns what is made, in a style; where others look along that is more than
            what is shown.

    """

    readers: Readers
    item: str
    shown: PaperShown
    document: Callable[[Style], Document]


async def offer(session: Session, ask: Ask, offered: Offered) -> Done:
    """Show a paper, make it and say where it is, also where the log could not remember it."""
    session.note("looked", offered.item)
    made = await _make(session, ask, offered)
    if made is None:
        return STAY
    done = STAY
    how: Action = "exported" if isinstance(made, Written) else made.how
    form = made.kind if isinstance(made, Written) else made.form
    if not session.note(how, f"{offered.item}:{form}"):
        done = Done("stay", "common.not_saved")
    if isinstance(made, Given):
        say = session.phrases().text
        await ask.notice(say("export.title"), say(made.told))
    else:
        await ask.written(made)
    return done


async def _make(session: Session, ask: Ask, offered: Offered) -> Written | Given | None:
    """Show the paper and make it; None when somebody came back from that."""
    paper: PaperShown | None = offered.shown
    while paper is not None and (paper := await ask.preview(paper)) is not None:
        document = offered.document(paper.style)
        match paper.wish:
            case "print":
                made: Written | Given | None = await print_paper(
                    session, ask, document, _means(session)
                )
            case "copy":
                made = await copy_paper(session, ask, paper.build(paper.style))
            case _:
                made = await _keep(session, ask, offered.readers, document)
        if made is not None:
            return made
        paper = replace(paper, wish="keep")
    return None


async def _keep(session: Session, ask: Ask, readers: Readers, document: Document) -> Written | None:
    """Ask how and where, and write it; what was filled in stays for the next time."""
    found = await ask.place(_places(session, readers, document))
    if isinstance(found, Written):
        session.paper_place = Place(found.kind, str(found.path.parent))
        session.paper_left = None
        return found
    if found is not None:
        session.paper_left = readers, found
    return None


def _places(session: Session, readers: Readers, document: Document) -> PaperPlaces:
    kinds = forms_for(readers)
    place = session.paper_place or Place(kinds[0], str(paper_folder()))
    if session.paper_left is not None:
        left_for, left = session.paper_left
        # A name is for one kind of reader; where papers go is for all.
        place = left if left_for == readers else replace(left, name=None)
    day = session.calendar.day_of(session.talk.conversation.started_at)
    usual = usual_name(day, readers)
    if place.kind not in kinds:
        place = replace(place, kind=kinds[0])
    return PaperPlaces(
        kinds, place, usual, partial(write_paper, document, usual=usual, means=_means(session))
    )


def _means(session: Session) -> Means:
    return Means(
        session.now,
        session.library.pictograms,
        session.library.pronunciations.of,
        partial(reading_voice, voice_of(session)),
        session.family.settings.speech_rate,
    )
