"""Asking until there is an answer, or the question is left. Nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from giz_gesprek.conversation.text import clean_text
from giz_gesprek.errors import StoreError
from giz_gesprek.session.asking import ChosenDay, Draft, Instead, Left, SureAsked, WordsAsked

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask, DayAsked
    from giz_gesprek.session.session import Session


async def words_until_kept(
    session: Session,
    ask: Ask,
    question: str,
    key: str,
    keep: Callable[[str], None],
    *,
    earlier: str = "",
    may_be_empty: bool = False,
) -> bool:
    """Ask for own words until they are kept; False when the question was left.

    A draft stands under ``key`` meanwhile. Words that cannot be kept stay in the field.

    Raises:
        StoreError: the draft could not be taken away.

    """
    asked = WordsAsked(question, _draft_at(session, key), earlier, may_be_empty)
    return isinstance(await _until_kept(session, ask, asked, key, keep), str)


async def words_or_instead(
    session: Session, ask: Ask, question: str, key: str, keep: Callable[[str], None], instead: str
) -> bool:
    """Ask for own words as above, beside which ``instead`` can be answered; tell whether it was.

    Raises:
        StoreError: the draft could not be taken away.

    """
    asked = WordsAsked(question, _draft_at(session, key), instead=instead)
    return isinstance(await _until_kept(session, ask, asked, key, keep), Instead)


def _draft_at(session: Session, key: str) -> Draft:
    return Draft(session.draft(key), lambda text: session.save_draft(key, text))


async def _until_kept(
    session: Session, ask: Ask, asked: WordsAsked, key: str, keep: Callable[[str], None]
) -> str | Instead | None:
    """Ask until the words are kept, and return them; or what was given instead, or nothing."""
    while True:
        given = await ask.words(asked)
        if isinstance(given, Left | Instead) and not await _may_be_lost(
            session, ask, given.typed, asked.earlier
        ):
            draft = replace(asked.draft, text=given.typed)
            asked = replace(asked, draft=draft, problem="")
            continue
        if not isinstance(given, str):
            session.drop_draft(key)
            return given if isinstance(given, Instead) else None
        try:
            keep(given)
        except StoreError:
            problem = session.phrases().text("common.not_saved")
            asked = replace(asked, draft=replace(asked.draft, text=given), problem=problem)
        else:
            return given


async def day_until_given(session: Session, ask: Ask, asked: DayAsked) -> ChosenDay | None:
    """Ask for a day; None when the question was left, and nothing that was typed with it."""
    while True:
        given = await ask.day(asked)
        if not isinstance(given, Left):
            return given
        if await _may_be_lost(session, ask, given.typed, asked.earlier):
            return None
        asked = replace(asked, typed=given.typed)


async def name_until_given(
    session: Session, ask: Ask, question: str, earlier: str, *, may_be_empty: bool = False
) -> str | None:
    """Ask for a name; None when the question was left, and nothing that was typed with it."""
    standing = earlier
    while True:
        given = await ask.name(question, standing, may_be_empty=may_be_empty)
        if not isinstance(given, Left):
            return given
        if await _may_be_lost(session, ask, given.typed, earlier):
            return None
        standing = given.typed


async def _may_be_lost(session: Session, ask: Ask, typed: str, earlier: str) -> bool:
    """Ask before what was typed is lost; at once where nothing is."""
    if clean_text(typed) in {"", clean_text(earlier)}:
        return True
    phrases = session.phrases()
    return await ask.sure(
        SureAsked(
            phrases.text("common.not_kept_yet"),
            yes=phrases.text("button.remove"),
            no=phrases.text("button.type_on"),
            about=typed,
        )
    )


async def sure_to_remove(session: Session, ask: Ask, about: str = "") -> bool:
    """Ask before a line is taken away for good; ``about`` are the words on it."""
    phrases = session.phrases()
    return await ask.sure(
        SureAsked(
            phrases.text("summary.remove_ask"),
            yes=phrases.text("button.remove"),
            no=phrases.text("button.cancel"),
            about=about,
        )
    )
