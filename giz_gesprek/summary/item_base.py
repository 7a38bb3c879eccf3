"""What every item on a paper can do."""

from __future__ import annotations

from dataclasses import dataclass, field

from giz_gesprek.conversation.lines import Line


@dataclass(frozen=True)
class ItemShown:
    """``line`` is the address for changing this or taking it away, None for no line of its own."""

    line: Line | None = field(default=None, kw_only=True)
