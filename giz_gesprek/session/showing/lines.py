"""What was written, line by line: one person's answers on a topic, and the whole report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.offered import topics_of_picture
from giz_gesprek.conversation.steps import HardDaysStep, QuestionStep, ReachedStep, ReadBackStep
from giz_gesprek.conversation.voices import appraisals
from giz_gesprek.session.acts import ChangeLine, Jump, OfReport, RemoveLine, Reopen, Resume
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.showing.line_texts import is_a_choice, own_words_of_item, text_of_item
from giz_gesprek.session.showing.to_do import to_explain
from giz_gesprek.session.step_parts import Way, WrittenLine, WrittenPart
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.summary import sentences
from giz_gesprek.summary.asked import question_shared, what_was_asked
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.items import (
    AdviceGiven,
    AnswerGiven,
    AtTheTable,
    GoalSet,
    HardAgain,
    Item,
    LeftSettled,
    LookBackOn,
    OnTopic,
    PersonAround,
    StepAgreed,
    TopicAdded,
    TopicChosen,
    ViewGiven,
)
from giz_gesprek.summary.let_stand import can_be_let_stand
from giz_gesprek.summary.looked_back_items import GoalLookedBackOn, SinceSaid, WhatHelped
from giz_gesprek.summary.off_paper import off_paper
from giz_gesprek.summary.off_paper_items import ManyExplained, OfGoneTalk, OtherParentSaid
from giz_gesprek.summary.plan_items import ToldBackSaid, WhyItMatters
from giz_gesprek.summary.sharing_items import MayKnow
from giz_gesprek.summary.visible import given_on, visible_items

if TYPE_CHECKING:
    from giz_gesprek.session.step_data import StepData

_PAGES: Final[Mapping[type[Item], str]] = {
    TopicChosen: "document.not_yet",
    HardAgain: "hard_again.title",
    LookBackOn: "look_back.title",
    GoalLookedBackOn: "looked_back.title",
    WhatHelped: "looked_back.title",
    PersonAround: "around.title",
    MayKnow: "document.may_know_title",
    LeftSettled: "left.title",
    SinceSaid: "since.ask",
    OfGoneTalk: "looked_back.title",
    OtherParentSaid: "around.other_parent",
    ManyExplained: "around.title",
}
"""Under which title an item stands that is of no topic that was talked about."""
_ABOVE: Final[Mapping[type[Item], str]] = {
    WhyItMatters: "goals.why_label",
    ToldBackSaid: "goals.told",
    WhatHelped: "looked_back.helped",
}
"""What stands above own words about an agreement, of today or of the time before."""


def read_back(data: StepData, here: ReadBackStep) -> LinesView:
    """Return one person's answers on one topic, and "what must I change?"."""
    title = f"{data.topic_title()} · {data.say('read_back.title')}"
    lines = tuple(_answer_line(data, item) for item in _answered(data, here))
    return LinesView(
        **frame(data, title, "help.read_back", can_skip=False),
        pictogram=data.page_picture("read_back.title"),
        is_empty=False,
        parts=(WrittenPart("", lines),),
        question=data.say("read_back.ask"),
    )


def _answered(data: StepData, here: ReadBackStep) -> Iterator[ViewGiven]:
    """Yield what one person answered and is still asked, without what is asked alone."""
    asked = agenda(data.talk)
    for item in given_on(data.talk, here.topic, here.child_id):
        spec = data.framework.questions.get(item.answer.question)
        is_alone = spec is not None and spec.alone
        if item.person_id == here.person_id and not is_alone and _step_of(item) in asked:
            yield item


def _step_of(item: AnswerGiven) -> QuestionStep:
    """Return the step where an answer was given."""
    return QuestionStep(
        topic=item.topic,
        child_id=item.child_id,
        person_id=item.person_id,
        question=item.answer.question,
    )


def _answer_line(data: StepData, item: ViewGiven) -> WrittenLine:
    step, answer = _step_of(item), item.answer
    line = Line(kind="answer", step=step)
    if answer.words is not None:
        text: str = answer.words.text
    else:
        text = data.say("common.you_choose", choice=data.words.given(answer))
    return WrittenLine(
        line,
        text,
        asked=what_was_asked(data.words, item),
        quoted=answer.words is not None,
        change=Way(data.say("button.change"), Jump(step)),
        remove=Way(data.say("button.remove"), RemoveLine(line)),
        # A choice was said when it was lit.
        heard=answer.words is None,
    )


def summary(data: StepData) -> LinesView:
    """Return everything that goes on the family's paper, under its headings."""
    everything = visible_items(data.talk, FAMILY)
    items = [item for item in everything if not isinstance(item, AtTheTable)]
    if all(isinstance(item, TopicChosen) for item in items):
        items = []
    parts = tuple(
        WrittenPart(heading, _lines(data, list(group), items))
        for heading, group in groupby(items, key=lambda item: _heading(data, item))
    )
    also = _also(data, items)
    parts = (*parts, WrittenPart(data.say("summary.also"), also)) if also else parts
    closed = data.conversation.state == "finished"
    may_change = bool(parts) and not closed
    hint = "finish.closed" if closed else "summary.only_own" if parts else ""
    return LinesView(
        **frame(data, data.say("summary.title"), "help.summary", can_skip=False),
        is_empty=not parts,
        intro=data.say("summary.intro" if parts else "summary.empty"),
        parts=parts,
        question=data.say("summary.ask") if may_change else "",
        hint=data.say(hint) if hint else "",
        overview=_overview(data),
        silences=_silences(data),
        resume=_resume(data),
        seen_first=not closed,
        to_do=to_explain(data),
    )


