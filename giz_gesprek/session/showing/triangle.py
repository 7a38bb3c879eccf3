"""The triangle: first a side, then its topics, a few at a time. The parent chooses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.agenda import plan_begins
from giz_gesprek.conversation.choosing import visible_topics
from giz_gesprek.conversation.offered import TOPICS_A_PAGE, offered_topics, topic_pages
from giz_gesprek.conversation.progress import was_talked_about
from giz_gesprek.conversation.steps import TopicsStep
from giz_gesprek.session.acts import AddTopic, Jump, OpenSide, ToggleTopic
from giz_gesprek.session.showing.choices import ALL_CHOOSE
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import Option, TriangleSide, Way
from giz_gesprek.session.step_view import TopicsView, TriangleView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from giz_gesprek.conversation.steps import TriangleStep
    from giz_gesprek.session.step_data import StepData

_TO_PLAN: Final = "to-plan"


def triangle(data: StepData, step: TriangleStep) -> TriangleView:
    """Return the sides; one that was walked stays open to go back to."""
    place, visits = step.visit, data.conversation.visits
    visited = visits[:place]
    done = {visit.side for visit in visited if was_talked_about(data.talk, visit.side)}
    chosen = visits[place].side if place < len(visits) else None
    sides = tuple(
        TriangleSide(side, data.say(f"side.{side}"), side in done, (digit,))
        for digit, side in enumerate(data.framework.sides, start=1)
    )
    options = [_side_option(data, side, digit) for digit, side in enumerate(sides, start=1)]
    if visited:
        options.append(_to_plan(data, len(sides) + 1))
    name = next((side.name for side in sides if side.id == chosen), None)
    return TriangleView(
        **frame(data, data.say("triangle.title"), "help.triangle"),
        question=data.say("triangle.choose_next" if visited else "triangle.choose"),
        options=tuple(options),
        chosen=chosen,
        echo=_called(data, ALL_CHOOSE[1], name) if name is not None else "",
        child=data.phrases.names["child"],
        sides=sides,
    )


def topics(data: StepData, step: TopicsStep) -> TopicsView:
    """Return a page of topics of a side; each can be chosen and left again."""
    side, page = step.side, step.page
    start = page * TOPICS_A_PAGE
    shown = offered_topics(data.talk, side)[start : start + TOPICS_A_PAGE]
    chosen = visible_topics(data.talk, side)
    return TopicsView(
        # What is chosen is talked about; only where nothing is, there is something to skip.
        **frame(data, data.say(f"side.{side}"), "help.topics", can_skip=not chosen),
        question=data.say("topics.choose"),
        options=tuple(_topic_option(data, side, *each) for each in enumerate(shown, start=1)),
        chosen=frozenset(chosen),
        echo=_all_chosen(data, chosen),
        hint=data.say("topics.two_or_three"),
        add=Way(data.say("button.add_topic"), AddTopic(side)),
        asked_before=page > 0 or len(data.conversation.visits) > 1,
        others=_others(data, step),
    )


def _all_chosen(data: StepData, chosen: Sequence[str]) -> tuple[str, ...]:
    """Return a short sentence for every topic that is chosen, also on another page."""
    titles = (data.phrases.inside(data.words.topic(topic, None)) for topic in chosen)
    return tuple(
        data.say("topics.chosen_too" if place else "topics.chosen", topic=title)
        for place, title in enumerate(titles)
    )


def _others(data: StepData, step: TopicsStep) -> Option | None:
    """Return the way to the other topics of a side, round and round; it leaves nothing behind."""
    pages = topic_pages(data.talk, step.side)
    if pages < 2:  # noqa: PLR2004 - there is no other page
        return None
    here = str(step.page + 1)
    return Option(
        "others",
        data.say("topics.others", page=here, pages=str(pages)),
        TOPICS_A_PAGE + 1,
        aside=True,
        act=Jump(replace(step, page=(step.page + 1) % pages)),
    )


def _side_option(data: StepData, side: TriangleSide, digit: int) -> Option:
    """Return a side, marked where it was walked; its name alone stands in the echo."""
    about = f"triangle.about_{side.id}"
    return Option(
        side.id,
        f"{side.name} · {data.say('triangle.done')}" if side.done else side.name,
        digit,
        echo=_called(data, ALL_CHOOSE[0], side.name),
        # A side that a municipality added has no such line.
        about=data.say(about) if data.phrases.has(about) else "",
        act=OpenSide(side.id),
    )


def _to_plan(data: StepData, digit: int) -> Option:
    label = data.say("button.to_plan")
    echo = _called(data, ALL_CHOOSE[0], label)
    return Option(
        _TO_PLAN, label, digit, aside=True, echo=echo, act=Jump(plan_begins(data.talk)[0])
    )


def _topic_option(data: StepData, side: str, digit: int, topic: str) -> Option:
    title = data.words.topic(topic, None)
    return Option(
        topic,
        title,
        digit,
        pictogram=data.framework.topics[topic].pictogram,
        act=ToggleTopic(side, topic),
    )


def _called(data: StepData, text_id: str, name: str) -> str:
    return data.say(text_id, choice=data.phrases.inside(name))
