"""A next visit: what was left for later, and which topics of the time before come again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.before import (
    ViewBefore,
    as_it_was,
    topics_again,
    views_again,
)
from giz_gesprek.conversation.choosing import visible_topics
from giz_gesprek.conversation.left import Left, became_of, left_open
from giz_gesprek.conversation.voices import is_appraisal
from giz_gesprek.session.acts import SettleLeft, ToggleTopic, WantAnotherTopic
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import (
    FaceShown,
    Option,
    TopicShown,
    Way,
    WrittenLine,
    WrittenPart,
)
from giz_gesprek.session.step_view import AgainView
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.summary.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from giz_gesprek.session.step_data import StepData

ANOTHER: Final = "another"
MOST_AGAIN: Final = 8
"""More topics than have a digit beside "another" are chosen on the triangle."""
_SHORT: Final = 40
"""Characters of own words beside a topic that has no faces."""


def left(data: StepData) -> LinesView:
    """Return everything that was left, each with what can become of it."""
    items = left_open(data.talk)
    return LinesView(
        **frame(data, data.say("left.title"), "help.left", can_skip=False),
        is_empty=False,
        intro=data.say("left.intro"),
        parts=tuple(_left_part(data, each) for each in items),
        question=data.say("left.ask"),
        hint=data.say("left.hint"),
    )


def _left_part(data: StepData, item: Left) -> WrittenPart:
    then = became_of(data.talk, item)
    told = [_why_left(data, item), data.say(f"left.then_{then}") if then is not None else ""]
    ways = tuple(
        Way(data.say(f"left.{way}"), SettleLeft(item.key, way)) for way in item.ways if way != then
    )
    line = WrittenLine(None, "\n".join(filter(None, told)), ways=ways)
    return WrittenPart(data.words.topic(item.topic, item.child_id), (line,))


def _why_left(data: StepData, item: Left) -> str:
    if item.kind == "topic":
        return data.say("left.not_talked").strip()
    if item.later_on is None:
        return data.say("left.differed").strip()
    return data.say("left.differed_until", date=data.words.day(item.later_on)).strip()


def again(data: StepData) -> AgainView:
    """Return the topics of the time before, with what each chose then; and another one."""
    topics = list(dict.fromkeys(each.topic for each in topics_again(data.talk)))[:MOST_AGAIN]
    options = [_option(data, *each) for each in enumerate(topics, start=1)]
    another = Option(
        ANOTHER, data.say("again.another"), len(options) + 1, aside=True, act=WantAnotherTopic()
    )
    chosen = [topic for topic in topics if _is_chosen(data, topic)]
    wants = data.conversation.another_topic
    labels = [option.label for option in options if option.id in chosen]
    labels += [another.label] if wants else []
    return AgainView(
        **frame(data, data.say("again.title"), "help.again", can_skip=not (chosen or wants)),
        question=data.say("again.ask"),
        options=(*options, another),
        chosen=frozenset((*chosen, *((ANOTHER,) if wants else ()))),
        echo=tuple(
            data.say(
                "topics.chosen_too" if place else "topics.chosen", topic=data.phrases.inside(label)
            )
            for place, label in enumerate(labels)
        ),
        told=tuple(TopicShown(topic, tuple(_told(data, topic)), ()) for topic in topics),
    )


def _is_chosen(data: StepData, topic: str) -> bool:
    side = data.framework.side_of(topic)
    return side is not None and topic in visible_topics(data.talk, side)


def _option(data: StepData, digit: int, topic: str) -> Option:
    side = data.framework.side_of(topic) or ""
    return Option(topic, data.words.topic(topic, None), digit, act=ToggleTopic(side, topic))


def _told(data: StepData, topic: str) -> Iterator[FaceShown]:
    """Yield what each said on a topic the last time, in a few words."""
    for each in topics_again(data.talk):
        if each.topic == topic:
            for told in views_again(data.talk, topic, each.child_id):
                shown = in_short(data, told)
                if shown is not None:
                    yield shown


def in_short(data: StepData, told: ViewBefore) -> FaceShown | None:
    """Return the face that somebody chose, or the beginning of what they said where none was."""
    name = data.name(told.view.person_id)
    words = data.words_of(as_it_was(data.talk, told.conversation))
    faces = [each for each in told.view.answers if is_appraisal(data.framework, each.question)]
    for answer in faces:
        label = words.given(answer)
        drawing = words.pictogram(answer.question, answer.choice or "")
        return FaceShown(data.say("whole.voice", name=name, choice=label), drawing)
    for answer in told.view.answers:
        if answer.words is not None:
            short = f"“{shortened(answer.words.text, _SHORT)}”"
            return FaceShown(data.say("whole.voice", name=name, choice=short), None)
    return None
