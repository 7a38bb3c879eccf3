"""What ``/help``, ``/w`` and ``/i`` tell: this step, what can be typed, words, more questions.

Owns the table of commands of a step; what each one does is in ``conversation``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.content.voiced import VoicedText
from giz_gesprek.plain.layout import lay_out
from giz_gesprek.session.explaining import Explaining
from giz_gesprek.session.plan_views import DayView
from giz_gesprek.session.prompts import prompts
from giz_gesprek.session.step_view import WordsView

if TYPE_CHECKING:
    from giz_gesprek.plain.exchange import Exchange
    from giz_gesprek.session.session import Session

TIPS: Final = "button.tips"
"""The professional's own questions, which are told only to who asks for them."""

SIGNS: Final = {
    "/help": "button.help",
    "Enter": "key.enter",
    "1 2 3": "key.digits",
    "/t": "button.back",
    "/s": "button.skip",
    "/m": "button.easier",
    "/l": "button.less_easy",
    "/d": "button.example",
    "/w": "plain.words",
    "/v": "button.read_aloud",
    "/r": "plain.again",
    "/n": "key.f8",
    "/p": "key.f6",
    "/g": "button.enough",
    "/i": TIPS,
    "/a": "table.title",
    "/q": "quit.title",
    ".": "plain.more_lines",
    "/e": "plain.empty",
    "//": "plain.slash",
}
"""Every sign that can be typed on a step, and the text that says what it does."""


def tell_help(exchange: Exchange) -> None:
    """Say what this step asks, and every sign that does something here."""
    exchange.lines.say(exchange.session.view.help)
    exchange.say("help.always", "help.keys_title")
    absent = _absent(exchange.session)
    for sign, text_id in SIGNS.items():
        if not absent.get(sign, False):
            exchange.tell(sign, text_id)


def _absent(session: Session) -> dict[str, bool]:
    """Return of each sign that is not everywhere whether it does nothing on this step."""
    view = session.view
    typing = isinstance(view, WordsView)
    return {
        "1 2 3": not lay_out(view).picks,
        "/t": not view.ways.back,
        "/i": not prompts(session),
        "/d": view.example is None,
        "/s": not view.ways.skip,
        "/g": not view.ways.enough,
        "/m": not view.has_easier,
        "/l": not view.has_plainer,
        "/a": session.conversation.state in {"declined", "finished"},
        ".": not typing,
        "/e": not typing and not isinstance(view, DayView),
        "//": not typing,
    }


def tell_prompts(exchange: Exchange) -> bool:
    """Say the professional's own questions for this step; False where there are none."""
    found = prompts(exchange.session)
    if found:
        exchange.say(TIPS)
        exchange.lines.say(*(f"- {prompt}" for prompt in found))
    return bool(found)


def tell_words(exchange: Exchange) -> None:
    """Say what the words of this step mean, or that none of them is explained."""
    view = exchange.session.view
    # What people said is left as they said it.
    ours = (text for text in (view.title, *view.said) if isinstance(text, VoicedText))
    explained = Explaining.of(exchange.session).explained(ours)
    if not explained:
        exchange.say("plain.no_words")
    for word, meaning in explained:
        exchange.lines.say(f"{word[:1].upper()}{word[1:]}:", meaning)