def _also(data: StepData, items: Sequence[Item]) -> tuple[WrittenLine, ...]:
    """Return what stands on no paper of the family, each under what it is about."""
    found = []
    for item in off_paper(data.talk, [item.line for item in items]):
        for line in _lines(data, [item], items):
            asked = "\n".join(filter(None, (_heading(data, item), line.asked)))
            # Whoever said it heard it then; it is not read again by itself.
            found.append(replace(line, asked=asked, heard=True))
    return tuple(found)


def told(data: StepData, item: Item, items: Sequence[Item]) -> str:
    """Return an item of a paper as one text, under its heading; ``items`` are all of the paper."""
    line = _line(data, item, items)
    said = f"{line.speaker}: {line.text}" if line is not None and line.speaker else ""
    return f"{_heading(data, item)}\n{said or (line.text if line is not None else '')}".strip()


def _overview(data: StepData) -> Way | None:
    """Return the way to the one picture, where somebody chose a face."""
    if not any(appraisals(data.talk, *about) for about in topics_of_picture(data.talk)):
        return None
    return Way(data.say("summary.overview"), OfReport("overview"))


def _silences(data: StepData) -> Way | None:
    """Return the way to what can be let stand, where there is something."""
    if data.conversation.state == "finished" or not can_be_let_stand(data.talk):
        return None
    return Way(data.say("summary.silences"), OfReport("silences"))


def _resume(data: StepData) -> Way | None:
    """Return the way on from the report, where there is one besides the papers."""
    if data.conversation.state == "finished":
        return Way(data.say("button.reopen"), Reopen())
    if data.conversation.left_at is not None:
        return Way(data.say("button.go_on"), Resume())
    return None


def _heading(data: StepData, item: Item) -> str:
    match item:
        case AdviceGiven():
            topic = sentences.topic_heading(data.words, item, 2).text
            return f"{topic} · {sentences.advice_title(data.words, item)}"
        case OnTopic() if not isinstance(item, TopicChosen):
            return sentences.topic_heading(data.words, item, 2).text
        case _:
            return data.say(_PAGES.get(type(item), "document.agreements"))


def _lines(data: StepData, group: Sequence[Item], items: Sequence[Item]) -> tuple[WrittenLine, ...]:
    """Return items as lines; what several answer stands above the first of them."""
    lines: list[WrittenLine] = []
    above = None
    for item in group:
        line = _line(data, item, items)
        if line is None:
            continue
        shared = _question_of(data, item)
        if isinstance(item, AnswerGiven) and shared != above:
            beside = [one for one in group if _question_of(data, one) == shared]
            asked = what_was_asked(data.words, *sentences.of_type(beside, AnswerGiven))
            line = replace(line, asked=asked)
        elif isinstance(item, HardAgain):
            line = replace(line, asked=sentences.label_of(data.words, item.answer))
        elif type(item) in _ABOVE:
            line = replace(line, asked=data.say(_ABOVE[type(item)]))
        lines.append(line)
        above = shared
    return tuple(lines)


def _question_of(data: StepData, item: Item) -> str | None:
    """Return under which question an item stands."""
    if not isinstance(item, AnswerGiven):
        return None
    return question_shared(data.framework, item.answer.question)


def _line(data: StepData, item: Item, items: Sequence[Item]) -> WrittenLine | None:
    """Return an item as a line; None where nothing is said about it here."""
    own, text, speaker = own_words_of_item(item), text_of_item(data, item, items), ""
    if own is not None and text is None:
        quote = sentences.quote(data.words, own)
        speaker, text = quote.lead, quote.text
    if not text:
        return None
    line = item.line
    change = remove = None
    # That a topic was added is taken away where it is chosen: here its reason is.
    is_bare = isinstance(item, TopicAdded) and item.reason is None
    if line is not None and not is_bare and data.conversation.state != "finished":
        remove = Way(data.say("button.remove"), RemoveLine(line))
        asked_again = isinstance(item, PersonAround) or (
            is_a_choice(item) and _is_asked(data, line)
        )
        if own is not None or asked_again:
            change = Way(data.say("button.change"), ChangeLine(line))
    return WrittenLine(
        line,
        text,
        speaker=speaker,
        quoted=own is not None,
        change=change,
        remove=remove,
        heard=_was_read_back(data, item),
    )


def _was_read_back(data: StepData, item: Item) -> bool:
    """Tell whether a line was heard when it was given; after the end all is read again."""
    steps = agenda(data.talk)
    match item:
        case AnswerGiven(topic=topic, child_id=child_id, person_id=person_id):
            return ReadBackStep(topic=topic, child_id=child_id, person_id=person_id) in steps
        case GoalLookedBackOn():
            return any(isinstance(step, ReachedStep) for step in steps)
        case HardAgain():
            return HardDaysStep() in steps
        case GoalSet(goal_id=goal_id) | StepAgreed(goal_id=goal_id):
            # Whoever told it back said it just now.
            told = [goal.id for goal in data.conversation.plan.goals if goal.is_agreed]
            return data.conversation.state != "finished" and goal_id in told
    return False


def _is_asked(data: StepData, line: Line) -> bool:
    """Tell whether there is a question to go back to: not on a topic that was left."""
    return line.step is None or line.step in agenda(data.talk)
