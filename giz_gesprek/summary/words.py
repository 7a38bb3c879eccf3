"""What things are called on one paper: people, topics, choices, days.

Words come from the content; what the content no longer knows is called as it was when it was
asked, and else by its id made readable. Names are data and are put in once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Final, Self

from giz_gesprek.content.address import PLAIN, Address
from giz_gesprek.content.company import Company
from giz_gesprek.content.framework import Framework
from giz_gesprek.content.library import Library
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.conversation.beginning import phase_of
from giz_gesprek.conversation.company import company_of, company_on_paper
from giz_gesprek.conversation.naming import names_about
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.programmes import programme_name
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.languages import UNKNOWN, languages_said, script_of
from giz_gesprek.summary.picture import Picture

_PROFESSIONAL_RUNG: Final[Rung] = "standard"
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class PaperNames:
    """The words of one paper about one conversation: how easy, in which language, to whom.

    ``company`` is how many parents it speaks to, or whose answer is told; None: everybody's.
    """

    library: Library
    talk: Talk
    calendar: Calendar
    rung: Rung
    language: str
    address: Address
    company: Company | None = None

    @classmethod
    def of(cls, library: Library, talk: Talk, calendar: Calendar) -> Self:
        """Return the words that the family of ``talk`` likes."""
        likes = talk.family.settings
        return cls(library, talk, calendar, likes.rung, likes.language, likes.address)

    def for_the_professional(self) -> Self:
        """Return the same in standard words, which speak to the professional with ``u``."""
        return replace(self, rung=_PROFESSIONAL_RUNG, address=PLAIN)

    def as_said_by(self, people: Collection[str]) -> Self:
        """Return the words of an answer that these gave together: one of them says "ik"."""
        return replace(self, company=company_of(self.talk, people)) if people else self

    @property
    def framework(self) -> Framework:
        """What can be asked."""
        return self.talk.framework

    def text(self, text_id: str, **values: str) -> str:
        """Return a text of the content as a paper has it: its lines, without the last line end."""
        return self._book.text(text_id, **values).strip()

    def day(self, day: date) -> str:
        """Return a day in words."""
        return self.calendar.write(day)

    def day_of(self, moment: datetime) -> str:
        """Return in words on which day a moment fell."""
        return self.calendar.write(self.calendar.day_of(moment))

    def person(self, person_id: str) -> str:
        """Return what somebody is called; with the role where two people have the same name."""
        person = self.talk.family.person(person_id)
        if self._how_often[person.name] > 1:
            return f"{person.name} ({self.role(person.role)})"
        return person.name

    def role(self, role: str) -> str:
        """Return what somebody is at the table."""
        return self._known(f"role.{role}", role)

    def topic(self, topic: str, child_id: str | None) -> str:
        """Return the title of a topic, with the child's name where there are more children."""
        title = self._known(f"{topic}.title", topic, child_id=child_id)
        if child_id is None or not self.talk.conversation.other_children:
            return title
        return f"{title}: {self.child(child_id)}"

    def child(self, child_id: str) -> str:
        """Return what a child is called; a child that is not born yet has no name."""
        return self._book_about(child_id).names["child"]

    def choice(self, question: str, choice: str) -> str:
        """Return the label of a choice as it stands inside a sentence."""
        scale = self._scale(question)
        text_id = f"{scale}.{choice}" if scale is not None else f".{choice}"
        return self._book.inside(self._known(text_id, choice))

    def given(self, answer: Answer) -> str:
        """Return a choice, or that there is none, as it stands inside a sentence."""
        words = self.as_said_by(answer.present)
        if answer.choice is None:
            said = "rather_not_say" if answer.state == "rather_not_say" else "dont_know"
            return self._book.inside(words.text(f"button.{said}"))
        return words.choice(answer.question, answer.choice)

    def inside(self, label: str) -> str:
        """Return a title or label as it stands inside a sentence."""
        return self._book.inside(label)

    def pictogram(self, question: str, choice: str) -> str | None:
        """Return the drawing that stands beside a choice."""
        return self.framework.scales.get(self._scale(question) or "", {}).get(choice)

    def picture(self, pictogram: str | None) -> Picture | None:
        """Return a picture; none for a family that wants no pictures."""
        if pictogram is None or not self.talk.family.settings.pictures:
            return None
        return Picture(pictogram)

    def page_picture(self, page: str) -> Picture | None:
        """Return the picture that stands on a page of the screen as well."""
        return self.picture(self.framework.page_pictures.get(page))

    def label(self, topic: str | None, question: str) -> str:
        """Return what stands before an answer on paper: of a question that is gone, what it was."""
        text_id = self.framework.label_of(question)
        if text_id is not None:
            return self.text(text_id)
        return self._known(f"{topic}.{question}" if topic else f".{question}", question)

    def asked(
        self, question: str, topic: str | None, child_id: str | None, person_id: str | None
    ) -> str:
        """Return what somebody was asked, as it stands above the answer.

        Of a question that the content no longer knows, what it was, and else its label.
        """
        spec = self.framework.questions.get(question)
        if spec is None:
            return self.label(topic, question)
        is_named = spec.asked_of in {"professional", "each_voice"}
        speaker = self.talk.family.person(person_id) if is_named and person_id else None
        text_id = spec.above or self.framework.question_text(question, topic)
        found = self._found(text_id, self._book_about(child_id, speaker))
        return found if found is not None else self.label(topic, question)

    def programme(self, programme: str) -> str:
        """Return what a supporting programme is called."""
        return programme_name(self._book, self.talk.conversation, programme)

    def programme_text(self, programme: str, slot: str) -> str | None:
        """Return ``about`` or ``note`` of a programme, where the content still has it."""
        text_id = f"{programme}.{slot}"
        return self.text(text_id) if self._book.has(text_id) else None

    def language_of(self, own: OwnWords) -> str | None:
        """Return in which language own words are; None where it is that of the paper."""
        said_in = self._said_in.get(own, self.talk.family.settings.language)
        script = script_of(own.text)
        if script not in {None, "LATIN"}:
            ours = replace(self, language=said_in).text("button.dont_know")
            if script != script_of(ours):
                return UNKNOWN
        said_in, written = (
            self.library.written_in(language).partition("-")[0]
            for language in (said_in, self.language)
        )
        return None if said_in == written else said_in

    @cached_property
    def _said_in(self) -> dict[OwnWords, str]:
        return languages_said(self.talk)

    @cached_property
    def _book(self) -> Phrasebook:
        return self._book_about(None)

    @cached_property
    def _how_often(self) -> Counter[str]:
        return Counter(person.name for person in self.talk.family.people)

    def _book_about(self, child_id: str | None, speaker: Person | None = None) -> Phrasebook:
        phase = phase_of(self.talk, child_id)
        book = Phrasebook(
            self.library,
            self.language,
            self.rung,
            phase,
            address=self.address,
            company=self.company or company_on_paper(self.talk),
        )
        return names_about(book, self.talk, child_id, speaker)

    def _scale(self, question: str) -> str | None:
        spec = self.framework.questions.get(question)
        return spec.scale if spec is not None else None

    def _known(self, text_id: str, bare_id: str, *, child_id: str | None = None) -> str:
        book = self._book if child_id is None else self._book_about(child_id)
        found = self._found(text_id, book)
        if found is not None:
            return found
        return bare_id.replace("_", " ").replace("-", " ").strip() or bare_id

    def _found(self, text_id: str, book: Phrasebook) -> str | None:
        """Return a text, or what it was when it was asked; None where nobody knows it."""
        if book.has(text_id):
            return book.text(text_id).strip()
        kept = next(
            (
                text
                for known, text in self.talk.conversation.wording.items()
                if _names(known, text_id)
            ),
            None,
        )
        if kept is None:
            return None
        return _PLACEHOLDER.sub(lambda found: book.names.get(found[1], found[0]), kept)


def joined_sentence(sentence: str, last: str) -> str:
    """Return ``sentence`` without a second full stop after ``last``, a text that people typed."""
    doubled = last.endswith((".", "!", "?", "…")) and sentence.endswith(f"{last}.")
    return sentence[:-1] if doubled else sentence


def shortened(text: str, length: int) -> str:
    """Return a text on one line, and of a longer one than ``length`` its first words."""
    line = " ".join(text.split())
    return line if len(line) <= length else first_words(line, length)


def first_words(text: str, length: int) -> str:
    """Return the first words of a text that is longer than ``length`` characters, and "…".

    A word without end is cut.
    """
    cut = text[:length]
    if not text[length : length + 1].isspace():
        kept, _space, _half = cut.rpartition(" ")
        cut = kept or cut
    return f"{cut.rstrip()} …"


def _names(known: str, text_id: str) -> bool:
    """Tell whether ``known`` is the text sought; an id that starts with a dot is its end."""
    return known == text_id or (text_id.startswith(".") and known.endswith(text_id))


def in_a_row(words: PaperNames, names: Sequence[str]) -> str:
    """Return names as the words of a list; empty without any."""
    *others, last = names or ("",)
    if not others:
        return last
    return words.text("document.and", name=", ".join(others), other=last)
