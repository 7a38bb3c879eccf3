"""Making a paper: look at it; print or copy it, or choose how and where, write it, see where it is.

Owns the order of these questions, and remembers the folder and the kind while the app is open.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from giz_gesprek.errors import StoreError
from giz_gesprek.export.forms import Means, forms_for
from giz_gesprek.export.papers import local_calendar, paper_of, recipient_paper
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.session.edits import note_export
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
from giz_gesprek.session.reading_along import not_shown, what_is_withheld
from giz_gesprek.summary.card import build_card
from giz_gesprek.summary.withheld import NOTHING_WITHHELD, Withheld

if TYPE_CHECKING:
    from giz_gesprek.content.texts import Rung
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session
    from giz_gesprek.summary.audience import Readers
    from giz_gesprek.summary.document import Document


async def give_paper(session: Session, ask: Ask, audience: Readers) -> Done:
    """Make a paper and say where it is, also where the log could not remember it."""
    made = await _make_paper(session, ask, audience)
    if made is None:
        return STAY
    done = STAY
    try:
        note_export(session, audience)
    except StoreError:
        done = Done("stay", "common.not_saved")
    if isinstance(made, Given):
        say = session.phrases().text
        await ask.notice(say("export.title"), say(made.told))
    else:
        await ask.written(made)
    return done


async def _make_paper(session: Session, ask: Ask, audience: Readers) -> Written | Given | None:
    """Show the paper for ``audience`` and make it; None when somebody came back from that."""
    settings, library = session.family.settings, session.library
    withheld = await _withheld(session, ask, audience)
    if withheld is None:
        return None
    # The paper is the professional's own; the screen is of everybody at the table.
    is_for_others = audience.has_to_do or audience.recipient is not None
    on_the_screen = not_shown(session.talk) if is_for_others else withheld
    paper: PaperShown | None = PaperShown(
        Style(library.written_in(settings.language), _rung(session, audience)),
        library.languages,
        partial(_document, session, audience, on_the_screen),
        wishes=("print", "copy") if audience.has_to_do else ("print",),
    )
    while paper is not None and (paper := await ask.preview(paper)) is not None:
        document = _document(session, audience, withheld, paper.style)
        match paper.wish:
            case "print":
                made: Written | Given | None = await print_paper(
                    session, ask, document, _means(session)
                )
            case "copy":
                made = await copy_paper(session, ask, paper.build(paper.style))
            case _:
                made = await _keep(session, ask, audience, document)
        if made is not None:
            return made
        paper = replace(paper, wish="keep")
    return None


async def show_card(session: Session, ask: Ask) -> None:
    """Show the small card to copy by hand where there is no printer."""
    withheld = await what_is_withheld(session, ask)
    if withheld is None:
        return
    language = session.library.written_in(session.family.settings.language)
    calendar = local_calendar(language)
    await ask.card(build_card(session.library, session.talk, calendar=calendar, withheld=withheld))


async def _keep(
    session: Session, ask: Ask, audience: Readers, document: Document
) -> Written | None:
    """Ask how and where, and write it; what was filled in stays for the next time."""
    found = await ask.place(_places(session, audience, document))
    if isinstance(found, Written):
        session.paper_place = Place(found.kind, str(found.path.parent))
        session.paper_left = None
        return found
    if found is not None:
        session.paper_left = audience, found
    return None


async def _withheld(session: Session, ask: Ask, audience: Readers) -> Withheld | None:
    """Return what the paper leaves out; only the family's is asked about."""
    if audience.has_to_do or audience.recipient is not None:
        return NOTHING_WITHHELD
    return await what_is_withheld(session, ask)


def _rung(session: Session, audience: Readers) -> Rung | None:
    return session.family.settings.rung if audience.as_the_family_likes else None


def _document(session: Session, audience: Readers, withheld: Withheld, style: Style) -> Document:
    if audience.recipient is not None:
        return shared_paper(
            session, session.talk, audience.recipient, style, delicate=not withheld.delicate
        )
    return paper_of(
        session.library,
        session.talk,
        audience,
        language=style.language,
        rung=style.rung,
        withheld=withheld,
        overview=style.overview,
    )


def shared_paper(
    session: Session,
    talk: Talk,
    recipient_id: str,
    style: Style,
    *,
    delicate: bool,
    asked: bool = True,
) -> Document:
    """Return what a recipient gets of ``talk``; raises ``ValueError`` where that is nothing.

    Without ``asked`` as it is seen before anybody says yes.
    """
    found = recipient_paper(
        session.library,
        talk,
        recipient_id,
        now=session.now,
        language=style.language,
        rung=style.rung,
        delicate=delicate,
        asked=asked,
    )
    if found is None:
        message = "nothing is shared with this recipient"
        raise ValueError(message)
    return found


def _places(session: Session, audience: Readers, document: Document) -> PaperPlaces:
    kinds = forms_for(audience)
    place = session.paper_place or Place(kinds[0], str(paper_folder()))
    if session.paper_left is not None:
        left_for, left = session.paper_left
        # A name is for one kind of reader; where papers go is for all.
        place = left if left_for == audience else replace(left, name=None)
    day = session.calendar.day_of(session.talk.conversation.started_at)
    usual = usual_name(day, audience)
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
        reading_voice,
        session.family.settings.speech_rate,
    )
