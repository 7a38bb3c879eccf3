"""Somebody who is asked: answers from a script, and remembers every question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from giz_gesprek.clipboard import Copied
from giz_gesprek.session.asking import (
    ChoiceAsked,
    ChosenDay,
    DayAsked,
    ExampleShown,
    ExampleWish,
    Instead,
    SeveralAsked,
    SureAsked,
    WordsAsked,
)
from giz_gesprek.session.help_offer import HelpOffer
from giz_gesprek.session.paper_offer import PaperPlaces, PaperShown
from giz_gesprek.session.papers import Written
from giz_gesprek.session.step_view import WholeView
from giz_gesprek.summary.document import Document

LEAVES = None
"""Somebody leaves the question."""


class Scripted:
    """``session.asking.Ask`` that takes the next answer of a script; after the last it leaves.

    Attributes:
        asked: every question so far, as it was asked.

    """

    def __init__(self, *answers: object) -> None:
        self._answers = iter(answers)
        self.asked: list[object] = []

    async def words(self, asked: WordsAsked) -> str | Instead | None:
        """Take own words, or ``Instead``."""
        given: str | Instead | None = self._next(asked)
        return given

    async def choose(self, asked: ChoiceAsked) -> str | None:
        """Take the id of one of a list, which has to be there."""
        chosen: str | None = self._next(asked)
        assert chosen is None or chosen in dict(asked.options), chosen
        return chosen

    async def several(self, asked: SeveralAsked) -> tuple[str, ...] | None:
        """Take the ids of some of a list, which have to be there."""
        chosen: tuple[str, ...] | None = self._next(asked)
        assert chosen is None or set(chosen) <= set(dict(asked.options)), chosen
        return chosen

    async def day(self, asked: DayAsked) -> ChosenDay | None:
        """Take a day."""
        day: ChosenDay | None = self._next(asked)
        return day

    async def name(self, question: str, earlier: str, *, may_be_empty: bool = False) -> str | None:
        """Take a name."""
        name: str | None = self._next((question, earlier))
        assert name != "" or may_be_empty
        return name

    async def sure(self, asked: SureAsked) -> bool:
        """Take a yes or a no; leaving is no."""
        return self._next(asked) is True

    async def notice(self, heading: str, text: str) -> None:
        """Read a few sentences."""
        self._next((heading, text))

    async def example(self, shown: ExampleShown) -> ExampleWish | None:
        """Take what somebody wants to do with an example."""
        wish: ExampleWish | None = self._next(shown)
        return wish

    async def programmes(self, offer: HelpOffer) -> bool:
        """Look at the offer; a script names the programmes to choose, or ``True``: the child."""
        answer = self._next(offer)
        for programme in answer if isinstance(answer, tuple | list) else ():
            offer.keep(programme, True)
        return answer is True

    async def preview(self, paper: PaperShown) -> PaperShown | None:
        """Go on with the paper as it is, with what a script wishes, or leave."""
        wish = self._next(paper)
        if wish in paper.wishes:
            return replace(paper, wish=wish)
        return paper if wish else None

    async def place(self, places: PaperPlaces) -> Written | None:
        """Write the paper at the place of the script, or leave."""
        place = self._next(places)
        return None if place is None else places.write(place)

    async def copy(self, text: str) -> Copied:
        """Take a text; a script names what came of it."""
        done: Copied = self._next(("copy", text)) or "not_copied"
        return done

    async def sending(self, send: Callable[[], str]) -> str:
        """Send a paper."""
        return send()

    async def written(self, written: Written) -> None:
        """Read where a paper is."""
        self._next(written)

    async def overview(self, picture: WholeView, *, drawn: bool) -> None:
        """Look at the one picture."""
        del drawn
        self._next(picture)

    async def card(self, card: Document) -> None:
        """Look at the card."""
        self._next(card)

    def texts(self) -> Iterator[str]:
        """Yield everything that was shown with the questions so far, from top to bottom."""
        for asked in self.asked:
            yield from (text for text in texts_of(asked) if text)

    def _next(self, asked: object) -> Any:
        self.asked.append(asked)
        return next(self._answers, LEAVES)


def texts_of(asked: object) -> Iterator[str]:  # noqa: C901 - one a kind of question
    """Yield the words of a question of ``Scripted.asked``; what is not there is empty."""
    match asked:
        case WordsAsked(question, _draft, earlier, _may_be_empty, problem, instead):
            yield from (question, earlier, problem, instead)
        case ChoiceAsked(question, options, heading):
            yield from (heading, *question.split("\n"), *(label for _id, label in options))
        case SeveralAsked(question, hint, options):
            yield from (question, hint, *(label for _id, label in options))
        case DayAsked(question):
            yield question
        case SureAsked(question, yes, no, about):
            yield from (question, about, yes, no)
        case ExampleShown(example, own, author):
            yield from (example or "", own or "", author)
        case HelpOffer(first, others, on_request):
            for shelf in (first, others, on_request):
                for offer in shelf.offers:
                    yield from (offer.name, offer.about)
        case (str() as first, str() as second):
            yield from (first, second)
