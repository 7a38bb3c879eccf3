"""Asks the questions of a flow as lines of text, one after the other.

Nothing here waits for anything but a line, so a flow over it runs to its end by itself: see
``flows.finished``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.clipboard import Clipboard, terminal_takes_codes, to_terminal
from giz_gesprek.conversation.text import LONGEST_LINE, clean_line, clean_text
from giz_gesprek.export.text import document_text
from giz_gesprek.plain.days import DayTold
from giz_gesprek.plain.entered import Command
from giz_gesprek.plain.layout import quoted
from giz_gesprek.plain.paper import Papers
from giz_gesprek.plain.programmes import ProgrammesTold
from giz_gesprek.plain.typing_words import WordsTyped
from giz_gesprek.session.asking import ChosenDay, Instead, Left
from giz_gesprek.session.dates import DayTyping

if TYPE_CHECKING:
    from collections.abc import Callable

    from giz_gesprek.clipboard import Copied
    from giz_gesprek.plain.exchange import Exchange
    from giz_gesprek.session import asking
    from giz_gesprek.session.help_offer import HelpOffer
    from giz_gesprek.session.paper_offer import PaperPlaces, PaperShown
    from giz_gesprek.session.papers import Place, Written
    from giz_gesprek.session.step_view import WholeView
    from giz_gesprek.summary.document import Document

INSTEAD: Final = "4"
"""Behind a slash, the answer without words: a digit alone is somebody's own words."""


