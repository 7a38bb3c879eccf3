"""What was written, line by line: one person's answers on a topic, and the whole report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.records import answer_at
from giz_gesprek.session.acts import ChangeLine, Jump, RemoveLine, Resume
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import Way, WrittenLine, WrittenPart
from giz_gesprek.session.step_view import LinesView
from giz_gesprek.summary import sentences
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.items import Item, visible_items
from giz_gesprek.summary.programmes import chosen_help

if TYPE_CHECKING:
    from giz_gesprek.conversation.answers import Answer
    from giz_gesprek.conversation.position import Step
    from giz_gesprek.session.step_data import StepData
    from giz_gesprek.summary.document import Agreement


def read_back(data: StepData) -> LinesView:
    """Return one person's answers on one topic, and "what must I change?"."""
    title = f"{data.topic_title()} · {data.say('read_back.title')}"
    lines = tuple(_answer_line(data, step, answer) for step, answer in _answered(data))
    return LinesView(
        **frame(data, title, "help.read_back", can_skip=False),
        pictogram=data.page_picture("read_back.title"),
        is_empty=not lines,
        intro=data.say(f"{data.step.topic}.read_back" if lines else "read_back.nothing"),
        parts=(WrittenPart("", lines),) if lines else (),
        question=data.say("read_back.ask") if lines else "",
    )


def _answered(data: StepData) -> Iterator[tuple[Step, Answer]]:
    here = (data.step.topic, data.step.child_id, data.step.person_id)
    for step in agenda(data.talk):
        asked = data.framework.questions.get(step.question or "")
        if asked is None or asked.asked_of != "family" or asked.text is not None:
            # Reasons and advice are asked later, of the same person.
            continue
        if (step.topic, step.child_id, step.person_id) == here:
            answer = answer_at(data.talk, step)
            if answer is not None and answer.state == "answered":
                yield step, answer


def _answer_line(data: StepData, step: Step, answer: Answer) -> WrittenLine:
    line = Line(kind="answer", step=step)
    if answer.words is not None:
        text: str = answer.words.text
    else:
        label = data.words.choice(answer.question, answer.choice or "")
        text = data.say("common.you_choose", choice=label)
    return WrittenLine(
        line,
        text,
        quoted=answer.words is not None,
        change=Way(data.say("button.change"), Jump(step)),
        remove=Way(data.say("button.remove"), RemoveLine(line)),
    )


def summary(data: StepData) -> LinesView:
    """Return everything that goes on the family's paper, under its headings."""
    items = [item for item in visible_items(data.talk, FAMILY) if item.kind != "participant"]
    parts = tuple(
        WrittenPart(heading, tuple(line for item in group if (line := _line(data, item, items))))
        for heading, group in groupby(items, key=lambda item: _heading(data, item))
    )
    go_on = Way(data.say("button.go_on"), Resume())
    return LinesView(
        **frame(data, data.say("summary.title"), "help.summary", can_skip=False),
        is_empty=not items,
        intro=data.say("summary.intro" if items else "summary.empty"),
        parts=parts,
        question=data.say("summary.ask") if items else "",
        hint=data.say("summary.only_own") if items else "",
        resume=go_on if data.conversation.left_at is not None else None,
    )


def _heading(data: StepData, item: Item) -> str:
    if item.is_about_a_topic:
        return sentences.topic_heading(data.words, item, 2).text
    if item.kind == "hard_again":
        return data.say("hard_again.title")
    if item.kind == "look_back":
        return data.say("look_back.title")
    return data.say("document.agreements")


def _line(data: StepData, item: Item, items: Sequence[Item]) -> WrittenLine | None:
    """Return an item as a line; None where nothing is said about it here."""
    speaker, text = _shown(data, item, items)
    if not text:
        return None
    line = item.line
    change = remove = None
    if line is not None:
        remove = Way(data.say("button.remove"), RemoveLine(line))
        if item.words is not None or item.choice:
            change = Way(data.say("button.change"), ChangeLine(line))
    return WrittenLine(line, text, speaker, item.words is not None, change, remove)


def _shown(data: StepData, item: Item, items: Sequence[Item]) -> tuple[str, str]:
    """Return who says it and what stands on the line."""
    words = data.words
    if item.kind == "plan_step":
        return "", _with_end(sentences.agreement(words, item))
    if item.kind == "difference":
        later = next((other for other in items if _same_topic(other, item, "later_on")), None)
        return "", sentences.difference_line(words, item, later).text
    if item.kind == "look_back":
        paragraph = sentences.look_back(words, item)
        return "", paragraph.text if paragraph else ""
    if item.kind == "programme":
        return "", chosen_help(words, item.detail or "").sentence
    if item.words is not None:
        quote = sentences.quote(words, item)
        return quote.lead, quote.text
    return "", _chosen(data, item)


def _chosen(data: StepData, item: Item) -> str:
    """Return a choice, or a topic that was added without a reason, as a sentence."""
    words = data.words
    if item.choice is not None and item.person_id is None:
        return sentences.chosen_together(words, item).sentence
    if item.choice is not None:
        return sentences.chosen_by(words, item).sentence
    if item.kind == "added_topic":
        topic = data.phrases.inside(words.topic(item.topic or "", item.child_id))
        return data.say("topics.added", name=words.person(item.person_id or ""), topic=topic)
    if item.kind == "coordinator":
        return data.say("document.coordinator", name=words.person(item.person_id or ""))
    return ""


def _with_end(agreement: Agreement) -> str:
    return agreement.sentence if agreement.by is None else f"{agreement.sentence} {agreement.by}"


def _same_topic(other: Item, item: Item, kind: str) -> bool:
    return other.kind == kind and (other.topic, other.child_id) == (item.topic, item.child_id)
