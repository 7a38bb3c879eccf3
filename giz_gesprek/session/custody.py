"""Who decides about help for a child. Help for the professional, no legal check."""

from __future__ import annotations

from giz_gesprek.conversation.people import AgeBand
from giz_gesprek.i18n import _


def custody_words(age_band: AgeBand | None) -> str:
    """Return what the professional reads about who decides: before birth nobody has custody."""
    rule = custody_rule(age_band)
    if age_band == "prenatal":
        return _("{rule} This is help, no legal check.").format(rule=rule)
    return _("Check who has custody. {rule} This is help, no legal check.").format(rule=rule)


def custody_rule(age_band: AgeBand | None) -> str:
    """Return who decides about help at this age; of an unknown age, the whole rule."""
    if age_band == "prenatal":
        return _("In pregnancy the woman who is pregnant decides. Is she under 18? Check who else.")
    if age_band in {"0-3", "4-7", "8-11"}:
        return _("Under 12 the parents with custody decide about help, both where both have it.")
    if age_band == "12-15":
        return _("From 12 to 16 the young person and the parents with custody decide together.")
    if age_band == "16+":
        return _("From 16 the young person decides about help.")
    return _(
        "Who decides about help: under 12 the parents with custody, from 12 to 16 they and the"
        " young person together, from 16 the young person."
    )
