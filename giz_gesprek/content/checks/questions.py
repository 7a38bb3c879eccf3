"""Rules for what is asked: open questions, and few and short choices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from giz_gesprek.content.checks import dutch
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Remark, Tools, error, warning
from giz_gesprek.content.checks.sentences import is_question, words_of
from giz_gesprek.i18n import _

_MOST_WORDS_IN_CALL: Final = 2
_MOST_WORDS_IN_ECHO: Final = 3
_EITHER_OR: Final = re.compile(r",\s+of\s+(?P<other>[^,?]+)\?", re.IGNORECASE)
# ", of niet?" offers nothing: it is the same question twice.
_NO_OTHER: Final = frozenset(
    ("niet", "niets", "niks", "nee", "geen", "toch niet", "juist niet", "nog niet", "wel")
)
_NO_OTHER_THING: Final = _NO_OTHER | {"zo", "iets", "iemand", "meer"}
_MOST_WORDS_IN_OTHER: Final = 3
_VERB_AND_SOMEBODY: Final = 2


def open_questions(passage: Passage, _tools: Tools) -> Iterator[Remark]:
    """E14: who says yes to everything is asked nothing that yes can answer."""
    for sentence in passage.sentences:
        if not is_question(sentence) or not asks_yes_or_no(sentence):
            continue
        if offers_two_things(sentence):
            message = _('put a comma before of in "{sentence}": both sides are then heard apart')
            yield warning(message.format(sentence=sentence))
        else:
            message = _(
                'yes is always an answer to "{sentence}": ask who, what, where or how,'
                " or name both sides with a comma and of"
            )
            yield error(message.format(sentence=sentence))


def asks_yes_or_no(question: str) -> bool:
    """Tell whether a Dutch question can be answered with a bare yes.

    Dutch asks for a yes by putting the verb first ("Slaapt Milan goed?"), or with a statement and
    a question mark. So every question does, but for those that begin with a question word
    ("Wie", "Met wie", "En waar"), either/or questions with ", of", and short echoes of the
    question before ("En thuis?").
    """
    either_or = _EITHER_OR.search(question)
    if either_or is not None:
        return either_or["other"].strip().lower() in _NO_OTHER
    words = _main_clause(question)
    if words and words[0] in {"en", "of"} and _is_echo(words[1:]):
        return False
    rest = _without(words, dutch.QUESTION_OPENERS)
    # A preposition belongs to the question word behind it: "Tot en met welke dag".
    rest = _without(rest, dutch.PREPOSITIONS | {"en"})
    return bool(rest) and rest[0] not in dutch.QUESTION_WORDS


def offers_two_things(question: str) -> bool:
    """Tell whether a question that begins with its verb ends in a choice without a comma.

    "Wil Yara melk of water?" is answered with one of the two. "Heeft u broers of zussen?" is
    not: who asks whether something is there takes both sides together, and yes is an answer.
    """
    words = _without(_small(question), dutch.QUESTION_OPENERS)
    if words.count("of") != 1 or words[0] in dutch.ASKS_WHETHER or "er" in words:
        return False
    place = words.index("of")
    other = words[place + 1 :]
    thing = 0 < len(other) <= _MOST_WORDS_IN_OTHER and " ".join(other) not in _NO_OTHER_THING
    return thing and place > _VERB_AND_SOMEBODY


def few_words_in_a_choice(most: int, passage: Passage) -> Iterator[Remark]:
    """E13: at most ``most`` words in the label of a choice."""
    count = len(words_of(passage.shown))
    if count > most:
        message = _('{count} words, at most {most} in this choice: shorten "{text}"')
        yield error(message.format(count=count, most=most, text=passage.shown.strip()))


def _main_clause(question: str) -> list[str]:
    """Return the words in small letters, without a clause or a call before the first comma.

    "Als Milan huilt, wat doet u dan?" asks what; "Sanne, slaapt Milan goed?" asks for a yes.
    """
    before, comma, after = question.partition(",")
    first = _small(before)
    if not comma or not first or first[0] in dutch.QUESTION_WORDS:
        return _small(question)
    called = len(first) <= _MOST_WORDS_IN_CALL
    return _small(after if called or first[0] in dutch.SUBORDINATORS else question)


def _is_echo(words: list[str]) -> bool:
    if len(words) == 1:
        return words[0] in dutch.ECHO_WORDS
    return 0 < len(words) <= _MOST_WORDS_IN_ECHO and words[0] in dutch.PREPOSITIONS


def _without(words: list[str], leading: frozenset[str]) -> list[str]:
    start = next((place for place, word in enumerate(words) if word not in leading), len(words))
    return words[start:]


def _small(text: str) -> list[str]:
    return [word.lower() for word in words_of(text)]
