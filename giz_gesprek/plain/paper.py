"""A paper as lines: reading it before it is made, how and where it is kept, where it is.

Knows no session: the paper is written by what is passed in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from giz_gesprek.errors import OutputError
from giz_gesprek.export.text import document_text
from giz_gesprek.i18n import own_language_name
from giz_gesprek.plain.entered import Command, Entered, read_entered, read_path
from giz_gesprek.session.paper_offer import WISHES
from giz_gesprek.session.papers import LONGEST_NAME, Place, problem_with

if TYPE_CHECKING:
    from giz_gesprek.plain.exchange import Exchange
    from giz_gesprek.session.paper_offer import PaperPlaces, PaperShown, Style
    from giz_gesprek.session.papers import Written


class Papers:
    """The questions about a paper."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._lines = exchange.lines

    def preview(self, paper: PaperShown) -> PaperShown | None:
        """Read the paper, in other words as often as somebody wants; Enter alone makes it.

        The ways that end this come first: they keep their numbers while the words change.
        """
        while True:
            self._lines.part()
            text = self._exchange.phrases.text
            self._lines.say(paper.intro or text("export.preview"))
            self._lines.part()
            self._lines.say(document_text(paper.build(paper.style)))
            self._lines.part()
            others = [(text(WISHES[wish]), replace(paper, wish=wish)) for wish in paper.wishes]
            styles = self._styles(paper)
            ways = [*others, *((label, replace(paper, style=each)) for label, each in styles)]
            chosen = self._exchange.pick(
                [label for label, _paper in ways],
                enter=paper.going_on or text("export.make"),
                leave=text("button.back"),
            )
            if chosen == "enter":
                return paper
            if chosen == "left":
                return None
            paper = ways[chosen][1]
            if paper.wish != "keep":
                return paper

    def _styles(self, paper: PaperShown) -> list[tuple[str, Style]]:
        """Return which other words there are."""
        style, phrases = paper.style, self._exchange.phrases
        styles: list[tuple[str, Style]] = []
        for text_id, by in (("button.easier", 1), ("button.less_easy", -1)):
            other = paper.in_other_words(by)
            if other is not None:
                styles.append((phrases.text(text_id), other))
        turned = paper.overview_turned()
        if turned is not None:
            styles.append((phrases.text(paper.overview_label(turned)), turned))
        for language in paper.languages:
            if language != style.language:
                label = phrases.text("export.language", what=own_language_name(language))
                styles.append((label, replace(style, language=language)))
        return styles

    def place(self, places: PaperPlaces) -> Written | Place | None:
        """Ask kind, folder and name until the paper is written; what goes wrong is said.

        Whoever leaves gets back what was filled in so far.
        """
        place = replace(places.place, name=places.place.name or places.usual)
        while True:
            asked, is_left = self._ask_place(places, place)
            if is_left:
                return None if asked == place else asked
            place = asked
            self._exchange.say("export.busy")
            try:
                return places.write(
                    replace(place, name=None if place.name == places.usual else place.name)
                )
            except OutputError as error:
                self._lines.part()
                self._exchange.say(problem_with(error))

    def _ask_place(self, places: PaperPlaces, place: Place) -> tuple[Place, bool]:
        """Return what was filled in, and whether the questions were left."""
        self._lines.part()
        self._exchange.say("export.kind")
        phrases = self._exchange.phrases
        kind = self._exchange.pick(
            [phrases.text(f"export.{kind}") for kind in places.kinds],
            lit=places.kinds.index(place.kind),
            leave=phrases.text("button.back"),
        )
        if not isinstance(kind, int):
            return place, True
        place = replace(place, kind=places.kinds[kind])
        folder = self._line("export.folder", place.folder, read_path)
        if folder is None:
            return place, True
        place = replace(place, folder=folder)
        name = self._line("export.file", place.name or "", read_entered)
        if name is None:
            return place, True
        return replace(place, name=name[:LONGEST_NAME]), False

    def _line(self, text_id: str, standing: str, read: Callable[[str], Entered]) -> str | None:
        """Ask for a line; an empty one keeps what stands."""
        self._exchange.say(text_id)
        self._lines.say(standing)
        self._exchange.tell("Enter", "button.save")
        entered = self._exchange.answered(read=read)
        return None if isinstance(entered, Command) else entered.strip() or standing

    def tell_where(self, written: Written) -> None:
        """Say where a paper is, and what to look after."""
        self._lines.part()
        self._exchange.say("export.where")
        self._lines.say(str(written.path))
        self._exchange.say("export.careful")
        if written.replaced:
            signs = " ".join(written.replaced)
            self._lines.say(self._exchange.phrases.text("export.replaced", what=signs))
        if written.other_voice:
            self._exchange.say("voice.other")
