"""The professional's paper: everything that was said, each in the right voice, for the dossier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from giz_gesprek.summary.audience import PROFESSIONAL
from giz_gesprek.summary.document import Block, Heading, Note, Paragraph, Row, Rows, Steps
from giz_gesprek.summary.items import Item
from giz_gesprek.summary.programmes import facts
from giz_gesprek.summary.rows import answer_row, comparisons
from giz_gesprek.summary.sentences import (
    agreement,
    by_topic,
    chosen_together,
    difference_line,
    hard_again,
    hard_again_heading,
    look_back,
    of_kind,
    outcome_text,
    people,
    quote,
    step_labels,
    topic_heading,
)
from giz_gesprek.summary.words import Words


def professional_blocks(
    words: Words, items: Sequence[Item], *, app_version: str
) -> tuple[Block, ...]:
    """Return the paper."""
    return (
        *_beginning(words, items),
        *_said(words, items),
        *_plan(words, items),
        *_sharing(words, items),
        *_end(words, app_version),
    )


def _beginning(words: Words, items: Sequence[Item]) -> Iterator[Block]:
    conversation = words.talk.conversation
    yield Heading(words.text(PROFESSIONAL.title), 1)
    yield Note(words.text("document.confidential"))
    yield Rows(
        (
            Row(words.text("document.family_label"), words.talk.family.label),
            Row(words.role("child").capitalize(), _children(words)),
            Row(words.text("document.date_label"), words.day_of(conversation.started_at)),
            Row(
                words.text("document.variant_label"), words.text(f"variant.{conversation.variant}")
            ),
            Row(words.text("document.state_label"), words.text(f"state.{conversation.state}")),
        )
    )
    there = people(words, items)
    if there.people:
        yield Heading(words.text("document.participants"), 2)
        yield there


def _children(words: Words) -> str:
    conversation = words.talk.conversation
    asked = dict.fromkeys((conversation.focus_child, *conversation.other_children))
    return ", ".join(words.child(child_id) for child_id in asked)


def _said(words: Words, items: Sequence[Item]) -> Iterator[Block]:
    said = [item for item in items if item.is_about_a_topic]
    for first, group in by_topic(said):
        yield topic_heading(words, first, 2)
        for item in of_kind(group, "added_topic"):
            yield from _added(words, item)
        views = of_kind(group, "strength", "answer")
        yield from comparisons(words, views)
        yield from _difference(words, group)
        yield from _advice(words, group)
        yield from _conclusion(words, group)
    if len(items) == len(of_kind(items, "participant")):
        yield Paragraph(words.text("document.nothing_yet"))


def _added(words: Words, item: Item) -> Iterator[Block]:
    name = words.person(item.person_id or "")
    topic = words.topic(item.topic or "", item.child_id)
    yield Paragraph(words.text("topics.added", name=name, topic=topic))
    if item.words is not None:
        label = words.text("document.added_label")
        yield Rows((Row(label, item.words.text, literal=True),))


def _difference(words: Words, group: Sequence[Item]) -> Iterator[Block]:
    later = next(iter(of_kind(group, "later_on")), None)
    for item in of_kind(group, "difference"):
        yield Heading(words.text("document.difference_label"), 3)
        reasons = of_kind(group, "reason")
        if reasons:
            rows = [
                answer_row(words, one, voice=words.person(one.person_id or "")) for one in reasons
            ]
            yield Rows(tuple(rows))
        if item.words is not None:
            yield quote(words, item)
        elif item.choice is None or outcome_text(words, item) is not None:
            yield difference_line(words, item, later)
        else:
            yield chosen_together(words, item)


def _advice(words: Words, group: Sequence[Item]) -> Iterator[Block]:
    advice = of_kind(group, "advice")
    if not advice:
        return
    adviser = words.person(advice[0].detail or "")
    yield Heading(words.text("seek_advice.title", name=adviser), 3)
    answers = [item for item in advice if item.question is not None]
    if answers:
        yield Rows(
            tuple(
                answer_row(words, item, voice=words.person(item.person_id or ""))
                for item in answers
            )
        )


def _conclusion(words: Words, group: Sequence[Item]) -> Iterator[Block]:
    conclusions = of_kind(group, "conclusion")
    if not conclusions:
        return
    yield Heading(words.text("document.conclusion_label"), 3)
    rows = []
    for item in conclusions:
        if item.choice is not None and _is_a_sentence(words, item):
            yield chosen_together(words, item)
        else:
            rows.append(answer_row(words, item))
    if rows:
        yield Rows(tuple(rows))


def _is_a_sentence(words: Words, item: Item) -> bool:
    """Tell whether a choice is told as a sentence, because its question has no label."""
    question = item.question or ""
    return question in words.framework.questions and words.framework.label_of(question) is None


def _plan(words: Words, items: Sequence[Item]) -> Iterator[Block]:
    goals = of_kind(items, "goal")
    coordinators = of_kind(items, "coordinator")
    if goals or coordinators:
        yield Heading(words.text("document.plan"), 2)
    for number, goal in enumerate(goals, start=1):
        yield Heading(f"{words.text('document.goal_label')} {number}", 3)
        yield quote(words, goal)
        yield from _steps(words, [item for item in items if item.goal_id == goal.goal_id])
    if coordinators:
        label = words.text("document.coordinator_label")
        yield Rows(tuple(Row(label, words.person(item.person_id or "")) for item in coordinators))
    hard = of_kind(items, "hard_again")
    if hard:
        yield Heading(words.text("document.hard_again"), 2)
        for item in hard:
            yield hard_again_heading(words, item, 3)
            yield hard_again(words, item)
    for item in of_kind(items, "look_back"):
        if (sentence := look_back(words, item)) is not None:
            yield Heading(words.text("document.look_back"), 2)
            yield sentence


def _steps(words: Words, items: Sequence[Item]) -> Iterator[Block]:
    steps = of_kind(items, "plan_step")
    if steps:
        shown = tuple(replace(agreement(words, item), picture=None) for item in steps)
        yield Steps(step_labels(words), shown, in_parts=True)
    for item in of_kind(items, "programme"):
        programme = item.detail or ""
        name = Row(words.text("document.programme_label"), words.programme(programme))
        yield Rows((name, *facts(words, programme)))
    if of_kind(items, "to_tell_back"):
        yield Note(words.text("document.not_told_back"))


def _sharing(words: Words, items: Sequence[Item]) -> Iterator[Block]:
    sharing = of_kind(items, "sharing", "sharing_withdrawn")
    if not sharing:
        return
    yield Heading(words.text("document.sharing"), 2)
    for item in sharing:
        if item.moment is not None:
            text_id = (
                "document.sharing_granted"
                if item.kind == "sharing"
                else "document.sharing_withdrawn"
            )
            date = words.day_of(item.moment)
            yield Paragraph(words.text(text_id, name=item.detail or "", date=date))


def _end(words: Words, app_version: str) -> Iterator[Block]:
    yield Note(words.text("document.no_score"))
    versions = " · ".join(filter(None, (app_version, words.talk.conversation.content_version)))
    yield Note(f"{words.text('document.made_with')}\n{versions}")
