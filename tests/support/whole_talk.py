"""A whole conversation as a list of turns, written down without looking at any front end.

Two topics on one side and one on another; a difference with its reasons; silence of every kind; a
plan; and words that look like markup and like commands.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from tests.support.answers import (
    Aside,
    Choose,
    Day,
    GoOn,
    OtherTopics,
    PassOver,
    PressOn,
    ReadOn,
    Tell,
    Topics,
    Way,
)
from tests.support.talking import PARENT, PROFESSIONAL, TOGETHER
from tests.support.turns import Turn

EATING: Final = "eating_sleeping"
MOVING: Final = "moving_talking_learning"
LOVE: Final = "love_attention"
LATER: Final = date(2031, 3, 4)
STEP_BY: Final = date(2031, 3, 5)
LOOK_BACK: Final = date(2031, 3, 6)

NOTE: Final = "Op [/maandag] eet zij aan oma's tafel:\n/één crêpe, “zo'n grote” [b]{child}[/b]"
GOAL: Final = "Samen koken op zondag"
STEP: Final = "Een pan kopen [/in de stad]"


def typed_day(day: date) -> Day:
    return Day(f"{day.day}-{day.month}-{day.year}")


WELCOME: Final = (
    *[
        Turn(page, GoOn())
        for page in (
            "welcome.hello",
            "agreement.write",
            "agreement.ask_first",
            "agreement.danger",
        )
    ],
    Turn("agreement.start", Choose(1)),
    Turn("practice.drink", PassOver()),
)
DEVELOPMENT: Final = (
    Turn("side.development side.parenting", Choose(1)),
    Turn(f"topics.choose {EATING}.title {MOVING}.title", Topics((1, 2))),
    Turn((PARENT, EATING, "strengths"), Tell(NOTE)),
    Turn((PARENT, EATING, "appraisal"), Choose(3)),
    Turn((PARENT, EATING, "example"), GoOn()),
    Turn((PARENT, EATING, "wish"), Choose(1)),
    Turn(f"{EATING}.strengths read_back.title", GoOn(), shown=NOTE),
    Turn((PARENT, MOVING, "strengths"), Aside(4)),
    Turn((PARENT, MOVING, "appraisal"), Choose(4)),
    Turn((PARENT, MOVING, "example"), Aside(5)),
    Turn((PARENT, MOVING, "wish"), PassOver()),
    Turn((PROFESSIONAL, EATING, "view"), Choose(2)),
    Turn((PROFESSIONAL, EATING, "view_strengths"), Tell("Zij lacht / als zij eet")),
    Turn((PROFESSIONAL, EATING, "view_words"), Tell("1 crèche, 's middags")),
    Turn((PROFESSIONAL, MOVING, "view"), Choose(2)),
    Turn((PROFESSIONAL, MOVING, "view_words"), PassOver()),
    Turn("side_by_side.title side_by_side.differ", GoOn()),
    Turn((PARENT, EATING, "reason"), Tell("/Thuis/ is het gezellig")),
    Turn((TOGETHER, EATING, "difference"), Choose(3)),
    Turn("difference.later_when", typed_day(LATER)),
    Turn((TOGETHER, EATING, "outcome"), Choose(2)),
    Turn((TOGETHER, EATING, "helper"), Choose(2)),
    Turn((TOGETHER, EATING, "help_kind"), Choose(2)),
    Turn((TOGETHER, EATING, "urgency"), Choose(1)),
    Turn((TOGETHER, MOVING, "outcome"), Choose(1)),
)
PARENTING: Final = (
    Turn("triangle.choose_next", Choose(2)),
    Turn("topics.choose playing_talking.title rules_rhythm.title", OtherTopics()),
    Turn(f"topics.choose {LOVE}.title safety.title", Topics((1,))),
    Turn((PARENT, LOVE, "strengths"), Tell("Wij lezen samen op de bank")),
    Turn((PARENT, LOVE, "helps"), PassOver()),
    Turn((PARENT, LOVE, "example"), GoOn()),
    Turn((PARENT, LOVE, "wish"), Choose(3)),
    Turn(f"{LOVE}.strengths read_back.title", GoOn()),
    Turn((PROFESSIONAL, LOVE, "view_helps"), Tell("Vaste momenten")),
    Turn("side_by_side.title", GoOn()),
    Turn((TOGETHER, LOVE, "outcome"), Choose(3)),
)
PLAN: Final = (
    Turn(f"whole.ask {EATING}.title {LOVE}.title", Choose(1)),
    Turn("goals.intro", Way(1, "goals.first")),
    Turn("goals.goal", Tell(GOAL)),
    Turn("goals.step_what", Tell(STEP)),
    Turn("goals.step_who", Topics((1, 2))),
    Turn("goals.step_by", typed_day(STEP_BY)),
    Turn("button.add_step", PressOn(), shown=GOAL),
    Turn("hard_again.notice", Tell("Dan huil ik."), place=(TOGETHER, "", "notice")),
    Turn("hard_again.helps", PassOver(), place=(TOGETHER, "", "what_helps")),
    Turn("hard_again.call", Tell("Oma"), place=(TOGETHER, "", "whom_to_call")),
    Turn("look_back.ask", typed_day(LOOK_BACK)),
    Turn("summary.title summary.intro", ReadOn()),
    Turn("export.ask", Choose(4)),
)
REST: Final = (*DEVELOPMENT, *PARENTING, *PLAN)
"""From the first choice of a side to the end; ``WELCOME`` comes before it."""
