"""Conversations for Hypothesis: anything that the screens can do, in any order.

What is on a paper afterwards is for the agenda to judge: it knows which questions are asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast

from hypothesis import strategies as st

from giz_gesprek.conversation import choosing, flow, gathering, planning
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.conversation.around import Ring
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import Dossier, Variant
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.records import with_answer
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.telling_back import rather_not_tell, tell_back
from giz_gesprek.conversation.wording import asked_wording
from tests.support.dossiers import START, any_of, families, framework, library, talk_of
from tests.support.typed import Marks, days, names, notes, pick, several

MOST_AROUND = 3
"""People around the family: more say nothing more."""


@dataclass
class Walker:
    """Somebody at the keyboard who does anything that the screens allow, in any order."""

    draw: st.DrawFn
    talk: Talk
    marks: Marks = field(default_factory=Marks)
    now: datetime = START

    def walk(self, steps: int) -> Talk:
        """Do ``steps`` things and return what the talk has become."""
        acts: list[Callable[[], Talk]] = [
            *[self.answer] * 8,
            *[self.choose] * 3,
            self.leave,
            self.park,
            self.move,
            self.skip,
            self.seek_advice,
            self.plan,
            self.dates,
            self.around,
        ]
        self.talk = flow.agree(self.talk, now=self.now)
        for _number in range(self.draw(st.integers(1, 5))):
            self.talk = self.choose()
        for _number in range(steps):
            self.now += timedelta(seconds=30)
            self.talk = pick(self.draw, acts)()
        if self.draw(st.integers(0, 9)) == 9:
            return flow.decline(self.talk, now=self.now)
        return flow.finish(self.talk, now=self.now)

    def words(self, author_id: str) -> OwnWords:
        """Return something typed, with a mark."""
        text = f"{self.draw(notes())} {self.marks.next()}".strip()
        return OwnWords(text=text, author_id=author_id, typed_by_id=author_id, at=self.now)

    def questions(self) -> list[QuestionStep]:
        """Return every question on the agenda of this moment."""
        return [step for step in agenda(self.talk) if isinstance(step, QuestionStep)]

    def answer(self) -> Talk:
        """Answer some questions of the agenda in a row, for the first time or again."""
        first = self.draw(st.integers(0, len(self.questions()) - 1))
        for place in range(first, first + self.draw(st.integers(2, 9))):
            # Asked anew every time: an answer can add questions and take some away.
            questions = self.questions()
            self.talk = self.answered(questions[place % len(questions)])
        return self.talk

    def answered(self, step: QuestionStep) -> Talk:
        """Answer one question, or say "I don't know" or "I'd rather not say"."""
        spec = framework().questions[step.question]
        state = pick(self.draw, ["answered"] * 5 + ["dont_know", "rather_not_say"])
        choice, words = None, None
        if state == "answered" and spec.scale is not None:
            choice = pick(self.draw, [*framework().scales[spec.scale]])
        elif state == "answered":
            words = self.words(step.person_id or "parent-1")
        answer = Answer(
            question=step.question,
            state=cast("Any", state),
            choice=choice,
            words=words,
            at=self.now,
            text_register="easy_language",
            language="nl",
        )
        wording = asked_wording(library(), step, language="nl", phase=None)
        return with_answer(self.talk, step, answer, wording)

    def choose(self) -> Talk:
        """Open a side and choose a topic there; sometimes the professional adds one."""
        side = pick(self.draw, [*framework().sides])
        opened = choosing.open_side(self.talk, side)
        topic = pick(self.draw, framework().sides[side].topics)
        if topic in opened.conversation.parked:
            return opened
        if self.draw(st.integers(0, 4)) == 4:
            by_id = self.talk.family.people[-1].id
            reason = self.words(by_id)
            return choosing.add_topic(opened, side, topic, by_id=by_id, reason=reason)
        return choosing.choose_topic(opened, side, topic)

    def leave(self) -> Talk:
        """Take a chosen topic away again."""
        chosen = [
            (visit.side, topic) for visit in self.talk.conversation.visits for topic in visit.topics
        ]
        if not chosen:
            return self.talk
        return choosing.leave_topic(self.talk, *pick(self.draw, chosen))

    def park(self) -> Talk:
        """Keep some sensitive topics for a moment alone, or none."""
        sensitive = [topic for topic, spec in framework().topics.items() if spec.sensitive]
        return choosing.park(self.talk, self.draw(several(sensitive, max_size=2)))

    def move(self) -> Talk:
        """Go on, back, to the summary, or back to where that was left."""
        moves = [flow.next_step, flow.previous_step, flow.enough_for_today, flow.go_on]
        return pick(self.draw, moves)(self.talk)

    def skip(self) -> Talk:
        """Skip the step where the conversation stands."""
        return flow.skip(
            self.talk,
            now=self.now,
            text_register="easy_language",
            language="nl",
        )

    def seek_advice(self) -> Talk:
        """The professional asks for advice on a topic that is being talked about."""
        steps = [s for s in agenda(self.talk) if s.kind == "side_by_side"]
        if not steps:
            return self.talk
        step = pick(self.draw, steps)
        by_id = self.talk.family.people[-1].id
        return choosing.seek_advice(self.talk, step.topic or "", step.child_id, by_id)

    def plan(self) -> Talk:
        """Add a goal or a step, or tell a goal back."""
        goals = self.talk.conversation.plan.goals
        if planning.can_add_goal(self.talk) and (not goals or self.draw(st.booleans())):
            return planning.add_goal(self.talk, self.words("parent-1"))
        goal = pick(self.draw, goals)
        if planning.can_add_step(goal) and self.draw(st.booleans()):
            return planning.add_plan_step(self.talk, goal.id, self.words("parent-1"))
        if self.draw(st.booleans()):
            return planning.say_why(self.talk, goal.id, self.words("parent-1"))
        if self.draw(st.booleans()):
            return tell_back(self.talk, goal.id, self.words("parent-1"))
        return rather_not_tell(self.talk, goal.id)

    def around(self) -> Talk:
        """Name somebody around the family, say what they do, or take them away again."""
        people = self.talk.conversation.around.people
        if len(people) < MOST_AROUND and (not people or self.draw(st.booleans())):
            role = pick(self.draw, ["network", "professional", "other_parent"])
            id_ = f"around-{self.now:%H%M%S}"
            person = Person(id=id_, name=self.draw(names()), role=cast("Any", role))
            return gathering.name_person(self.talk, person, self.draw(any_of(Ring)))
        one = pick(self.draw, people).person_id
        match self.draw(st.integers(0, 3)):
            case 0:
                return gathering.take_away(self.talk, one)
            case 1:
                return gathering.say_helps(self.talk, one, self.words("parent-1"))
            case 2:
                return gathering.say_could(self.talk, one, self.words("parent-1"))
            case _:
                return gathering.move(self.talk, one, self.draw(any_of(Ring)))

    def dates(self) -> Talk:
        """Set or clear a day."""
        day = self.draw(st.none() | days())
        apart = self.talk.conversation.differences
        if not apart or self.draw(st.booleans()):
            return planning.look_back_on(self.talk, day)
        difference = pick(self.draw, apart)
        return planning.talk_later_on(self.talk, difference.topic, difference.child_id, day)


@st.composite
def walked_dossiers(draw: st.DrawFn, max_steps: int = 25) -> Dossier:
    """Dossiers with one conversation that was walked through, in any order."""
    family = draw(families())
    others = [person.id for person in family.people if person.role != "child"]
    table = ["parent-1", *draw(several(others[1:] or others, unique=True))]
    children = [child.id for child in family.children]
    conversation = new_conversation(
        framework(),
        family,
        conversation_id="conversation-1",
        now=START,
        variant=draw(any_of(Variant)),
        focus_child="child-1",
        other_children=children[1:] if draw(st.booleans()) else (),
        at_the_table=dict.fromkeys(table),
        content_version=library().version,
        park_sensitive=draw(st.booleans()),
    )
    walker = Walker(draw, talk_of(family, conversation))
    return walker.walk(draw(st.integers(max_steps // 2, max_steps))).dossier


def with_left_topics(talk: Talk) -> Talk:
    """Return the talk in which the topics that were left with words are chosen again."""
    conversation = talk.conversation
    spoken = {
        view.topic
        for view in conversation.views
        if any(answer.state in {"answered", "dont_know"} for answer in view.answers)
    }
    spoken |= {
        added.topic
        for visit in conversation.visits
        for added in visit.added
        if added.reason is not None
    }
    for topic in sorted(spoken):
        talk = choosing.choose_topic(talk, framework().side_of(topic) or "", topic)
    return talk
