"""Running a flow whose every question is answered before it goes on.

Without an event loop: the loop of ``asyncio`` takes Ctrl+C away from the reading of a line.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TypeVar

_Result = TypeVar("_Result")


def finished(flow: Coroutine[None, None, _Result]) -> _Result:
    """Return what ``flow`` returns.

    Raises:
        RuntimeError: it waits for something else than a line.

    """
    try:
        flow.send(None)
    except StopIteration as end:
        result: _Result = end.value
        return result
    flow.close()
    message = "a flow over lines waits for nothing"
    raise RuntimeError(message)
