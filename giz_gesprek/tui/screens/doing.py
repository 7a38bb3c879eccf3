"""Doing what was asked on a step of a conversation; what asks first does so in dialogs over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.session.performing import at_once

if TYPE_CHECKING:
    from giz_gesprek.session.acts import Act
    from giz_gesprek.session.done import Done
    from giz_gesprek.session.session import Session
    from giz_gesprek.tui.host.host import Host


async def do(host: Host, session: Session, act: Act) -> Done:
    """Carry out ``act``.

    Raises:
        StoreError: it could not be kept; the conversation stands where it stood.

    """
    done = at_once(session, act)
    if done is not None:
        return done
    # A sixth of the program, which somebody who answers waits for once.
    from giz_gesprek.session.asking_first import ask_and_do
    from giz_gesprek.tui.dialogs.answers import DialogAsk

    ask = DialogAsk(host.push_screen_wait, session.phrases, host.copies)
    return await ask_and_do(session, ask, act)
