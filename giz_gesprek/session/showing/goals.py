"""The plan: at most three goals in the parent's words, with small steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giz_gesprek.conversation.looking_back import goals_before
from giz_gesprek.conversation.offered import topics_of_picture
from giz_gesprek.conversation.planning import can_add_goal, can_add_step, visible_goals
from giz_gesprek.conversation.programmes import is_for_families
from giz_gesprek.conversation.progress import every_side_was_talked_about
from giz_gesprek.conversation.taking_along import goals_to_take_along
from giz_gesprek.session.acts import EditPlan, OpenAround
from giz_gesprek.session.plan_edit import PlanEdit
from giz_gesprek.session.plan_views import GoalsView
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.showing.plan_lines import text_of_plan
from giz_gesprek.session.showing.whole import another_topic
from giz_gesprek.session.step_parts import GoalShown, PlanPart, Quote, Way
from giz_gesprek.summary.agreed import agreement
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.items import CoordinatorChosen, HelpChosen
from giz_gesprek.summary.plan_items import CalledFirst
from giz_gesprek.summary.programmes import chosen_help
from giz_gesprek.summary.visible import visible_items

if TYPE_CHECKING:
    from giz_gesprek.conversation.plan import ChosenProgramme, Goal, PlanStep
    from giz_gesprek.session.step_data import StepData


def goals(data: StepData) -> GoalsView:
    """Return the goals so far, and what can be done with each."""
    kept = visible_goals(data.talk)
    more = can_add_goal(data.talk)
    intro: tuple[str, ...] = ()
    if not kept:
        everything = every_side_was_talked_about(data.talk)
        intro = (*((data.say("triangle.all_done"),) if everything else ()), data.say("goals.intro"))
    hint = "" if more and kept else "goals.none_yet" if more else "goals.three_is_enough"
    return GoalsView(
        # The question for a goal carries an example.
        **frame(data, data.say("goals.title"), "help.goals", can_skip=False, example="goals.goal"),
        intro=intro,
        goals=tuple(_goal(data, goal) for goal in kept),
        hint=data.say(hint) if hint else "",
        add=_way(data, "button.add_goal" if kept else "goals.first", "add_goal") if more else None,
        along=_way(data, "goals.of_last_time", "take_along")
        if goals_to_take_along(data.talk)
        else None,
        kept_by=tuple(_kept_by(data)) if kept else (),
        keeps_it=_way(data, "goals.who_keeps_it", "who_keeps_it") if kept else None,
        around=Way(data.say("around.title"), OpenAround()),
        another=another_topic(data),
        pictogram=data.page_picture("goals.title"),
    )


def _goal(data: StepData, goal: Goal) -> GoalShown:
    ways = (
        _way(data, "button.change", "change_goal", goal.id),
        _way(data, "button.remove", "remove_goal", goal.id),
    )
    add = "button.add_step" if goal.steps else "goals.first_step"
    before = {each.goal.words.text for each in goals_before(data.talk)}
    return GoalShown(
        words=goal.words.text,
        goes_along=goal.words.text in before,
        topic=", ".join(data.words.topic(topic, None) for topic in _topics_of(data, goal)),
        why=Quote(data.say("goals.why_label"), goal.why.text) if goal.why is not None else None,
        told=_told(data, goal),
        to_do="" if goal.is_agreed else data.to_professional("goals.not_agreed"),
        ways=ways,
        say_why=_way(data, "goals.say_why", "say_why", goal.id),
        steps=tuple(_step(data, step) for step in goal.steps),
        add_step=_way(data, add, "add_step", goal.id) if can_add_step(goal) else None,
        helps=tuple(
            _help(data, goal, chosen)
            for chosen in goal.programmes
            if is_for_families(data.framework, chosen.id)
        ),
        choose_help=_way(data, "goals.choose_help", "choose_help", goal.id),
        tell_back=_way(data, "button.tell_back", "tell_back", goal.id)
        if goal.steps and not goal.is_agreed
        else None,
    )


def _help(data: StepData, goal: Goal, chosen: ChosenProgramme) -> str:
    """Return help for a goal on one line: what it is, who asks for it, and when."""
    item = HelpChosen(goal.id, chosen.id, chosen.asked_by, chosen.by)
    return " ".join(chosen_help(data.words, item).sentence.split("\n"))


def _kept_by(data: StepData) -> Iterator[str]:
    """Yield who keeps the plan and who is called first, as the papers say it."""
    for item in visible_items(data.talk, FAMILY):
        if isinstance(item, CoordinatorChosen | CalledFirst):
            yield text_of_plan(data.words, item) or ""


def _told(data: StepData, goal: Goal) -> Quote | None:
    """Return that a goal was told back, with the words of it."""
    if goal.told_back is None or goal.told_back.state != "told":
        return None
    words = goal.told_back.words
    return Quote(data.say("goals.told"), words.text if words is not None else "")


def _topics_of(data: StepData, goal: Goal) -> tuple[str, ...]:
    """Return the topics of a goal that are still talked about."""
    there = {topic for topic, _child_id in topics_of_picture(data.talk)}
    return tuple(topic for topic in goal.topics if topic in there)


def _step(data: StepData, step: PlanStep) -> PlanPart:
    """Return who does what, and when."""
    agreed = agreement(data.words, step, step.what.text)
    return PlanPart(
        " · ".join(filter(None, (agreed.who, agreed.what, agreed.by, agreed.see))),
        (
            _way(data, "button.change", "change_step", step.id),
            _way(data, "button.remove", "remove_step", step.id),
        ),
    )


def _way(data: StepData, text_id: str, edit: PlanEdit, part_id: str = "") -> Way:
    return Way(data.say(text_id), EditPlan(edit, part_id))
