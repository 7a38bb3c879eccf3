"""The professional's paper: everything that was said, each in the right voice, for the dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from giz_gesprek.summary.audience import PROFESSIONAL
from giz_gesprek.summary.differences import difference_line, outcome_text, without
from giz_gesprek.summary.document import (
    Agreement,
    Block,
    Heading,
    Note,
    Paragraph,
    Row,
    Rows,
    Steps,
)
from giz_gesprek.summary.items import (
    AdviceGiven,
    AdviceUnanswered,
    AnswerGiven,
    AtTheTable,
    ConclusionMade,
    CoordinatorChosen,
    DifferenceSeen,
    GoalSet,
    HardAgain,
    HelpChosen,
    Item,
    LaterOn,
    LookBackOn,
    OnTopic,
    PointedAt,
    ReasonGiven,
    Shared,
    SharingRefused,
    SharingSaid,
    SharingWithdrawn,
    StepAgreed,
    TopicAdded,
    ToTellBack,
    ViewGiven,
)
from giz_gesprek.summary.programmes import facts
from giz_gesprek.summary.rows import answer_row, child_rows, comparisons, silence_row
from giz_gesprek.summary.sentences import (
    added_topic,
    advice_title,
    agreement,
    by_topic,
    chosen_together,
    goal_heading,
    hard_again_heading,
    look_back,
    of_type,
    people,
    proposed_only,
    quote,
    step_labels,
    topic_heading,
)
from giz_gesprek.summary.words import PaperNames

_SHARING: Final[Mapping[type[SharingSaid], str]] = {
    Shared: "document.sharing_granted",
    SharingRefused: "document.sharing_refused",
    SharingWithdrawn: "document.sharing_withdrawn",
}


def professional_blocks(
    words: PaperNames, items: Sequence[Item], *, app_version: str
) -> tuple[Block, ...]:
    """Return the paper."""
    return (
        *_beginning(words, items),
        *_said(words, items),
        *_plan(words, items),
        *_sharing(words, items),
        *_end(words, app_version),
    )


def _beginning(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
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
            *_agreed(words),
        )
    )
    there = people(words, items)
    if there.people:
        yield Heading(words.text("document.participants"), 2)
        yield there
    said = tuple(child_rows(words))
    if said:
        yield Rows(said)


def _agreed(words: PaperNames) -> Iterator[Row]:
    """Yield what the family said to having this conversation, once it has said so."""
    agreement = words.talk.conversation.agreement
    if agreement is None or agreement.wants_to_talk is None or agreement.answered_at is None:
        return
    text_id = "document.talk_wanted" if agreement.wants_to_talk else "document.talk_refused"
    said = words.text(text_id, date=words.day_of(agreement.answered_at))
    yield Row(words.text("document.talk_label"), said)


def _children(words: PaperNames) -> str:
    conversation = words.talk.conversation
    now = conversation.child_now
    known = []
    if now.pregnancy_week is not None:
        known.append(words.text("document.pregnancy_week", number=str(now.pregnancy_week)))
    if now.first_child is not None:
        text_id = "document.first_child" if now.first_child else "document.not_first_child"
        known.append(words.text(text_id))
    child = words.child(conversation.focus_child)
    others = dict.fromkeys(conversation.other_children)
    others.pop(conversation.focus_child, None)
    shown = f"{child} ({', '.join(known)})" if known else child
    return ", ".join((shown, *(words.child(child_id) for child_id in others)))


def _said(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    for first, group in by_topic(of_type(items, OnTopic)):
        yield topic_heading(words, first, 2)
        for item in of_type(group, TopicAdded):
            yield from _added(words, item)
        if proposed_only(group):
            yield Paragraph(words.text("document.proposed"))
        yield from comparisons(words, of_type(group, ViewGiven))
        yield from _difference(words, group)
        yield from _advice(words, group)
        yield from _conclusion(words, group)
    if len(items) == len(of_type(items, AtTheTable)):
        declined = words.talk.conversation.state == "declined"
        yield Paragraph(words.text("document.no_talk" if declined else "document.nothing_yet"))


def _added(words: PaperNames, item: TopicAdded) -> Iterator[Block]:
    yield added_topic(words, item)
    if item.reason is not None:
        label = words.text("document.added_label")
        yield Rows((Row(label, item.reason.text, literal=True),))


def _difference(words: PaperNames, group: Sequence[OnTopic]) -> Iterator[Block]:
    later = next(iter(of_type(group, LaterOn)), None)
    for item in of_type(group, DifferenceSeen):
        yield Heading(words.text("document.difference_label"), 3)
        yield from _rows(words, of_type(group, ReasonGiven))
        outcome = item.outcome
        if outcome is not None and outcome.words is not None:
            yield quote(words, outcome.words)
        elif outcome is None or outcome_text(words, outcome) is not None:
            yield difference_line(words, item, later)
        else:
            yield chosen_together(words, outcome)


def _advice(words: PaperNames, group: Sequence[OnTopic]) -> Iterator[Block]:
    advice = [item for item in group if isinstance(item, AdviceGiven | AdviceUnanswered)]
    if not advice:
        return
    yield Heading(advice_title(words, advice[0]), 3)
    yield from _rows(words, of_type(group, AdviceGiven))
    silent = of_type(group, AdviceUnanswered)
    if silent:
        yield Rows(tuple(silence_row(words, item) for item in silent))


def _rows(words: PaperNames, answers: Sequence[AnswerGiven]) -> Iterator[Rows]:
    """Yield each answer with whose it is."""
    rows = [answer_row(words, item, voice=words.person(item.person_id)) for item in answers]
    if rows:
        yield Rows(tuple(rows))


def _conclusion(words: PaperNames, group: Sequence[OnTopic]) -> Iterator[Block]:
    conclusions = of_type(group, ConclusionMade)
    if not conclusions:
        return
    yield Heading(words.text("document.conclusion_label"), 3)
    rows = []
    for item in conclusions:
        if item.answer.words is None and _is_a_sentence(words, item.answer.question):
            yield chosen_together(words, item.answer)
        else:
            rows.append(answer_row(words, item))
    if rows:
        yield Rows(tuple(rows))
    yield from without(words, conclusions)


def _is_a_sentence(words: PaperNames, question: str) -> bool:
    """Tell whether a choice is told as a sentence, because its question has no label."""
    return question in words.framework.questions and words.framework.label_of(question) is None


def _plan(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    goals = of_type(items, GoalSet)
    coordinators = of_type(items, CoordinatorChosen)
    first = of_type(items, PointedAt)
    if first or goals or coordinators:
        yield Heading(words.text("document.plan"), 2)
    if first:
        label = words.text("document.comes_first_label")
        yield Rows(tuple(Row(label, words.topic(item.topic, item.child_id)) for item in first))
        if not all(item.has_goal for item in first):
            yield Note(words.text("document.no_goal_yet"))
    for number, goal in enumerate(goals, start=1):
        yield goal_heading(words, goal, number)
        yield quote(words, goal.words)
        yield from _of_goal(words, goal.goal_id, items)
    if coordinators:
        label = words.text("document.coordinator_label")
        yield Rows(tuple(Row(label, words.person(item.person_id)) for item in coordinators))
    hard = of_type(items, HardAgain)
    if hard:
        yield Heading(words.text("document.hard_again"), 2)
        for item in hard:
            own = item.answer.words
            yield hard_again_heading(words, item, 3)
            yield chosen_together(words, item.answer) if own is None else quote(words, own)
    for day in of_type(items, LookBackOn):
        yield Heading(words.text("document.look_back"), 2)
        yield look_back(words, day)


def _of_goal(words: PaperNames, goal_id: str, items: Sequence[Item]) -> Iterator[Block]:
    steps = [item.step for item in of_type(items, StepAgreed) if item.goal_id == goal_id]
    if steps:
        agreed = [agreement(words, step, step.what.text) for step in steps]
        shown = tuple(replace(each, picture=None, who=_doers(each), see=None) for each in agreed)
        yield Steps(step_labels(words), shown, in_parts=True)
    for item in of_type(items, HelpChosen):
        if item.goal_id == goal_id:
            name = Row(words.text("document.programme_label"), words.programme(item.programme))
            yield Rows((name, *facts(words, item.programme)))
    if any(item.goal_id == goal_id for item in of_type(items, ToTellBack)):
        yield Note(words.text("document.not_told_back"))


def _doers(agreed: Agreement) -> str | None:
    """Return who do a step, and who of them is still to be asked."""
    return ". ".join(filter(None, (agreed.who, agreed.see))) or None


def _sharing(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    sharing = of_type(items, SharingSaid)
    if sharing:
        yield Heading(words.text("document.sharing"), 2)
    for item in sharing:
        date = words.day_of(item.moment)
        yield Paragraph(words.text(_SHARING[type(item)], name=item.recipient, date=date))


def _end(words: PaperNames, app_version: str) -> Iterator[Block]:
    yield Note(words.text("document.no_score"))
    versions = " · ".join(filter(None, (app_version, words.talk.conversation.content_version)))
    yield Note(f"{words.text('document.made_with')}\n{versions}")