class LineAsk:
    """``session.asking.Ask`` with a few lines for every question; ``/t`` leaves each of them."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._lines = exchange.lines
        self._papers = Papers(exchange)
        self._clipboard = Clipboard(to_terminal if terminal_takes_codes() else None)

    async def words(self, asked: asking.WordsAsked) -> str | asking.Left | asking.Instead | None:
        """Ask for own words."""
        self._lines.part()
        self._lines.say(asked.problem, asked.question)
        standing = asked.earlier if asked.draft.text is None else asked.draft.text
        typed = WordsTyped(self._exchange, standing, asked.draft.save)
        typed.say_what_stands()
        if asked.instead:
            self._exchange.tell_words(f"/{INSTEAD}", asked.instead)
        self._exchange.tell("/t", "button.back")
        while True:
            entered = self._exchange.answered(commands=f"e{INSTEAD}" if asked.instead else "e")
            match entered:
                case Command("e"):
                    typed.empty()
                case Command(name) if name == INSTEAD:
                    return Instead(typed.text)
                case Command():
                    return Left(typed.text)
                case line if not typed.take(line):
                    pass
                case _ if clean_text(typed.text) or asked.may_be_empty:
                    return typed.text
                case _:
                    self._exchange.say("common.words_needed")

    async def choose(self, asked: asking.ChoiceAsked) -> str | None:
        """Ask for one of a list."""
        self._lines.part()
        self._lines.say(asked.heading, asked.question)
        ids = [name for name, _label in asked.options]
        lit = ids.index(asked.chosen) if asked.chosen in ids else None
        chosen = self._exchange.pick(
            [label for _name, label in asked.options],
            lit=lit,
            leave=self._exchange.phrases.text("button.back"),
        )
        return ids[chosen] if isinstance(chosen, int) else None

    async def several(self, asked: asking.SeveralAsked) -> tuple[str, ...] | None:
        """Ask for some of a list."""
        self._lines.part()
        self._lines.say(asked.question, asked.hint)
        ids = [name for name, _label in asked.options]
        chosen = self._exchange.pick_several(
            [label for _name, label in asked.options],
            {ids.index(each) for each in asked.chosen if each in ids},
            leave=self._exchange.phrases.text("button.back"),
            may_be_none=asked.may_be_none,
        )
        return None if chosen is None else tuple(ids[place] for place in chosen)

    async def day(self, asked: asking.DayAsked) -> asking.ChosenDay | asking.Left | None:
        """Ask for a day."""
        typing = DayTyping.of(self._exchange.phrases, recurs=asked.recurs)
        told = DayTold(self._exchange, typing, asked.today, asked.day, asked.standing)
        told.rhythm = typing.read(asked.earlier, asked.today).rhythm
        stands = asked.rhythm or (typing.in_words(asked.day) if asked.day is not None else "")
        self._lines.part()
        self._lines.say(asked.question, typing.format)
        if stands:
            self._lines.say(stands)
            self._exchange.tell("/e", "button.no_date")
        self._exchange.tell("Enter", "button.save" if stands else "button.no_date")
        while True:
            entered = self._exchange.answered(commands="e")
            match entered:
                case Command("e"):
                    return ChosenDay(None)
                case Command():
                    return Left(told.text)
                case line if told.take(line):
                    return ChosenDay(told.day, told.rhythm)

    async def name(self, question: str, earlier: str, *, may_be_empty: bool = False) -> str | None:
        """Ask for a name."""
        self._lines.part()
        self._lines.say(question)
        standing = earlier
        self._exchange.tell("/t", "button.back")
        while True:
            if standing:
                self._lines.say(standing)
                self._exchange.tell("Enter", "button.save")
            elif may_be_empty:
                self._exchange.tell("Enter", "button.skip")
            entered = self._exchange.answered(commands="e" if may_be_empty else "")
            match entered:
                case Command("e"):
                    return ""
                case Command():
                    return None
            name = clean_line(entered) or standing
            standing = name[:LONGEST_LINE]
            if len(name) > LONGEST_LINE:
                self._exchange.say("common.too_long")
            elif name or may_be_empty:
                return name
            else:
                self._exchange.say("common.words_needed")

    async def sure(self, asked: asking.SureAsked) -> bool:
        """Ask before something is taken away; Enter alone is no."""
        self._lines.part()
        self._lines.say(quoted(asked.about) if asked.about else "", asked.question)
        return self._exchange.pick([asked.no, asked.yes], enter=asked.no) == 1

    async def notice(self, heading: str, text: str) -> None:
        """Say a few sentences."""
        self._lines.part()
        self._lines.say(heading, text)

    async def example(self, shown: asking.ExampleShown) -> asking.ExampleWish | None:
        """Tell examples; Enter alone closes them."""
        phrases, lines = self._exchange.phrases, self._lines
        lines.part()
        if shown.own is not None:
            lines.say(phrases.text("common.example_of", name=shown.author), quoted(shown.own))
        if shown.example is not None:
            lines.say(phrases.text("common.example_label"), shown.example)
        elif shown.own is None:
            self._exchange.say("common.no_example")
        ways: dict[asking.ExampleWish, str] = {
            "write": "button.write_example" if shown.own is None else "button.change"
        }
        if shown.own is not None:
            ways["remove"] = "button.remove"
        labels = [phrases.text(text_id) for text_id in ways.values()]
        chosen = self._exchange.pick(labels, enter=phrases.text("button.close"))
        return list(ways)[chosen] if isinstance(chosen, int) else None

    async def programmes(self, offer: HelpOffer) -> bool:
        """Tell of help for a goal."""
        return ProgrammesTold(self._exchange, offer).tell_until_closed()

    async def preview(self, paper: PaperShown) -> PaperShown | None:
        """Read a paper before it is made."""
        return self._papers.preview(paper)

    async def place(self, places: PaperPlaces) -> Written | Place | None:
        """Ask how and where a paper is kept, and write it there."""
        return self._papers.place(places)

    async def copy(self, text: str) -> Copied:
        """Put a text on the clipboard for a minute."""
        return self._clipboard.put(text)

    async def sending(self, send: Callable[[], str]) -> str:
        """Send a paper."""
        self._exchange.say("export.busy")
        return send()

    async def written(self, written: Written) -> None:
        """Say where a paper is."""
        self._papers.tell_where(written)

    async def overview(self, picture: WholeView, *, drawn: bool) -> None:
        """Tell the one picture: each topic, and what each voice chose."""
        self._lines.part()
        del drawn  # nothing is
        self._lines.say(picture.title)
        for part in picture.parts:
            self._lines.say(part.heading)
            for topic in part.topics:
                self._lines.say(picture.option(topic.id).label)
                self._lines.say(*(each.text for each in topic.faces))

    async def card(self, card: Document) -> None:
        """Read the small card."""
        self._lines.part()
        self._lines.say(document_text(card))
        self._exchange.say("card.how")
