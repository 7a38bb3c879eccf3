"""Choosing help for a goal: which programmes are shown, and keeping what is chosen.

Owns what stands in the offer. Which programmes fit is decided in ``conversation.programmes``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.asking_for_help import ask_for_programme
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.planning import goal_of
from giz_gesprek.conversation.programmes import is_for_families, programme_name, shelves
from giz_gesprek.conversation.table import can_do_a_step
from giz_gesprek.export.calendar import local_calendar
from giz_gesprek.session.asking import ChoiceAsked, DayAsked
from giz_gesprek.session.child_change import can_change_child, change_child
from giz_gesprek.session.edits import choose_programme, leave_programme
from giz_gesprek.session.help_offer import Facts, HelpOffer, Offer, Shelf
from giz_gesprek.session.until_given import day_until_given
from giz_gesprek.summary.programmes import about_help, facts, why_shut_out
from giz_gesprek.summary.words import PaperNames

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session

_LATER: Final = "later"
_MOST_PEOPLE: Final = 8
"""Nine digits choose: the last one leaves it open."""


async def choose_help(session: Session, ask: Ask, goal_id: str) -> None:
    """Show the programmes for a goal until that is left; each choice is kept at once.

    Of each it is asked who asks for it, and when.

    Raises:
        StoreError: what was filled in about the child, or who asks, could not be kept.

    """
    while await ask.programmes(_offer_for(session, goal_id)):
        await change_child(session, ask)
    for chosen in goal_of(session.conversation.plan, goal_id).programmes:
        if chosen.asked_by is None and is_for_families(session.framework, chosen.id):
            await _ask_who_asks(session, ask, goal_id, chosen.id)


async def _ask_who_asks(session: Session, ask: Ask, goal_id: str, programme: str) -> None:
    """Ask who asks for a programme, and then when; that can be left open."""
    say = session.phrases().text
    name = programme_name(session.phrases(), session.conversation, programme)
    people = [(one.id, one.name) for one in can_do_a_step(session.talk)[:_MOST_PEOPLE]]
    options = [*people, (_LATER, say("goals.help_open"))]
    who = await ask.choose(ChoiceAsked(say("goals.help_who", what=name), options))
    if who is None or who == _LATER:
        return
    question = say("goals.help_by")
    day = await day_until_given(session, ask, DayAsked(question, session.today, None))
    by = day.day if day is not None else None
    asked = ask_for_programme(session.talk, goal_id, programme, who, by)
    session.keep(asked, "changed", Line(kind="programme", id=goal_id).key)


def _offer_for(session: Session, goal_id: str) -> HelpOffer:
    goal = goal_of(session.conversation.plan, goal_id)
    found = shelves(session.talk)
    chosen = tuple(each for each in goal.programme_ids if is_for_families(session.framework, each))
    offered = tuple(dict.fromkeys((*chosen, *found.offered)))
    others, on_request = (
        tuple(each for each in shelf if each not in chosen)
        for shelf in (found.others, found.on_request)
    )
    shut_out = tuple(each for each in found.shut_out if each not in chosen)

    def keep(programme: str, wanted: bool) -> None:  # noqa: FBT001 - whoever shows the offer calls it
        (choose_programme if wanted else leave_programme)(session, goal_id, programme)

    return HelpOffer(
        _shelf(session, offered, found.professional, shut_out),
        _shelf(session, others),
        _shelf(session, on_request),
        chosen,
        keep,
        about_child=can_change_child(session),
    )


def _shelf(
    session: Session,
    programmes: Iterable[str],
    more_facts: Iterable[str] = (),
    shut_out: Iterable[str] = (),
) -> Shelf:
    """Return programmes for the family; of ``more_facts`` and ``shut_out`` it does not read."""
    calendar = local_calendar(session.family.settings.language)
    words = PaperNames.of(session.library, session.talk, calendar)
    standard = words.for_the_professional()
    listed = tuple(dict.fromkeys(programmes))
    more = tuple(each for each in more_facts if each not in listed)
    return Shelf(
        tuple(_offer(words, each) for each in listed),
        (
            *(_facts(standard, each) for each in listed),
            *(_why_not(standard, each) for each in shut_out),
            *(_facts(standard, each) for each in more),
        ),
    )


def _offer(words: PaperNames, programme: str) -> Offer:
    about = about_help(words, programme)
    return Offer(programme, words.programme(programme), about.text if about is not None else "")


def _facts(words: PaperNames, programme: str) -> Facts:
    lines = tuple(f"{row.label}: {row.value}" for row in facts(words, programme))
    return Facts(programme, words.programme(programme), lines)


def _why_not(words: PaperNames, programme: str) -> Facts:
    row = why_shut_out(words, programme)
    return Facts(programme, words.programme(programme), (f"{row.label}: {row.value}",))
