"""A process of the program: the script, and ``python -m giz_gesprek`` where that is not found.

What holds for a whole process stands here and is set before anything else of ours is loaded;
:func:`giz_gesprek.cli.main` can be called by others, and leaves their process as it was.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from typing import Final, NoReturn

MADE_BEFORE_A_LOOK: Final = 100_000
"""Things made and not gone, after which Python looks for garbage: more than most commands make."""


def run() -> NoReturn:
    """Run the command line, and end the process with its exit code."""
    # A plugin that some other package installed would be shown all that families told.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    gc.set_threshold(MADE_BEFORE_A_LOOK)
    # All memory goes with the process: nothing needs to be looked through once more at its end.
    atexit.register(gc.freeze)
    from giz_gesprek.cli import main

    sys.exit(main())


if __name__ == "__main__":
    run()
