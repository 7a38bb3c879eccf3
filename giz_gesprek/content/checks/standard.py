"""Rule S01: plain Dutch for the professional and for parents who prefer it."""

from __future__ import annotations

from collections.abc import Iterator

from giz_gesprek.content.checks import dutch
from giz_gesprek.content.checks.clauses import passive
from giz_gesprek.content.checks.familiar import RARE, hard_words
from giz_gesprek.content.checks.lengths import short_standard_sentences
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Remark, Tools, warning
from giz_gesprek.content.checks.wording import NUMBER
from giz_gesprek.i18n import _


def plain_dutch(passage: Passage, tools: Tools) -> Iterator[Remark]:
    """S01: at most 15 words; rare words, passives and jargon need a reason.

    What only the professional reads may hold the words of the profession.
    """
    yield from short_standard_sentences(passage, tools)
    if passage.language != "nl" or passage.audience == "professional":
        return
    for sentence in passage.sentences:
        found = passive(sentence, tools)
        if found is not None and found[0] == "worden":
            message = _('"{words}" hides who does it: say who acts, or give a reason')
            yield warning(message.format(words=found[1]))
        for token in dict.fromkeys(tools.vocabulary.tokens(sentence)):
            counts = token.small in dutch.PREPOSITIONS or NUMBER.fullmatch(token.small)
            judged = not token.is_name and not counts
            if judged and tools.vocabulary.rarity(token.small) < RARE:
                message = _('"{word}" is a rare word: choose a common one, or give a reason')
                yield warning(message.format(word=token.written))
    spared = {word.replace("|", "") for word in tools.words.plain_dutch}
    for message in dict.fromkeys(hard_words(passage, tools, spared)):
        yield warning(message)
