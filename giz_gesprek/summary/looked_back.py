"""What became of the plan of the time before: what both papers and the report tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.delicate import is_delicate_goal
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.looked_back import WORKED, HelpCame, LookedBack, Outcome, Since, Then
from giz_gesprek.conversation.looking_back import (
    GoalBefore,
    may_hear,
    programmes_asked_after,
    said_of,
)
from giz_gesprek.conversation.presence import voices_at
from giz_gesprek.conversation.programmes import name_id
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.agreed import goal_title
from giz_gesprek.summary.audience import Readers
from giz_gesprek.summary.document import Asked, Block, Heading, Paragraph, Question, Section
from giz_gesprek.summary.items import Item
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.looked_back_items import GoalLookedBackOn, SinceSaid, WhatHelped
from giz_gesprek.summary.rows import own_row
from giz_gesprek.summary.sentences import of_type, quote
from giz_gesprek.summary.words import PaperNames, in_a_row

_UNKNOWN: Final[Outcome] = "dont_know"
_STEPS: Final[Mapping[Outcome, str]] = {
    "reached": "document.step_reached",
    "a_little": "document.step_a_little",
}
_CAME: Final[Mapping[HelpCame, str]] = {
    "there": "document.came_there",
    "waiting": "document.came_waiting",
    "not_there": "document.came_not_there",
}
_THEN: Final[Mapping[Then, str]] = {
    "smaller": "document.then_smaller",
    "other_helper": "document.then_other_helper",
    "as_it_was": "document.then_as_it_was",
    "let_go": "document.then_let_go",
}
SINCE: Final[Mapping[Since, str]] = {
    "calm": "since.calm",
    "hard": "since.hard",
    "dont_know": "button.dont_know",
}


def looked_back_on(
    talk: Talk, audience: Readers
) -> Iterator[SinceSaid | GoalLookedBackOn | WhatHelped]:
    """Yield how the time since was, and each goal of which somebody said what became of it.

    How the time was and not knowing are for the record, and so is what is delicate while others
    sit there.
    """
    since = talk.conversation.since
    if since is not None and audience.has_to_do:
        yield SinceSaid(since)
    for before, said in said_of(talk):
        goal = before.goal
        delicate = is_delicate_goal(talk.framework, before.conversation, goal)
        told = said if audience.has_to_do else _for_home(talk, before, said)
        if told is None:
            continue
        line = Line(kind="looked_back", id=goal.id)
        # What helped has authors of its own, and is one thing to show.
        apart = told.model_copy(update={"helped": None})
        yield GoalLookedBackOn(goal, apart, delicate, line=line)
        if told.helped is not None:
            yield WhatHelped(goal, told.helped, delicate, line=Line(kind="helped", id=goal.id))


def _for_home(talk: Talk, before: GoalBefore, said: LookedBack) -> LookedBack | None:
    """Return what goes home of what was said; None where nothing does."""
    if said.outcome == _UNKNOWN or not may_hear(talk, before):
        return None
    asked = programmes_asked_after(talk, before)
    programmes = tuple(each for each in said.programmes if each.id in asked)
    return said.model_copy(update={"programmes": programmes})


def what_became(words: PaperNames, item: GoalLookedBackOn) -> Iterator[str]:
    """Yield in sentences what became of a goal and of its help, and how it goes on."""
    unknown = item.said.outcome == _UNKNOWN
    yield words.text("button.dont_know" if unknown else f"document.{item.said.outcome}")
    for each in item.said.programmes:
        if each.outcome in _CAME:
            yield words.text(_CAME[each.outcome], what=_programme(words, item.said, each.id))
    if item.said.then is not None:
        yield words.text(_THEN[item.said.then])


def steps_that_worked(words: PaperNames, item: GoalLookedBackOn) -> Iterator[Row]:
    """Yield each step that worked, wholly or a little, in its own words."""
    steps = {step.id: step.what for step in item.goal.steps}
    for each in item.said.steps:
        if each.outcome in WORKED and each.step_id in steps:
            yield own_row(words, words.text(_STEPS[each.outcome]), steps[each.step_id])


def for_the_family(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield each goal in its own words, with what became of it and what helped."""
    looked_back = of_type(items, GoalLookedBackOn)
    if looked_back:
        yield Heading(words.text("looked_back.title"), 2)
    for item in looked_back:
        heading = Heading(goal_title(words, item.goal.topics), 3)
        told: list[Block] = [
            quote(words, item.goal.words),
            Paragraph("\n".join(what_became(words, item))),
        ]
        if rows := tuple(steps_that_worked(words, item)):
            told.append(Rows(rows))
        if (own := _what_helped(items, item)) is not None:
            asked = Question(words.text("document.helped"))
            told.append(Asked(asked, (quote(words, own),)))
        yield Section("looked_back", heading, tuple(told))


def for_the_record(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield the same with who said it, before what this talk came to."""
    looked_back, since = of_type(items, GoalLookedBackOn), of_type(items, SinceSaid)
    if looked_back or since:
        yield Heading(words.text("document.looked_back_label"), 2)
    for said in since:
        label, how = words.text("document.since_label"), words.text(SINCE[said.since.how])
        yield Rows((Row(label, _said_by(words, how, said.since.present)),))
    for item in looked_back:
        yield Heading(goal_title(words, item.goal.topics), 3)
        yield quote(words, item.goal.words)
        yield Rows(tuple(_recorded(words, item, _what_helped(items, item))))


def _recorded(words: PaperNames, item: GoalLookedBackOn, helped: OwnWords | None) -> Iterator[Row]:
    said, steps = item.said, {step.id: step.what for step in item.goal.steps}
    outcome = words.text(f"looked_back.{said.outcome}")
    yield Row(words.text("document.reached_label"), _said_by(words, outcome, said.present))
    for each in said.steps:
        if each.step_id in steps:
            what = words.text(f"looked_back.{each.outcome}")
            label = words.text("document.step_looked_back", what=f"{what[:1].lower()}{what[1:]}")
            yield own_row(words, label, steps[each.step_id])
    if helped is not None:
        who = in_a_row(words, [words.person(one) for one in helped.authors])
        yield own_row(words, f"{words.text('document.helped')} ({who})", helped)
    for came in said.programmes:
        unknown = came.outcome == _UNKNOWN
        known = "document.status_unknown" if unknown else f"document.asked_{came.outcome}"
        yield Row(_programme(words, said, came.id), words.text(known))
    if said.then is not None:
        yield Row(words.text("document.then_label"), words.text(f"document.on_{said.then}"))


def _what_helped(items: Sequence[Item], item: GoalLookedBackOn) -> OwnWords | None:
    said = (each for each in of_type(items, WhatHelped) if each.goal == item.goal)
    return next((each.words for each in said), None)


def _said_by(words: PaperNames, what: str, present: Sequence[str]) -> str:
    who = in_a_row(words, [words.person(one) for one in voices_at(words.talk, present)])
    return words.text("document.talk_said_by", what=what, who=who)


def _programme(words: PaperNames, said: LookedBack, programme: str) -> str:
    """Return what help is called, as then where the content knows it no more."""
    if programme in words.framework.programmes:
        return words.programme(programme)
    wording = words.talk.dossier.conversation(said.conversation_id).wording
    return wording.get(name_id(programme)) or words.programme(programme)
