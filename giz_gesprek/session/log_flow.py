"""Who looked and wrote: the change log of a family to look at, and as a paper.

Owns for whom there is a list, and what of it is shown where others look along. What stands on it is
in ``summary.log_paper``.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.table import waits
from giz_gesprek.conversation.voices import is_alone
from giz_gesprek.export.calendar import local_calendar
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.session.paper_giving import Offered, offer
from giz_gesprek.session.paper_offer import PaperShown, Style
from giz_gesprek.session.reading_along import not_shown
from giz_gesprek.session.trace import log_item
from giz_gesprek.summary.audience import LOG_OF_FAMILY, LOG_OF_PROFESSIONAL
from giz_gesprek.summary.log_paper import LogWish, log_document
from giz_gesprek.summary.withheld import DELICATE_WITHHELD, NOTHING_WITHHELD, Withheld

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session
    from giz_gesprek.summary.audience import Readers
    from giz_gesprek.summary.document import Document

_OF_ALL: Final = "family"
_PRECISE: Final = "professional"
_OF_PERSON: Final = "person"
_MOST: Final = 7
"""People in the list: nine digits choose."""


async def show_log(session: Session, ask: Ask, *, at_table: bool = True) -> Done:
    """Ask which list somebody wants to see, and show it; it can be made as a paper too.

    Where nobody knows who sits ``at_table``, the screen shows what everybody may read.
    """
    chosen = await ask.choose(_whose(session))
    if chosen is None:
        return STAY
    kind, _colon, person_id = chosen.partition(":")
    readers = LOG_OF_PROFESSIONAL if kind == _PRECISE else LOG_OF_FAMILY
    withheld: Withheld | None = NOTHING_WITHHELD
    if kind != _PRECISE:
        withheld = await _withheld(session, ask, person_id or None, at_table=at_table)
    if withheld is None:
        return STAY
    on_the_screen = withheld
    if kind == _PRECISE:
        on_the_screen = not_shown(session.talk) if at_table else DELICATE_WITHHELD
    library, settings = session.library, session.family.settings
    shown = PaperShown(
        Style(
            library.written_in(settings.language),
            settings.rung if readers.as_the_family_likes else None,
        ),
        library.languages,
        partial(log_of, session, readers, on_the_screen),
        intro=session.phrases().text("log.read"),
        overview=("log.each", "log.not_each"),
    )
    document = partial(log_of, session, readers, withheld)
    return await offer(session, ask, Offered(readers, log_item(chosen), shown, document))


def log_of(session: Session, readers: Readers, withheld: Withheld, style: Style) -> Document:
    """Return the list as it stands at this moment."""
    wish = LogWish(readers, withheld, style.language, style.rung, each=style.overview)
    return log_document(
        session.library,
        session.talk,
        session.kept.log(session.family.id),
        wish,
        calendar=local_calendar(session.library.written_in(style.language)),
        owner=session.kept.owner,
        read_only=session.kept.read_only,
    )


def _whose(session: Session) -> ChoiceAsked:
    """Return the lists there are: of everybody, of each who sits there, and the precise one."""
    say = session.phrases().text
    sitting = session.conversation.participants
    people = [one.person_id for one in sitting if one.role != "professional"][:_MOST]
    options = [
        (_OF_ALL, say("log.of_all")),
        *(
            (f"{_OF_PERSON}:{one}", say("log.of_person", who=session.family.person(one).name))
            for one in people
        ),
        (_PRECISE, say("log.precise")),
    ]
    return ChoiceAsked(say("log.whose"), options, heading=say("log.title"))


async def _withheld(
    session: Session, ask: Ask, person_id: str | None, *, at_table: bool
) -> Withheld | None:
    """Return what a list leaves out; None when the question was left.

    Only who sits there alone is asked who reads along, and only for their own list, where
    something would be left out of it: the question itself would tell.
    """
    left = Withheld(delicate=True, but_of=person_id)
    everything = Withheld(but_of=person_id)
    if person_id is None or not at_table or not is_alone(session.talk) or waits(session.talk):
        return left
    style = Style(session.family.settings.language, None)
    if log_of(session, LOG_OF_FAMILY, left, style) == log_of(
        session, LOG_OF_FAMILY, everything, style
    ):
        return left
    say = session.phrases().text
    answers = ("only_me", "others", "unknown")
    asked = ChoiceAsked(
        say("reading_along.ask"), [(one, say(f"reading_along.{one}")) for one in answers]
    )
    answer = await ask.choose(asked)
    if answer is None:
        return None
    return everything if answer == "only_me" else left
