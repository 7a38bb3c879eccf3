"""A question: with a few choices, or in own words. Choosing and confirming are two acts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.again import is_change, words_before
from giz_gesprek.conversation.asked import has_to_be_told
from giz_gesprek.conversation.choosing import can_leave_advice
from giz_gesprek.conversation.presence import is_new_to, voices_at
from giz_gesprek.conversation.progress import begins_topic
from giz_gesprek.conversation.records import advice_on
from giz_gesprek.session.acts import (
    Act,
    GiveChoice,
    GiveState,
    LeaveAdvice,
    SeekAdvice,
    TellAnew,
)
from giz_gesprek.session.showing.above import (
    intro,
    is_of_professional,
    why_added,
    why_advice,
)
from giz_gesprek.session.showing.frame import frame, question_title
from giz_gesprek.session.step_parts import Option, Way
from giz_gesprek.session.step_view import ChoiceView, WordsView
from giz_gesprek.summary.words import in_a_row

if TYPE_CHECKING:
    from giz_gesprek.conversation.answers import AnswerState
    from giz_gesprek.conversation.steps import QuestionStep
    from giz_gesprek.session.step_data import StepData

HELP: Final = "help.choice"
# Beside the choices, on the same digits everywhere.
_ASIDES: Final[dict[AnswerState, str]] = {
    "dont_know": "button.dont_know",
    "rather_not_say": "button.rather_not_say",
}
_FIRST_ASIDE_DIGIT: Final = 4
YOU: Final = ("common.you_choose", "common.chosen_before")
_WE: Final = ("common.we_choose", "common.we_chose_before")
_THEY: Final = "common.they_chose"
ALL_CHOOSE: Final = ("common.all_choose", "common.all_chose_before")
"""What is said about a choice when it is lit, and when it was made before: of one person, of
everybody at the table, of those who sat there before somebody came, of all of the family.
"""


def question(data: StepData, step: QuestionStep) -> ChoiceView | WordsView:
    """Return a question of the framework, as it is answered."""
    if data.framework.questions[step.question].answer == "choice":
        return _choice(data, step)
    return _own_words(data, step)


def _choice(data: StepData, step: QuestionStep) -> ChoiceView:
    """Return the scale, and the two answers that are set apart."""
    answer = data.answer
    scale = data.framework.questions[step.question].scale or ""
    text_id = data.framework.question_text(step.question, step.topic)
    echo, earlier = _WE if step.person_id is None else YOU
    offered = scale_options(data, scale, GiveChoice, without=_not_offered(data, step))
    options = tuple(
        _told_unknown(data, option, step)
        for option in with_echoes(data, [*offered, *_asides(data)], echo)
    )
    given = None if answer is None or answer.state == "skipped" else answer
    before = (given.choice or given.state) if given is not None else None
    # What the others chose is told, and is nobody's answer who was not there.
    is_theirs = given is not None and step.person_id is None and is_new_to(data.talk, given)
    return ChoiceView(
        **frame(data, question_title(data, step), HELP, example=text_id),
        intro=intro(data, step),
        quotes=why_advice(data, step),
        question=data.say(text_id),
        options=options,
        chosen=None if is_theirs else before,
        echo=echo_of(data, options, before, _THEY if is_theirs else earlier, who=_who_chose(data)),
        asides_heard=_has_heard_asides(data, step),
        own=_own(data, step),
    )


def _who_chose(data: StepData) -> str:
    """Return who of those who are asked chose together what stands here."""
    present = data.answer.present if data.answer is not None else ()
    return in_a_row(data.words, [data.name(one) for one in voices_at(data.talk, present)])


def _own_words(data: StepData, step: QuestionStep) -> WordsView:
    """Return the question, what was typed before, and the two answers set apart."""
    answer = data.answer
    text_id = _asked_of(data, step)
    begins = begins_topic(data.talk, step)
    may_be_empty = not has_to_be_told(data.framework, step.question)
    earlier = words_before(data.talk, step.position) if answer is None else ""
    earlier = answer.words.text if answer is not None and answer.words is not None else earlier
    return WordsView(
        **frame(
            data,
            question_title(data, step),
            "help.own_words",
            can_skip=may_be_empty,
            example=text_id,
        ),
        intro=intro(data, step),
        pictogram=data.framework.topics[step.topic or ""].pictogram if begins else None,
        quotes=why_added(data, step) if begins else why_advice(data, step),
        question=data.say(text_id),
        typed=data.draft if data.draft is not None else earlier,
        asides=_asides(data) if may_be_empty else (),
        chosen=answer.state if answer is not None and answer.state in _ASIDES else None,
        hint=data.say("common.empty_is_fine") if may_be_empty else "",
        asides_heard=_has_heard_asides(data, step),
        own=_own(data, step),
    )


def _asked_of(data: StepData, step: QuestionStep) -> str:
    """Return the id of the text that asks this of whose turn it is."""
    return data.framework.question_text(
        step.question, step.topic, of_professional=is_of_professional(data, step)
    )


def _has_heard_asides(data: StepData, step: QuestionStep) -> bool:
    """Tell whether who answers here has answered before, alone or with everybody."""
    talk = data.conversation
    if step.person_id is None:
        return bool(talk.conclusions) or any(each.outcome for each in talk.differences)
    return any(view.person_id == step.person_id for view in talk.views)


def _own(data: StepData, step: QuestionStep) -> Way | None:
    """Return asking for advice, or taking that back, while it is a professional's turn.

    Of who told about the topic before: telling it anew.
    """
    if step.topic is None or step.person_id is None:
        return None
    if not is_of_professional(data, step):
        anew = is_change(data.framework, step.question)
        return Way(data.say("again.told_anew"), TellAnew()) if anew else None
    if advice_on(data.conversation, step.topic, step.child_id) is None:
        return Way(data.say("button.seek_advice"), SeekAdvice())
    if can_leave_advice(data.talk, step.topic, step.child_id):
        return Way(data.say("button.leave_advice"), LeaveAdvice())
    return None


def scale_options(
    data: StepData, scale: str, act: Callable[[str], Act], *, without: Collection[str] = ()
) -> tuple[Option, ...]:
    """Return the choices of a scale, in its fixed order; ``act`` is what each does."""
    offered = [each for each in data.framework.scales[scale].items() if each[0] not in without]
    return tuple(
        Option(choice, data.say(f"{scale}.{choice}"), digit, pictogram=pictogram, act=act(choice))
        for digit, (choice, pictogram) in enumerate(offered, start=1)
    )


def _not_offered(data: StepData, step: QuestionStep) -> frozenset[str]:
    """Return the choices that are left out here; one that was given before stays."""
    given = data.answer.choice if data.answer is not None else None
    return frozenset(data.framework.questions[step.question].leaves_out) - {given}


def with_echoes(data: StepData, options: Sequence[Option], text_id: str) -> tuple[Option, ...]:
    """Return options that say in words what is lit; ``text_id`` is that sentence."""
    return tuple(
        replace(option, echo=data.say(text_id, choice=data.phrases.inside(option.label)))
        for option in options
    )


def echo_of(
    data: StepData, options: Sequence[Option], chosen: str | None, text_id: str, *, who: str = ""
) -> str:
    """Return what is said about an earlier choice, of ``who``; empty without one."""
    for option in options:
        if option.id == chosen:
            return data.say(text_id, choice=data.phrases.inside(option.label), who=who)
    return ""


def _told_unknown(data: StepData, option: Option, step: QuestionStep) -> Option:
    """Return an option of everybody together that says what is not known as it is told later."""
    told = data.framework.questions[step.question].told.get(option.id)
    if step.person_id is not None or told is None:
        return option
    return replace(option, echo=data.say(told))


def _asides(data: StepData) -> tuple[Option, ...]:
    return tuple(
        Option(state, data.say(text_id), digit, aside=True, act=GiveState(state))
        for digit, (state, text_id) in enumerate(_ASIDES.items(), start=_FIRST_ASIDE_DIGIT)
    )
