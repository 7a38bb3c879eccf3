"""Nothing is on a paper that nobody said and no text of the content says: whole words are counted.

Every word comes from what was typed, from the content or from a day of the document, in both
forms that are read in a record; an id, a day in figures or a code of a language is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache, partial
from html.parser import HTMLParser
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from giz_gesprek.content.address import Address
from giz_gesprek.conversation.consent import holds_until, parts_of
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.sharing import Sharing
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.html import document_html
from giz_gesprek.export.unwrapped import unwrapped_text
from giz_gesprek.i18n import format_clock, format_weekday
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.withheld import Withheld
from tests.support.dossiers import RECIPIENTS, START, last_talk, library
from tests.support.walks import walked_dossiers

VERSION: Final = "9.8.7"
AUDIENCES: Final = ((FAMILY, None), (FAMILY, "parent-1"), (PROFESSIONAL, None))
"""For whom, and whose own words alone where it is for one person."""
_CUT: Final = 40
"""Longer words are cut on the family's paper, which says so with "…"."""
LIKES: Final[tuple[tuple[str, Address], ...]] = (("nl", "u"), ("nl", "je"), ("en", "u"))
_WORD: Final = re.compile(r"[^\W_]+(?:[-_][^\W_]+)*")
_DAY: Final = re.compile(r"\d{1,2} [^\W\d_]+ \d{4}")
_TYPED: Final = frozenset(
    {"name", "label", "organisation", "phone", "text", "recipient", "who_else"}
)
_FIGURES: Final = frozenset({"age_band", "age", "pregnancy_week", "content_version"})
_OURS: Final = f"giz_gesprek {VERSION} giz gesprek 1 2 3 0-4 4-12 12"
"""What made the paper, the number of a goal, and the ages of a phase."""


class Visible(HTMLParser):
    """What somebody reads of a page, also where they hear it instead of a picture."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._is_style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_style = tag == "style"
        self.texts += [value or "" for name, value in attrs if name in {"alt", "aria-label"}]

    def handle_endtag(self, tag: str) -> None:
        self._is_style = self._is_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if not self._is_style:
            self.texts.append(data)


def strings(value: object) -> Iterator[str]:
    """Yield every text within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from strings([getattr(value, name) for name in type(value).model_fields])
    elif is_dataclass(value):
        yield from strings([getattr(value, each.name) for each in fields(value)])
    elif isinstance(value, Mapping):
        yield from strings(list(value.values()))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)


def words_of(*texts: str) -> set[str]:
    found = (word.casefold() for text in texts for word in _WORD.findall(text))
    return {word for word in found if len(word) <= _CUT}


@cache
def words_of_content(language: str) -> frozenset[str]:
    """Return every word of a language of the content, and those around a placeholder."""
    tables = [
        table for (_register, of), table in library().tables.items() if of.startswith(language)
    ]
    return frozenset(words_of(*(re.sub(r"\{\w+\}", " ", text) for text in strings(tables))))


def typed(value: object, key: str = "") -> Iterator[str]:
    """Yield what people typed in a document, and the figures that it holds."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from typed(each, "text" if key == "wording" else name)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from typed(each, key)
    elif value is not None and key in _TYPED | _FIGURES:
        yield str(value)


def moments(value: object) -> Iterator[date]:
    """Yield every day and moment in a document."""
    if isinstance(value, dict):
        for each in value.values():
            yield from moments(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from moments(each)
    elif isinstance(value, date):
        yield value


def calendar(language: str) -> Calendar:
    return Calendar(
        partial(format_weekday, language=language),
        lambda moment: moment.astimezone(UTC).date(),
        partial(format_clock, language=language),
    )


def days(dossier: Dossier, language: str) -> list[str]:
    """Return every day and time of a document as a paper writes them."""
    write, written = calendar(language), []
    for moment in moments(dossier.model_dump()):
        if isinstance(moment, datetime):
            written += [write.write(write.day_of(moment)), format_clock(moment, language=language)]
        else:
            written.append(write.write(moment))
    # A yes holds until a day that nobody typed.
    consents = [each for talk in dossier.conversations for each in talk.sharing]
    written += [write.write(holds_until(consent)) for consent in consents]
    return written


@st.composite
def told_dossiers(draw: st.DrawFn) -> Dossier:
    """Dossiers that were walked through, with what no screen asks: consents and whose idea."""
    talk = last_talk(draw(walked_dossiers()))
    people = st.lists(st.sampled_from([one.id for one in talk.family.people]), unique=True)
    plan = talk.conversation.plan
    goals = [
        goal.model_copy(
            update={
                "steps": tuple(
                    step.model_copy(update={"proposed_by": tuple(draw(people))})
                    for step in goal.steps
                )
            }
        )
        for goal in plan.goals
    ]
    asked = [
        Sharing(
            recipient=RECIPIENTS[0],
            parts=parts_of(talk),
            granted=draw(st.booleans()),
            at=START,
            said_by=said_by,
        )
        for said_by in draw(st.lists(people.map(tuple), max_size=2))
    ]
    told = talk.changed(plan=plan.model_copy(update={"goals": tuple(goals)}), sharing=tuple(asked))
    return told.dossier


def paper(talk: Talk, readers: Readers, but_of: str | None, language: str) -> dict[str, str]:
    """Return a paper in the forms that are read in a record, as what somebody reads of it."""
    document = build_document(
        library(),
        talk,
        readers,
        calendar=calendar(language),
        app_version=VERSION,
        language=language,
        withheld=Withheld(but_of=but_of),
    )
    page = document_html(document, library().pictograms).decode("utf-8")
    return {"text": unwrapped_text(document), "html": " ".join(Visible(page).texts)}


def likes(talk: Talk, language: str, address: Address) -> Talk:
    family: Any = talk.family
    liked = family.settings.model_copy(update={"language": language, "address": address})
    return talk.with_family(family.model_copy(update={"settings": liked}))


@settings(max_examples=25)
@given(told_dossiers(), st.sampled_from(LIKES), st.sampled_from(AUDIENCES))
def test_every_word_on_a_paper_is_of_the_document_or_of_the_content(
    dossier: Dossier, liked: tuple[str, Address], audience: tuple[Readers, str | None]
) -> None:
    language, address = liked
    talk = likes(last_talk(dossier), language, address)
    written_days = days(talk.dossier, language)
    known = words_of(*typed(talk.dossier.model_dump()), *written_days, _OURS)
    known |= words_of_content(language)
    for form, written in paper(talk, *audience, language).items():
        assert words_of(written) <= known, (form, words_of(written) - known)
        printed = {*_DAY.findall(written)}
        assert printed <= {*_DAY.findall(" ".join(written_days))}, form
