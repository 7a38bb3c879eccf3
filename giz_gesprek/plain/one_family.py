"""What is asked and told of one family: what can be done with it, its history, its child."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from giz_gesprek.errors import OutputError
from giz_gesprek.i18n import _
from giz_gesprek.plain.ask import LineAsk
from giz_gesprek.plain.exchange import Exchange, Stopped
from giz_gesprek.plain.flows import finished
from giz_gesprek.plain.form import Back
from giz_gesprek.plain.setup_details import ask_details
from giz_gesprek.session import voices
from giz_gesprek.session.child_details import asks_about, details_of, details_problem
from giz_gesprek.session.labels import conversation_in_words
from giz_gesprek.session.log_flow import show_log
from giz_gesprek.session.settings import problems
from giz_gesprek.session.still_to_explain import still_to_explain
from giz_gesprek.session.waiting import can_be_shown_alone, waits_for_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from giz_gesprek.content.framework import Framework
    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.dossier import Conversation, Dossier
    from giz_gesprek.plain.form import Form
    from giz_gesprek.plain.lines import Lines
    from giz_gesprek.session.child_details import ChildDetails
    from giz_gesprek.session.families import Families
    from giz_gesprek.session.history import ToldOfTalk
    from giz_gesprek.session.session import Session

FamilyAction: TypeAlias = Literal[
    "continue",
    "alone",
    "others",
    "new",
    "words",
    "child",
    "history",
    "log",
    "give",
    "keep",
    "delete_talk",
    "delete",
    "back",
]
"""What can be done with a family."""


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


def ways_of(
    lines: Lines,
    library: Library,
    dossier: Dossier | None,
    talk: Conversation | None,
    *,
    kept_long: bool,
) -> dict[FamilyAction, str]:
    """Say how far a conversation is; return what can be done with its family."""
    ways: dict[FamilyAction, str] = {}
    if talk is not None and dossier is not None:
        _tell_how_far(lines, library, dossier, talk)
        ways["continue"] = (
            _("Look at this conversation") if _is_over(talk) else _("Go on with this conversation")
        )
        if can_be_shown_alone(library, dossier, talk):
            ways["alone"] = _("We are alone: show the sensitive topics again")
    if dossier is not None:
        if len(dossier.conversations) > 1:
            ways["others"] = _("Another conversation of this family")
            ways["history"] = _("All conversations at a glance")
        ways["new"] = _("New conversation") if talk else _("First conversation")
        ways["words"] = _("Change the words")
        if talk is not None and asks_about(library.framework, dossier, talk):
            ways["child"] = _("Change what decides about help")
        if talk is not None:
            ways["log"] = _("Who looked and wrote")
        ways["give"] = _("Give this family along as a file")
        if kept_long:
            ways["keep"] = _("Keep it longer")
    if talk is not None:
        ways["delete_talk"] = _("Delete only this conversation")
    return {**ways, "delete": _("Delete this family"), "back": _("Back")}


def _tell_how_far(lines: Lines, library: Library, dossier: Dossier, talk: Conversation) -> None:
    words = conversation_in_words(talk)
    lines.say(_("Conversation of {words}.").format(words=words))
    if _is_over(talk):
        lines.say(
            _(
                "The organisation's own record is the dossier: delete this family here when"
                " the report is in it."
            )
        )
    lines.say(still_to_explain(talk), waits_for_alone(library, dossier, talk))


def _is_over(talk: Conversation) -> bool:
    return talk.state in {"finished", "declined"}


def ask_to_delete(
    form: Form,
    families: Families,
    question: str,
    family_id: str,
    conversation_id: str | None = None,
) -> None:
    """Ask, delete for good, say the receipt, and keep it as a file where that is wanted."""
    if not form.choice(question, {False: _("Keep"), True: _("Delete for good")}):
        return
    receipt = families.delete(family_id, conversation_id)
    form.lines.say(receipt)
    keep = {False: _("Close"), True: _("Keep it as a file")}
    if form.choice(_("The receipt"), keep, kept=False):
        try:
            form.lines.say(families.keep_receipt(receipt))
        except OutputError as error:
            form.lines.say(str(error))


def ask_voice(form: Form, families: Families) -> None:
    """Ask which voice reads to every family without one of its own, and keep that."""
    draft = families.settings()
    words = voices.for_all(draft.voice)
    if len(words) == 1:
        form.lines.say(voices.how_to_add())
        return
    with suppress(Back):
        chosen = form.choice(_("Which voice reads"), words, draft.voice)
        families.change_settings(replace(draft, voice=chosen))


def ask_weeks(form: Form, families: Families) -> None:
    """Ask after how many weeks to remind of a family whose report went out, and keep that."""
    form.lines.say(_("Reminder after the report"))
    question = _("After how many weeks; 0 is never")
    draft = families.settings()
    with suppress(Back):
        while True:
            draft = replace(draft, weeks=form.line(question, draft.weeks))
            problem = problems(draft).get("weeks")
            if problem is None:
                families.change_settings(draft)
                return
            form.lines.say(problem)
