"""What can be done with a finished conversation: it is read, and papers are made of it."""

from __future__ import annotations

from typing import Final

from giz_gesprek.session import acts

AFTER_THE_END: Final = (
    acts.GoNext,
    acts.GoBack,
    acts.Skip,
    acts.Tell,
    acts.MakePaper,
    acts.ShowCard,
    acts.Pause,
    acts.ChangeRung,
    acts.ShowExample,
    acts.Finish,
    acts.Reopen,
)
"""Everything else waits until it is opened again."""
