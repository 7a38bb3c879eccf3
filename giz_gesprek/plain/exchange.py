"""What is said and entered at one table, in the family's words.

Owns the two acts of choosing by number, and what can be done at every moment: help, whom to call
now, stopping. Must not know which step or flow it serves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from giz_gesprek.plain.entered import Command, Entered, numbered, read_entered, read_number
from giz_gesprek.session.help_now import help_now

if TYPE_CHECKING:
    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.plain.lines import Lines
    from giz_gesprek.session.done import Done
    from giz_gesprek.session.session import Session

Chosen: TypeAlias = int | Literal["enter", "left"]
"""The place in the list that was confirmed; Enter with nothing lit; or the list was left."""


class Stopped(Exception):
    """Somebody stops here. Everything has been kept by then."""


class Exchange:
    """Says texts of the content, and reads what is entered.

    Raises:
        EndOfInput: there is no further line.
        Stopped: somebody stops; every method that reads can raise both.

    """

    def __init__(
        self, session: Session, lines: Lines, silence: Callable[[], None], *, demo: bool = False
    ) -> None:
        """Speak about ``session``; ``silence`` ends what is read aloud as soon as a line comes."""
        self.session = session
        self.lines = lines
        self._silence = silence
        self._demo = demo

    @property
    def phrases(self) -> Phrasebook:
        """The words of this moment: they can change between two questions."""
        return self.session.phrases()

    def say(self, *text_ids: str) -> None:
        """Say texts of the content."""
        self.lines.say(*(self.phrases.text(text_id) for text_id in text_ids))

    def tell(self, sign: str, text_id: str) -> None:
        """Say what typing a sign does: ``Enter: Verder``."""
        self.tell_words(sign, self.phrases.text(text_id))

    def tell_words(self, sign: str, words: str) -> None:
        """Say what typing a sign does, in these words."""
        self.lines.say(f"{sign}: {words}")

    def tell_help_now(self) -> None:
        """Say whom to call now."""
        self.say("help_now.title")
        self.lines.say(*help_now(self.session))

    def tell_done(self, done: Done) -> None:
        """Say what follows an act, before the step that is shown then."""
        for notice in (done.notice, self.session.kept.news()):
            if notice is not None:
                self.lines.say(self.phrases.text(notice, who=done.who))
        if done.call_now:
            self.tell_help_now()

    def refuse(self) -> None:
        """Say that a command does nothing here, and where stands what does."""
        self.say("plain.not_here")
        self.tell("/help", "button.help")

    def entered(self, read: Callable[[str], Entered] = read_entered) -> Entered:
        """Return what is typed next; what can be done at every moment is done first.

        ``read`` tells a command from text.
        """
        while True:
            self.session.kept.settle()
            entered = read(self.lines.read())
            self._silence()
            match entered:
                case Command("n"):
                    self.tell_help_now()
                case Command("q"):
                    self._ask_to_stop()
                case _:
                    return entered

    def answered(
        self, commands: str = "", read: Callable[[str], Entered] = read_entered
    ) -> Entered:
        """Return what is typed on a question of a flow: a text, ``/t``, or one of ``commands``."""
        while True:
            entered = self.entered(read)
            match entered:
                case Command("help"):
                    self._tell_of_a_question()
                case Command(name) if name != "t" and name not in commands:
                    self.refuse()
                case _:
                    return entered

    def pick(
        self,
        labels: Sequence[str],
        *,
        lit: int | None = None,
        echo: Callable[[int], None] | None = None,
        enter: str | None = None,
        leave: str = "",
    ) -> Chosen:
        """Let one of a list be chosen: a number lights, Enter confirms.

        Args:
            labels: of the list, which is said first.
            lit: the place that was chosen before.
            echo: says what is lit, in other words than its label.
            enter: what Enter does while nothing is lit, in words; without it a choice is needed.
            leave: what ``/t`` does, in words; empty where nobody needs to hear that.

        """
        self.lines.say(*(numbered(number, label) for number, label in enumerate(labels, 1)))
        if leave:
            self.tell_words("/t", leave)
        if lit is not None:
            self._light(labels, lit, echo)
        elif enter is not None:
            self.tell_words("Enter", enter)
        while True:
            entered = self.answered()
            if isinstance(entered, Command):
                return "left"
            number = read_number(entered)
            if number is not None and 1 <= number <= len(labels):
                lit = number - 1
                self._light(labels, lit, echo)
            elif entered.strip() or (lit is None and enter is None):
                self.say("common.choose_only")
            else:
                return "enter" if lit is None else lit

    def pick_several(
        self, labels: Sequence[str], chosen: set[int], *, leave: str, may_be_none: bool = False
    ) -> tuple[int, ...] | None:
        """Let some of a list be chosen: a number chooses one or leaves it again, Enter confirms.

        Returns their places in order, or None when the list was left with ``/t``. None of them is
        an answer only where it ``may_be_none``.
        """
        chosen = set(chosen)
        self.lines.say(*(numbered(number, label) for number, label in enumerate(labels, 1)))
        self.tell_words("/t", leave)
        self._tell_chosen(labels, chosen, may_be_none=may_be_none)
        while True:
            entered = self.answered()
            if isinstance(entered, Command):
                return None
            number = read_number(entered)
            if number is not None and 1 <= number <= len(labels):
                chosen ^= {number - 1}
                if number - 1 not in chosen:
                    self.lines.say(self.phrases.text("plain.left", topic=labels[number - 1]))
                self._tell_chosen(labels, chosen, may_be_none=may_be_none)
            elif entered.strip() or not (chosen or may_be_none):
                self.say("common.choose_only")
            else:
                return tuple(sorted(chosen))

    def _tell_chosen(self, labels: Sequence[str], chosen: set[int], *, may_be_none: bool) -> None:
        """Say who or what is chosen by now, and what Enter does then."""
        between = "\n" if may_be_none else ", "  # such a list is one of sentences
        if chosen:
            self.lines.say(between.join(labels[place] for place in sorted(chosen)))
        if chosen or may_be_none:
            self.tell("Enter", "button.confirm")

    def _light(self, labels: Sequence[str], place: int, echo: Callable[[int], None] | None) -> None:
        if echo is not None:
            echo(place)
        else:
            self.lines.say(labels[place])
            self.tell("Enter", "button.confirm")

    def _ask_to_stop(self) -> None:
        asked, stop = (
            ("quit.demo", "quit.title") if self._demo else ("quit.ask", "button.stop_here")
        )
        self.say(asked)
        ways = [self.phrases.text("button.go_on"), self.phrases.text(stop)]
        if self.pick(ways, enter=ways[0]) == 1:
            raise Stopped

    def _tell_of_a_question(self) -> None:
        self.tell("1 2 3", "key.digits")
        self.tell("Enter", "button.confirm")
        self.tell("/t", "button.back")
        self.tell("/n", "key.f8")
        self.tell("/q", "quit.title")
