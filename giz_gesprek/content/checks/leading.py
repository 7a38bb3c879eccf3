"""Rules about what steers or blurs an answer: leading words, quantities, and vague times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Remark, Tools, error, warning
from giz_gesprek.content.checks.sentences import is_question
from giz_gesprek.i18n import _


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.VERBOSE)


_LEADS: Final = _any(
    r"\b (?: vindt|vind|denkt|denk|merkt|ziet|voelt|wilt|gelooft ) \s (?:u|je|jij) \s"
    r" (?: (?:dat|het|dit) \s )? (?: ook | niet | toch | zeker )\b",
    r"\b (?: bent|ben|was|is|zou|zoudt|kunt|wilt|hebt|heeft|moet|moeten|zullen ) \s"
    r" (?:u|je|jij|het|wij|we|dat) \s (?: het \s )? (?: dan \s )? (?: niet | toch )\b [^?]* \?",
    r"\b eens \s (?: dat | met | ermee )\b [^?]* \?",
    r"\b (?: ermee | het ) \s eens \s? \?",
    r"\b klopt \s (?: dat | het )\b",
    r"\b (?: nietwaar | niet \s waar | of \s niet | toch \s zeker | neem \s ik \s aan )\b",
    r"\b u \s (?: wilt | vindt | bent | hebt | heeft | weet | snapt | begrijpt ) \s"
    r" (?: toch | zeker | vast | natuurlijk | ook )\b",
    r"\b (?: zeg \s eens \s eerlijk | eerlijk \s is \s eerlijk )\b",
    r"\b (?: zou | zouden ) \s (?: u | wij | we | het ) \s niet \s (?: beter | liever )\b",
    r"\b ik \s neem \s aan\b",
    r"\b (?: begrijpt | snapt ) \s (?:u|je) \s (?: het | dat | dit | wat )\b [^?]* \?",
)
_TAG: Final = _any(r"(?: ,\s* | \s ) (?: toch | hè | hé | hoor | zeker | nietwaar ) \s* [.?!]? $")
_TAG_ASKED: Final = _any(
    r"\b (?: toch | natuurlijk | immers | zeker | vast \s wel | wel \s eens )\b"
)
_ZEKER_IS_SURE: Final = _any(
    r"\b (?: bent|ben|is|was ) \s \w+ \s zeker\b", r"\b weet \s .* zeker\b"
)

_QUANTITY: Final = _any(
    r"\b hoe \s (?: vaak | erg | regelmatig | ernstig | zwaar | veel \s keer | dikwijls )\b",
    r"\b hoeveel \s (?: keer | maal )\b",
    r"\b in \s (?: hoeverre | welke \s mate )\b",
    r"\b (?: meestal | doorgaans | veelal | grotendeels | voornamelijk | gemiddeld | overwegend"
    r" | dikwijls | zelden | enigszins | tamelijk | nogal | redelijk | behoorlijk | aanzienlijk"
    r" | hoofdzakelijk | vrijwel | merendeels | ietwat | dermate | uitermate | zodanig )\b",
    r"\b best \s (?: wel | goed | leuk | vaak | moeilijk | zwaar | lastig | druk )\b",
    r"\b (?: min \s of \s meer | over \s het \s algemeen | in \s het \s algemeen"
    r" | voor \s een \s deel | in \s zekere \s zin | in \s zekere \s mate )\b",
    r"\b (?: heel \s )? erg \s (?! voor \b | om \b | en \b | of \b | als \b | dat \b ) \w+",
)
_OFTEN_ASKED: Final = _any(r"\b (?: vaak | altijd | soms | weleens | ooit | steeds )\b")

_VAGUE: Final = _any(
    r"\b (?: onlangs | regelmatig | binnenkort | recent | recentelijk | tegenwoordig"
    r" | momenteel | thans | spoedig | eerdaags | destijds | voorheen | voortaan | weldra | gauw"
    r" | periodiek | tussentijds | mettertijd | gaandeweg | naderhand | inmiddels | tijdelijk"
    r" | tijdig | continu | frequent | sedert | eertijds | sindsdien | onverwijld )\b",
    r"\b (?: de | in \s de ) \s (?: laatste | komende | afgelopen ) \s (?: tijd | periode | jaren"
    r" | maanden | weken | dagen )\b",
    r"\b op \s (?: korte | lange | termijn | den \s duur | een \s gegeven )\b",
    r"\b te \s (?: zijner \s tijd | allen \s tijde )\b",
    r"\b van \s tijd \s tot \s tijd\b",
    r"\b (?: af \s en \s toe | zo \s nu \s en \s dan | nu \s en \s dan | om \s de \s zoveel )\b",
    r"\b (?: in \s de \s toekomst | een \s dezer \s dagen | zo \s spoedig | zo \s snel \s mogelijk"
    r" | een \s tijdje \s geleden | een \s poos \s geleden | kort \s geleden | tot \s nader )\b",
)


def no_steering(passage: Passage, _tools: Tools) -> Iterator[Remark]:
    """E15: nothing that asks for agreement, and no words of quantity."""
    for sentence in passage.sentences:
        asked = is_question(sentence)
        leading = _LEADS.search(sentence)
        if leading is None and not _ZEKER_IS_SURE.search(sentence):
            leading = _TAG.search(sentence) or (_TAG_ASKED.search(sentence) if asked else None)
        if leading is not None:
            message = _('"{words}" asks for a yes: ask who, what, where or how')
            yield error(message.format(words=leading[0].strip(" ,.?!")))
        quantity = _QUANTITY.search(sentence)
        if quantity is not None:
            message = _('"{words}" is hard to weigh: say when, or how it was today')
            yield error(message.format(words=quantity[0].strip()))
        elif asked and (often := _OFTEN_ASKED.search(sentence)):
            message = _('"{words}" in a question is hard to weigh: ask about one day')
            yield warning(message.format(words=often[0].strip()))


def no_vague_time(passage: Passage, _tools: Tools) -> Iterator[Remark]:
    """E16: a time that can be found on a calendar."""
    for sentence in passage.sentences:
        found = _VAGUE.search(sentence)
        if found is not None:
            message = _('"{words}" is no clear time: write today, yesterday, this week or a day')
            yield error(message.format(words=found[0].strip()))
