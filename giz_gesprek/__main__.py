"""``python -m giz_gesprek``: the command line, where the script is not on the path."""

from __future__ import annotations

import sys

from giz_gesprek.cli import main

sys.exit(main())
