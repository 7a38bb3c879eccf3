"""On which topics help was chosen that cannot wait."""

from __future__ import annotations

from collections.abc import Iterable

from giz_gesprek.summary.items import ConclusionMade, Item
from giz_gesprek.summary.sentences import of_type
from giz_gesprek.summary.words import PaperNames


def urgent_topics(words: PaperNames, items: Iterable[Item]) -> dict[str, str]:
    """Return the title of each such topic, with the most urgent choice that was made there."""
    made, meanings = of_type(items, ConclusionMade), words.framework.meanings
    urgent: dict[str, str] = {}
    # Help today says more than help soon.
    for meaning in (meanings.help_today, meanings.help_soon):
        for item in made:
            answer = item.answer
            if words.framework.choice_id(answer.question, answer.choice) == meaning:
                topic = words.topic(item.topic, item.child_id)
                urgent.setdefault(topic, words.given(answer))
    return urgent
