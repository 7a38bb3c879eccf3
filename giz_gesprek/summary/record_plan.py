"""The family's plan on the professional's paper: goal by goal, and what helps on hard days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.plan import PlanStep
from giz_gesprek.summary.agreed import (
    agreement,
    contact_name,
    goal_heading,
    goal_title,
    step_labels,
)
from giz_gesprek.summary.document import Agreement, Block, Heading, Paragraph, Steps
from giz_gesprek.summary.doers import as_typed
from giz_gesprek.summary.items import (
    CoordinatorChosen,
    GoalSet,
    HardAgain,
    HardAgainUnanswered,
    HelpChosen,
    Item,
    LookBackOn,
    StepAgreed,
)
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.plan_items import CalledFirst, ToldBackSaid, ToTellBack, WhyItMatters
from giz_gesprek.summary.programmes import facts
from giz_gesprek.summary.rows import own_row, status
from giz_gesprek.summary.sentences import label_of, of_type, quote
from giz_gesprek.summary.words import PaperNames, in_a_row


def plan(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield when everybody looks back and who keeps the plan, and then goal by goal."""
    yield Heading(words.text("document.plan"), 2)
    goals = of_type(items, GoalSet)
    rows = (*_not_agreed(words, items), *_whole_plan(words, items, has_goals=bool(goals)))
    if rows:
        yield Rows(rows)
    if not goals:
        yield Paragraph(words.text("document.no_agreements"))
    for number, goal in enumerate(goals, start=1):
        yield goal_heading(words, goal, number)
        yield quote(words, goal.words)
        why = [one.words for one in of_type(items, WhyItMatters) if one.goal_id == goal.goal_id]
        if why:
            label = words.text("goals.why_label")
            yield Rows(tuple(_own(words, label, own) for own in why))
        yield from _of_goal(words, goal.goal_id, items)


def _whole_plan(words: PaperNames, items: Sequence[Item], *, has_goals: bool) -> Iterator[Row]:
    days = [words.day(item.day) for item in of_type(items, LookBackOn)]
    none_yet = [words.text("document.none_yet")] if has_goals else []
    for day in days or none_yet:
        yield Row(words.text("document.evaluation_label"), day)
    for item in of_type(items, CoordinatorChosen):
        yield Row(words.text("document.coordinator_label"), words.person(item.person_id))
    for contact in of_type(items, CalledFirst):
        told = ", ".join(filter(None, (contact_name(words, contact), contact.phone)))
        yield Row(words.text("document.first_contact_label"), told)


def _not_agreed(words: PaperNames, items: Sequence[Item]) -> Iterator[Row]:
    """Yield which goals nobody told back: what the professional has to explain comes first."""
    open_goals = {item.goal_id for item in of_type(items, ToTellBack)}
    titles = [
        goal_title(words, goal.topics, number)
        for number, goal in enumerate(of_type(items, GoalSet), start=1)
        if goal.goal_id in open_goals
    ]
    if titles:
        yield Row(words.text("document.not_agreed_label"), "\n".join(titles))


def _told_back(words: PaperNames, goal_id: str, items: Sequence[Item]) -> Iterator[Row]:
    """Yield how a goal was told back, or that it was not."""
    label = words.text("document.told_back_label")
    for said in of_type(items, ToldBackSaid):
        if said.goal_id == goal_id:
            yield _own(words, label, said.words)
    for item in of_type(items, ToTellBack):
        if item.goal_id == goal_id:
            text_id = "told_back_rather_not" if item.rather_not else "not_told_back"
            yield Row(label, words.text(f"document.{text_id}"))


def _own(words: PaperNames, label: str, own: OwnWords) -> Row:
    """Return own words behind a label that names who said them."""
    who = in_a_row(words, [words.person(one) for one in own.authors])
    return own_row(words, f"{label} ({who})", own)


def hard_days(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield what the family said about when it gets hard again."""
    rows = []
    for item in of_type(items, HardAgain):
        label, own = label_of(words, item.answer), item.answer.words
        if own is None:
            rows.append(Row(label, words.given(item.answer)))
        else:
            rows.append(_own(words, label, own))
    rows += [
        Row(label_of(words, silent.answer), status(words, silent.answer))
        for silent in of_type(items, HardAgainUnanswered)
    ]
    if rows:
        yield Heading(words.text("document.hard_again"), 2)
        yield Rows(tuple(rows))


def _of_goal(words: PaperNames, goal_id: str, items: Sequence[Item]) -> Iterator[Block]:
    steps = [item.step for item in of_type(items, StepAgreed) if item.goal_id == goal_id]
    rows = []
    if steps:
        labels = replace(
            step_labels(words),
            said_by=words.text("document.words_label"),
            proposed_by=words.text("document.proposed_label"),
        )
        yield Steps(labels, tuple(_step(words, step) for step in steps), in_parts=True)
    else:
        label = words.text("document.step_label")
        rows.append(Row(label, words.text("document.none_yet")))
    for item in of_type(items, HelpChosen):
        if item.goal_id == goal_id:
            label = words.text("document.programme_label")
            rows.append(Row(label, words.programme(item.programme)))
            rows += _who_asks(words, item)
            rows += facts(words, item.programme, guidance=False)
    rows += _told_back(words, goal_id, items)
    if rows:
        yield Rows(tuple(rows))


def _who_asks(words: PaperNames, item: HelpChosen) -> Iterator[Row]:
    """Yield who asks for a programme and when; that nobody does is still to be agreed on."""
    who = words.person(item.asked_by) if item.asked_by is not None else None
    yield Row(words.text("document.help_asks_label"), who or words.text("document.none_yet"))
    if item.by is not None:
        yield Row(words.text("document.by_label"), words.day(item.by))


def _step(words: PaperNames, step: PlanStep) -> Agreement:
    """Return a step with who do it, who of them is not asked yet, whose words and whose idea."""
    agreed = agreement(words, as_typed(step), step.what.text)
    who = agreed.who
    if step.to_ask:
        names = in_a_row(words, [words.person(one) for one in step.to_ask])
        asked = words.text("document.not_asked_yet", who=names)
        if step.asked_by is not None:
            asks = words.text("document.asks_label", other=words.person(step.asked_by))
            asked = f"{asked}; {asks}"
        who = f"{who} ({asked})"
    said_by, proposed_by = (
        in_a_row(words, [words.person(one) for one in people])
        for people in (step.what.authors, step.proposed_by)
    )
    return replace(
        agreed,
        picture=None,
        who=who,
        see=None,
        said_by=said_by,
        proposed_by=proposed_by or None,
    )
