"""What is said of voices that sound like people: how one is got, and which are free to use.

Owns those sentences, for ``voice`` and ``doctor``. It judges no licence: it tells what is known of
the Dutch voices by their names, and else where to look.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from giz_gesprek.i18n import N_, _

_FREE: Final = N_("This voice is free for everybody to use (CC0), at work as well.")
_ASK: Final = N_(
    "This voice was made from one that is for research only. Ask first whether you may use it at"
    " work."
)
_OF_NAMES: Final[Mapping[str, str]] = {
    "nl_NL-alex-": _FREE,
    "nl_BE-rdh-": _FREE,
    "nl_NL-pim-": _ASK,
    "nl_NL-ronnie-": _ASK,
    "nl_BE-nathalie-": _ASK,
    "nl_NL-mls": N_(
        "This voice may be used where its maker is named (CC BY). It is hard to follow: listen to"
        " it before a family does."
    ),
}
_UNKNOWN: Final = N_("Look at the place where you found this voice whether you may use it at work.")


def may_be_used(name: str) -> str:
    """Return a sentence about the licence of a voice."""
    found = (words for begin, words in _OF_NAMES.items() if name.startswith(begin))
    return _(next(found, _UNKNOWN))


def piper_missing() -> str:
    """Return a sentence that says how to install what reads with an added voice."""
    return _('Piper is not installed. Install it with: pip install "giz-gesprek[piper]"')


def how_to_get_one() -> tuple[str, ...]:
    """Return which natural Dutch voices are free, and how one gets here; one sentence a line."""
    return (
        _("You can add a Dutch voice that sounds more like a person, from the voices for Piper."),
        _("Free to use (CC0): nl_NL-alex-medium and nl_BE-rdh-medium."),
        _("Not free: pim, ronnie and nathalie. Hard to follow: mls."),
        _(
            "Fetch both files of a voice on a computer with internet. Then run: giz-gesprek voice"
            " add FILE"
        ),
    )
