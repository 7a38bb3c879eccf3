"""What the professional has still to do, for the screens at the end of a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.telling_back import not_agreed
from giz_gesprek.summary.listed import SAID
from giz_gesprek.summary.words import first_words

if TYPE_CHECKING:
    from giz_gesprek.session.step_data import StepData

_LONG: Final = 40
"""Characters of a goal that name it."""


def to_explain(data: StepData) -> str:
    """Return which goals nobody told back yet, by their first words; empty for none."""
    still = not_agreed(data.talk)
    if not still or data.conversation.state == "declined":
        return ""
    names = (" ".join(goal.words.text.split()) for goal in still)
    said = (SAID.format(text if len(text) <= _LONG else first_words(text, _LONG)) for text in names)
    # With words of people in it, it is no text of the content any more.
    return str(data.to_professional("summary.not_agreed", what=", ".join(said)))
