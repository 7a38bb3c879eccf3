"""Any walk through a conversation, beside a model that only knows a dict.

The rules do what the screens can do, in any order. After each of them everything that a family
may rely on has to hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from giz_gesprek.content.texts import TextRegister
from giz_gesprek.conversation import choosing, flow, planning
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import Dossier, Variant
from giz_gesprek.conversation.plan import Goal, PlanStep
from giz_gesprek.conversation.records import answer_at, with_answer, without_answer_at
from giz_gesprek.conversation.steps import PageStep, QuestionStep, Step, SummaryStep, TopicsStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices
from tests.conversation.support import CHILDREN, FAMILY, NOW, PARENTS, PROFESSIONALS, as_given
from tests.support.dossiers import framework, talk_of
from tests.support.typed import notes

FAMILY_QUESTIONS = {"strengths", "appraisal", "helps", "example", "wish"}
PROFESSIONAL_QUESTIONS = {"view", "view_strengths", "view_helps", "view_words"}
# Enough for every kind of topic, few enough for walks that meet themselves again.
TOPICS = {
    "development": ("eating_sleeping", "health", "contact", "independence"),
    "parenting": ("love_attention", "safety"),
    "surroundings": ("housing", "family_events"),
}
SENSITIVE = ("safety", "parent_wellbeing", "family_events")

some_topic = st.sampled_from([(side, topic) for side, topics in TOPICS.items() for topic in topics])


def first_page(step: Step) -> Step:
    """Return the first page of the topics of a visit for any of its pages, else the step."""
    return replace(step, page=0) if isinstance(step, TopicsStep) else step


class Walk(RuleBasedStateMachine):
    """A professional, a parent and a laptop."""

    talk: Talk

    @initialize(
        variant=st.sampled_from(["short", "extended", "multidisciplinary"]),
        parents=st.integers(1, 3),
        professionals=st.integers(1, 3),
        children=st.integers(1, 3),
        park_sensitive=st.booleans(),
        topics=st.lists(some_topic, max_size=3),
    )
    def sit_down(
        self,
        variant: Variant,
        parents: int,
        professionals: int,
        children: int,
        park_sensitive: bool,
        topics: list[tuple[str, str]],
    ) -> None:
        self.now = NOW
        self.answers: dict[Step, Answer] = {}
        self.register: TextRegister = "easy_language"
        self.language = "nl"
        conversation = new_conversation(
            framework(),
            FAMILY,
            conversation_id="talk-1",
            now=NOW,
            variant=variant,
            focus_child=CHILDREN[0],
            other_children=CHILDREN[1:children],
            at_the_table=(
                PROFESSIONALS[0],
                "friend",
                *PARENTS[:parents],
                *PROFESSIONALS[1:professionals],
            ),
            content_version="test",
            park_sensitive=park_sensitive,
        )
        self.talk = flow.agree(talk_of(FAMILY, conversation), now=self.now)
        for side, topic in topics:
            self.choose(side, topic)

    def choose(self, side: str, topic: str) -> None:
        self.talk = choosing.open_side(self.talk, side)
        if topic in self.talk.conversation.parked:
            return
        self.talk = choosing.choose_topic(self.talk, side, topic)

    @property
    def steps(self) -> tuple[Step, ...]:
        return agenda(self.talk)

    @property
    def stops(self) -> list[Step]:
        """What going on and back stops at: the pages of topics of one visit are one stop."""
        return [step for step in self.steps if step == first_page(step)]

    @property
    def here(self) -> Step:
        return flow.current_step(self.talk)

    @property
    def has_agreed(self) -> bool:
        return self.talk.conversation.state not in {"declined", "finished"}

    def later(self) -> None:
        self.now += timedelta(seconds=20)

    # --- answering ----------------------------------------------------------------------

    def answer(self, data: st.DataObject, step: QuestionStep) -> None:
        self.later()
        spec = framework().questions[step.question]
        state = data.draw(st.sampled_from(["answered"] * 5 + ["dont_know", "rather_not_say"]))
        choice, words = None, None
        if state == "answered" and spec.scale is not None:
            choice = data.draw(st.sampled_from([*framework().scales[spec.scale]]))
        elif state == "answered":
            author = step.person_id or "mother"
            text = data.draw(notes()) or "x"
            words = OwnWords(text=text, author_id=author, typed_by_id="nurse", at=self.now)
        answer = Answer(
            question=step.question,
            state=cast("Any", state),
            choice=choice,
            words=words,
            at=self.now,
            text_register=self.register,
            language=self.language,
        )
        self.talk = with_answer(self.talk, step, answer)
        self.keeps(step, answer)

    def keeps(self, step: Step, given: Answer) -> None:
        """Remember what stands at a step: what was given, and who was there."""
        kept = answer_at(self.talk, step)
        assert kept is not None
        assert as_given(kept) == given
        self.answers[step] = kept

    @rule(data=st.data(), number=st.integers(1, 6))
    def answer_and_go_on(self, data: st.DataObject, number: int) -> None:
        for _ in range(number):
            if isinstance(here := self.here, QuestionStep):
                self.answer(data, here)
            self.talk = flow.next_step(self.talk)

    @rule(data=st.data())
    def answer_somewhere(self, data: st.DataObject) -> None:
        questions = [step for step in self.steps if isinstance(step, QuestionStep)]
        if questions:
            self.answer(data, data.draw(st.sampled_from(questions)))

    @rule(choices=st.lists(st.sampled_from(["going_well", "difficult"]), min_size=2, max_size=5))
    def appraise_a_topic(self, choices: list[str]) -> None:
        asked = [step for step in self.steps if isinstance(step, QuestionStep)]
        scale = [step for step in asked if step.question in {"appraisal", "view"}]
        about = {(step.topic, step.child_id) for step in scale[:1]}
        same = [step for step in scale if (step.topic, step.child_id) in about]
        for step, choice in zip(same, choices, strict=False):
            answer = Answer(
                question=step.question,
                state="answered",
                choice=choice,
                at=self.now,
                text_register=self.register,
                language=self.language,
            )
            self.talk = with_answer(self.talk, step, answer)
            self.keeps(step, answer)

    @precondition(lambda self: self.answers)
    @rule(data=st.data())
    def take_an_answer_away(self, data: st.DataObject) -> None:
        step = data.draw(st.sampled_from([*self.answers]))
        self.talk = without_answer_at(self.talk, step)
        del self.answers[step]

    @rule(register=st.sampled_from(["standard", "easy_language"]), language=st.just("nl"))
    def change_the_words(self, register: TextRegister, language: str) -> None:
        self.register, self.language = register, language

    # --- moving -------------------------------------------------------------------------

    @rule()
    def go_next(self) -> None:
        stops = self.stops
        place = stops.index(first_page(self.here))
        self.talk = flow.next_step(self.talk)
        assert self.here == stops[min(place + 1, len(stops) - 1)]

    @rule()
    def go_back(self) -> None:
        before, came_from, stops = self.talk, self.here, self.stops
        self.talk = flow.previous_step(before)
        conversation = before.conversation
        goes_on = conversation.state in {"agreed", "in_progress"} and conversation.left_at
        if came_from == SummaryStep() and goes_on:
            assert self.talk == flow.go_on(before)
        elif came_from not in stops:
            assert self.here == first_page(came_from)
        else:
            assert self.here == stops[max(stops.index(came_from) - 1, 0)]

    @rule(number=st.integers(1, 4))
    def skip(self, number: int) -> None:
        for _ in range(number):
            self.skip_once()

    def skip_once(self) -> None:
        self.later()
        before, here = self.talk, self.here
        self.talk = flow.skip(
            before,
            now=self.now,
            text_register=self.register,
            language=self.language,
        )
        if here.kind == "question" and here not in self.answers:
            skipped = answer_at(self.talk, here)
            assert skipped is not None
            assert (skipped.state, skipped.at) == ("skipped", self.now)
            self.answers[here] = skipped
        else:
            assert with_position(before, self.here) == with_position(self.talk, self.here)

    @rule(data=st.data())
    def jump(self, data: st.DataObject) -> None:
        step = data.draw(st.sampled_from(self.steps))
        self.talk = flow.jump(self.talk, step)
        assert self.here == step

    @precondition(lambda self: self.has_agreed)
    @rule()
    def enough_for_today(self) -> None:
        self.talk = flow.enough_for_today(self.talk)
        assert self.here == SummaryStep()

    @rule()
    def go_on(self) -> None:
        self.talk = flow.go_on(self.talk)

    @precondition(lambda self: self.has_agreed and self.here.kind not in {"summary", "export"})
    @rule()
    def leave_and_come_back(self) -> None:
        here = self.here
        left = flow.enough_for_today(self.talk)
        assert flow.current_step(left) == SummaryStep()
        back = flow.go_on(left)
        assert flow.current_step(back) == here
        assert back.conversation.left_at is None

    @rule()
    def agree(self) -> None:
        self.talk = flow.agree(self.talk, now=self.now)

    @rule(then_agree=st.booleans())
    def decline(self, then_agree: bool) -> None:
        self.talk = flow.decline(self.talk, now=self.now)
        assert self.steps[-1] == PageStep(text="declined.thanks")
        if then_agree:
            self.agree()

    @rule()
    def finish(self) -> None:
        declined = self.talk.conversation.state == "declined"
        self.talk = flow.finish(self.talk, now=self.now)
        assert declined or [step.kind for step in self.steps] == ["summary", "export"]

    @rule()
    def reopen(self) -> None:
        finished = self.talk.conversation.state == "finished"
        self.talk = flow.reopen(self.talk)
        assert not finished or self.here == SummaryStep()

    # --- choosing -----------------------------------------------------------------------

    @precondition(lambda self: self.has_agreed)
    @rule(topic=some_topic)
    def choose_a_topic(self, topic: tuple[str, str]) -> None:
        self.choose(*topic)

    @precondition(lambda self: self.chosen())
    @rule(data=st.data())
    def leave_a_topic(self, data: st.DataObject) -> None:
        side, topic = data.draw(st.sampled_from(self.chosen()))
        self.talk = choosing.leave_topic(self.talk, side, topic)

    @precondition(lambda self: self.has_agreed)
    @rule(topic=some_topic)
    def add_a_topic(self, topic: tuple[str, str]) -> None:
        reason = OwnWords(text="Zij vroeg.", author_id="nurse", typed_by_id="nurse", at=self.now)
        self.talk = choosing.add_topic(
            choosing.open_side(self.talk, topic[0]), *topic, by_id="nurse", reason=reason
        )

    @precondition(lambda self: self.has_agreed)
    @rule(side=st.sampled_from(sorted(TOPICS)))
    def open_a_side_again(self, side: str) -> None:
        before = self.chosen()
        self.talk = choosing.open_again(self.talk, side)
        assert self.chosen() == before
        assert self.talk.conversation.visits[-1].side == side

    @rule(topics=st.lists(st.sampled_from(SENSITIVE)))
    def park(self, topics: list[str]) -> None:
        self.talk = choosing.park(self.talk, topics)

    @rule(data=st.data())
    def seek_advice(self, data: st.DataObject) -> None:
        views = [step for step in self.steps if step.kind == "side_by_side"]
        if views:
            step = data.draw(st.sampled_from(views))
            self.talk = choosing.seek_advice(self.talk, step.topic or "", step.child_id, "nurse")

    @precondition(lambda self: self.talk.conversation.advice)
    @rule(data=st.data())
    def leave_advice(self, data: st.DataObject) -> None:
        advice = data.draw(st.sampled_from(self.talk.conversation.advice))
        if choosing.can_leave_advice(self.talk, advice.topic, advice.child_id):
            self.talk = choosing.leave_advice(self.talk, advice.topic, advice.child_id)
            about = (advice.topic, advice.child_id)
            questions = framework().question_sets[framework().places.advice_sought]
            self.answers = {
                step: answer
                for step, answer in self.answers.items()
                if (step.position.topic, step.position.child_id) != about
                or step.position.question not in questions
            }

    def chosen(self) -> list[tuple[str, str]]:
        visits = self.talk.conversation.visits
        return [(visit.side, topic) for visit in visits for topic in visit.topics]

    def talked_about(self) -> set[str]:
        return {topic for _, topic in self.chosen()} - set(self.talk.conversation.parked)

    # --- the plan -----------------------------------------------------------------------

    @rule(data=st.data())
    def plan(self, data: st.DataObject) -> None:
        own = OwnWords(text="Samen eten.", author_id="mother", typed_by_id="nurse", at=self.now)
        goals = self.talk.conversation.plan.goals
        if not goals or (planning.can_add_goal(self.talk) and data.draw(st.booleans())):
            self.talk = planning.add_goal(self.talk, own)
            return
        goal = data.draw(st.sampled_from(goals))
        for _ in range(data.draw(st.integers(0, 6))):
            if planning.can_add_step(planning.goal_of(self.talk.conversation.plan, goal.id)):
                self.talk = planning.add_plan_step(self.talk, goal.id, own)

    @precondition(lambda self: self.talk.conversation.plan.goals)
    @rule(data=st.data())
    def take_from_the_plan(self, data: st.DataObject) -> None:
        goal = data.draw(st.sampled_from(self.talk.conversation.plan.goals))
        parts: list[Goal | PlanStep] = [goal, *goal.steps]
        part = data.draw(st.sampled_from(parts))
        if isinstance(part, PlanStep):
            self.talk = planning.remove_plan_step(self.talk, part.id)
        else:
            self.talk = planning.remove_goal(self.talk, goal.id)

    # --- what always holds --------------------------------------------------------------

    @invariant()
    def keeps_every_answer_and_no_other(self) -> None:
        for step, answer in self.answers.items():
            assert answer_at(self.talk, step) == answer
        stored = [answer.model_dump_json() for answer in self.answers.values()]
        assert Counter(stored) == Counter(answers_in(self.talk))

    @invariant()
    def stands_on_an_agenda_without_a_step_twice(self) -> None:
        steps = self.steps
        assert self.here in steps
        assert len(set(steps)) == len(steps)

    @invariant()
    def is_the_same_after_a_stay_on_the_disk(self) -> None:
        dossier = self.talk.dossier
        assert Dossier.model_validate_json(dossier.model_dump_json()) == dossier

    @invariant()
    def asks_the_family_first_and_turns_the_laptop_once(self) -> None:
        asked = [(at, step) for at, step in enumerate(self.steps) if step.kind == "question"]
        for visit in self.talk.conversation.visits:
            for child_id in {step.child_id for _, step in asked if step.topic in visit.topics}:
                of_side = [
                    (at, step)
                    for at, step in asked
                    if step.topic in visit.topics and step.child_id == child_id
                ]
                family = [at for at, step in of_side if step.question in FAMILY_QUESTIONS]
                turned = [at for at, step in of_side if step.question in PROFESSIONAL_QUESTIONS]
                assert max(family) < min(turned)
                for person_id in PROFESSIONALS:
                    own = [at for at in turned if self.steps[at].position.person_id == person_id]
                    if own:
                        assert own == [*range(own[0], own[0] + len(own))]

    @invariant()
    def begins_every_topic_with_what_goes_well(self) -> None:
        first_parent = next(iter(family_voices(self.talk)), None)
        begun: set[tuple[str | None, str | None]] = set()
        for step in self.steps:
            about = (step.position.topic, step.position.child_id)
            if step.position.person_id == first_parent and step.position.topic is not None:
                if about not in begun:
                    assert step.position.question == "strengths"
                begun.add(about)

    @invariant()
    def asks_about_a_difference_where_two_people_chose_differently(self) -> None:
        choices: dict[tuple[str | None, str | None], set[str | None]] = {}
        for step, answer in self.answers.items():
            if step.position.question in {"appraisal", "view"} and answer.choice is not None:
                choices.setdefault((step.position.topic, step.position.child_id), set()).add(
                    answer.choice
                )
        talked_about = self.talked_about() if self.has_agreed else set()
        expected = {
            about for about, given in choices.items() if len(given) > 1 and about[0] in talked_about
        }
        asked = {
            (s.position.topic, s.position.child_id)
            for s in self.steps
            if s.position.question == "difference"
        }
        assert asked == expected

    @invariant()
    def lays_nothing_side_by_side_where_nobody_spoke(self) -> None:
        spoken = {
            (step.position.topic, step.position.child_id)
            for step, answer in self.answers.items()
            if answer.state in {"answered", "dont_know"}
        }
        spoken |= {
            (step.position.topic, step.position.child_id)
            for step in self.answers
            if step.position.question in framework().question_sets["conclusion"]
        }
        spoken |= {(advice.topic, advice.child_id) for advice in self.talk.conversation.advice}
        for step in self.steps:
            if step.kind == "side_by_side":
                assert (step.topic, step.child_id) in spoken

    @invariant()
    def asks_only_what_was_chosen_and_is_not_parked(self) -> None:
        asked = {step.position.topic for step in self.steps if step.position.topic is not None}
        assert asked <= self.talked_about()

    @invariant()
    def has_a_plan_that_can_be_overseen(self) -> None:
        goals = self.talk.conversation.plan.goals
        ids = [goal.id for goal in goals] + [step.id for goal in goals for step in goal.steps]
        assert len(goals) <= 3
        assert all(len(goal.steps) <= 5 for goal in goals)
        assert len(set(ids)) == len(ids)

    @invariant()
    def is_finished_or_going_on(self) -> None:
        finished = self.talk.conversation.state == "finished"
        assert (self.talk.conversation.finished_at is not None) == finished
        assert self.talk.conversation.left_at != self.here.position

    def teardown(self) -> None:
        if hasattr(self, "talk"):
            self.reaches_both_ends()

    def reaches_both_ends(self) -> None:
        steps = self.steps
        last = "page" if self.talk.conversation.state == "declined" else "export"
        on, back = self.talk, self.talk
        for _ in steps:
            on = flow.next_step(on)
            back = flow.previous_step(back)
        assert flow.current_step(on) == steps[-1]
        assert steps[-1].kind == last
        assert flow.current_step(back) == steps[0]


def with_position(talk: Talk, step: Step) -> Talk:
    """Return the talk as if it stood at ``step``."""
    return talk.changed(position=step.position, left_at=None)


def answers_in(talk: Talk) -> Iterator[str]:
    """Yield every answer in the document, found by its shape and not by its place."""

    def find(part: object) -> Iterator[str]:
        if isinstance(part, dict):
            if "question" in part and "state" in part:
                yield Answer.model_validate(part).model_dump_json()
                return
            part = [*part.values()]
        if isinstance(part, list | tuple):
            for piece in part:
                yield from find(piece)

    return find(talk.conversation.model_dump())


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=30, stateful_step_count=30)


def test_a_walk_in_which_people_differ_on_what_is_then_parked() -> None:
    walk = Walk()
    walk.sit_down("extended", 2, 1, 1, park_sensitive=False, topics=[("parenting", "safety")])
    walk.appraise_a_topic(choices=["going_well", "difficult"])
    assert [step for step in walk.steps if step.position.question == "difference"]
    walk.park(topics=["safety"])
    walk.asks_about_a_difference_where_two_people_chose_differently()
    walk.asks_only_what_was_chosen_and_is_not_parked()
