"""The paper of the change log: who wrote, looked, and made a paper, day by day, the last first.

For the family in easy sentences, for the professional with the time and what exactly. What one
person did on one day with one thing is one line, which can be opened out. Where something is
withheld there is no time and no number: a gap between two times tells as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from giz_gesprek.content.library import Library
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.change_log import LoggedChange
from giz_gesprek.conversation.gathering import unheard_people
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.audience import Readers
from giz_gesprek.summary.build import page_line
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.document import Block, Document, Heading, Note, Paragraph
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.log_visible import Entry, visible_entries
from giz_gesprek.summary.log_words import LogWords
from giz_gesprek.summary.withheld import Withheld
from giz_gesprek.summary.words import PaperNames


@dataclass(frozen=True)
class LogWish:
    """How a log is wanted.

    Attributes:
        readers: for whom it is.
        withheld: what is left out of it.
        language: of its words; None is the family's.
        rung: how easy it is, where the family chooses; None is as the family likes it.
        each: every entry by itself.

    """

    readers: Readers
    withheld: Withheld
    language: str | None = None
    rung: Rung | None = None
    each: bool = False


def log_document(
    library: Library,
    talk: Talk,
    log: Sequence[LoggedChange],
    wish: LogWish,
    *,
    calendar: Calendar,
    owner: str,
    read_only: bool = False,
) -> Document:
    """Return the log of the family of ``talk``, which is the last conversation that it had.

    Args:
        library: the words.
        talk: says whose names and which children there are.
        log: in the order in which it happened.
        wish: for whom, and how.
        calendar: how days and times are written.
        owner: who has the file open, by name; empty where nobody said so.
        read_only: looking is not remembered now.

    """
    if wish.withheld.delicate:
        talk = _without_unheard(talk)
    words = _words(library, talk, wish, calendar)
    paper = _LogPaper(
        LogWords(words, owner, wish.withheld.but_of, exact=wish.readers.has_to_do), wish
    )
    shown = visible_entries(talk.framework, talk.dossier, log, calendar, wish.withheld)
    blocks = tuple(paper.blocks(shown, read_only=read_only))
    empty = Document(
        words.text("log.title"),
        library.written_in(words.language),
        blocks,
        wish.readers.look,
        page_line(words),
    )
    if wish.readers.look == "family":
        return empty
    return replace(empty, mark=words.text("document.confidential"))


def _words(library: Library, talk: Talk, wish: LogWish, calendar: Calendar) -> PaperNames:
    words = PaperNames.of(library, talk, calendar)
    words = replace(words, language=wish.language or words.language, rung=wish.rung or words.rung)
    return words if wish.readers.as_the_family_likes else words.for_the_professional()


def _without_unheard(talk: Talk) -> Talk:
    """Return the talk in whose family nobody is of whom others may not hear."""
    unheard = unheard_people(talk)
    people = tuple(one for one in talk.family.people if one.id not in unheard)
    if people == talk.family.people:
        return talk
    return talk.with_family(talk.family.model_copy(update={"people": people}))


@dataclass(frozen=True)
class _Line:
    """What one person did on one day with one thing; ``often`` and from when until when."""

    text: str
    often: int
    at: datetime
    until: datetime


@dataclass(frozen=True)
class _LogPaper:
    words: LogWords
    wish: LogWish

    def blocks(self, shown: Sequence[Entry], *, read_only: bool) -> Iterator[Block]:
        """Yield the whole paper."""
        say = self.words.words.text
        yield Heading(say("log.title"), 1)
        yield Paragraph(say("log.intro"))
        if self.wish.withheld.but_of is not None:
            who = self.words.words.person(self.wish.withheld.but_of)
            yield Paragraph(say("log.only", who=who))
        if read_only:
            yield Note(say("log.read_only"))
        if not shown:
            yield Paragraph(say("log.nothing"))
        for day, lines in self._days(shown):
            yield Heading(self.words.words.day(day), 2)
            yield from self._day(lines)
        if not self.wish.readers.has_to_do:
            yield Note(say("log.right"))

    def _days(self, shown: Sequence[Entry]) -> Iterator[tuple[date, list[_Line]]]:
        """Yield each day with its lines, the last day first; a clock can jump back."""
        calendar = self.words.words.calendar
        in_order = sorted(shown, key=lambda one: calendar.day_of(one.at), reverse=True)
        for day, of_day in groupby(in_order, key=lambda one: calendar.day_of(one.at)):
            yield day, self._lines(of_day)

    def _lines(self, of_day: Iterable[Entry]) -> list[_Line]:
        """Return a day in lines: what reads the same is one, unless each is wanted by itself."""
        lines: dict[object, _Line] = {}
        read: dict[object, str] = {}  # a log is long, and says the same many times
        for number, entry in enumerate(of_day):
            text = read.get(entry.what) or self._read(entry)
            read[entry.what] = text
            same = number if self._is_exact and self.wish.each else text
            found = lines.get(same)
            often = 1 if found is None else found.often + 1
            first = entry.at if found is None else found.at
            lines[same] = _Line(text, often, first, entry.at)
        return list(lines.values())

    @property
    def _is_exact(self) -> bool:
        """Whether times and numbers are told."""
        return self.wish.readers.has_to_do and not self.wish.withheld.delicate

    def _read(self, entry: Entry) -> str:
        """Return what a line says of an entry."""
        words, each = self.words, self.wish.each
        if not self.wish.readers.has_to_do:
            return words.sentence(entry, each=each)
        told = (words.who(entry.actor_id), words.verb(entry), words.what(entry, each=each))
        form = entry.about.part if entry.about.matter in {"paper", "log"} else None
        return " · ".join((*told, form) if form is not None else told)

    def _day(self, lines: Sequence[_Line]) -> Iterator[Block]:
        if not self.wish.readers.has_to_do:
            yield Paragraph("\n".join(line.text for line in lines))
        elif self._is_exact:
            yield Rows(tuple(Row(self._when(line), self._with_number(line)) for line in lines))
        else:
            told = (line.text.partition(" · ") for line in lines)
            yield Rows(tuple(Row(who, what) for who, _dot, what in told))

    def _when(self, line: _Line) -> str:
        clock = self.words.words.calendar.clock
        if clock is None:
            return ""
        first, last = clock(line.at), clock(line.until)
        return first if first == last else f"{first} - {last}"

    def _with_number(self, line: _Line) -> str:
        if line.often == 1:
            return line.text
        return f"{line.text} · {self.words.words.text('log.times', number=str(line.often))}"
