"""What was told about hard days the time before, line by line, and what of it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation import hard_days as known
from giz_gesprek.conversation.lines import Line
from giz_gesprek.session.acts import CarryOver, ChangeLine
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import Way, WrittenLine, WrittenPart
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.summary import sentences

if TYPE_CHECKING:
    from giz_gesprek.conversation.answers import Answer
    from giz_gesprek.session.step_data import StepData


def hard_days(data: StepData) -> LinesView:
    """Return each answer of the time before as it stands, and "does this stay so?"."""
    lines = tuple(_line(data, answer) for answer in known.answers_before(data.talk))
    return LinesView(
        **frame(data, data.say("hard_again.title"), "help.read_back", going_on="hard_days.keep"),
        is_empty=False,
        intro=data.say("hard_days.told"),
        parts=(WrittenPart("", lines),),
        question=data.say("hard_days.still"),
        seen_first=True,
    )


def _line(data: StepData, before: Answer) -> WrittenLine:
    line, asked = Line(kind="hard_day", id=before.question), sentences.label_of(data.words, before)
    answer = known.stands(data.talk, before.question)
    if answer is None:
        hold = Way(data.say("hard_days.hold"), CarryOver(before.question, kept=True))
        return WrittenLine(line, data.say("hard_days.goes"), asked=asked, remove=hold)
    own = answer.words
    told = own.text if own is not None else sentences.chosen_together(data.words, answer).sentence
    return WrittenLine(
        line,
        told,
        asked=asked,
        quoted=own is not None,
        change=Way(data.say("button.change"), ChangeLine(line)) if own is not None else None,
        remove=Way(data.say("button.remove"), CarryOver(before.question, kept=False)),
    )
