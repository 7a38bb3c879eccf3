"""Making a paper: look at it, choose how and where, write it, see where it is.

Owns the order of these dialogs, and remembers the folder and the kind while the app is open.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from giz_gesprek.export.forms import Means, forms_for
from giz_gesprek.export.papers import local_calendar, paper_of
from giz_gesprek.session.papers import (
    Place,
    paper_folder,
    reading_voice,
    usual_name,
    write_paper,
)
from giz_gesprek.summary.card import build_card
from giz_gesprek.tui.dialogs.preview import CardScreen, PreviewScreen, Style
from giz_gesprek.tui.dialogs.saving import SaveScreen, WrittenScreen

if TYPE_CHECKING:
    from giz_gesprek.session.papers import Written
    from giz_gesprek.session.plan import Show
    from giz_gesprek.session.session import Session
    from giz_gesprek.summary.document import Document
    from giz_gesprek.summary.items import Audience


class PaperMaking:
    """The dialogs of the papers for one session."""

    def __init__(self, session: Session, show: Show) -> None:
        self._session = session
        self._show = show
        self._place = Place("pdf", str(paper_folder()))

    async def make(self, audience: Audience) -> Written | None:
        """Show the paper for ``audience`` and make it; None when somebody came back from that."""
        settings = self._session.family.settings
        rung = settings.rung if audience == "family" else None
        library = self._session.library
        preview = PreviewScreen(
            self._session.phrases(),
            Style(library.written_in(settings.language), rung),
            library.languages,
            build=partial(self._document, audience),
            save=partial(self._save, audience),
        )
        return await self._show(preview)

    async def show_written(self, written: Written) -> None:
        """Say where a paper is."""
        await self._show(WrittenScreen(self._session.phrases(), written))

    async def show_card(self) -> None:
        """Show the small card."""
        session = self._session
        language = session.library.written_in(session.family.settings.language)
        calendar = local_calendar(language)
        card = build_card(
            session.library, session.dossier, session.conversation.id, calendar=calendar
        )
        await self._show(CardScreen(session.phrases(), card))

    def _document(self, audience: Audience, style: Style) -> Document:
        session = self._session
        return paper_of(
            session.library,
            session.dossier,
            session.conversation.id,
            audience,
            language=style.language,
            rung=style.rung,
        )

    async def _save(self, audience: Audience, style: Style) -> Written | None:
        session, kinds = self._session, forms_for(audience)
        usual = usual_name(session.today, audience)
        document = self._document(audience, style)
        means = Means(
            session.now,
            session.library.pictograms,
            session.library.pronunciations.of,
            reading_voice,
            session.family.settings.speech_rate,
        )
        write = partial(write_paper, document, usual=usual, means=means)
        place = self._place
        if place.kind not in kinds:
            place = replace(place, kind=kinds[0])
        written = await self._show(SaveScreen(session.phrases(), kinds, place, usual, write))
        if written is not None:
            self._place = Place(written.kind, str(written.path.parent))
        return written
