"""What the parent sees on the screen and what is on the paper: the same, whatever was said."""

from __future__ import annotations

import re
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation.dossier import Dossier, own_words_of
from giz_gesprek.conversation.naming import names_at
from giz_gesprek.conversation.steps import SummaryStep
from giz_gesprek.export.calendar import local_calendar
from giz_gesprek.export.papers import paper_of
from giz_gesprek.export.text import document_text
from giz_gesprek.session.showing import step_view
from giz_gesprek.session.step_data import StepData
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.summary.audience import FAMILY, READERS
from giz_gesprek.summary.card import build_card
from giz_gesprek.tui.widgets.paper_lines import paper_lines
from tests.store.support import NOW
from tests.support.dossiers import dossiers, last_talk, library
from tests.support.typed import marks_in
from tests.support.walks import walked_dossiers

ANY: Final = st.one_of(walked_dossiers(), dossiers())
_SIGNS: Final = re.compile(r"[\s#\-“”]+")
"""What plain text puts around the words: they stand apart from them, and may be typed as well."""


def only_words(text: str) -> str:
    return _SIGNS.sub("", text)


def on_summary_step(dossier: Dossier) -> str:
    """Return the lines of the step that shows the report to the parent, but what is on no paper."""
    talk = last_talk(dossier)
    step, settings = SummaryStep(), dossier.family.settings
    book = Phrasebook(library(), settings.language, settings.rung, address=settings.address)
    data = StepData(
        library=library(),
        talk=talk,
        step=step,
        phrases=names_at(book, talk, step),
        answer=None,
        draft=None,
        today=NOW.date(),
        calendar=local_calendar(settings.language),
    )
    view = step_view(data)
    assert isinstance(view, LinesView)
    on_paper = [part for part in view.parts if part.heading != data.say("summary.also")]
    return "\n".join(line.text for part in on_paper for line in part.lines)


@settings(max_examples=60)
@given(ANY)
def test_nothing_of_the_professional_is_on_the_family_s_paper_that_the_parent_did_not_see(
    dossier: Dossier,
) -> None:
    talk = last_talk(dossier)
    professionals = {person.id for person in dossier.family.people if person.role == "professional"}
    own = {
        mark
        for words in own_words_of(talk.conversation)
        if words.author_id in professionals
        for mark in marks_in(words.text)
    }
    document = paper_of(library(), talk, FAMILY)
    on_paper, on_screen = marks_in(document_text(document)), marks_in(on_summary_step(dossier))
    assert own & set(on_paper) <= set(on_screen)
    assert sorted(on_paper) == sorted(on_screen)


@settings(max_examples=60)
@given(ANY)
def test_the_preview_holds_the_words_of_the_text_and_no_others(dossier: Dossier) -> None:
    for audience in READERS:
        document = paper_of(library(), last_talk(dossier), audience)
        shown = "".join(line.text for line in paper_lines(document))
        assert only_words(shown) == only_words(document_text(document))


@settings(max_examples=30)
@given(ANY)
def test_so_does_the_card(dossier: Dossier) -> None:
    calendar = local_calendar("nl")
    card = build_card(library(), last_talk(dossier), calendar=calendar)
    shown = "".join(line.text for line in paper_lines(card))
    assert only_words(shown) == only_words(document_text(card))
