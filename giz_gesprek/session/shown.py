"""What every view of a step has, and which of its words are new to whoever listens."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from giz_gesprek.conversation.steps import Step
from giz_gesprek.session.step_parts import Way, WaysOn


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What every step has.

    Attributes:
        step: where the conversation stands.
        title: what stands at the top.
        help: what F1 tells about this step.
        ways: the ways on.
        example: the id of the text whose example can be shown, or None.
        has_easier: whether the next rung says anything of this in other words.
        has_plainer: whether the rung before does.
        own: what only the professional can do, where it is their turn; of who told about a topic
            at a visit before, to tell it anew; beside the papers, to share. None anywhere else.
        to_do: what the professional has still to do. It is shown and never read aloud.

    """

    step: Step
    title: str
    help: str
    ways: WaysOn
    example: str | None = None
    own: Way | None = None
    to_do: str = ""
    has_easier: bool = False
    has_plainer: bool = False

    @property
    def said(self) -> tuple[str, ...]:
        """What is read aloud of the step itself, from top to bottom."""
        raise NotImplementedError

    @property
    def heard(self) -> tuple[str, ...]:
        """What of it was heard before, and is not read by itself again."""
        return ()

    @property
    def new(self) -> tuple[str, ...]:
        """What is read by itself, where a family is read to: what was not heard yet."""
        heard = Counter(self.heard)
        left: list[str] = []
        for text in self.said:
            if heard[text]:
                heard[text] -= 1
            else:
                left.append(text)
        return tuple(left)


def spoken(*texts: str) -> tuple[str, ...]:
    """Return the texts in which there is something to say."""
    return tuple(text for text in texts if text.strip())
