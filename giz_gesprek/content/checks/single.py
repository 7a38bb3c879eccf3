"""Rules E21 and S02: one thing is asked, so that one answer tells which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from giz_gesprek.content.checks import dutch
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Remark, Tools, error
from giz_gesprek.content.checks.sentences import is_question, words_of
from giz_gesprek.i18n import _

_HOW_IT_GOES: Final = re.compile(r"^hoe (?:gaat|gaan|ging|gingen|loopt|lopen|verloopt)\b")
_PEOPLE: Final = frozenset(
    ("u", "jij", "jou", "je", "ik", "mij", "hem", "haar", "hen", "milan", "sanne", "kim")
)
_PAIRS: Final = re.compile(
    r"\b(?:af en toe|over en weer|in en om|dag en nacht|op en neer|heen en weer)\b"
)


def one_thing(passage: Passage, _tools: Tools) -> Iterator[Remark]:
    """Tell a question that asks two things. What the professional reads is no answer to give."""
    if passage.audience == "professional":
        return
    for sentence in filter(is_question, passage.sentences):
        if asks_two_things(sentence):
            message = _('two things are asked in "{sentence}": ask one, or let people choose one')
            yield error(message.format(sentence=sentence))


def asks_two_things(question: str) -> bool:
    """Tell whether a Dutch question asks two things.

    It does with two question words ("..., en wat bij u?"), with something after a comma and ``en``,
    and when it is asked how two things go. How it goes between people, or with people together, is
    one thing; so are two words for one ("veilig en rustig").
    """
    small = question.lower()
    words = words_of(_PAIRS.sub(" ", small))
    places = [place for place, word in enumerate(words) if word == "en" and place > 0]
    if any(_asks(words[place + 1 :]) for place in places) or ", en " in small:
        return True
    if _HOW_IT_GOES.match(small) is None:
        return False
    return any(
        "tussen" not in words[:place] and words[place - 1] not in _PEOPLE for place in places
    )


def _asks(words: Sequence[str]) -> bool:
    rest = words[1:] if words and words[0] in dutch.PREPOSITIONS else words
    return bool(rest) and rest[0] in dutch.QUESTION_WORDS
