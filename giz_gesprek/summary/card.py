"""The small card, where there is no printer: whom to call, what we do, when we look back.

One screen to copy by hand or to photograph. It holds only what is on the family's paper too, and
says whom to ask for the agreements that do not fit. Help that cannot wait comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from giz_gesprek.content.library import Library
from giz_gesprek.conversation.naming import first_professional
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.agreed import agreement
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.contacts import urgent_call
from giz_gesprek.summary.document import Agreement, Block, Document, Heading, Note, Paragraph
from giz_gesprek.summary.doers import as_typed
from giz_gesprek.summary.items import GoalSet, HardAgain, HelpChosen, Item, StepAgreed
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.next_steps import next_first
from giz_gesprek.summary.next_times import next_times
from giz_gesprek.summary.programmes import chosen_help
from giz_gesprek.summary.sentences import label_of, of_type
from giz_gesprek.summary.urgent import urgent_topics
from giz_gesprek.summary.withheld import NOTHING_WITHHELD, Withheld, told
from giz_gesprek.summary.words import PaperNames, first_words

MOST_AGREEMENTS: Final = 3
"""What fits on a terminal of 24 rows with all the rest."""
MOST_WHEN_URGENT: Final = 2
"""The same below what cannot wait."""
MOST_DAYS: Final = 2
"""The next days fit, the earliest first; the family's paper has all of them."""
_BETWEEN: Final = " · "
_LONG: Final = 60
"""Characters of own words that somebody copies by hand."""

_ToDo: TypeAlias = GoalSet | StepAgreed | HelpChosen


def build_card(
    library: Library,
    talk: Talk,
    *,
    calendar: Calendar,
    withheld: Withheld = NOTHING_WITHHELD,
) -> Document:
    """Return the card of a conversation, in the words that the family likes; see ``withheld``."""
    open_talk, items = told(talk, FAMILY, withheld)
    words = PaperNames.of(library, open_talk, calendar)
    title = words.text("card.title")
    blocks = (
        Heading(title, 1),
        *_whom_to_call(words, items),
        *_what_we_do(words, items),
        *_when(words, items),
    )
    return Document(title, library.written_in(words.language), blocks)


def _whom_to_call(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    urgent = urgent_topics(words, items)
    yield Heading(words.text("document.urgent" if urgent else "document.help_now"), 2)
    yield from _urgent(words, urgent)
    for item in of_type(items, HardAgain):
        question, own = item.answer.question, item.answer.words
        if words.framework.role_of(question) == "call" and own is not None:
            yield Rows((Row(label_of(words, item.answer), _shortened(own.text), literal=True),))
    if not urgent:
        yield from _own_helper(words)
    yield Paragraph(words.text("help_now.danger"))


def _urgent(words: PaperNames, urgent: Mapping[str, str]) -> Iterator[Paragraph]:
    """Yield on which topics help cannot wait, a line for each choice, and to call at once."""
    if not urgent:
        return
    for choice in dict.fromkeys(urgent.values()):
        titles = _BETWEEN.join(topic for topic, chosen in urgent.items() if chosen == choice)
        yield Paragraph(words.text("document.urgent_on", topic=titles, choice=choice))
    call = urgent_call(words)
    if call is not None:
        yield Paragraph(call)


def _own_helper(words: PaperNames) -> Iterator[Paragraph]:
    """Yield the own professional: a person to ask for, of an organisation, with the number."""
    professional = first_professional(words.talk)
    if professional is None:
        return
    name = words.person(professional.id)
    if professional.phone is None:
        yield Paragraph(words.text("document.call_own", name=name))
    else:
        who = ", ".join(filter(None, (name, professional.organisation)))
        yield Paragraph(words.text("card.call_own", who=_shortened(who), number=professional.phone))


def _what_we_do(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    yield Heading(words.text("document.agreements"), 2)
    agreed = [_agreed(words, same, items) for same in _to_do(items)]
    most = MOST_WHEN_URGENT if urgent_topics(words, items) else MOST_AGREEMENTS
    yield from agreed[:most]
    left = len(agreed) - most
    if not agreed:
        yield Paragraph(words.text("card.nothing"))
    elif left == 1:
        yield Note(_on_one_line(words.text("card.one_more")))
    elif left > 1:
        yield Note(_on_one_line(words.text("card.more", number=str(left))))


def _to_do(items: Sequence[Item]) -> list[list[_ToDo]]:
    """Return the next thing to do of each goal, and after those the rest of all goals.

    Chosen help comes after the steps; a goal that has neither is itself all there is to do. What
    is to do for more goals is one thing, with what it is for each of them.
    """
    per_goal = [_of_goal(items, goal) for goal in of_type(items, GoalSet)]
    in_order = [to_do[0] for to_do in per_goal] + [one for to_do in per_goal for one in to_do[1:]]
    same: dict[object, list[_ToDo]] = {}
    for item in in_order:
        same.setdefault(_what(item), []).append(item)
    return list(same.values())


def _what(item: _ToDo) -> object:
    """Return what is the same of two things to do that are one."""
    match item:
        case HelpChosen(programme=programme):
            return programme
        case GoalSet(goal_id=goal_id):
            return (goal_id,)
        case StepAgreed(step=step):
            doers = (step.who, step.who_else, step.programme)
            return step.what.text, doers, step.by, step.rhythm


def _of_goal(items: Sequence[Item], goal: GoalSet) -> list[_ToDo]:
    agreed = [item for item in of_type(items, StepAgreed) if item.goal_id == goal.goal_id]
    order = next_first([item.step for item in agreed])
    helps = [item for item in of_type(items, HelpChosen) if item.goal_id == goal.goal_id]
    return [*sorted(agreed, key=lambda item: order.index(item.step)), *helps] or [goal]


def _agreed(words: PaperNames, same: Sequence[_ToDo], items: Sequence[Item]) -> Agreement:
    """Return what was agreed as one line; what belongs to more goals with the topics of those."""
    line = _line(words, same[0])
    goals = {item.goal_id for item in same}
    belongs = [goal.topics for goal in of_type(items, GoalSet) if goal.goal_id in goals]
    titles = dict.fromkeys(words.topic(topic, None) for topics in belongs for topic in topics)
    if len(goals) == 1 or not titles:
        return line
    what = words.text("card.for_goals", what=_BETWEEN.join(titles))
    return replace(line, sentence=f"{line.sentence} {what}")


def _line(words: PaperNames, item: _ToDo) -> Agreement:
    """Return what there is to do in one line, with its day behind it."""
    match item:
        case HelpChosen():
            chosen = chosen_help(words, item)
            return Agreement(chosen.sentence.replace("\n", " "), chosen.choice)
        case GoalSet(words=own):
            return Agreement(_shortened(own.text), _shortened(own.text))
        case StepAgreed(step=step):
            line = agreement(words, as_typed(step), _shortened(step.what.text))
            told = " ".join(filter(None, (line.sentence, line.by, line.see)))
            return replace(line, sentence=told, by=None, see=None)


def _when(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    days = next_times(words, items)
    if days:
        yield Heading(words.text("document.look_back"), 2)
        yield from days[:MOST_DAYS]


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str) -> str:
    """Return own words on one line, without what is too much to copy; "…" shows that."""
    line = _on_one_line(text)
    return line if len(line) <= _LONG else first_words(line, _LONG)
