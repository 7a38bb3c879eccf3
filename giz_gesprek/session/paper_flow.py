"""The papers of a conversation, for each who reads one: what is shown first, and what is made.

How a paper is given is in ``paper_giving``.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from giz_gesprek.export.calendar import local_calendar
from giz_gesprek.export.papers import paper_of, recipient_paper
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.session.paper_giving import Offered, offer
from giz_gesprek.session.paper_offer import PaperShown, Style
from giz_gesprek.session.reading_along import not_shown, what_is_withheld
from giz_gesprek.session.trace import CARD, paper_item
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
    """Show the paper for ``audience``, make it, and say where it is."""
    settings, library = session.family.settings, session.library
    withheld = await _withheld(session, ask, audience)
    if withheld is None:
        return STAY
    # The paper is the professional's own; the screen is of everybody at the table.
    is_for_others = audience.has_to_do or audience.recipient is not None
    on_the_screen = not_shown(session.talk) if is_for_others else withheld
    shown = PaperShown(
        Style(library.written_in(settings.language), _rung(session, audience)),
        library.languages,
        partial(_document, session, audience, on_the_screen),
        wishes=("print", "copy") if audience.has_to_do else ("print",),
    )
    document = partial(_document, session, audience, withheld)
    return await offer(session, ask, Offered(audience, paper_item(audience), shown, document))


async def show_card(session: Session, ask: Ask) -> None:
    """Show the small card to copy by hand where there is no printer."""
    withheld = await what_is_withheld(session, ask)
    if withheld is None:
        return
    language = session.library.written_in(session.family.settings.language)
    calendar = local_calendar(language)
    session.note("shown", CARD)
    await ask.card(build_card(session.library, session.talk, calendar=calendar, withheld=withheld))


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
