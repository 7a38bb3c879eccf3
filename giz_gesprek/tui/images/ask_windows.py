"""One question and its answer in a console of Windows."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    import time
    from collections.abc import Callable
    from ctypes import wintypes
    from typing import Final

    # The app uses the same calls of the console, a moment later.
    from textual.drivers import win32

    _KEY: Final = 1
    _MOST: Final = 256

    def exchange(
        question: str, is_complete: Callable[[str], bool], until: float
    ) -> tuple[str, tuple[int, int] | None]:
        """Write a question; return everything that came in. The pixels of a cell are not known.

        Reads until the answer is complete or the moment ``until`` of the monotonic clock.

        Raises:
            OSError: this is no console.

        """
        console = win32.GetStdHandle(win32.STD_INPUT_HANDLE)
        records = (win32.INPUT_RECORD * _MOST)()
        count = wintypes.DWORD(0)
        answer = ""
        restore = win32.enable_application_mode()
        try:
            sys.stderr.write(question)
            sys.stderr.flush()
            while not is_complete(answer):
                left = int((until - time.monotonic()) * 1000)
                if left <= 0 or win32.wait_for_handles([console], left) is None:
                    break
                win32.KERNEL32.ReadConsoleInputW(
                    console, ctypes.byref(records), _MOST, ctypes.byref(count)
                )
                for record in records[: count.value]:
                    key = record.Event.KeyEvent
                    if record.EventType == _KEY and key.bKeyDown:
                        answer += key.uChar.UnicodeChar
            return answer, None
        finally:
            restore()
