"""What people can do on a step, as values: a screen and a line of text send the same ones.

Owns their names. What each one does to the conversation is in ``performing``.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from giz_gesprek.session.acts.changing import (
    AroundEdit,
    ChangeLine,
    Delete,
    EditAround,
    EditPlan,
    Finish,
    MakePaper,
    OfReport,
    RemoveLine,
    Reopen,
    ShowCard,
)
from giz_gesprek.session.acts.moving import (
    ChangeRung,
    Enough,
    GoBack,
    GoNext,
    Jump,
    Pause,
    Resume,
    SetTable,
    ShowExample,
    Skip,
    Tell,
)
from giz_gesprek.session.acts.saying import (
    AddTopic,
    AnotherTopic,
    GiveChoice,
    GiveConsent,
    GiveDay,
    GiveState,
    GiveWords,
    LeaveAdvice,
    OpenSide,
    PointAt,
    SeekAdvice,
    ToggleTopic,
)

Act: TypeAlias = (
    GoNext
    | GiveChoice
    | GiveState
    | GiveWords
    | GiveDay
    | GiveConsent
    | Tell
    | OpenSide
    | ToggleTopic
    | AnotherTopic
    | AddTopic
    | Jump
    | SeekAdvice
    | PointAt
    | LeaveAdvice
    | EditPlan
    | EditAround
    | ChangeLine
    | RemoveLine
    | OfReport
    | Resume
    | MakePaper
    | ShowCard
    | Finish
    | Reopen
    | Delete
    | GoBack
    | Skip
    | Enough
    | Pause
    | SetTable
    | ChangeRung
    | ShowExample
)

LEAVING: Final = (
    GoNext,
    GiveChoice,
    GiveState,
    GiveWords,
    GiveDay,
    GiveConsent,
    OpenSide,
    Jump,
    PointAt,
    Resume,
)
"""What ends the step it was sent from: sent twice, the second is about no other step."""

ASKING: Final = (
    AnotherTopic,
    AddTopic,
    SeekAdvice,
    LeaveAdvice,
    EditPlan,
    EditAround,
    ChangeLine,
    RemoveLine,
    OfReport,
    MakePaper,
    ShowCard,
    Delete,
    Finish,
    Pause,
    SetTable,
    ShowExample,
)
"""What asks something before it is done; see ``performing.asks_first``."""

__all__ = [
    "ASKING",
    "LEAVING",
    "Act",
    "AddTopic",
    "AnotherTopic",
    "AroundEdit",
    "ChangeLine",
    "ChangeRung",
    "Delete",
    "EditAround",
    "EditPlan",
    "Enough",
    "Finish",
    "GiveChoice",
    "GiveConsent",
    "GiveDay",
    "GiveState",
    "GiveWords",
    "GoBack",
    "GoNext",
    "Jump",
    "LeaveAdvice",
    "MakePaper",
    "OfReport",
    "OpenSide",
    "Pause",
    "PointAt",
    "RemoveLine",
    "Reopen",
    "Resume",
    "SeekAdvice",
    "SetTable",
    "ShowCard",
    "ShowExample",
    "Skip",
    "Tell",
    "ToggleTopic",
]
