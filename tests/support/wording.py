"""Where each piece of a text was written, and whether it can be read and said.

``Sources`` explains what a front end shows: content, or people at the table. What comes from the
content is gathered, so that the rules of easy language can judge it as it was shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Final

from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Tools
from giz_gesprek.content.checks.rules import RULES
from giz_gesprek.content.checks.sayings import tools_of
from giz_gesprek.content.company import Company
from giz_gesprek.content.phrases import fill
from giz_gesprek.content.texts import TextKind, register_of
from giz_gesprek.conversation.beginning import phase_of
from giz_gesprek.conversation.company import company_at
from giz_gesprek.conversation.dossier import own_words_of
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.paths import content_dir
from giz_gesprek.spoken import spoken_sentences
from tests.support.dossiers import framework, library

FORMAL: Final = re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE)
"""What nobody reads who is spoken to with je."""
PEOPLE: Final = "people"
GLOSSARY: Final = "glossary"

# The marks of a lit choice, a told goal and a list, and the names of keys: signs, not words.
_SIGNS: Final = re.compile(
    r"^[▶✔•]?\s*(?:1 2 3|[1-9]|Enter|Esc|F[1-9]|V|Ctrl T)?\s+(?:✔ )?|^[▶✔•]\s*[1-9]?\s*"
)
_BETWEEN: Final = re.compile(r"\n| · ")
_PLACEHOLDER: Final = re.compile(r"\{[a-z_]+\}")

Place = tuple[str, str]
"""The id of a text and which piece of it: ``text`` or ``example``."""


def has_words(text: str) -> bool:
    """Tell whether there is anything in a text that can be said."""
    return any(char.isalnum() for char in text)


@cache
def can_be_said(text: str, language: str = "nl") -> bool:
    """Tell whether the voice makes a sentence of a text."""
    return bool(spoken_sentences(text, language=language, pronunciations={}))


class Sources:
    """Everything that may be shown to the family of these talks, in the words that it likes."""

    def __init__(self, talk: Talk, *others: Talk) -> None:
        family, likes = talk.family, talk.family.settings
        self._rung, self._language = likes.rung, likes.language
        self._glossary = library().glossary(likes.language, likes.rung, likes.address)
        self.shown: dict[tuple[Place, str], None] = {}
        people = {person.name for person in family.people}
        self._phones = {person.phone for person in family.people if person.phone}
        every = [one for each in (talk, *others) for one in each.dossier.conversations]
        said = [words.text for each in every for words in own_words_of(each)]
        said += [example.text for example in family.examples]
        self._people = {
            "",
            *people,
            *self._phones,
            *(line for text in said for line in (*text.split("\n"), " ".join(text.split()))),
        }
        self._plain: dict[str, Place] = {}
        self._filled: list[tuple[re.Pattern[str], Place]] = []
        self._explained: dict[str, Place | None] = {}
        baby = {"de baby", "De baby", "the baby", "The baby"}
        name = "|".join(re.escape(one) for one in people | baby)
        organisations = "|".join(p.organisation for p in family.people if p.organisation)
        values = dict.fromkeys(framework().placeholders, ".+")
        values |= {"child": f"(?:{name})", "name": f"(?:{name})", "organisation": organisations}
        for company in {company_at(each) for each in (talk, *others)}:
            self._read(talk, company, values)

    def _read(self, talk: Talk, company: Company, values: dict[str, str]) -> None:
        for text_id in library().specs:
            found = library().find(
                text_id,
                language=self._language,
                rung=self._rung,
                phase=phase_of(talk),
                address=talk.family.settings.address,
                company=company,
            )
            if found is None:
                continue
            assert found.language == self._language, text_id
            for part, words in (("text", found.text), ("example", found.example or "")):
                for line in filter(str.strip, words.split("\n")):
                    self._learn(line, (text_id, part), values)
        for term, entry in self._glossary.entries.items():
            for line in entry.text.strip().split("\n"):
                self._plain.setdefault(line, (f"{GLOSSARY}.{term}", "text"))

    def _learn(self, line: str, place: Place, values: dict[str, str]) -> None:
        if not _PLACEHOLDER.search(line):
            self._plain.setdefault(line, place)
            return
        pattern = re.escape(line).replace(r"\{", "{").replace(r"\}", "}")
        self._filled.append((re.compile(fill(pattern, values)), place))

    def explain(self, text: str) -> Place | None:
        """Return where a piece of text comes from, or None."""
        if text not in self._explained:
            self._explained[text] = self._search(text)
        return self._explained[text]

    def _search(self, text: str) -> Place | None:
        # Marks show that somebody said it.
        forms = (text.strip(), _SIGNS.sub("", text).strip(), text.strip("“” "))
        for piece in dict.fromkeys(forms):
            if piece in self._people:
                return PEOPLE, ""
            # A label inside a sentence, or at the begin of one.
            for form in (piece, piece[:1].upper() + piece[1:]):
                if form in self._plain:
                    return self._plain[form]
                for pattern, place in self._filled:
                    if pattern.fullmatch(form):
                        return place
            # A term in the help stands as it was on the screen.
            spots = self._glossary.spots_in(piece)
            if any((spot.start, spot.end) == (0, len(piece)) for spot in spots):
                return GLOSSARY, "term"
        return None

    def unexplained(self, texts: Iterable[str]) -> list[str]:
        """Return every text that nobody wrote in the content or said."""
        return [text for text in texts if not self._is_explained(text)]

    def _is_explained(self, text: str) -> bool:
        whole = self.explain(text)
        pieces = [text] if whole is not None else _BETWEEN.split(text)
        places = [(self.explain(piece), piece) for piece in pieces]
        for place, group in groupby(places, key=lambda each: each[0]):
            if place is None:
                return False
            self.shown[place, "\n".join(piece for _place, piece in group)] = None
        return True

    def passages(self) -> Iterator[Passage]:
        """Yield what was shown so far of the content for the family, as the rules judge it."""
        for (text_id, part), written in self.shown:
            spec = library().specs.get(text_id)
            if spec is None and not text_id.startswith(f"{GLOSSARY}."):
                continue
            if spec is not None and spec.audience == "professional":
                continue
            kind: TextKind = "statement" if spec is None or part == "example" else spec.kind
            # "F1 legt een woord uit." is a sentence, "F1 Uitleg" a sign and a word.
            signs = written.split("\n")[0].strip() not in self._plain
            words = (_SIGNS.sub("", written) if signs else written).strip()
            for phone in self._phones:
                # A number to call is one thing, however its digits are grouped.
                words = words.replace(phone, phone.replace(" ", ""))
            register = register_of(self._rung)
            yield Passage("screen", 1, text_id, register, self._language, kind, (part,), words)

    def mute(self) -> list[str]:
        """Return the texts of the content in which there is nothing to say aloud."""
        content = (text for (text_id, _part), text in self.shown if text_id != PEOPLE)
        return [text for text in content if not has_words(text)]

    def hard_to_read(self) -> list[str]:
        """Return what the rules find in the texts as they were shown: id, rule and what is wrong.

        A warning with a reason beside the text is none.
        """
        found = []
        for passage in self.passages():
            entry = library().entry(passage.text_id, passage.register, passage.language)
            reasons = entry.lint if entry is not None else {}
            for rule in RULES:
                if rule.check is None or not rule.applies_to(passage):
                    continue
                found += [
                    f"{passage.text_id} {rule.id} {remark.message} ({passage.written})"
                    for remark in rule.check(passage, _tools())
                    if remark.severity == "ERROR" or rule.id not in reasons
                ]
        return found

    def assert_fit_to_read(self) -> None:
        """Hold that all that was shown is easy at its rung, and can be said aloud."""
        assert self.hard_to_read() == []
        assert self.mute() == []


@cache
def _tools() -> Tools:
    """Return the word lists of the checker, read once."""
    return tools_of([content_dir()])
