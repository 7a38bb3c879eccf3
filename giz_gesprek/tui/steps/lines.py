"""What was written, line by line: one person's answers on a topic, or the whole report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal, Vertical

from giz_gesprek.session.acts import ChangeLine, GoNext, RemoveLine
from giz_gesprek.session.shown import Shown
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.tui.reading.parts import HEARD
from giz_gesprek.tui.steps.base import StepBody, WayButton
from giz_gesprek.tui.steps.line_view import LineView
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from giz_gesprek.session.acts import Act

_STATEMENT: Final = "statement"
_NOTICE_ROWS: Final = 3
"""Rows that a sentence below the report takes from it, or gives back, while it is read."""


class LinesBody(StepBody[LinesView]):
    """Each line with its buttons; beside a picture where the view has one."""

    def compose(self) -> ComposeResult:
        """Lay out what was written, and the way back to where the conversation was left."""
        view = self.view
        if view.pictogram is None:
            yield from self._written()
        else:
            with Horizontal(classes="with-picture"):
                yield self.pictures.picture(view.pictogram, modest=True)
                with Vertical(classes="beside"):
                    yield from self._written()
        yield from self.to_do()
        if view.silences is not None:
            yield WayButton(view.silences, id="silences")
        if view.resume is not None:
            yield WayButton(view.resume, id="go-on")

    def _written(self) -> ComposeResult:
        view = self.view
        if view.intro:
            yield Said(view.intro, classes=f"{_STATEMENT} -page" if view.is_empty else _STATEMENT)
        if view.overview is not None:
            yield WayButton(view.overview, id="overview")
        for part in view.parts:
            if part.heading:
                yield Said(part.heading, classes=f"heading {HEARD}" if part.is_heard else "heading")
            for line in part.lines:
                yield LineView(line)
        if view.question:
            yield Said(view.question, classes="question")
        if view.hint:
            yield Said(view.hint, classes="hint")

    def focus_after(self, before: StepBody[Shown], act: Act) -> Widget | None:
        """Stay at the line that was changed, or that came in the place of one that is gone."""
        line = act.line if isinstance(act, ChangeLine | RemoveLine) else None
        lines = [each for part in self.view.parts for each in part.lines]
        if not isinstance(before, LinesBody) or not lines:
            return super().focus_after(before, act)
        earlier = [each.line for part in before.view.parts for each in part.lines]
        place = min(earlier.index(line), len(lines) - 1) if line in earlier else 0
        changes = [each for each in self.query(LineView) if each.query(".change")]
        away = {each: abs(lines.index(each.written) - place) for each in changes}
        nearest = min(away, key=away.__getitem__, default=None)
        return nearest.query_one(".change") if nearest is not None else None

    def confirm(self) -> None:
        """Go on: it is right as it stands. The report is seen to its end before that."""
        if not self.view.seen_first or self.scroll_offset.y >= self.max_scroll_y - _NOTICE_ROWS:
            self.act(GoNext())
            return
        below = self.scroll_offset.y + self.scrollable_content_region.height
        self.scroll_to(y=below, animate=False, immediate=True)
        if below < self.max_scroll_y - _NOTICE_ROWS:
            self.post_message(self.Noticed("summary.more", until_chosen=True))
        else:
            self.post_message(self.Echoed())
