"""What was agreed the time before: goal by goal what became of it, said by everybody together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from giz_gesprek.conversation import looking_back
from giz_gesprek.conversation.looked_back import HelpCame, Since, Then
from giz_gesprek.conversation.programmes import programme_name
from giz_gesprek.session.acts import GiveChoice, GoOnWith, LookAtSteps
from giz_gesprek.session.outcomes import OUTCOMES
from giz_gesprek.session.showing.choices import ALL_CHOOSE, HELP, echo_of, with_echoes
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import Option, Quote, Way
from giz_gesprek.session.step_view import ChoiceView, WordsView
from giz_gesprek.summary.agreed import agreement
from giz_gesprek.summary.sentences import quote

if TYPE_CHECKING:
    from giz_gesprek.conversation.looked_back import LookedBack
    from giz_gesprek.conversation.looking_back import GoalBefore
    from giz_gesprek.conversation.plan import Goal, PlanStep
    from giz_gesprek.conversation.steps import (
        HelpCameStep,
        HelpedStep,
        ReachedStep,
        StepReachedStep,
        ThenStep,
    )
    from giz_gesprek.session.step_data import StepData

Chosen = TypeVar("Chosen", bound=str)

_DONT_KNOW: Final = "dont_know"
_SHORT: Final = 70
"""Characters of a step that leave room for pictures on a small screen."""
_PICTURES: Final[Mapping[str, str]] = {
    "reached": "reached-wholly",
    "a_little": "reached-a-little",
    "not_reached": "reached-not-yet",
}
_SINCE: Final[dict[Since, str]] = {
    "calm": "since.calm",
    "hard": "since.hard",
    "dont_know": "button.dont_know",
}
_CAME: Final[dict[HelpCame, str]] = {
    "there": "looked_back.there",
    "waiting": "looked_back.waiting",
    "not_there": "looked_back.not_there",
    "dont_know": "button.dont_know",
}
_THEN: Final[dict[Then, str]] = {
    "smaller": "looked_back.smaller",
    "other_helper": "looked_back.other_helper",
    "as_it_was": "looked_back.as_it_was",
    "let_go": "looked_back.let_go",
}


def since(data: StepData) -> ChoiceView:
    """Return how the time since was: where it was hard, what helps then comes next."""
    said = data.conversation.since
    return _choice(data, data.say("since.ask"), _SINCE, said.how if said is not None else None)


def reached(data: StepData, step: ReachedStep) -> ChoiceView:
    """Return a goal with its steps as they were agreed, and whether it was reached."""
    before, said = _goal_at(data, step.goal)
    chosen = said.outcome if said is not None else None
    is_first = before == looking_back.goals_before(data.talk)[0]
    return replace(
        _choice(data, data.say("looked_back.ask"), OUTCOMES, chosen),
        intro=data.say("looked_back.intro") if is_first else "",
        quotes=_agreed(data, before.goal),
        asides_heard=not is_first,
    )


def step_reached(data: StepData, step: StepReachedStep) -> ChoiceView:
    """Return one step of a goal, and whether that worked."""
    before, said = _goal_at(data, step.goal)
    looked_at = {each.step_id: each.outcome for each in said.steps} if said is not None else {}
    agreed = _step(data, (looking_back.step_before(before, step.part),))
    return replace(
        _choice(data, data.say("looked_back.ask"), OUTCOMES, looked_at.get(step.part)),
        quotes=(agreed,),
        drawn_below=len(agreed.text) <= _SHORT,
        asides_heard=True,
    )


def helped(data: StepData, step: HelpedStep) -> WordsView:
    """Return what helped, in own words, which may be empty."""
    before, said = _goal_at(data, step.goal)
    earlier = said.helped.text if said is not None and said.helped is not None else ""
    each_step = said is not None and looking_back.can_look_at_steps(before, said)
    return WordsView(
        **frame(data, data.say("looked_back.title"), "help.own_words"),
        quotes=_words_of(data, before.goal),
        quotes_heard=True,
        question=data.say("looked_back.helped"),
        typed=data.draft if data.draft is not None else earlier,
        asides=(),
        hint=data.say("common.empty_is_fine"),
        own=Way(data.say("looked_back.each_step"), LookAtSteps(step.goal)) if each_step else None,
    )


def help_came(data: StepData, step: HelpCameStep) -> ChoiceView:
    """Return what became of asking for help."""
    before, said = _goal_at(data, step.goal)
    came = {each.id: each.outcome for each in said.programmes} if said is not None else {}
    name = programme_name(data.phrases, before.conversation, step.part)
    question = data.say("looked_back.came", what=name)
    return replace(
        _choice(data, question, _CAME, came.get(step.part)),
        quotes=_words_of(data, before.goal),
        quotes_heard=True,
        asides_heard=True,
    )


def then(data: StepData, step: ThenStep) -> ChoiceView:
    """Return how to go on with a goal that was not wholly reached; each way does something."""
    before, said = _goal_at(data, step.goal)
    options = [
        Option(name, data.say(text_id), digit, act=GoOnWith(step.goal, name))
        for digit, (name, text_id) in enumerate(_THEN.items(), start=1)
    ]
    chosen = said.then if said is not None else None
    return replace(
        _together(data, data.say("looked_back.then"), options, chosen),
        quotes=_words_of(data, before.goal),
        quotes_heard=True,
    )


def _choice(
    data: StepData, question: str, texts: Mapping[Chosen, str], chosen: Chosen | None
) -> ChoiceView:
    """Return a choice of everybody together; ``texts`` are the ids of its words, in order."""
    options = [
        Option(
            name,
            data.say(text_id),
            digit,
            aside=name == _DONT_KNOW,
            pictogram=_PICTURES.get(name),
            act=GiveChoice(name),
        )
        for digit, (name, text_id) in enumerate(texts.items(), start=1)
    ]
    return _together(data, question, options, chosen)


def _together(
    data: StepData, question: str, options: Sequence[Option], chosen: str | None
) -> ChoiceView:
    shown = with_echoes(data, options, ALL_CHOOSE[0])
    return ChoiceView(
        **frame(data, data.say("looked_back.title"), HELP),
        question=question,
        options=shown,
        chosen=chosen,
        echo=echo_of(data, shown, chosen, ALL_CHOOSE[1]),
    )


def _goal_at(data: StepData, goal_id: str) -> tuple[GoalBefore, LookedBack | None]:
    before = looking_back.goal_before(data.talk, goal_id)
    return before, looking_back.said_of_goal(data.talk, goal_id)


def _agreed(data: StepData, goal: Goal) -> tuple[Quote, ...]:
    """Return the goal in the words of who said it, and who would do what."""
    steps = (_step(data, goal.steps),) if goal.steps else ()
    return (*_words_of(data, goal), *steps)


def _words_of(data: StepData, goal: Goal) -> tuple[Quote, ...]:
    said = quote(data.words, goal.words)
    return (Quote(said.lead, said.text),)


def _step(data: StepData, steps: tuple[PlanStep, ...]) -> Quote:
    agreed = (agreement(data.words, step, step.what.text) for step in steps)
    return Quote(data.say("looked_back.steps"), "\n".join(one.sentence for one in agreed))
