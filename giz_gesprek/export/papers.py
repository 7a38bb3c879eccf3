"""A paper of a conversation, with the days and the version of this program on this computer."""

from __future__ import annotations

from datetime import datetime

from giz_gesprek import __version__
from giz_gesprek.content.library import Library
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.calendar import local_calendar, local_day
from giz_gesprek.summary.audience import Readers
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.document import Document
from giz_gesprek.summary.withheld import NOTHING_WITHHELD, Withheld


def paper_of(
    library: Library,
    talk: Talk,
    audience: Readers,
    *,
    language: str | None = None,
    rung: Rung | None = None,
    withheld: Withheld = NOTHING_WITHHELD,
    overview: bool = False,
) -> Document:
    """Return the paper of a conversation, in the family's language or in ``language``.

    ``rung`` is how easy the family's paper is; by default as the family likes it. ``withheld`` is
    left out; with ``overview`` a family's paper has the faces of all voices in short as well.
    """
    wanted = language or talk.family.settings.language
    # Days follow the words: where the words fall back, so do the days.
    written = library.written_in(wanted)
    return build_document(
        library,
        talk,
        audience,
        calendar=local_calendar(written),
        app_version=__version__,
        language=wanted,
        rung=rung,
        withheld=withheld,
        overview=overview,
    )


def recipient_paper(  # noqa: PLR0913 - as for any paper
    library: Library,
    talk: Talk,
    recipient_id: str,
    *,
    now: datetime,
    language: str | None = None,
    rung: Rung | None = None,
    delicate: bool = True,
    asked: bool = True,
) -> Document | None:
    """Return what a recipient gets of a conversation now; None where nothing is shared with it.

    Without ``delicate`` as it is shown where others look along, and without ``asked`` as it is seen
    before anybody says yes.
    """
    from giz_gesprek.summary.recipient import recipient_document  # seldom needed

    wanted = language or talk.family.settings.language
    return recipient_document(
        library,
        talk,
        recipient_id,
        today=local_day(now),
        calendar=local_calendar(library.written_in(wanted)),
        language=wanted,
        rung=rung,
        delicate=delicate,
        asked=asked,
    )
