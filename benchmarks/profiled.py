"""``python -m benchmarks.profiled PATH ARGUMENTS``: the program, writing its profile at SIGUSR1.

By the signal: a program that is ended in a terminal goes as fast as it can, and writes nothing.
"""

from __future__ import annotations

import cProfile
import signal
import sys
from pathlib import Path


def main() -> int:
    """Run the program with the other arguments."""
    path, profile = Path(sys.argv[1]), cProfile.Profile()

    def write(_number: int, _frame: object) -> None:
        draft = path.with_suffix(".draft")
        profile.dump_stats(draft)
        draft.replace(path)

    signal.signal(signal.SIGUSR1, write)
    with profile:
        from giz_gesprek.cli import main as program  # what it imports is in the profile

        return program(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
