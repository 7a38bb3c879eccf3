"""What is asked in lines about the child because help has limits; only what matters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from giz_gesprek.i18n import _
from giz_gesprek.session.child_details import (
    ChildDetails,
    age_choices,
    asked_details,
    first_child_choices,
)

if TYPE_CHECKING:
    from giz_gesprek.content.framework import Framework
    from giz_gesprek.conversation.people import AgeBand
    from giz_gesprek.plain.form import Form


def ask_details(
    form: Form, framework: Framework, age_band: AgeBand | None, first: ChildDetails
) -> ChildDetails:
    """Return the details that matter as they are filled in; Enter leaves each as it was."""
    details = first
    if not asked_details(framework, age_band, details):
        return details
    form.lines.part()
    form.lines.say(
        _("For help that fits"),
        _(
            "So no help is shown that cannot be. What is not known can stay open:"
            " then the limit is said with the help."
        ),
    )
    if "age" in asked_details(framework, age_band, details):
        chosen = form.choice(_("Age, more exactly"), age_choices(), details.age_key)
        details = details.with_age(chosen)
    if "week" in asked_details(framework, age_band, details):
        details = replace(details, week=_ask_week(form, details.week))
    if "first_child" in asked_details(framework, age_band, details):
        chosen = form.choice(_("First child"), first_child_choices(), details.first_child_key)
        details = details.with_first_child(chosen)
    return details


def _ask_week(form: Form, kept: str) -> str:
    """Return the week as it was typed; 0 opens it again, as an empty line keeps what stands."""
    ways = _("A number. Enter: leave it as it is. 0: not known.")
    form.lines.say(ways)
    typed = form.line(_("Week of the pregnancy"), kept)
    return "" if typed.strip() == "0" else typed
