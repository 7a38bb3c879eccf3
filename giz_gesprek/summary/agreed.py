"""The sentences about what was agreed: goals, steps, and who does them."""

from __future__ import annotations

from collections.abc import Sequence

from giz_gesprek.conversation.plan import PlanStep
from giz_gesprek.summary.document import Agreement, Heading, Paragraph, StepLabels
from giz_gesprek.summary.items import CoordinatorChosen, GoalSet, PointedAt
from giz_gesprek.summary.listed import SAID
from giz_gesprek.summary.picture import Picture
from giz_gesprek.summary.plan_items import CalledFirst
from giz_gesprek.summary.words import PaperNames, in_a_row, joined_sentence


def agreement(words: PaperNames, step: PlanStep, what: str) -> Agreement:
    """Return a small step: who do ``what``, its words or the beginning of them, by when."""
    who, names = doers(words, step), _names_of_doers(words, step)
    what = without_name(what, names[0]) if len(names) == 1 else what
    sentence, by = what, None
    if who is not None:
        text_id = "document.step_together" if len(names) > 1 else "document.step"
        sentence = joined_sentence(words.text(text_id, who=who, what=what), what)
    day = _when(words, step)
    if day is not None:
        by = words.text("document.step_by", date=day)
    picture = _picture_of_doers(words, step)
    language = words.language_of(step.what)
    return Agreement(sentence, what, who, by, day, to_ask(words, step), picture, language=language)


def _when(words: PaperNames, step: PlanStep) -> str | None:
    """Return on which day a step is done, or how often; None where that was not said."""
    if step.rhythm is not None:
        return words.inside(words.text(step.rhythm.text_id))
    return words.day(step.by) if step.by is not None else None


def without_name(what: str, name: str) -> str:
    """Return what somebody does without the name that stands before it already."""
    rest = what.removeprefix(f"{name} ").lstrip()
    return rest or what


def to_ask(words: PaperNames, step: PlanStep) -> str | None:
    """Return that somebody who does a step is still to be asked; None when everybody was there."""
    if not step.to_ask:
        return None
    who = in_a_row(words, [words.person(person_id) for person_id in step.to_ask])
    if step.asked_by is None:
        return words.text("document.to_ask", who=who)
    return words.text("document.asks", other=words.person(step.asked_by), who=who)


def who_keeps_it(words: PaperNames, item: CoordinatorChosen | CalledFirst) -> str:
    """Return who keeps the plan, or whom to call first about it and at which number."""
    if isinstance(item, CoordinatorChosen):
        return words.text("document.coordinator", name=words.person(item.person_id))
    name = contact_name(words, item)
    if item.phone is None:
        return words.text("document.first_contact", name=name)
    return words.text("document.first_contact_number", name=name, number=item.phone)


def contact_name(words: PaperNames, item: CalledFirst) -> str:
    """Return what that person is called; a name that was typed by hand between marks."""
    person_id = item.contact.person_id
    return words.person(person_id) if person_id is not None else SAID.format(item.contact.name)


def goal_heading(words: PaperNames, goal: GoalSet, number: int | None = None) -> Heading:
    """Return the heading of a goal: its number, where there are more, and its topics."""
    return Heading(goal_title(words, goal.topics, number), 3)


def goal_title(words: PaperNames, topics: Sequence[str], number: int | None = None) -> str:
    """Return what a goal is called that belongs to these topics."""
    label = words.text("document.goal_label")
    titles = ", ".join(words.topic(topic, None) for topic in topics)
    numbered = label if number is None else f"{label} {number}"
    return " · ".join(filter(None, (numbered, titles)))


def comes_first(words: PaperNames, item: PointedAt) -> Paragraph:
    """Return which topic comes first, and that a goal may come later where it has none."""
    first = words.text("document.comes_first", topic=words.topic(item.topic, item.child_id))
    return Paragraph(first if item.has_goal else f"{first}\n{words.text('document.no_goal_yet')}")


def doers(words: PaperNames, step: PlanStep) -> str | None:
    """Return who do a step, in the words of a list; None when nobody was named."""
    return in_a_row(words, _names_of_doers(words, step)) or None


def _names_of_doers(words: PaperNames, step: PlanStep) -> tuple[str, ...]:
    named = [words.person(person_id) for person_id in step.who]
    named += [step.who_else] if step.who_else is not None else []
    named += [words.programme(step.programme)] if step.programme is not None else []
    return tuple(named)


def _picture_of_doers(words: PaperNames, step: PlanStep) -> Picture | None:
    """Return the picture of "who helps" that fits everybody who does a step; None without one."""
    drawings = {_drawing_of_doer(words, person_id) for person_id in step.who}
    if step.who_else is not None or step.programme is not None or len(drawings) != 1:
        return None
    return words.picture(drawings.pop())


def _drawing_of_doer(words: PaperNames, person_id: str) -> str | None:
    role, meanings = words.talk.family.person(person_id).role, words.framework.meanings
    spec = words.framework.roles.get(role)
    choice = meanings.done_by_network if role == "network" else meanings.done_by_others
    if role == "child" or (spec is not None and spec.turn == "family"):
        choice = meanings.done_by_family
    return words.framework.pictogram_of(choice)


def step_labels(words: PaperNames) -> StepLabels:
    """Return what the parts of a step are called."""
    return StepLabels(
        words.text("document.step_label"),
        words.text("document.who_label"),
        words.text("document.by_label"),
    )
