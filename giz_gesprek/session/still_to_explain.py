"""What a conversation leaves the professional to explain, told in the list of families."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.i18n import ngettext

if TYPE_CHECKING:
    from giz_gesprek.conversation.dossier import Conversation


def still_to_explain(conversation: Conversation) -> str:
    """Return how many agreements nobody told back, in a sentence; empty for none, or after a no."""
    count = sum(not goal.is_agreed for goal in conversation.plan.goals)
    if not count or conversation.state == "declined":
        return ""
    return ngettext(
        "Not agreed yet: {count} goal was not told back.",
        "Not agreed yet: {count} goals were not told back.",
        count,
    ).format(count=count)
