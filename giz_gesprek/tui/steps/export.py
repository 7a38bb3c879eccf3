"""The paper to take home: for whom, and where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input

from giz_gesprek.tui.steps.base import StepData
from giz_gesprek.tui.steps.choice import ChoosingBody
from giz_gesprek.tui.widgets.choice_list import Option
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Button


class ExportBody(ChoosingBody):
    """Choose for whom, see where it was written, finish."""

    HELP: ClassVar[str] = "help.export"
    NEXT: ClassVar[str] = "export.write"
    CAN_SKIP = False

    def __init__(self, data: StepData) -> None:
        super().__init__(data)
        self._folder = Input(str(data.folder), id="folder")

    def title(self) -> str:
        """Return the heading of the paper."""
        return self.say("export.title")

    def options(self) -> list[Option]:
        """Return the two papers."""
        return [
            Option(audience, self.data.phrases.text(f"export.{audience}"), digit)
            for digit, audience in enumerate(("family", "professional"), start=1)
        ]

    def question(self) -> str:
        """Return for whom the paper is."""
        return self.say("export.ask")

    def compose(self) -> ComposeResult:
        """Add the folder, the place where it went, and the end of the conversation."""
        yield from super().compose()
        yield Said(self.say("export.folder"), classes="hint")
        yield self._folder
        yield Said("", id="written")
        yield PlainButton(self.say("finish.done"), id="finish")

    def take(self, option: str) -> None:
        """Ask for the paper."""
        folder = Path(self._folder.value.strip()).expanduser()
        self.post_message(
            self.ExportAsked("professional" if option == "professional" else "family", folder)
        )

    def show_written(self, path: Path) -> None:
        """Say where the paper stands, and that others can read it."""
        text = f"{self.say('export.where')}\n{path}\n{self.say('export.careful')}"
        written = self.query_one("#written", Said)
        written.update(text)
        written.scroll_visible(animate=False)

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Take Enter as going on."""
        event.stop()
        self.confirm()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """End the conversation."""
        event.stop()
        self.post_message(self.FinishAsked())
