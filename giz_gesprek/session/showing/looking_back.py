"""What was agreed the time before: goal by goal what became of it, said by everybody together."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from giz_gesprek.conversation.looking_back import goals_before, said_of
from giz_gesprek.conversation.plan import Outcome
from giz_gesprek.session.acts import GiveChoice
from giz_gesprek.session.showing.choices import ALL_CHOOSE, HELP, echo_of, with_echoes
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import Option, Quote
from giz_gesprek.session.step_view import ChoiceView
from giz_gesprek.summary import agreed, sentences

if TYPE_CHECKING:
    from giz_gesprek.conversation.plan import Goal
    from giz_gesprek.conversation.steps import ReachedStep
    from giz_gesprek.session.step_data import StepData


def reached(data: StepData, step: ReachedStep) -> ChoiceView:
    """Return a goal with its steps as they were agreed, and whether it was reached."""
    [goal] = (each.goal for each in goals_before(data.talk) if each.goal.id == step.goal)
    shown = with_echoes(
        data,
        [
            Option(
                name,
                data.say(f"looked_back.{name}"),
                digit,
                aside=name == "dont_know",
                act=GiveChoice(name),
            )
            for digit, name in enumerate(get_args(Outcome), start=1)
        ],
        ALL_CHOOSE[0],
    )
    said = {before.goal.id: each.outcome for before, each in said_of(data.talk)}
    chosen = said.get(goal.id)
    return ChoiceView(
        **frame(data, data.say("looked_back.title"), HELP),
        intro=data.say("looked_back.intro"),
        quotes=_agreed(data, goal),
        question=data.say("looked_back.ask"),
        options=shown,
        chosen=chosen,
        echo=echo_of(data, shown, chosen, ALL_CHOOSE[1]),
    )


def _agreed(data: StepData, goal: Goal) -> tuple[Quote, ...]:
    """Return the goal in the words of who said it, and who would do what."""
    said = sentences.quote(data.words, goal.words)
    steps = (agreed.agreement(data.words, step, step.what.text) for step in goal.steps)
    told = "\n".join(step.sentence for step in steps)
    done = (Quote(data.say("looked_back.steps"), told),) if told else ()
    return (Quote(said.lead, said.text), *done)
