"""The end of a visit: the papers, the card, and closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.sharing_heard import can_share
from giz_gesprek.session.acts import Act, Finish, MakePaper, Share, ShowCard
from giz_gesprek.session.showing.choices import ALL_CHOOSE, with_echoes
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.showing.to_do import to_explain
from giz_gesprek.session.step_parts import Option, Way
from giz_gesprek.session.step_view import CHOOSE_ONLY, ChoiceView
from giz_gesprek.summary.audience import READERS

if TYPE_CHECKING:
    from giz_gesprek.session.step_data import StepData


def export(data: StepData) -> ChoiceView:
    """Return the papers, the card, and the end."""
    shown: dict[str, Act] = {str(readers): MakePaper(readers) for readers in READERS}
    shown["card"] = ShowCard()
    options = [
        Option(name, data.say(f"export.{name}"), digit, act=act)
        for digit, (name, act) in enumerate(shown.items(), start=1)
    ]
    label = "button.close" if data.conversation.state == "finished" else "finish.done"
    done = Option("done", data.say(label), len(options) + 1, aside=True, act=Finish())
    return ChoiceView(
        **frame(data, data.say("export.title"), "help.export", can_skip=False),
        question=data.say("export.ask"),
        options=with_echoes(data, [*options, done], ALL_CHOOSE[0]),
        missing=CHOOSE_ONLY,
        own=Way(data.say("share.title"), Share()) if can_share(data.talk) else None,
        to_do=to_explain(data),
    )
