"""The triangle: first a side, then its topics, a few at a time. The parent chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.agenda import TOPICS_A_PAGE, offered_topics, plan_begins
from giz_gesprek.conversation.choosing import visible_topics
from giz_gesprek.session.acts import AddTopic, EnoughTopics, Jump, OpenSide, ToggleTopic
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import Option, TriangleSide, Way
from giz_gesprek.session.step_view import TopicsView, TriangleView

if TYPE_CHECKING:
    from giz_gesprek.conversation.position import TopicsStep, TriangleStep
    from giz_gesprek.session.step_data import StepData

_TO_PLAN: Final = "to-plan"


def triangle(data: StepData, step: TriangleStep) -> TriangleView:
    """Return the sides; one that was walked stays open to go back to."""
    place, visits = step.visit, data.conversation.visits
    visited = visits[:place]
    done = {visit.side for visit in visited if visible_topics(data.talk, visit.side)}
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
        echo=_called(data, "common.chosen_before", name) if name is not None else "",
        child=data.phrases.names["child"],
        sides=sides,
    )


def topics(data: StepData, step: TopicsStep) -> TopicsView:
    """Return a page of topics of a side; each can be chosen and left again."""
    side, page = step.side, step.page
    offered = offered_topics(data.talk, side)
    until = (page + 1) * TOPICS_A_PAGE
    shown = offered[page * TOPICS_A_PAGE : until]
    return TopicsView(
        **frame(data, data.say(f"side.{side}"), "help.topics", can_skip=False),
        question=data.say("topics.choose"),
        options=tuple(_topic_option(data, side, *each) for each in enumerate(shown, start=1)),
        chosen=frozenset(visible_topics(data.talk, side)),
        hint=data.say("topics.two_or_three"),
        add=Way(data.say("button.add_topic"), AddTopic(side)),
        is_last=until >= len(offered),
        asked_before=page > 0 or len(data.conversation.visits) > 1,
        enough=_enough(data, side) if until < len(offered) else None,
    )


def _enough(data: StepData, side: str) -> Way:
    return Way(data.say("button.enough_topics"), EnoughTopics(side))


def _side_option(data: StepData, side: TriangleSide, digit: int) -> Option:
    """Return a side, marked where it was walked; its name alone stands in the echo."""
    about = f"triangle.about_{side.id}"
    return Option(
        side.id,
        f"{side.name} · {data.say('triangle.done')}" if side.done else side.name,
        digit,
        echo=_called(data, "common.you_choose", side.name),
        # A side that a municipality added has no such line.
        about=data.say(about) if data.phrases.has(about) else "",
        act=OpenSide(side.id),
    )


def _to_plan(data: StepData, digit: int) -> Option:
    label = data.say("button.to_plan")
    echo = _called(data, "common.you_choose", label)
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
        echo=data.say("topics.chosen", topic=data.phrases.inside(title)),
        act=ToggleTopic(side, topic),
    )


def _called(data: StepData, text_id: str, name: str) -> str:
    return data.say(text_id, choice=data.phrases.inside(name))
