"""Before the first question: whether everybody wants to talk, and one question to practise on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.session.acts import Act, GiveConsent, GoNext, Tell
from giz_gesprek.session.showing.choices import (
    ALL_CHOOSE,
    HELP,
    YOU,
    echo_of,
    scale_options,
    with_echoes,
)
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import Option
from giz_gesprek.session.step_view import CHOOSE_ONLY, ChoiceView

if TYPE_CHECKING:
    from giz_gesprek.conversation.steps import ChildConsentStep
    from giz_gesprek.session.step_data import StepData

_CHILD_SAYS: Final[dict[str, bool | None]] = {"fine": True, "rather_not": False, "dont_know": None}


def consent(data: StepData) -> ChoiceView:
    """Return whether the parent wants to talk; no and asking first are as easy as yes."""
    meanings = data.framework.meanings
    acts: dict[str, Act] = {
        meanings.wants_to_talk: GiveConsent(wants_to_talk=True),
        meanings.asks_first: Tell("agreement.question_time"),
        meanings.not_today: GiveConsent(wants_to_talk=False),
    }
    scale = meanings.consent_scale
    options = scale_options(data, scale, lambda choice: acts[f"{scale}.{choice}"])
    return ChoiceView(
        **frame(data, data.say("agreement.title"), HELP, can_skip=False),
        intro=data.say("agreement.no_loss"),
        question=data.say("agreement.start"),
        options=with_echoes(data, options, ALL_CHOOSE[0]),
        missing=CHOOSE_ONLY,
    )


def practice(data: StepData) -> ChoiceView:
    """Return one question about nothing: what somebody drinks is nobody's business."""
    done = GoNext("practice.done")
    options = scale_options(data, data.framework.practice_scale, lambda _choice: done)
    return ChoiceView(
        **frame(data, data.say("practice.title"), HELP),
        intro=data.say("practice.intro"),
        question=data.say("practice.drink"),
        options=with_echoes(data, options, ALL_CHOOSE[0]),
        remark="practice.change",
    )


def child_consent(data: StepData, step: ChildConsentStep) -> ChoiceView:
    """Return whether a young person who sits there finds it fine, in their own words' form."""
    who = data.name(step.person_id)
    options = [
        Option(name, data.say(f"child_agrees.{name}"), digit, act=GiveConsent(agrees))
        for digit, (name, agrees) in enumerate(_CHILD_SAYS.items(), start=1)
    ]
    shown = with_echoes(data, options, YOU[0])
    agreement = data.conversation.agreement
    said = () if agreement is None else agreement.children
    given = [each.agrees for each in said if each.person_id == step.person_id]
    chosen = next((name for name, agrees in _CHILD_SAYS.items() if agrees in given), None)
    return ChoiceView(
        **frame(data, f"{data.say('agreement.title')} · {who}", HELP),
        intro=data.say("child_agrees.free"),
        question=data.say("child_agrees.ask", who=who),
        options=shown,
        chosen=chosen,
        echo=echo_of(data, shown, chosen, YOU[1]),
    )
