"""Everything that was talked about in one picture, before the goals: what comes first?

Shows what each said and chose, side by side: no sum, no order of weight. Nothing is chosen
beforehand, and that nothing comes first is a choice like the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.offered import sides_with_more, topics_of_picture
from giz_gesprek.conversation.voices import appraisals
from giz_gesprek.session.acts import AnotherTopic, PointAt
from giz_gesprek.session.showing.choices import ALL_CHOOSE, echo_of, with_echoes
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import (
    AskedShown,
    FaceShown,
    Option,
    Quote,
    SideShown,
    TopicShown,
    TriangleSide,
    Way,
)
from giz_gesprek.session.step_view import WholeView
from giz_gesprek.summary.asked import by_question, what_was_asked
from giz_gesprek.summary.visible import given_on
from giz_gesprek.summary.words import shortened

if TYPE_CHECKING:
    from giz_gesprek.session.step_data import StepData

_NOTHING: Final = "nothing"
_HELPS: Final = frozenset({"strength", "help"})
"""What a question is for whose answer says what is there already."""
_SHORT: Final = 28
"""Characters of own words in the picture; the whole of them stood side by side."""


@dataclass(frozen=True)
class _Shown:
    """A topic of the picture and the digit that chooses it."""

    topic: str
    child_id: str | None
    digit: int

    @property
    def id(self) -> str:
        """The id of its option."""
        return self.topic if self.child_id is None else f"{self.topic}:{self.child_id}"


def whole(data: StepData) -> WholeView:
    """Return the sides, their topics, each voice's face, and what helps already."""
    shown = [
        _Shown(topic, child_id, digit)
        for digit, (topic, child_id) in enumerate(topics_of_picture(data.talk), start=1)
    ]
    nothing = Option(
        _NOTHING, data.say("whole.nothing"), len(shown) + 1, aside=True, act=PointAt(None)
    )
    options = with_echoes(data, [*(_option(data, each) for each in shown), nothing], ALL_CHOOSE[0])
    first = data.conversation.plan.comes_first
    pointed = (first.topic, first.child_id) if first is not None else None
    chosen = next((each.id for each in shown if (each.topic, each.child_id) == pointed), None)
    of_side = {
        side: [each for each in shown if data.framework.side_of(each.topic) == side]
        for side in data.framework.sides
    }
    return WholeView(
        **frame(data, data.say("whole.title"), "help.whole"),
        question=data.say("whole.ask"),
        options=options,
        chosen=chosen,
        echo=echo_of(data, options, chosen, ALL_CHOOSE[1]),
        child=data.phrases.names["child"],
        sides=tuple(
            TriangleSide(
                side, data.say(f"side.{side}"), bool(topics), tuple(each.digit for each in topics)
            )
            for side, topics in of_side.items()
        ),
        parts=tuple(
            SideShown(data.say(f"side.{side}"), tuple(_topic(data, each) for each in topics))
            for side, topics in of_side.items()
            if topics
        ),
        another=another_topic(data),
    )


def another_topic(data: StepData) -> Way | None:
    """Return the way to one more topic, where there is any that was not chosen."""
    if not sides_with_more(data.talk):
        return None
    return Way(data.say("button.another_topic"), AnotherTopic())


def _option(data: StepData, each: _Shown) -> Option:
    title = data.words.topic(each.topic, each.child_id)
    return Option(each.id, title, each.digit, act=PointAt(each.topic, each.child_id))


def _topic(data: StepData, each: _Shown) -> TopicShown:
    faces = tuple(
        FaceShown(
            data.say(
                "whole.voice",
                name=data.name(chosen.person_id),
                choice=data.words.choice(chosen.question, chosen.choice),
            ),
            data.words.pictogram(chosen.question, chosen.choice),
        )
        for chosen in appraisals(data.talk, each.topic, each.child_id)
    )
    return TopicShown(each.id, faces, _helps(data, each))


def _helps(data: StepData, each: _Shown) -> tuple[AskedShown, ...]:
    """Return what goes well or helps already, under its question; of each answer the beginning."""
    told = [
        item
        for item in given_on(data.talk, each.topic, each.child_id)
        if data.framework.role_of(item.answer.question) in _HELPS
    ]
    return tuple(
        AskedShown(
            what_was_asked(data.words, *group),
            tuple(
                Quote(data.name(item.person_id), shortened(own.text, _SHORT))
                for item in group
                if (own := item.answer.words) is not None
            ),
        )
        for group in by_question(data.framework, told)
    )
