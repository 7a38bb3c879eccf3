"""The conversation: one screen whose middle changes with the step.

Owns the layout and the keys. What is done on a step is carried out by ``session.performing``.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, TextArea

from giz_gesprek.content.texts import LADDER
from giz_gesprek.conversation.flow import SUMMARY
from giz_gesprek.errors import StoreError
from giz_gesprek.session import acts
from giz_gesprek.session.help_now import help_now
from giz_gesprek.session.performing import is_late, perform
from giz_gesprek.session.prompts import prompts
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.dialogs.answers import DialogAsk
from giz_gesprek.tui.dialogs.explaining import ExplainingScreen
from giz_gesprek.tui.dialogs.help import HelpScreen
from giz_gesprek.tui.dialogs.help_now import HelpNowScreen
from giz_gesprek.tui.reading import states
from giz_gesprek.tui.reading.parts import Part, parts_in, without_repeats
from giz_gesprek.tui.reading.screen import ReadableScreen
from giz_gesprek.tui.reading.terms import Terms
from giz_gesprek.tui.reading.voice import Wishes
from giz_gesprek.tui.screens.blank import BlankScreen
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.steps.stage import Stage
from giz_gesprek.tui.widgets.key_bar import KeyBar
from giz_gesprek.tui.widgets.notice_line import NoticeLine
from giz_gesprek.tui.widgets.said import PlainButton, Said
from giz_gesprek.tui.widgets.ways_on import WaysRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult

    from giz_gesprek.session.session import Session

_KEYS: Final = (("f1", "f2", "f3", "f7"), ("v", "f4", "f6", "f8", "f9"))
_KEYS_WHILE_READING: Final = ("f8", "f9")
"""Beside those for the voice: who needs help or a blank screen now can see how."""
_BUTTONS_OF_LINES: Final = "line-buttons"
_PAGE: Final = 8
"""Lines that a page key moves."""

_TYPED: Final[dict[str, Callable[[str | None], acts.Act]]] = {
    "back": acts.GoBack,
    "skip": acts.Skip,
    "enough": acts.Enough,
    "pause": acts.Pause,
}
"""The ways on that keep what is typed, by their names on this screen."""


class ConversationScreen(ExplainingScreen[None], ReadableScreen[None]):
    """Heading, step, the ways on, and the row of keys."""

    CSS_PATH = "conversation.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"choose({digit})", show=False) for digit in range(1, 10)),
        Binding("enter", "confirm", show=False),
        Binding("escape", "way('back')", show=False),
        Binding("f1", "help", show=False),
        Binding("f3", "rung(1)", show=False),
        Binding("f4", "example", show=False),
        Binding("f5", "way('skip')", show=False),
        Binding("f6", "way('pause')", show=False),
        Binding("f7", "rung(-1)", show=False),
        Binding("f8", "help_now", show=False),
        Binding("f9", "blank", show=False),
        Binding("pagedown", "scroll_body(1)", show=False),
        Binding("pageup", "scroll_body(-1)", show=False),
    ]

    app = getters.app(GizApp)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.stage = Stage(session)
        self._terms: Terms | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts that stay; the body comes with the first step."""
        with Horizontal(id="top"):
            yield Said("", id="title")
            yield Said("", id="left-to-do")
        yield self.stage
        with Vertical(id="bottom"):
            yield NoticeLine("", id="notice")
            yield WaysRow()
            yield KeyBar(*_KEYS)

    async def on_mount(self) -> None:
        """Show where the conversation stands."""
        if self.session.conversation.state == "finished":
            # Whoever opens it again wants to read, not to write another paper.
            self.session.jump(SUMMARY)
        await self.show_step()
        self.call_after_refresh(self.app.warm_up_voice)

    async def show_step(self, notice: str | None = None) -> None:
        """Show the step where the session stands, with a sentence under it by its text id."""
        async with self.stage.showing:
            self.app.reader.stop()
            self._take_settings()
            with self.app.batch_update():
                other = await self.stage.show()
                view = self.session.view
                self.query_one("#title", Said).update(view.title)
                self.query_one("#left-to-do", Said).update(view.ways.left_to_do)
                self.query_one(WaysRow).say(view.ways)
                if notice is not None:
                    self.query_one(NoticeLine).tell(self.session.phrases().text(notice))
                else:
                    self.take_back_about_voice(always=True)
                self.show_reading(speaking=False)
            # Never leave the focus on "back" or "skip" of the step before: Enter goes on.
            self.set_focus(self.stage.body.first_focus() or self.query_one("#next"))
            if other:
                self.read_by_itself()
            elif notice is not None:
                self.read_by_itself(self.query_one(NoticeLine))

    def _take_settings(self) -> None:
        """Take over how this family is read to, and the words that are explained to it."""
        settings = self.session.family.settings
        self.voiced.wishes = Wishes(
            settings.language,
            settings.speech_rate,
            by_itself=settings.read_aloud,
            keep_rate=self.session.set_speech_rate,
        )
        self._terms = Terms.of(self.session)

    # --- what is done on a step ---------------------------------------------------------

    @on(StepBody.Acted)
    async def take_act(self, event: StepBody.Acted) -> None:
        """Carry out what was done on the step that is shown."""
        if not is_late(self.session, event.act, event.step):
            await self.carry_out(event.act)

    async def carry_out(self, act: acts.Act) -> None:
        """Do it, and show what follows; what asks something first does not hold up the keys."""
        if isinstance(act, acts.ASKING):
            self._ask(act)
        else:
            await self._perform(act)

    @work(exclusive=True)
    async def _ask(self, act: acts.Act) -> None:
        await self._perform(act)

    async def _perform(self, act: acts.Act) -> None:
        """Carry out an act; say so and stay when it could not be kept."""
        ask = DialogAsk(self.app.push_screen_wait, self.session.phrases)
        try:
            done = await perform(self.session, ask, act)
        except StoreError:
            if isinstance(act, acts.ToggleTopic):  # what is lit is not what is kept
                await self.show_step("common.not_saved")
            else:
                self.say_not_saved()
            return
        if done.then == "leave":
            self.leave()
        elif done.then == "show":
            await self.show_step(done.notice)
        elif done.notice is not None:
            self.show_notice(done.notice)

    @on(Stage.NotKept)
    def say_not_saved(self) -> None:
        """Say that something could not be kept; the step stays, and can be tried again."""
        self.show_notice("common.not_saved")
        self.stage.body.stay()

    @on(StepBody.Noticed)
    def notice(self, event: StepBody.Noticed) -> None:
        """Show a sentence."""
        self.show_notice(event.text_id, until_chosen=event.until_chosen)

    def show_notice(
        self, text_id: str, *, about_voice: bool = False, until_chosen: bool = False
    ) -> None:
        """Show a sentence for everybody at the table, until the next step."""
        line = self.query_one(NoticeLine)
        text = self.session.phrases().text(text_id)
        line.tell(text, about_voice=about_voice, until_chosen=until_chosen)
        self.read_by_itself(line)

    @on(StepBody.Echoed)
    def take_echo(self) -> None:
        """Let a choice be heard where the family wants that; nothing is missing any more."""
        if self.query_one(NoticeLine).waits_for_choice:
            self.take_back_about_voice(always=True)
        self.read_by_itself(*self.stage.body.query("#echo, #about"))

    def on_screen_suspend(self) -> None:
        """Keep a draft when something covers the conversation: it may be asked to stop."""
        if self in self.app.screen_stack:
            self.stage.keep_draft()

    def leave(self) -> None:
        """Close this conversation; the list of families is not for the parent to see."""
        self.app.wishes = Wishes(self.app.language)
        self.dismiss(None)
        self.app.lock()

    # --- keys ---------------------------------------------------------------------------

    def action_choose(self, digit: int) -> None:
        """Light a choice."""
        self.stage.body.choose(digit)

    @on(PlainButton.Pressed, "#next")
    def action_confirm(self) -> None:
        """Do what the step does with Enter."""
        self.stage.body.confirm()

    @on(PlainButton.Pressed, "#back, #skip, #enough")
    async def press_way(self, event: PlainButton.Pressed) -> None:
        """Go the way that was pointed at."""
        await self.action_way(event.button.id or "")

    async def action_way(self, name: str) -> None:
        """Go another way than on; what was typed is kept."""
        await self.carry_out(_TYPED[name](self.stage.typed()))

    async def action_rung(self, by: int) -> None:
        """Show the same step in easier words, or one rung back; what stands here stays."""
        await self.carry_out(acts.ChangeRung(by))

    async def action_example(self) -> None:
        """Show examples in somebody else's words; the professional can write one."""
        await self.carry_out(acts.ShowExample(self.session.view.example))

    def action_help(self) -> None:
        """Explain the words on the screen and this step."""
        session, words = self.session, self.explained_words()
        self.app.push_screen(
            HelpScreen(session.phrases(), session.view.help, prompts(session), words)
        )

    def action_help_now(self) -> None:
        """Show whom to call now."""
        drawing = self.session.framework.page_pictures.get("help_now.title")
        picture = self.stage.body.pictures.picture(drawing, modest=True)
        numbers = help_now(self.session)
        self.app.push_screen(HelpNowScreen(self.session.phrases(), numbers, picture))

    def action_blank(self) -> None:
        """Empty the screen at once."""
        self.app.push_screen(BlankScreen(self.session.phrases()))

    def action_scroll_body(self, by: int) -> None:
        """Show what does not fit."""
        self.stage.body.scroll_relative(y=by * _PAGE, animate=False)

    # --- reading aloud ------------------------------------------------------------------

    @property
    def terms(self) -> Terms | None:
        """The words that are explained at the family's rung."""
        return self._terms

    def main_parts(self) -> Iterator[Part]:
        """Yield the step from top to bottom, then a notice; not the same buttons at every line."""
        yield from (part for part in parts_in(self.stage.body) if not _is_of_a_line(part))
        notice = self.query_one(NoticeLine)
        if not notice.is_hint:
            yield from parts_in(notice)

    def other_parts(self) -> Iterator[Part]:
        """Yield what can be done with a line, what the step is about, and the ways on."""
        of_lines = (part for part in parts_in(self.stage.body) if _is_of_a_line(part))
        notice = self.query_one(NoticeLine)
        hint = parts_in(notice) if notice.is_hint else ()
        around = parts_in(self.query_one("#top"), self.query_one(WaysRow))
        yield from chain(without_repeats(of_lines), hint, around)

    def tell_about_voice(self, text_id: str) -> None:
        """Show a text above the buttons."""
        self.show_notice(text_id, about_voice=True)

    def take_back_about_voice(self, *, always: bool = False) -> None:
        """Show the hint where a text about the voice stands, or ``always``.

        The hint says that a word of this step is explained, if there is one.
        """
        line = self.query_one(NoticeLine)
        if always or line.is_about_voice:
            line.hint("")
            if self.explained_words():
                line.hint(self.session.phrases().text("help.words_hint"))

    def show_reading(self, *, speaking: bool) -> None:
        """Show what the keys do; while the voice reads, that it does and the keys for it."""
        phrases, rate = self.session.phrases(), self.voiced.wishes.rate
        rung = self.session.family.settings.rung
        # Room for one of the two: easier, or back to the other words where nothing is easier.
        no_use = {states.PACE_KEY, "f3" if rung == LADDER[-1] else "f7"}
        usual = [key for group in _KEYS for key in group if key not in no_use]
        shown = _KEYS_WHILE_READING if speaking else usual
        words: dict[str, str] = {key: phrases.text(f"key.{key}") for key in shown}
        if speaking:
            words |= {key: text for key, _action, text in states.keys(phrases, rate)}
        if isinstance(self.focused, Input | TextArea):
            words.pop(states.PACE_KEY, None)  # there it is a letter
        # There is no row of keys any more while the app ends.
        for keys in self.query(KeyBar):
            keys.say(words, phrases.text(states.PACES[rate]) if speaking else "")


def _is_of_a_line(part: Part) -> bool:
    return any(each.has_class(_BUTTONS_OF_LINES) for each in part.widget.ancestors)
