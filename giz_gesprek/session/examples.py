"""Showing the examples beside a text, and writing an own one: one question after the other.

Owns their order; what is kept goes through the session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.examples import own_example
from giz_gesprek.session.asking import ExampleShown, SureAsked
from giz_gesprek.session.edits import example_key, keep_example
from giz_gesprek.session.until_given import words_until_kept

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session


def has_example(session: Session) -> bool:
    """Tell whether there is an example of an answer to this step, ours or the professional's."""
    text_id = session.view.example
    if text_id is None:
        return False
    return bool(session.phrases().phrase(text_id).example or own_example(session.family, text_id))


async def show_examples(session: Session, ask: Ask, text_id: str) -> None:
    """Show the examples beside a text until they are closed.

    Raises:
        StoreError: the own example could not be taken away.

    """
    while True:
        own, phrases = own_example(session.family, text_id), session.phrases()
        wish = await ask.example(
            ExampleShown(
                example=phrases.phrase(text_id).example,
                own=own.text if own is not None else None,
                author=session.family.person(own.author_id).name if own is not None else "",
            )
        )
        if wish == "write":
            await words_until_kept(
                session,
                ask,
                phrases.text("common.example_ask"),
                example_key(text_id),
                lambda text: keep_example(session, text_id, text),
                earlier=own.text if own is not None else "",
                may_be_empty=True,
            )
        elif wish == "remove":
            if await ask.sure(
                SureAsked(
                    phrases.text("common.example_remove"),
                    yes=phrases.text("button.remove"),
                    no=phrases.text("button.cancel"),
                )
            ):
                keep_example(session, text_id, "")
        else:
            return
