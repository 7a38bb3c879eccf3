"""The conversation: one screen whose middle changes with the step."""

from __future__ import annotations

from asyncio import Lock
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical

from giz_gesprek.content.texts import LADDER
from giz_gesprek.conversation.flow import SUMMARY
from giz_gesprek.conversation.progress import can_stop_for_today, topics_left
from giz_gesprek.export.papers import local_calendar
from giz_gesprek.tui.dialogs.asking import DRAFT_SECONDS, ChooseScreen
from giz_gesprek.tui.reading.states import PACE_KEY
from giz_gesprek.tui.reading.voice import Wishes
from giz_gesprek.tui.screens.helping import HelpingScreen
from giz_gesprek.tui.steps.base import StepBody, StepData
from giz_gesprek.tui.steps.registry import make_body
from giz_gesprek.tui.widgets.key_bar import KeyBar
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.session.session import Session

_KEYS: Final = (("f1", "f2", "f3", "f7"), ("v", "f4", "f6", "f8", "f9"))


class ConversationScreen(HelpingScreen):
    """Heading, step, the ways on, and the row of keys."""

    CSS_PATH = "conversation.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"choose({digit})", show=False) for digit in range(1, 10)),
        Binding("enter", "confirm", show=False),
        Binding("escape", "back", show=False),
        Binding("f1", "help", show=False),
        Binding("f3", "rung(1)", show=False),
        Binding("f4", "example", show=False),
        Binding("f5", "skip", show=False),
        Binding("f6", "pause", show=False),
        Binding("f7", "rung(-1)", show=False),
        Binding("f8", "help_now", show=False),
        Binding("f9", "blank", show=False),
        Binding("pagedown", "scroll_body(1)", show=False),
        Binding("pageup", "scroll_body(-1)", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._body: StepBody | None = None
        # Keys and messages are carried out beside each other, but one step is shown at a time.
        self._showing = Lock()

    def compose(self) -> ComposeResult:
        """Lay out the parts that stay; the body comes with the first step."""
        with Horizontal(id="top"):
            yield Said("", id="title")
            yield Said("", id="left-to-do")
        yield Container(id="middle")
        with Vertical(id="bottom"):
            yield Said("", id="notice")
            with Horizontal(id="ways"):
                yield PlainButton("", id="back")
                yield PlainButton("", id="skip")
                yield PlainButton("", id="enough")
                yield Said("", id="gap")
                yield PlainButton("", big=True, id="next")
            yield KeyBar(*_KEYS)

    async def on_mount(self) -> None:
        """Show where the conversation stands, and keep drafts from now on."""
        if self.session.conversation.state == "finished":
            # Whoever opens it again wants to read, not to write another paper.
            self.session.jump(SUMMARY)
        await self.show_step()
        self.set_interval(DRAFT_SECONDS, self.save_draft_now)
        self.call_after_refresh(self.app.warm_up_voice)

    @property
    def body(self) -> StepBody:
        """The step on the screen."""
        if self._body is None:
            message = "no step has been shown yet"
            raise RuntimeError(message)
        return self._body

    async def show_step(self, notice: str | None = None) -> None:
        """Replace the middle by the step where the session stands."""
        async with self._showing:
            await self._show_step(notice)

    async def _show_step(self, notice: str | None) -> None:
        session = self.session
        step, phrases = session.step, session.phrases()
        self.app.reader.stop()
        self.take_wishes()
        self.read_glossary()
        # The same step again, such as the report after a line was changed: stay at that place.
        before = self._body
        same = before is not None and before.step == step
        place = before.scroll_offset.y if before is not None and same else 0
        body = make_body(
            StepData(
                step=step,
                phrases=phrases,
                library=session.library,
                pictograms=session.library.pictograms,
                talk=session.talk,
                answer=session.answer(),
                draft=session.draft(step.key),
                today=session.today,
                calendar=local_calendar(session.family.settings.language),
            )
        )
        with self.app.batch_update():
            middle = self.query_one("#middle", Container)
            await middle.remove_children()
            self._body = body
            await middle.mount(body)
            self.query_one("#title", Said).update(body.title())
            self.query_one("#left-to-do", Said).update(self._left_to_do())
            if notice is not None:
                self._note(notice)
            else:
                self.show_hint()
            self._word_the_ways(body)
            self.show_reading(speaking=False)
        # Never leave the focus on "back" or "skip" of the step before: Enter goes on.
        self.set_focus(body.first_focus() or self.query_one("#next"))
        if place:
            body.call_after_refresh(body.scroll_to, y=place, animate=False)
        if before is None or not same or before.phrases.rung != phrases.rung:
            self.read_by_itself()
        elif notice is not None:
            self.read_by_itself(self.query_one("#notice"))

    def _word_the_ways(self, body: StepBody) -> None:
        phrases = self.session.phrases()
        for name, text_id in (
            ("back", "button.back"),
            ("skip", "button.skip"),
            ("enough", "button.enough"),
        ):
            self.query_one(f"#{name}", PlainButton).say(phrases.text(text_id))
        self.query_one("#next", PlainButton).say(phrases.text(body.NEXT))
        is_first = body.step == self.session.steps()[0]
        self.query_one("#back").set_class(is_first, "-absent")
        self.query_one("#skip").set_class(not body.CAN_SKIP, "-absent")
        can_stop = can_stop_for_today(self.session.talk)
        self.query_one("#enough").set_class(not can_stop, "-absent")

    def usual_keys(self) -> tuple[str, ...]:
        """Return the keys that are shown while nothing is read aloud."""
        # Room for one of the two: easier, or back to the other words where nothing is easier.
        no_use = "f3" if self.session.family.settings.rung == LADDER[-1] else "f7"
        return tuple(key for group in _KEYS for key in group if key not in {PACE_KEY, no_use})

    def _left_to_do(self) -> str:
        left = topics_left(self.session.talk)
        phrases = self.session.phrases()
        if left == 0:
            return ""
        if left == 1:
            return phrases.text("common.one_topic_left")
        return phrases.text("common.topics_left", number=str(left))

    def show_notice(self, text_id: str) -> None:
        """Show a sentence above the buttons until the next step."""
        self._note(text_id)
        self.read_by_itself(self.query_one("#notice"))

    def _note(self, text_id: str) -> None:
        notice = self.query_one("#notice", Said)
        notice.update(self.session.phrases().text(text_id))
        notice.remove_class("-hint", "-voice", "-until-chosen")

    # --- keeping what is typed ----------------------------------------------------------

    def save_draft_now(self) -> None:
        """Keep what is being typed, wherever it is being typed."""
        typed = self._typed_here()
        if typed is None:
            return
        with self.telling():
            self.session.save_typed(typed)

    def on_screen_suspend(self) -> None:
        """Keep a draft when something covers the conversation: it may be asked to stop."""
        if self in self.app.screen_stack:
            self.save_draft_now()

    def keep_typed(self) -> None:
        """Turn what was typed into an answer before the step is left by another way."""
        typed = self._typed_here()
        if typed is not None:
            self.session.record_words(typed)

    def _typed_here(self) -> str | None:
        """Return what is typed, while the screen shows the step where the session stands."""
        return self.body.typed() if self.body.step == self.session.step else None

    # --- keys ---------------------------------------------------------------------------

    def action_choose(self, digit: int) -> None:
        """Light a choice."""
        self.body.choose(digit)

    @on(PlainButton.Pressed, "#next")
    def action_confirm(self) -> None:
        """Do what the step does with Enter."""
        self.body.confirm()

    @on(PlainButton.Pressed, "#back")
    async def action_back(self) -> None:
        """Show the step before; what was typed is kept."""

        def back() -> None:
            self.keep_typed()
            self.session.back()

        await self.keep(back)

    @on(PlainButton.Pressed, "#skip")
    async def action_skip(self) -> None:
        """Pass the step; what was typed or answered stays."""
        notice = "practice.skipped" if self.session.step.kind == "practice_skip" else None

        def skip() -> None:
            self.keep_typed()
            self.session.skip()

        await self.keep(skip, notice)

    @on(PlainButton.Pressed, "#enough")
    async def stop_for_today(self) -> None:
        """Show the report of what was said so far."""

        def enough() -> None:
            self.keep_typed()
            self.session.enough_for_today()

        await self.keep(enough, "pause.enough")

    @work(exclusive=True)
    async def action_pause(self) -> None:
        """Ask: go on, enough for today, or stop and keep everything."""
        phrases = self.session.phrases()
        ways = {"go_on": "button.go_on", "enough": "button.enough", "stop": "button.stop_here"}
        if not can_stop_for_today(self.session.talk):
            del ways["enough"]
        options = [(way, phrases.text(text_id)) for way, text_id in ways.items()]
        chosen = await self.app.push_screen_wait(
            ChooseScreen(
                phrases,
                f"{phrases.text('pause.kept')}\n{phrases.text('pause.ask')}",
                options,
                heading=phrases.text("pause.title"),
            )
        )
        if chosen == "enough":
            await self.stop_for_today()
        elif chosen == "stop" and await self.keep(self.keep_typed):
            self.leave()

    async def action_rung(self, by: int) -> None:
        """Show the same step in easier words, or one rung back; what stands here stays."""
        place = LADDER.index(self.session.family.settings.rung) + by
        if not 0 <= place < len(LADDER):
            if by > 0:
                self.show_notice("common.no_easier")
            return
        before = self.body
        kept = await self.keep(lambda: self.session.set_rung(LADDER[place]))
        if kept and before.step == self.body.step:
            self.body.take_over(before)

    def action_scroll_body(self, by: int) -> None:
        """Show what does not fit."""
        self.body.scroll_relative(y=by * 8, animate=False)

    def leave(self) -> None:
        """Close this conversation; the list of families is not for the parent to see."""
        self.app.wishes = Wishes(self.app.language)
        self.dismiss(None)
        self.app.lock()
