"""Who reads a family's paper at home, and what is left out of it therefore.

Asked of a parent who is alone, and only where the paper holds something that can put somebody in
danger. Beside anybody else nothing is asked: the question itself would tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.table import waits
from giz_gesprek.conversation.voices import is_alone, is_private
from giz_gesprek.session.asking import ChoiceAsked, SeveralAsked
from giz_gesprek.session.showing.lines import told
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.visible import visible_items
from giz_gesprek.summary.withheld import (
    DELICATE_WITHHELD,
    NOTHING_WITHHELD,
    Withheld,
    delicate_items,
)
from giz_gesprek.summary.words import first_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session
    from giz_gesprek.summary.items import Item

_ONLY_ME: Final = "only_me"
_OTHERS: Final = "others"
_UNKNOWN: Final = "unknown"
_LONG: Final = 120


async def what_is_withheld(session: Session, ask: Ask) -> Withheld | None:
    """Return what the family's paper leaves out; None when the question was left."""
    talk = session.talk
    if not is_alone(talk) or waits(talk):
        return DELICATE_WITHHELD
    items = visible_items(talk, FAMILY)
    delicate = delicate_items(talk, items)
    if not delicate:
        return NOTHING_WITHHELD
    say = session.phrases().text
    answers = (_ONLY_ME, _OTHERS, _UNKNOWN)
    asked = ChoiceAsked(
        say("reading_along.ask"), [(one, say(f"reading_along.{one}")) for one in answers]
    )
    match await ask.choose(asked):
        case None:
            return None
        case "only_me":
            return NOTHING_WITHHELD
        case "others":
            return await _line_by_line(session, ask, delicate, items)
        case _:
            return DELICATE_WITHHELD


def not_shown(talk: Talk) -> Withheld:
    """Return what a preview of the professional's paper leaves out: who sits there looks along.

    Nothing where one person of the family sits with professionals; else everything that can put
    somebody in danger, without a question and without a word about it.
    """
    is_seen_by_others = not is_private(talk) or waits(talk)
    return DELICATE_WITHHELD if is_seen_by_others else NOTHING_WITHHELD


async def _line_by_line(
    session: Session, ask: Ask, delicate: Sequence[Item], items: Sequence[Item]
) -> Withheld | None:
    """Ask in one list which lines may go home; what has no address of its own does not."""
    say = session.phrases().text
    data = session.data()
    lines = [(item.line, told(data, item, items)) for item in delicate if item.line is not None]
    options = [(str(place), _in_one(text)) for place, (_line, text) in enumerate(lines)]
    asked = SeveralAsked(
        say("reading_along.lines"), say("reading_along.rest"), options, may_be_none=True
    )
    chosen = await ask.several(asked)
    if chosen is None:
        return None
    allowed = frozenset(line for place, (line, _text) in enumerate(lines) if str(place) in chosen)
    return Withheld(delicate=True, allowed=allowed)


def _in_one(text: str) -> str:
    """Return a line and its heading as one; the paper that is looked at next has all of it."""
    in_one = " · ".join(text.split("\n"))
    return in_one if len(in_one) <= _LONG else first_words(in_one, _LONG)
