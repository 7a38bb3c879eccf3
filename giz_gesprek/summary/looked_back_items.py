"""What stands on a paper of looking back: how the time since was, and what became of each goal."""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.looked_back import LookedBack, SinceThen
from giz_gesprek.conversation.plan import Goal
from giz_gesprek.summary.item_base import ItemShown


@dataclass(frozen=True)
class SinceSaid(ItemShown):
    """How the time since the conversation before was."""

    since: SinceThen


@dataclass(frozen=True)
class GoalLookedBackOn(ItemShown):
    """What became of a goal of the conversation before; ``delicate`` as that goal was."""

    goal: Goal
    said: LookedBack
    delicate: bool


@dataclass(frozen=True)
class WhatHelped(ItemShown):
    """What helped with the goal before it; ``goal`` and ``delicate`` as there."""

    goal: Goal
    words: OwnWords
    delicate: bool
