"""The report of a failure that nobody foresaw: where it was, never what it was about.

Owns what may be written down when the program breaks. A message, a local variable or a
value can hold a name or an answer, so none of them is in a report: it has the types of
the errors and the lines of our own files, which is enough to find the place. Only the
boundaries, the command line, the app and the speech worker, call this.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from giz_gesprek import __version__
from giz_gesprek.files import private_folder, write_file
from giz_gesprek.paths import log_dir

_PACKAGE = Path(__file__).resolve().parent
_LONGEST_CHAIN = 20


def write_report(error: BaseException) -> Path | None:
    """Write a redacted report on *error*, readable by its owner only.

    Returns:
        The file, or None where none could be written: failing twice helps nobody.

    """
    now = datetime.now(UTC)
    try:
        folder = log_dir()
        private_folder(folder)
        path = folder / f"crash-{now:%Y%m%dT%H%M%S.%fZ}-{os.getpid()}.txt"
        write_file(path, describe(error, now).encode())
    except OSError:
        return None
    return path


def describe(error: BaseException, now: datetime) -> str:
    """Return the text of a report: versions, moment, error types, our own lines."""
    lines = [
        f"giz-gesprek {__version__}",
        f"python {sys.version_info.major}.{sys.version_info.minor} on {sys.platform}",
        f"{now:%Y-%m-%dT%H:%M:%SZ}",
    ]
    for one in _chain(error):
        kind = type(one)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        lines.extend(f"  {place}" for place in _our_lines(one))
    return "\n".join(lines) + "\n"


def _chain(error: BaseException) -> Iterator[BaseException]:
    waiting = [error]
    seen: set[int] = set()
    while waiting and len(seen) < _LONGEST_CHAIN:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup):
            waiting.extend(one.exceptions)
        waiting.extend(cause for cause in (one.__cause__, one.__context__) if cause is not None)


def _our_lines(error: BaseException) -> Iterator[str]:
    step = error.__traceback__
    while step is not None:
        file = Path(step.tb_frame.f_code.co_filename)
        if file.is_relative_to(_PACKAGE):
            # Relative: the folder of an installation can hold the name of a user.
            yield f"giz_gesprek/{file.relative_to(_PACKAGE).as_posix()}:{step.tb_lineno}"
        step = step.tb_next
