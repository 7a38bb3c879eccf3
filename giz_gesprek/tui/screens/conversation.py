"""The conversation: one screen whose middle changes with the step.

Owns the layout and the keys. What is done on a step is carried out by ``session.performing``.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from giz_gesprek.errors import StoreError
from giz_gesprek.session import acts
from giz_gesprek.session.performing import asks_first, is_late
from giz_gesprek.tui.reading.aloud import Aloud
from giz_gesprek.tui.reading.terms import Terms
from giz_gesprek.tui.reading.voice import Wishes
from giz_gesprek.tui.screens.at_every_moment import AtEveryMoment
from giz_gesprek.tui.screens.doing import do
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.steps.stage import Stage
from giz_gesprek.tui.steps.step_place import KEYS, StepPlace, wishes_of
from giz_gesprek.tui.widgets.key_bar import KeyBar
from giz_gesprek.tui.widgets.notice_line import NoticeLine
from giz_gesprek.tui.widgets.said import PlainButton, Said
from giz_gesprek.tui.widgets.ways_on import WaysRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from giz_gesprek.session.session import Session

_PAGE: Final = 8
"""Lines that a page key moves."""

_TYPED: Final[dict[str, Callable[[str | None], acts.Act]]] = {
    "back": acts.GoBack,
    "skip": acts.Skip,
    "enough": acts.Enough,
    "pause": acts.Pause,
    "table": acts.SetTable,
}
"""The ways on that keep what is typed, by their names on this screen."""


_ACTIONS: Final = {
    **{str(digit): f"choose({digit})" for digit in range(1, 10)},
    "enter": "confirm",
    "escape": "way('back')",
    "f1": "help",
    "f3": "rung(1)",
    "f4": "example",
    "f5": "way('skip')",
    "f6": "way('pause')",
    "f7": "rung(-1)",
    "f8": "help_now",
    "f9": "blank",
    "ctrl+t": "way('table')",
    "pagedown": "scroll_body(1)",
    "pageup": "scroll_body(-1)",
}
"""What each key does."""


class ConversationScreen(AtEveryMoment):
    """Heading, step, the ways on, and the row of keys."""

    CSS_PATH = "conversation.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, show=False) for key, action in _ACTIONS.items()
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.aloud = Aloud(
            self,
            StepPlace(
                self,
                session,
                tell=partial(self.show_notice, about_voice=True),
                show_hint=self.show_hint,
            ),
        )
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
            yield KeyBar(*KEYS)

    async def on_mount(self) -> None:
        """Show where the conversation stands."""
        await self.show_step()
        self.call_after_refresh(self.app.warm_up_voice)

    async def show_step(
        self, notice: str | None = None, done: acts.Act | None = None, *, who: str = ""
    ) -> None:
        """Show the step where the session stands, with a sentence under it by its text id.

        ``who`` is whom it names. After something was ``done`` on this same step, the keys stay.
        """
        async with self.stage.showing:
            before = self.stage.body if done is not None else None
            self.app.reader.stop()
            self.app.wishes, self._terms = wishes_of(self.session), Terms.of(self.session)
            notice = (news := self.session.kept.news()) or notice
            with self.app.batch_update():
                other = await self.stage.show(done)
                view = self.session.view
                self.query_one("#title", Said).update(view.title)
                self.query_one("#left-to-do", Said).update(view.ways.left_to_do)
                self.query_one(WaysRow).say(view.ways)
                if notice is not None:  # what was done before is no news beside a new choice
                    text = self.session.phrases().text(notice, who=who)
                    self.query_one(NoticeLine).tell(text, until_chosen=news is None)
                else:
                    self.show_hint()
                self.aloud.show_reading(speaking=False)
            body = self.stage.body
            stays = done is not None and before is not None and before.view.step == view.step
            there = body.focus_after(before, done) if stays and before and done else None
            # Never leave the focus on "back" or "skip" of the step before: Enter goes on.
            focus = there or body.first_focus() or self.query_one("#next")
            # A step begins at its top: a long list does not push its question off the screen.
            self.set_focus(focus, scroll_visible=there is not None)
            if other:
                self.aloud.read_by_itself()
            elif notice is not None:
                self.aloud.read_by_itself("#notice")

    # --- what is done on a step ---------------------------------------------------------

    @on(StepBody.Acted)
    async def take_act(self, event: StepBody.Acted) -> None:
        """Carry out what was done on the step that is shown."""
        if not is_late(self.session, event.act, event.step):
            await self.carry_out(event.act)

    async def carry_out(self, act: acts.Act) -> None:
        """Do it, and show what follows; what asks something first does not hold up the keys."""
        if asks_first(self.session, act):
            self._ask(act)
        else:
            await self._perform(act)

    @work(exclusive=True)
    async def _ask(self, act: acts.Act) -> None:
        await self._perform(act)

    async def _perform(self, act: acts.Act) -> None:
        """Carry out an act; say so and stay when it could not be kept."""
        try:
            done = await do(self.app, self.session, act)
        except StoreError:
            if isinstance(act, acts.IN_PLACE):  # what is lit is not what is kept
                await self.show_step(self.session.kept.refusal)
            else:
                self.say_not_saved()
            return
        if done.then == "leave":
            self.leave()
        elif done.then == "show":
            await self.show_step(done.notice, act, who=done.who)
            if done.call_now:
                self.action_help_now()
        else:
            if done.notice is not None:
                self.show_notice(done.notice, until_chosen=isinstance(act, acts.Tell))
            if isinstance(act, acts.IN_PLACE):
                self.stage.body.renew(self.session.view)
                self.query_one(WaysRow).say(self.session.view.ways)
            elif isinstance(act, acts.LEAVING):
                self.stage.body.stay()
            elif isinstance(act, acts.ShowExample):  # there can be one now, or none any more
                self.aloud.show_reading(speaking=False)

    @on(Stage.NotKept)
    def say_not_saved(self) -> None:
        """Say that something could not be kept; the step stays, and can be tried again."""
        self.show_notice(self.session.kept.refusal)
        self.stage.body.stay()

    @on(StepBody.Noticed)
    def notice(self, event: StepBody.Noticed) -> None:
        """Show a sentence."""
        self.show_notice(event.text_id, until_chosen=event.until_chosen)

    def show_notice(self, text_id: str, **until: bool) -> None:
        """Show a sentence for everybody at the table; see ``NoticeLine.tell`` for how long."""
        self.query_one(NoticeLine).tell(self.session.phrases().text(text_id), **until)
        self.aloud.read_by_itself("#notice")

    def show_hint(self) -> None:
        """Say instead of a notice that a word of this step is explained, if there is one."""
        line = self.query_one(NoticeLine)
        line.hint("")
        if self.explained_words():
            line.hint(self.session.phrases().text("help.words_hint"))

    @on(StepBody.Echoed)
    def take_echo(self) -> None:
        """Let a choice be heard where the family wants that; nothing is missing any more."""
        if self.query_one(NoticeLine).waits_for_choice:
            self.show_hint()
        self.aloud.read_by_itself("#echo, #about")

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

    def action_scroll_body(self, by: int) -> None:
        """Show what does not fit."""
        # At once: of keys that come fast, each goes on from where the one before has come.
        self.stage.body.scroll_relative(y=by * _PAGE, animate=False, immediate=True)

    @property
    def terms(self) -> Terms | None:
        """The words that are explained at the family's rung."""
        return self._terms
