"""Taking away what was said: by one person, or of the whole conversation, each after it was asked.

Everybody at the table reads the questions: whether somebody spoke alone is said nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.taking_back import (
    can_take_back,
    is_last_of_family,
    without_words_of,
)
from giz_gesprek.conversation.written import lines_of
from giz_gesprek.session.asking import ChoiceAsked, SureAsked
from giz_gesprek.session.done import LEAVE, STAY, Done
from giz_gesprek.session.step_view import entered_in

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session

_MOST = 9
"""Nine digits choose."""


async def take_back(session: Session, ask: Ask) -> Done:
    """Ask whose words go, and whether they really do; take them away, and ask how to go on.

    Raises:
        StoreError: it could not be kept; everything is as it was.

    """
    phrases = session.phrases()
    person_id = await _whose(session, ask)
    if person_id is None:
        return STAY
    who = session.family.person(person_id).name
    told = (phrases.text(f"take_back.{each}", who=who) for each in ("goes", "stays", "ask"))
    sure = await ask.sure(
        SureAsked(
            "\n".join(told),
            yes=phrases.text("take_back.away"),
            no=phrases.text("take_back.keep"),
        )
    )
    if not sure:
        return STAY
    is_last = is_last_of_family(session.talk, person_id)
    _take_away(session, person_id)
    return await _go_on(session, ask, who, is_last=is_last)


async def _go_on(session: Session, ask: Ask, who: str, *, is_last: bool) -> Done:
    """Say that it is gone, and ask: stop, go on without it, or delete what is left."""
    phrases = session.phrases()
    ways = {each: phrases.text(f"take_back.{each}") for each in ("stop", "go_on", "rest")}
    if not is_last:
        del ways["rest"]
    chosen = await ask.choose(
        ChoiceAsked(
            f"{phrases.text('take_back.gone', who=who)}\n{phrases.text('take_back.then')}",
            list(ways.items()),
            heading=phrases.text("take_back.way"),
        )
    )
    if chosen == "rest" and await delete(session, ask) == LEAVE:
        return LEAVE
    return LEAVE if chosen == "stop" else Done(anew=True)


async def _whose(session: Session, ask: Ask) -> str | None:
    """Return whose words go: of whoever is asked at this step first, where there are more."""
    people = can_take_back(session.talk)
    here = session.step.position.person_id
    ordered = sorted(people, key=lambda one: one != here)
    if len(ordered) < 2:  # noqa: PLR2004 - there is nobody to choose from
        return next(iter(ordered), None)
    names = [(one, session.family.person(one).name) for one in ordered[:_MOST]]
    return await ask.choose(ChoiceAsked(session.phrases().text("take_back.who"), names))


def _take_away(session: Session, person_id: str) -> None:
    """Take away what somebody said: out of the document, the log and what is being typed.

    Of what is being typed only that of others stays. The log tells that something was taken back,
    and not by whom.
    """
    session.void.take(entered_in(session.view), session.draft(session.step.key))
    left = without_words_of(session.talk, person_id, now=session.now)
    stays = {line.key for line in lines_of(left.conversation)}
    gone = [line.key for line in lines_of(session.conversation) if line.key not in stays]
    others = {one.id for one in session.family.people} - {person_id} | {"add-topic", "example"}
    gone += [key for key in session.draft_keys() if others.isdisjoint(key.split(":"))]
    session.keep(
        left,
        "taken_back",
        "conversation",
        actor_id=session.professional_id,
        forget=tuple(dict.fromkeys(gone)),
        of_actor=person_id,
    )


async def delete(session: Session, ask: Ask) -> Done:
    """Delete the conversation for good, when that was said twice."""
    phrases = session.phrases()
    sure = await ask.sure(
        SureAsked(
            phrases.text("declined.delete"),
            yes=phrases.text("button.delete_talk"),
            no=phrases.text("button.keep_talk"),
        )
    )
    if not sure:
        return STAY
    session.delete_conversation()
    return LEAVE
