"""Whom to call in need: the same for everybody, and the midwife while a baby is expected."""

from __future__ import annotations

from typing import Final

from giz_gesprek.conversation.talk import Talk

DOCTOR: Final = "help_now.doctor"
MIDWIFE: Final = "help_now.midwife"
_ALWAYS: Final = ("help_now.danger", "help_now.violence", "help_now.suicide")


def whom_to_call(*, is_expecting: bool) -> tuple[str, ...]:
    """Return the texts that say whom to call, the most urgent first."""
    # Other children in the house fall ill as well: the doctor stays.
    return (*_ALWAYS, MIDWIFE, DOCTOR) if is_expecting else (*_ALWAYS, DOCTOR)


def is_expecting(talk: Talk) -> bool:
    """Tell whether one of the children who are talked about is not born yet."""
    children = (talk.conversation.focus_child, *talk.conversation.other_children)
    return any(talk.family.person(child_id).age_band == "prenatal" for child_id in children)
