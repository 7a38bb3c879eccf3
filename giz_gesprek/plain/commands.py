"""The acts behind a slash: what a command of one letter does on a step.

Pure. Owns the letters. A way that the step does not offer is no act here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.plain.layout import OWN_DIGIT
from giz_gesprek.session import acts
from giz_gesprek.session.plan_views import DayView
from giz_gesprek.session.step_view import WordsView

if TYPE_CHECKING:
    from collections.abc import Callable

    from giz_gesprek.session.step_view import StepView

_RUNGS: Final = {"m": 1, "l": -1}
_QUIET: Final[dict[str, Callable[[str | None], acts.Act]]] = {
    "p": acts.Pause,
    "a": acts.SetTable,
}


def act_of(name: str, view: StepView, typed: str | None) -> acts.Act | None:  # noqa: PLR0911 - one a command
    """Return what ``/name`` does; None where it does nothing to the conversation.

    ``typed`` are own words that stand where words are typed; they go along.
    """
    match name:
        case "t" if view.ways.back:
            return acts.GoBack(typed)
        case "s" if view.ways.skip:
            return acts.Skip(typed)
        case "g" if view.ways.enough:
            return acts.Enough(typed)
        case "p" | "a":
            return _QUIET[name](typed)
        case "m" | "l":
            return acts.ChangeRung(_RUNGS[name])
        case "d":
            return acts.ShowExample(view.example)
        case "e" if isinstance(view, DayView):
            return view.give(None)
        case digit if isinstance(view, WordsView):
            # Behind a slash: a digit alone is somebody's own words here.
            asides = {str(option.digit): option.act for option in view.asides}
            if view.own is not None:
                asides[str(OWN_DIGIT)] = view.own.act
            return asides.get(digit)
        case _:
            return None
