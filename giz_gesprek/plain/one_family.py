"""What is asked and told of one family over its conversations: its history, and about its child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.plain.setup_details import ask_details
from giz_gesprek.session.child_details import details_of, details_problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from giz_gesprek.content.framework import Framework
    from giz_gesprek.conversation.dossier import Conversation, Dossier
    from giz_gesprek.plain.form import Form
    from giz_gesprek.plain.lines import Lines
    from giz_gesprek.session.child_details import ChildDetails
    from giz_gesprek.session.history import ToldOfTalk


def tell_history(lines: Lines, history: Sequence[ToldOfTalk]) -> None:
    """Say every conversation, the last one first."""
    for told in history:
        lines.part()
        lines.say(told.day, *told.lines)


def ask_child(
    lines: Lines,
    form: Form,
    framework: Framework,
    dossier: Dossier,
    conversation: Conversation,
) -> ChildDetails:
    """Ask what decides about help until it can be kept; return it."""
    band = dossier.family.person(conversation.focus_child).age_band
    details = details_of(conversation.child_now)
    while True:
        details = ask_details(form, framework, band, details)
        problem = details_problem(framework, band, details)
        if problem is None:
            return details
        lines.say(problem)
