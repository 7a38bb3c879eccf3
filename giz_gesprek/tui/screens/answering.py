"""What the conversation screen does with the messages of a body: keep, then show.

Owns the way from a message to the session. Knows no layout.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from textual import getters, on, work

from giz_gesprek.conversation.agenda import offered_topics
from giz_gesprek.conversation.choosing import chosen_topics
from giz_gesprek.errors import StoreError
from giz_gesprek.session import edits
from giz_gesprek.session.plan import PlanEditing
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.dialogs.asking import ChooseScreen
from giz_gesprek.tui.dialogs.explaining import ExplainingScreen
from giz_gesprek.tui.dialogs.help import NoticeScreen
from giz_gesprek.tui.dialogs.paper import PaperMaking
from giz_gesprek.tui.steps.base import Leaving, StepBody

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from giz_gesprek.conversation.lines import Line
    from giz_gesprek.session.session import Session


class AnsweringScreen(ExplainingScreen[None]):
    """Carries out what happens on a step."""

    app = getters.app(GizApp)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    # What the screen with the layout provides.

    @property
    def body(self) -> StepBody:
        """The step on the screen."""
        raise NotImplementedError

    async def show_step(self, notice: str | None = None) -> None:
        """Show the step where the session stands, with a sentence under it."""
        raise NotImplementedError

    def show_notice(self, text_id: str) -> None:
        """Show a sentence for everybody at the table."""
        raise NotImplementedError

    def leave(self) -> None:
        """Close this conversation."""
        raise NotImplementedError

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Say so when something could not be kept; the step stays, and can be tried again."""
        try:
            yield
        except StoreError:
            self.show_notice("common.not_saved")
            self.body.stay()

    async def keep(
        self,
        change: Callable[[], None],
        notice: str | None = None,
        *,
        leaving: Leaving | None = None,
    ) -> bool:
        """Carry out a change and show the step; say so and stay when it could not be kept.

        What comes from a step that was left meanwhile changes nothing.
        """
        if leaving is not None and leaving.left != self.session.step:
            return False
        kept = False
        with self.telling():
            change()
            kept = True
        if kept:
            await self.show_step(notice)
        return kept

    # --- answers ------------------------------------------------------------------------

    @on(StepBody.GoNext)
    async def go_next(self, event: StepBody.GoNext) -> None:
        """Show the next step."""
        await self.keep(self.session.next, event.notice, leaving=event)

    @on(StepBody.ChoiceConfirmed)
    async def record_choice(self, event: StepBody.ChoiceConfirmed) -> None:
        """Keep a choice and go on."""
        await self.keep(lambda: self.session.answer_choice(event.choice), leaving=event)

    @on(StepBody.StateConfirmed)
    async def record_state(self, event: StepBody.StateConfirmed) -> None:
        """Keep "don't know" or "rather not say" and go on."""
        await self.keep(lambda: self.session.answer_state(event.state), leaving=event)

    @on(StepBody.WordsGiven)
    async def record_words(self, event: StepBody.WordsGiven) -> None:
        """Keep own words and go on."""
        await self.keep(lambda: self.session.answer_words(event.text), leaving=event)

    @on(StepBody.ConsentGiven)
    async def record_consent(self, event: StepBody.ConsentGiven) -> None:
        """Keep whether the parent wants to talk."""
        choose = self.session.agree if event.choice == "start" else self.session.decline
        await self.keep(choose, leaving=event)

    @on(StepBody.DateGiven)
    async def record_date(self, event: StepBody.DateGiven) -> None:
        """Keep a day and go on."""
        await self.keep(lambda: self.session.answer_day(event.day), leaving=event)

    # --- choosing -----------------------------------------------------------------------

    @on(StepBody.SideChosen)
    async def open_side(self, event: StepBody.SideChosen) -> None:
        """Open a side of the triangle."""
        await self.keep(lambda: edits.open_side(self.session, event.side), leaving=event)

    @on(StepBody.TopicToggled)
    async def toggle_topic(self, event: StepBody.TopicToggled) -> None:
        """Choose a topic or leave it; the screen stays, or shows again what is kept."""
        try:
            edits.toggle_topic(self.session, event.side, event.topic)
        except StoreError:
            await self.show_step("common.not_saved")

    @on(StepBody.TopicAddAsked)
    @work(exclusive=True)
    async def add_topic(self, event: StepBody.TopicAddAsked) -> None:
        """Let the professional add a topic of this side, with a reason."""
        session, phrases = self.session, self.session.phrases()
        chosen = chosen_topics(session.talk, event.side)
        offered = offered_topics(session.talk, event.side)
        options = [
            (topic, phrases.text(f"{topic}.title")) for topic in offered if topic not in chosen
        ]
        if not options:
            self.show_notice("topics.two_or_three")
            return
        topic = await self.app.push_screen_wait(
            ChooseScreen(phrases, phrases.text("topics.choose"), options)
        )
        if topic is None:
            return
        with self.telling():
            added = await self.editing.words(
                phrases.text("topics.add_reason"),
                f"add-topic:{event.side}",
                lambda reason: edits.add_topic(session, event.side, topic, reason),
                may_be_empty=True,
            )
            if added:
                await self.show_step()

    @on(StepBody.Jumped)
    async def jump(self, event: StepBody.Jumped) -> None:
        """Show another step."""
        await self.keep(lambda: self.session.jump(event.step), leaving=event)

    @on(StepBody.Resumed)
    async def resume(self, event: StepBody.Resumed) -> None:
        """Go back to where the conversation was left."""
        await self.keep(self.session.go_on, leaving=event)

    @on(StepBody.AdviceSought)
    async def seek_advice(self, event: StepBody.AdviceSought) -> None:
        """Say openly that the professional asks for advice."""
        await self.keep(lambda: edits.seek_advice(self.session), leaving=event)

    @on(StepBody.Noticed)
    def notice(self, event: StepBody.Noticed) -> None:
        """Show a sentence."""
        self.show_notice(event.text_id)
        self.query_one("#notice").set_class(event.until_chosen, "-until-chosen")

    # --- plan, lines, paper -------------------------------------------------------------

    @property
    def editing(self) -> PlanEditing:
        """The dialogs of the plan, shown over this screen."""
        return PlanEditing(self.session, self.app.push_screen_wait)

    @on(StepBody.PlanEditAsked)
    @work(exclusive=True)
    async def edit_plan(self, event: StepBody.PlanEditAsked) -> None:
        """Write a part of the plan."""
        with self.telling():
            await self.editing.edit(event.action, event.id)
            await self.show_step()

    @on(StepBody.LineChangeAsked)
    @work(exclusive=True)
    async def change_line(self, event: StepBody.LineChangeAsked) -> None:
        """Change own words here; for a choice go back to its question."""
        with self.telling():
            if await self.editing.change_line(event.line):
                await self.show_step()
            elif event.line.step is not None and event.line.kind == "answer":
                await self.go_to_answer(event.line)

    async def go_to_answer(self, line: Line) -> None:
        """Show the question of a line, if it is still on the agenda."""
        if line.step in self.session.steps():
            await self.keep(lambda: self.session.jump(line.step or self.session.step))

    @on(StepBody.LineRemoveAsked)
    @work(exclusive=True)
    async def remove_line(self, event: StepBody.LineRemoveAsked) -> None:
        """Take a line away after asking."""
        if await self.editing.sure_to_remove():
            await self.keep(lambda: edits.remove_line(self.session, event.line), "summary.removed")

    @cached_property
    def papers(self) -> PaperMaking:
        """The dialogs of the papers; they know the folder of the last one."""
        return PaperMaking(self.session, self.app.push_screen_wait)

    @on(StepBody.PaperAsked)
    @work(exclusive=True)
    async def make_paper(self, event: StepBody.PaperAsked) -> None:
        """Make a paper and say where it is."""
        written = await self.papers.make(event.audience)
        if written is not None:
            with self.telling():
                edits.note_export(self.session, event.audience)
            await self.papers.show_written(written)

    @on(StepBody.CardAsked)
    @work(exclusive=True)
    async def show_card(self) -> None:
        """Show what to copy by hand where there is no printer."""
        await self.papers.show_card()

    @on(StepBody.FinishAsked)
    @work(exclusive=True)
    async def finish(self) -> None:
        """Thank the parent and close the conversation; after a no only close it."""
        if self.session.conversation.state != "declined":
            if not await self.keep(self.session.finish):
                return
            phrases = self.session.phrases()
            await self.app.push_screen_wait(
                NoticeScreen(phrases, phrases.text("finish.title"), phrases.text("finish.thanks"))
            )
        self.leave()

    @on(StepBody.DeleteAsked)
    def delete(self) -> None:
        """Delete what was written, after a no."""
        with self.telling():
            self.session.delete_conversation()
            self.leave()
