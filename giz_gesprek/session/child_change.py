"""Filling in during the conversation what help has limits for: an age, a week, a first child.

Owns the order of these questions. The parent looks on, so the words are those of the family.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.beginning import child_of
from giz_gesprek.conversation.child_now import FINER_AGES
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.child_details import (
    UNKNOWN,
    ChildDetails,
    Detail,
    asked_details,
    child_now_of,
    details_of,
)
from giz_gesprek.session.until_given import name_until_given

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session

_AGE_TEXTS: Final = tuple(
    f"child_now.{name}" for name in ("half_year", "year", "one", "two", "two_and_a_half", "three")
)


def can_change_child(session: Session) -> bool:
    """Tell whether anything about the child decides about help."""
    return bool(_asked(session, details_of(session.conversation.child_now)))


async def change_child(session: Session, ask: Ask) -> None:
    """Ask what decides about help, and keep it; what is left is as it was.

    Raises:
        StoreError: it could not be kept.

    """
    details = details_of(session.conversation.child_now)
    for detail in ("age", "week", "first_child"):
        if detail not in _asked(session, details):
            continue
        answered = await _ask(session, ask, detail, details)
        if answered is None:
            break
        details = answered
    now = child_now_of(session.framework, child_of(session.talk).age_band, details)
    if now != session.conversation.child_now:
        session.keep(session.talk.changed(child_now=now), "changed", "child")


def _asked(session: Session, details: ChildDetails) -> tuple[Detail, ...]:
    return asked_details(session.framework, child_of(session.talk).age_band, details)


async def _ask(
    session: Session, ask: Ask, detail: Detail, details: ChildDetails
) -> ChildDetails | None:
    """Return the details with one more answer; None where the question was left."""
    if detail == "week":
        return await _ask_week(session, ask, details)
    phrases = session.phrases()
    words: dict[str, str] = {"yes": "child_now.first", "no": "child_now.not_first"}
    if detail == "age":
        words = dict(zip(FINER_AGES, _AGE_TEXTS, strict=True))
        question, chosen = "child_now.age", details.age_key
    else:
        question, chosen = "child_now.first_child", details.first_child_key
    options: list[tuple[str, str]] = [
        (key, phrases.text(text_id)) for key, text_id in words.items()
    ]
    options.append((UNKNOWN, phrases.text("button.dont_know")))
    # What was never filled in is lit for nobody.
    lit = None if chosen == UNKNOWN else chosen
    key = await ask.choose(ChoiceAsked(phrases.text(question), options, chosen=lit))
    if key is None:
        return None
    return details.with_age(key) if detail == "age" else details.with_first_child(key)


async def _ask_week(session: Session, ask: Ask, details: ChildDetails) -> ChildDetails | None:
    phrases = session.phrases()
    question, earlier = phrases.text("child_now.week"), details.week
    while True:
        typed = await name_until_given(session, ask, question, earlier)
        if typed is None:
            return None
        given = replace(details, week="" if typed.strip() == "0" else typed.strip())
        if not given.week or given.week_number is not None:
            return given
        question, earlier = phrases.text("child_now.week_wrong"), typed
