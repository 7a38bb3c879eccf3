"""Showing the examples beside a text, and writing an own one: the dialogs, one after the other.

Owns the order of these dialogs; what is kept goes through the session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.examples import own_example
from giz_gesprek.session.edits import example_key, keep_example
from giz_gesprek.tui.dialogs.example import ExampleScreen

if TYPE_CHECKING:
    from giz_gesprek.session.plan import PlanEditing, Show
    from giz_gesprek.session.session import Session


async def show_examples(session: Session, editing: PlanEditing, show: Show, text_id: str) -> None:
    """Show the examples beside a text until they are closed.

    Raises:
        StoreError: the own example could not be taken away.

    """
    while True:
        own, phrases = own_example(session.family, text_id), session.phrases()
        wish = await show(
            ExampleScreen(
                phrases,
                example=phrases.phrase(text_id).example,
                own=own.text if own is not None else None,
                author=session.family.person(own.author_id).name if own is not None else "",
            )
        )
        if wish == "write":
            await editing.words(
                phrases.text("common.example_ask"),
                example_key(text_id),
                lambda text: keep_example(session, text_id, text),
                earlier=own.text if own is not None else "",
                may_be_empty=True,
            )
        elif wish == "remove":
            question = phrases.text("common.example_remove")
            if await editing.sure(question, yes="button.remove", no="button.cancel"):
                keep_example(session, text_id, "")
        else:
            return
