"""What is asked about the child because help has limits: a finer age, the week, a first child.

Owns what matters for whom, and what is kept of it. Each may stay unknown. Knows no widget or clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from giz_gesprek.content.framework import Framework
from giz_gesprek.content.programmes import LAST_WEEK, LimitName
from giz_gesprek.conversation.child_now import FINER_AGES, ChildNow, FinerAge, finer_ages_of
from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.conversation.fitting import fit_of
from giz_gesprek.conversation.people import AgeBand
from giz_gesprek.i18n import N_, _

Detail = Literal["age", "week", "first_child"]

UNKNOWN: Final = "unknown"
"""The key of what is not known, in a list of choices."""

_LIMITS: Final[Mapping[Detail, frozenset[LimitName]]] = {
    "age": frozenset({"from_months", "until_months"}),
    "week": frozenset({"before_week"}),
    "first_child": frozenset({"first_child"}),
}
_AGES: Final[dict[FinerAge, str]] = {
    "0-5m": N_("0 to 6 months"),
    "6-11m": N_("6 to 12 months"),
    "12-23m": N_("1 year"),
    "24-29m": N_("2 to 2.5 years"),
    "30-35m": N_("2.5 to 3 years"),
    "36-47m": N_("3 years"),
}


@dataclass(frozen=True)
class ChildDetails:
    """What was filled in about the child whom a conversation is about; ``week`` as it was typed."""

    age: FinerAge | None = None
    week: str = ""
    first_child: bool | None = None

    @property
    def age_key(self) -> str:
        """The age as a key of ``age_choices``."""
        return self.age or UNKNOWN

    @property
    def first_child_key(self) -> str:
        """Whether it is a first child, as a key of ``first_child_choices``."""
        return UNKNOWN if self.first_child is None else "yes" if self.first_child else "no"

    def with_age(self, key: str | None) -> ChildDetails:
        """Return the same with an age by its key."""
        return replace(self, age=next((age for age in FINER_AGES if age == key), None))

    def with_first_child(self, key: str | None) -> ChildDetails:
        """Return the same with the answer to whether it is a first child, by its key."""
        return replace(self, first_child={"yes": True, "no": False}.get(key or ""))

    @property
    def week_number(self) -> int | None:
        """The week, where a week of a pregnancy was typed."""
        typed = self.week.strip()
        return next((week for week in range(1, LAST_WEEK + 1) if str(week) == typed), None)


def age_choices() -> dict[str, str]:
    """Return the ages that can be chosen below four, by key, and that it is not known."""
    return {UNKNOWN: _("not known"), **{age: _(words) for age, words in _AGES.items()}}


def first_child_choices() -> dict[str, str]:
    """Return whether it is a first child, by key."""
    return {UNKNOWN: _("not known"), "yes": _("yes"), "no": _("no")}


def asked_details(
    framework: Framework, age_band: AgeBand | None, details: ChildDetails
) -> tuple[Detail, ...]:
    """Return what is worth asking about a child, in order: what decides about help in its phase.

    A detail is asked when it decides for a programme that what was asked before leaves possible.
    """
    if age_band is None:
        return ()
    given: dict[Detail, ChildNow] = {
        "age": ChildNow(age=details.age),
        "week": ChildNow(pregnancy_week=details.week_number),
        "first_child": ChildNow(first_child=details.first_child),
    }
    asked: list[Detail] = []
    known = ChildNow()
    for detail, now in given.items():
        if _decides(framework, age_band, known, detail):
            asked.append(detail)
            known = known.model_copy(update=now.model_dump(exclude_none=True))
    return tuple(asked)


def child_now_of(framework: Framework, age_band: AgeBand | None, details: ChildDetails) -> ChildNow:
    """Return what is kept: what was asked, and nothing else that may still stand in a field."""
    asked = asked_details(framework, age_band, details)
    return ChildNow(
        age=details.age if "age" in asked else None,
        pregnancy_week=details.week_number if "week" in asked else None,
        first_child=details.first_child if "first_child" in asked else None,
    )


def asks_about(framework: Framework, dossier: Dossier, conversation: Conversation) -> bool:
    """Tell whether anything is worth asking about the child of a conversation that goes on."""
    band = dossier.family.person(conversation.focus_child).age_band
    goes_on = conversation.state not in {"finished", "declined"}
    return goes_on and bool(asked_details(framework, band, details_of(conversation.child_now)))


def details_of(now: ChildNow) -> ChildDetails:
    """Return what was kept as it is filled in."""
    return ChildDetails(now.age, str(now.pregnancy_week or ""), now.first_child)


def next_details(now: ChildNow) -> ChildDetails:
    """Return what is still so at a next conversation: an age and a week are asked again."""
    return ChildDetails(first_child=now.first_child)


def details_problem(
    framework: Framework, age_band: AgeBand | None, details: ChildDetails
) -> str | None:
    """Return what has to change about the week; None where it is a week, open, or not asked."""
    if not details.week.strip() or details.week_number is not None:
        return None
    if "week" not in asked_details(framework, age_band, details):
        return None
    return _(
        "Type the week of the pregnancy as a number from 1 to {last}, or leave it open."
    ).format(last=LAST_WEEK)


def _decides(framework: Framework, age_band: AgeBand, known: ChildNow, detail: Detail) -> bool:
    """Tell whether some programme of the phase is possible, and waits for this detail."""
    if detail == "age" and not finer_ages_of(age_band):
        return False
    phase = framework.phase_of(age_band)
    fits = (
        fit_of(programme, age_band, known)
        for programme in framework.programmes.values()
        if phase in programme.phases and not programme.hidden
    )
    return any(fit.possible and _LIMITS[detail].intersection(fit.unknown) for fit in fits)
