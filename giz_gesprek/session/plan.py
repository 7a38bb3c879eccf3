"""Writing the plan: the dialogs for a goal and its steps, one after the other.

Owns the order of these dialogs; what is kept goes through the session.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.lines import Line, words_at
from giz_gesprek.errors import StoreError
from giz_gesprek.session.edits import change_line, remove_line
from giz_gesprek.session.help_for_goal import choose_help
from giz_gesprek.tui.dialogs.asking import (
    ChooseScreen,
    DateScreen,
    Draft,
    NameScreen,
    SureScreen,
    WordsScreen,
)

if TYPE_CHECKING:
    from textual.screen import Screen

    from giz_gesprek.conversation.plan import Goal, PlanStep
    from giz_gesprek.session.session import Session

_SOMEBODY_ELSE = "somebody-else"
_Result = TypeVar("_Result")


class Show(Protocol):
    """Shows a dialog and returns what was answered; None when it was left."""

    async def __call__(self, screen: Screen[_Result]) -> _Result | None:
        """Show ``screen`` over the conversation."""


class PlanEditing:
    """The dialogs of the plan for one session."""

    def __init__(self, session: Session, show: Show) -> None:
        self._session = session
        self._show = show

    async def edit(self, action: str, part_id: str | None) -> None:
        """Carry out one action of the goals screen."""
        actions: dict[str, Callable[[str], Awaitable[None]]] = {
            "add_goal": self._add_goal,
            "change_goal": self._change_goal,
            "remove_goal": self._remove_goal,
            "tell_back": self._tell_back,
            "add_step": self._add_step,
            "change_step": self._change_step,
            "remove_step": self._remove_step,
            "choose_help": self._choose_help,
        }
        await actions[action](part_id or "")

    async def words(
        self,
        question: str,
        key: str,
        keep: Callable[[str], None],
        *,
        earlier: str = "",
        may_be_empty: bool = False,
    ) -> bool:
        """Ask for own words until they are kept; False when the dialog was left.

        A draft stands under ``key`` meanwhile. Words that cannot be kept stay in the field.
        """
        session, problem = self._session, ""
        draft = Draft(session.draft(key), lambda text: session.save_draft(key, text))
        while True:
            given = await self._show(
                WordsScreen(
                    session.phrases(),
                    question,
                    earlier=earlier,
                    draft=draft,
                    may_be_empty=may_be_empty,
                    problem=problem,
                )
            )
            if not isinstance(given, str):
                session.drop_draft(key)
                return False
            try:
                keep(given)
            except StoreError:
                draft, problem = replace(draft, text=given), self._say("common.not_saved")
            else:
                return True

    async def sure(self, question: str, *, yes: str, no: str, text: str = "") -> bool:
        """Ask before something is taken away."""
        phrases = self._session.phrases()
        screen = SureScreen(
            phrases, question, yes=phrases.text(yes), no=phrases.text(no), text=text
        )
        return await self._show(screen) is True

    async def sure_to_remove(self, text: str = "") -> bool:
        """Ask before a line is taken away for good."""
        question = self._session.phrases().text("summary.remove_ask")
        return await self.sure(question, yes="button.remove", no="button.cancel", text=text)

    async def change_line(self, line: Line) -> bool:
        """Change the own words on a line; False when there are none on it."""
        session = self._session
        old = words_at(session.talk, line)
        if old is None:
            return False
        await self.words(
            self._say("read_back.ask"),
            line.key,
            lambda text: change_line(session, line, text),
            earlier=old.text,
        )
        return True

    def _say(self, text_id: str) -> str:
        return self._session.phrases().text(text_id)

    async def _add_goal(self, _: str) -> None:
        session, key = self._session, "goal:new"

        def keep(text: str) -> None:
            own = session.own_words(text, session.first_voice)
            added = planning.add_goal(session.talk, own)
            goal_id = added.conversation.plan.goals[-1].id
            session.keep(added, "added", f"goal:{goal_id}", drop_draft=key)

        if await self.words(self._say("goals.goal"), key, keep):
            # A goal without a first small step is a wish.
            await self._add_step(session.conversation.plan.goals[-1].id)

    async def _change_goal(self, goal_id: str) -> None:
        session = self._session
        goal = planning.goal_of(session.conversation.plan, goal_id)
        key = f"goal:{goal_id}"

        def keep(text: str) -> None:
            own = session.own_words(text, goal.words.author_id)
            changed = planning.change_goal(session.talk, goal_id, own)
            session.keep(changed, "changed", key, drop_draft=key)

        await self.words(self._say("goals.goal"), key, keep, earlier=goal.words.text)

    async def _remove_goal(self, goal_id: str) -> None:
        goal = planning.goal_of(self._session.conversation.plan, goal_id)
        if await self.sure_to_remove(goal.words.text):
            remove_line(self._session, Line(kind="goal", id=goal_id))

    async def _tell_back(self, goal_id: str) -> None:
        told = await self.sure(
            self._say("goals.tell_back"), yes="button.told_back", no="button.not_told_back"
        )
        session = self._session
        marked = planning.mark_told_back(session.talk, goal_id, told_back=told)
        session.keep(marked, "told-back" if told else "not-told-back", f"goal:{goal_id}")

    async def _add_step(self, goal_id: str) -> None:
        session = self._session
        goal = planning.goal_of(session.conversation.plan, goal_id)
        key = f"step:new:{goal_id}"
        question = "goals.next_step_what" if goal.steps else "goals.step_what"

        def keep(text: str) -> None:
            own = session.own_words(text, session.first_voice)
            added = planning.add_plan_step(session.talk, goal_id, own)
            step_id = planning.goal_of(added.conversation.plan, goal_id).steps[-1].id
            session.keep(added, "added", f"step:{step_id}", drop_draft=key)

        # What was said is kept before anybody thinks about who and when.
        if await self.words(self._say(question), key, keep):
            kept = planning.goal_of(session.conversation.plan, goal_id)
            await self._ask_who_and_when(kept.steps[-1])

    async def _change_step(self, step_id: str) -> None:
        session = self._session
        step = planning.plan_step_of(session.conversation.plan, step_id)
        key = f"step:{step_id}"
        goal = self._goal_with(step)
        question = "goals.step_what" if goal.steps[0].id == step_id else "goals.next_step_what"

        def keep(text: str) -> None:
            what = session.own_words(text, step.what.author_id)
            changed = step.model_copy(update={"what": what})
            kept = planning.change_plan_step(session.talk, changed)
            session.keep(kept, "changed", key, drop_draft=key)

        if await self.words(self._say(question), key, keep, earlier=step.what.text):
            await self._ask_who_and_when(planning.plan_step_of(session.conversation.plan, step_id))

    async def _remove_step(self, step_id: str) -> None:
        step = planning.plan_step_of(self._session.conversation.plan, step_id)
        if await self.sure_to_remove(step.what.text):
            remove_line(self._session, Line(kind="plan_step", id=step_id))

    async def _choose_help(self, goal_id: str) -> None:
        await choose_help(self._session, self._show, goal_id)

    async def _ask_who_and_when(self, step: PlanStep) -> None:
        session, phrases = self._session, self._session.phrases()
        people = [
            (person.id, person.name) for person in session.family.people if person.role != "child"
        ]
        options = [*people[:8], (_SOMEBODY_ELSE, self._say("goals.someone_else"))]
        before = _SOMEBODY_ELSE if step.who_else else step.who
        who = await self._show(
            ChooseScreen(phrases, self._say("goals.step_who"), options, chosen=before)
        )
        if who == _SOMEBODY_ELSE:
            name = await self._show(
                NameScreen(phrases, self._say("goals.step_who"), step.who_else or "")
            )
            if isinstance(name, str):
                step = step.model_copy(update={"who": None, "who_else": name})
        elif isinstance(who, str):
            step = step.model_copy(update={"who": who, "who_else": None})
        self._keep_step(step)
        day = await self._show(
            DateScreen(phrases, self._say("goals.step_by"), today=session.today, day=step.by)
        )
        if day is not None:
            self._keep_step(step.model_copy(update={"by": day.day}))

    def _keep_step(self, step: PlanStep) -> None:
        session = self._session
        changed = planning.change_plan_step(session.talk, step)
        session.keep(changed, "changed", f"step:{step.id}")

    def _goal_with(self, step: PlanStep) -> Goal:
        return next(goal for goal in self._session.conversation.plan.goals if step in goal.steps)
