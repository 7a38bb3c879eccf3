"""What is asked and told of one family over its conversations: its history, and about its child."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from giz_gesprek.i18n import _
from giz_gesprek.plain.ask import LineAsk
from giz_gesprek.plain.exchange import Exchange, Stopped
from giz_gesprek.plain.flows import finished
from giz_gesprek.plain.setup_details import ask_details
from giz_gesprek.session.child_details import details_of, details_problem
from giz_gesprek.session.labels import conversation_in_words
from giz_gesprek.session.log_flow import show_log

if TYPE_CHECKING:
    from collections.abc import Sequence

    from giz_gesprek.content.framework import Framework
    from giz_gesprek.conversation.dossier import Conversation, Dossier
    from giz_gesprek.plain.form import Form
    from giz_gesprek.plain.lines import Lines
    from giz_gesprek.session.child_details import ChildDetails
    from giz_gesprek.session.history import ToldOfTalk
    from giz_gesprek.session.session import Session


def tell_history(lines: Lines, history: Sequence[ToldOfTalk]) -> None:
    """Say every conversation, the last one first."""
    for told in history:
        lines.part()
        lines.say(told.day, *told.lines)


def tell_log(lines: Lines, session: Session) -> None:
    """Say who looked and wrote; nobody knows here who listens along."""
    exchange = Exchange(session, lines, lambda: None)
    with suppress(Stopped):
        exchange.tell_done(finished(show_log(session, LineAsk(exchange), at_table=False)))


def ask_which(form: Form, talks: Sequence[Conversation]) -> Conversation:
    """Return one of the conversations of a family."""
    by_id = {talk.id: talk for talk in talks}
    words = {name: conversation_in_words(talk) for name, talk in by_id.items()}
    return by_id[form.choice(_("Which conversation?"), words)]


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
