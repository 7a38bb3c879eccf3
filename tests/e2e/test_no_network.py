"""A conversation stays on this computer: a part of it with the network out of reach."""

from __future__ import annotations

from pathlib import Path

from giz_gesprek.store import Store
from tests.store.support import FEW_ITERATIONS
