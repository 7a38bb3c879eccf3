"""The place of the step on the conversation screen: shows it, and keeps what is typed there."""

from __future__ import annotations

from asyncio import Lock
from typing import TYPE_CHECKING

from textual import getters, work
from textual.containers import Container
from textual.message import Message

from giz_gesprek.content.pictograms import Look
from giz_gesprek.errors import StoreError
from giz_gesprek.session.acts import LeaveAdvice, SeekAdvice
from giz_gesprek.session.asking import DRAFT_SECONDS
from giz_gesprek.tui.host.drafting import Drafting
from giz_gesprek.tui.host.host import Host
from giz_gesprek.tui.steps.registry import make_body
from giz_gesprek.tui.widgets.picture import Pictures

if TYPE_CHECKING:
    from giz_gesprek.session.acts import Act
    from giz_gesprek.session.session import Session
    from giz_gesprek.session.shown import Shown
    from giz_gesprek.tui.steps.base import StepBody


class Stage(Container, Drafting):
    """One body after the other, that of the step where ``session`` stands."""

    class NotKept(Message):
        """What is being typed could not be kept."""

    app = getters.app(Host)

    def __init__(self, session: Session) -> None:
        super().__init__(id="middle")
        self._session = session
        self._body: StepBody[Shown] | None = None
        self._rung = session.family.settings.rung
        # Keys and messages are carried out beside each other, but one step is shown at a time.
        self.showing = Lock()

    def on_mount(self) -> None:
        """Keep drafts from now on."""
        self.set_interval(DRAFT_SECONDS, self.keep_draft)

    @property
    def body(self) -> StepBody[Shown]:
        """The step on the screen."""
        if self._body is None:
            message = "no step has been shown yet"
            raise RuntimeError(message)
        return self._body

    async def show(self, done: Act | None = None) -> bool:
        """Show the step where the session stands; tell whether it is another one than before.

        The same step, such as the report after a line was changed, stays at its place. In other
        words, and after asking for advice was ``done``, it keeps what was typed or lit.
        """
        session, before = self._session, self._body
        settings = session.family.settings
        body = make_body(session.view, self._pictures())
        other_rung = settings.rung != self._rung
        same = before is not None and before.view.step == body.view.step
        await self.remove_children()
        self._body, self._rung = body, settings.rung
        await self.mount(body)
        if before is not None and same:
            if before.scroll_offset.y:
                place = before.scroll_offset.y
                body.call_after_refresh(body.scroll_to, y=place, animate=False)
            if other_rung or isinstance(done, SeekAdvice | LeaveAdvice):
                body.take_over(before)
        self.call_after_refresh(self._settle)
        return not same or other_rung

    def _pictures(self) -> Pictures:
        """Return what makes the pictures: both the family and the professional can be without."""
        app = self.app
        return Pictures(
            self._session.library.pictograms,
            wanted=self._session.family.settings.pictures and app.pictures != "off",
            look=Look.DOTS if app.has_dots else Look.BLOCKS,
        )

    @work(thread=True, group="settle", exit_on_error=False)
    def _settle(self) -> None:
        self._session.kept.settle()

    def typed(self) -> str | None:
        """Return what is typed, while the screen shows the step where the session stands."""
        return self.body.typed() if self.body.view.step == self._session.step else None

    def keep_draft(self) -> None:
        """Keep what is being typed; tell when that cannot be."""
        typed = self.typed() if self._body is not None else None
        if typed is None:
            return
        try:
            self._session.save_typed(typed)
        except StoreError:
            self.post_message(self.NotKept())
