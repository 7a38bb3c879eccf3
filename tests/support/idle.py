"""Waiting until an app has nothing left to do, by asking its event loop instead of the clock.

Textual's own waiting sleeps until the process uses little time of the processor: 20 milliseconds
for every key, too long where nothing is to be done and wrong where others keep the processor busy.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import Any

from textual._context import active_app
from textual.app import App, ScreenStackError

from tests.support.waiting import LONGEST_WAIT


async def wait_for_idle(min_sleep: float = 0, max_sleep: float = 0) -> None:
    """Wait until no task of this loop can go on and all is painted.

    Takes the place of ``textual._wait.wait_for_idle``, and has no use for its times. What Textual
    puts off for some milliseconds, painting and another size, is asked for at once; no other
    timer is waited for.
    """
    del min_sleep, max_sleep
    app = active_app.get()
    until = time.monotonic() + LONGEST_WAIT
    await _nothing_is_ready(until)
    with suppress(ScreenStackError):  # as when the app has ended
        while app.is_running and not app._exit and (left := put_off(app)):
            if app._resize_event is not None:
                app._check_resize()
            app.screen._on_timer_update()
            await _nothing_is_ready(until, *left)


async def _nothing_is_ready(until: float, *left: str) -> None:
    loop = asyncio.get_running_loop()
    while True:
        if time.monotonic() > until:
            raise AssertionError(f"the app has something to do all the time: {left}")
        # Behind everything that is ready; what that makes ready in its turn is behind us.
        await asyncio.sleep(0)
        if not loop._ready:  # type: ignore[attr-defined]
            return


def put_off(app: App[Any]) -> list[str]:
    """Return what an app has still to paint or to lay out."""
    screen = app.screen
    waiting = {
        "resize": app._resize_event is not None,
        "layout": screen._layout_required,
        "scroll": screen._scroll_required,
        "repaint": screen._repaint_required,
        "recompose": screen._recompose_required,
        "widgets": bool(screen._dirty_widgets),
        "callbacks": bool(screen._callbacks),
    }
    return [what for what, is_waiting in waiting.items() if is_waiting]
