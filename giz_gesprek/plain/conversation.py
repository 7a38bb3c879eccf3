"""The conversation, step after step: a step is told, and what is typed becomes an act.

Owns where the number that is lit and the words that are typed stand. What an act does is carried
out by ``session.performing``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.errors import StoreError
from giz_gesprek.plain.ask import LineAsk
from giz_gesprek.plain.commands import act_of
from giz_gesprek.plain.days import DayTold
from giz_gesprek.plain.entered import Command, read_number
from giz_gesprek.plain.flows import finished
from giz_gesprek.plain.help import tell_help, tell_prompts, tell_words
from giz_gesprek.plain.layout import Pick, lay_out
from giz_gesprek.plain.telling import Teller
from giz_gesprek.plain.typing_words import WordsTyped
from giz_gesprek.session import acts
from giz_gesprek.session.performing import perform
from giz_gesprek.session.plan_views import DayView
from giz_gesprek.session.step_view import (
    CHOOSE_FIRST,
    CHOOSE_ONLY,
    ChoiceView,
    PageView,
    TopicsView,
    WordsView,
)

if TYPE_CHECKING:
    from giz_gesprek.plain.exchange import Exchange
    from giz_gesprek.plain.voice import Reader


class Conversation:
    """One conversation until it is left. ``reader`` reads steps aloud."""

    def __init__(self, exchange: Exchange, reader: Reader) -> None:
        self._exchange = exchange
        self._session = exchange.session
        self._lines = exchange.lines
        self._reader = reader
        self._teller = Teller(exchange)
        self._ask = LineAsk(exchange)
        self._face = lay_out(self._session.view)
        self._lit: Pick | None = None
        self._words: WordsTyped | None = None
        self._day: DayTold | None = None
        self._left = False

    def hold(self) -> None:
        """Tell each step and take what is typed, until the conversation is left.

        Raises:
            EndOfInput: there is no further line; everything is kept where it stands.
            Stopped: somebody stops; everything is kept.

        """
        self._exchange.tell("Enter", "button.next")
        self._exchange.tell("/help", "button.help")
        self._show()
        while not self._left:
            entered = self._exchange.entered()
            if isinstance(entered, Command):
                self._do(entered.name)
            else:
                self._take(entered)

    def _show(self, *, anew: bool = False) -> None:
        """Tell the step where the session stands; in other words it keeps what stands there."""
        view = self._session.view
        other = anew or not self._teller.is_at(view)
        self._face = lay_out(view)
        self._lit = None if other else self._lit_again()
        if not isinstance(view, WordsView):
            self._words = None
        elif other or self._words is None:
            self._words = WordsTyped(self._exchange, view.typed, self._session.save_typed)
        if not isinstance(view, DayView):
            self._day = None
        elif other or self._day is None:
            self._day = DayTold(self._exchange, view.typing, view.today, view.day, view.entered)
        self._teller.tell(view, self._face, self._words)
        if self._lit is not None:
            self._light(self._lit)
        if other and self._session.family.settings.read_aloud and self._lines.live:
            self._read_aloud(view.new)

    def _lit_again(self) -> Pick | None:
        lit = self._lit.id if self._lit is not None else ""
        return next((pick for pick in self._face.picks.values() if lit and pick.id == lit), None)

    def _read_aloud(self, said: tuple[str, ...]) -> None:
        settings = self._session.family.settings
        self._reader.read(said, settings.language, settings.speech_rate, self._exchange.say)
        if not self._lines.live:
            self._reader.wait()  # the next line of a pipe would silence it at once

    # --- text ---------------------------------------------------------------------------

    def _take(self, text: str) -> None:
        view = self._session.view
        match view:
            case WordsView() if self._words is not None:
                if self._words.take(text):
                    self._perform(view.give(self._words.text))
            case DayView() if self._day is not None:
                if self._day.take(text):
                    self._perform(view.give(self._day.day))
            case _ if text.strip():
                self._take_number(text)
            case _:
                self._confirm()

    def _take_number(self, text: str) -> None:
        number = read_number(text)
        pick = self._face.picks.get(number) if number is not None else None
        if pick is None:
            self._tell_what_is_missing()
        elif pick.ways:
            self._ask_what_to_do(pick)
        elif pick.at_once and pick.act is not None:
            self._toggle(pick, pick.act)
        elif pick is self._lit and not pick.id:
            # What was lit by mistake must not stand in the way of going on.
            self._lit = None
            self._exchange.tell("Enter", "button.next")
        else:
            self._light(pick)

    def _tell_what_is_missing(self) -> None:
        """Ask for a number, or say that there is none to choose."""
        view = self._session.view
        none = CHOOSE_ONLY if self._face.picks else "plain.press_enter"
        missing = view.missing if isinstance(view, ChoiceView) else none
        self._exchange.say(missing)
        if missing == CHOOSE_FIRST:  # it speaks of a button
            self._exchange.tell("/s", "button.skip")

    def _light(self, pick: Pick) -> None:
        self._lit = pick
        self._lines.say(pick.echo, pick.about)
        view = self._session.view
        if isinstance(view, ChoiceView) and view.remark is not None:
            self._exchange.say(view.remark)
        self._exchange.tell("Enter", "button.confirm")

    def _toggle(self, pick: Pick, act: acts.Act) -> None:
        """Choose a topic, or leave it; say what holds then."""
        if not self._perform(act):
            return
        view = self._session.view
        self._lit = None  # what was lit before must not happen with the next Enter
        if isinstance(view, TopicsView) and pick.id in view.chosen:
            self._lines.say(*view.echo)
        else:
            label = self._exchange.phrases.inside(pick.label)
            self._lines.say(self._exchange.phrases.text("plain.left", topic=label))

    def _ask_what_to_do(self, pick: Pick) -> None:
        """Say a line again, and ask what to do with it."""
        self._lines.say(pick.label)
        cancel = self._exchange.phrases.text("button.back")
        chosen = self._exchange.pick([way.label for way in pick.ways], leave=cancel)
        if isinstance(chosen, int):
            self._perform(pick.ways[chosen].act)

    def _confirm(self) -> None:
        """Take what is lit, or else do what Enter does on this step."""
        act = self._lit.act if self._lit is not None else self._act_of_enter()
        if act is None:
            self._tell_what_is_missing()
        elif self._perform(act):
            self._lit = None  # Enter twice does nothing twice

    def _act_of_enter(self) -> acts.Act | None:
        view = self._session.view
        match view:
            case PageView() | TopicsView():
                return view.confirm
            case ChoiceView():
                before = (option for option in view.options if option.id == view.chosen)
                return next((option.act for option in before), None)
            case _:  # what can be done there has a number of its own
                return acts.GoNext()

    # --- commands -----------------------------------------------------------------------

    def _do(self, name: str) -> None:
        view = self._session.view
        typed = self._words or self._day
        act = act_of(name, view, typed.text if typed is not None else None)
        if act is not None:
            self._perform(act)
            return
        match name:
            case "help":
                tell_help(self._exchange)
            case "w":
                tell_words(self._exchange)
            case "i" if tell_prompts(self._exchange):
                pass
            case "v":
                self._read_aloud(self._session.view.said)
            case "r":
                self._teller.tell_all(view, self._face, self._words)
            case "e" if self._words is not None:
                self._words.empty()
            case digit if read_number(digit) is not None and self._words is None:
                self._take(digit)
            case _:
                self._exchange.refuse()

    # --- acts ---------------------------------------------------------------------------

    def _perform(self, act: acts.Act) -> bool:
        """Carry out an act and tell what follows; False where it was not kept: the step stays."""
        try:
            done = finished(perform(self._session, self._ask, act))
        except StoreError:
            self._exchange.say(self._session.kept.refusal)
            return False
        self._exchange.tell_done(done)
        if done.then == "leave":
            self._left = True
        elif done.then == "show":
            self._show(anew=done.anew)
        elif isinstance(act, acts.ChangeRung) and done.notice is None:
            self._exchange.refuse()
        elif isinstance(act, acts.ASKING):
            self._teller.ask_again(self._session.view)
        return True
