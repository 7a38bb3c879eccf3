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
    KeepAround,
    MakePaper,
    OfReport,
    OpenAround,
    RemoveLine,
    Reopen,
    Share,
    ShowCard,
)
from giz_gesprek.session.acts.looking_back import CarryOver, GoOnWith, LookAtSteps
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
    TakeBack,
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
    SettleLeft,
    TellAnew,
    ToggleTopic,
    WantAnotherTopic,
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
    | WantAnotherTopic
    | SettleLeft
    | TellAnew
    | AnotherTopic
    | AddTopic
    | Jump
    | SeekAdvice
    | PointAt
    | LeaveAdvice
    | LookAtSteps
    | GoOnWith
    | CarryOver
    | EditPlan
    | OpenAround
    | KeepAround
    | EditAround
    | ChangeLine
    | RemoveLine
    | OfReport
    | Resume
    | MakePaper
    | ShowCard
    | Share
    | Finish
    | Reopen
    | Delete
    | GoBack
    | Skip
    | Enough
    | Pause
    | SetTable
    | TakeBack
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
    OpenAround,
    Jump,
    PointAt,
    GoOnWith,
    Resume,
    TellAnew,
)
"""What ends the step it was sent from: sent twice, the second is about no other step."""

IN_PLACE: Final = (ToggleTopic, WantAnotherTopic)
"""What only ticks something, or takes the tick off: the step is not laid out anew for it."""

ASKING: Final = (
    AnotherTopic,
    AddTopic,
    SeekAdvice,
    LeaveAdvice,
    LookAtSteps,
    GoOnWith,
    EditPlan,
    EditAround,
    ChangeLine,
    RemoveLine,
    OfReport,
    MakePaper,
    ShowCard,
    Share,
    Delete,
    Finish,
    Pause,
    SetTable,
    TakeBack,
    ShowExample,
)
"""What asks something before it is done; see ``performing.asks_first``."""

__all__ = [
    "ASKING",
    "IN_PLACE",
    "LEAVING",
    "Act",
    "AddTopic",
    "AnotherTopic",
    "AroundEdit",
    "CarryOver",
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
    "GoOnWith",
    "Jump",
    "KeepAround",
    "LeaveAdvice",
    "LookAtSteps",
    "MakePaper",
    "OfReport",
    "OpenAround",
    "OpenSide",
    "Pause",
    "PointAt",
    "RemoveLine",
    "Reopen",
    "Resume",
    "SeekAdvice",
    "SetTable",
    "SettleLeft",
    "Share",
    "ShowCard",
    "ShowExample",
    "Skip",
    "TakeBack",
    "Tell",
    "TellAnew",
    "ToggleTopic",
    "WantAnotherTopic",
]
