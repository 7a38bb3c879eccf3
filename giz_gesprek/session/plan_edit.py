"""The parts of the plan that can be written."""

from __future__ import annotations

from typing import Literal

PlanEdit = Literal[
    "add_goal",
    "take_along",
    "change_goal",
    "remove_goal",
    "say_why",
    "tell_back",
    "add_step",
    "change_step",
    "remove_step",
    "choose_help",
    "who_keeps_it",
]
"""A part of the plan that can be written, and how."""
