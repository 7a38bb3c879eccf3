"""The professional's own questions to go deeper on a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook


class PromptsScreen(Dialog[None]):
    """A page of questions. It opens only for who asks twice: the parent reads along."""

    READS_BY_ITSELF: ClassVar[bool] = False

    def __init__(self, phrases: Phrasebook, prompts: Sequence[str]) -> None:
        super().__init__(phrases)
        self._prompts = tuple(prompts)

    def heading(self) -> str:
        """Return what these are."""
        return self.say("button.tips")

    def body(self) -> ComposeResult:
        """Lay out the questions under each other."""
        for prompt in self._prompts:
            yield Said(f"• {prompt}")
