"""The paper to take home: for whom, and where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.widgets import Input

from giz_gesprek.tui.steps.base import StepBody, StepData
from giz_gesprek.tui.steps.choice import ChoosingBody
from giz_gesprek.tui.widgets.choice_list import Option
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.summary.items import Audience

_AUDIENCES: Final[tuple[Audience, ...]] = ("family", "professional")
_DONE: Final = "done"


class ExportBody(ChoosingBody):
    """Choose for whom, see where it was written, finish."""

    HELP: ClassVar[str] = "help.export"
    CAN_SKIP = False

    def __init__(self, data: StepData) -> None:
        super().__init__(data)
        self.folder = Input(str(data.folder), id="folder")

    def title(self) -> str:
        """Return the heading of the paper."""
        return self.say("export.title")

    def options(self) -> list[Option]:
        """Return the two papers, and the end."""
        papers = [
            Option(audience, self.data.phrases.text(f"export.{audience}"), digit)
            for digit, audience in enumerate(_AUDIENCES, start=1)
        ]
        done = self.data.phrases.text("finish.done")
        return [*papers, Option(_DONE, done, len(papers) + 1, aside=True)]

    def question(self) -> str:
        """Return for whom the paper is."""
        return self.say("export.ask")

    def compose(self) -> ComposeResult:
        """Add the folder and the place where the paper went."""
        yield from super().compose()
        yield Said(self.say("export.folder"), classes="hint")
        yield self.folder
        yield Said("", id="written")

    def take(self, option: str) -> None:
        """Ask for the paper, or end the conversation."""
        if option == _DONE:
            self.post_message(self.FinishAsked())
            return
        folder = Path(self.folder.value.strip() or self.data.folder)
        self.post_message(
            self.ExportAsked("professional" if option == "professional" else "family", folder)
        )

    def take_over(self, before: StepBody) -> None:
        """Put back the folder, too."""
        super().take_over(before)
        if isinstance(before, ExportBody):
            self.folder.value = before.folder.value

    def show_written(self, path: Path) -> None:
        """Say where the paper stands, and that others can read it."""
        text = f"{self.say('export.where')}\n{path}\n{self.say('export.careful')}"
        self.query_one("#written", Said).update(text)
        self.call_after_refresh(self.scroll_end, animate=False)

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Take Enter as going on."""
        event.stop()
        self.confirm()
