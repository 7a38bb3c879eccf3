"""One conversation while it is open: every change is on disk before it is on the screen.

Owns moving and answering. Knows the flow, and no widget: it is used and tested without Textual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.content.texts import register_of
from giz_gesprek.conversation import flow
from giz_gesprek.conversation.again import with_face_of_then
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer, AnswerState, OwnWords
from giz_gesprek.conversation.beginning import phase_of
from giz_gesprek.conversation.naming import address_at, names_at
from giz_gesprek.conversation.records import answer_at, with_answer
from giz_gesprek.conversation.steps import DAY_STEPS, HelpedStep, QuestionStep
from giz_gesprek.conversation.text import clean_text
from giz_gesprek.session.answering import (
    new_answer,
    says_the_same,
    with_day,
    with_typed,
    without_words,
    wording_at,
)
from giz_gesprek.session.dates import DayTyping
from giz_gesprek.session.saving import OpenConversation
from giz_gesprek.session.showing import step_view
from giz_gesprek.session.step_data import StepData
from giz_gesprek.session.step_view import entered_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from giz_gesprek.conversation.change_log import Action
    from giz_gesprek.conversation.steps import Step
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.session.papers import Place
    from giz_gesprek.session.step_view import StepView
    from giz_gesprek.summary.audience import Readers


Move: TypeAlias = "Callable[[Talk], Talk]"
"""Where a talk goes from where it stands."""


class Session(OpenConversation):
    """A conversation of a family: what its step shows, moving through it, answering.

    ``paper_place`` is where the last paper went, None before the first one; ``paper_left`` is where
    one was to go, and for whom, when somebody came back from that.
    """

    paper_place: Place | None = None
    paper_left: tuple[Readers, Place] | None = None

    @property
    def view(self) -> StepView:
        """What the step shows where the conversation stands; made once for every change."""
        if self._shown is None or self._shown[0] is not self.talk:
            self._shown = self.talk, step_view(self.data())
        return self._shown[1]

    def data(self) -> StepData:
        """Return everything that can be shown where the conversation stands."""
        return StepData(
            library=self.library,
            talk=self.talk,
            step=self.step,
            phrases=self.phrases(),
            answer=self.answer(),
            draft=self.draft(self.step.key),
            today=self.today,
            calendar=self.calendar,
        )

    def phrases(self, step: Step | None = None) -> Phrasebook:
        """Return the words at the family's rung, with the names that belong to ``step``."""
        step, settings = step or self.step, self.family.settings
        book = Phrasebook(
            self.library,
            settings.language,
            settings.rung,
            phase_of(self.talk, step.position.child_id),
            address=address_at(self.talk, step),
        )
        return names_at(book, self.talk, step)

    # --- moving -------------------------------------------------------------------------

    def next(self) -> None:
        """Go one step on."""
        self.keep(flow.next_step(self.talk))

    def back(self, typed: str | None = None) -> None:
        """Go one step back; what was ``typed`` is kept as the answer."""
        self._leave(flow.previous_step, typed)

    def skip(self, typed: str | None = None) -> None:
        """Pass this step; an answer that stands there, or was ``typed``, stays."""
        step = self.step
        if isinstance(step, (*DAY_STEPS, HelpedStep)):
            self._leave(self._passed, typed)
        elif typed is not None and clean_text(typed):
            self._answer_in_words(self._passed, typed)
        elif isinstance(step, QuestionStep):
            emptied = self.talk if typed is None else without_words(self.talk, step)
            self.keep(self._passed(emptied), "skipped", step.key, drop_draft=step.key)
        else:
            self.keep(self._passed(self.talk))

    def _passed(self, talk: Talk) -> Talk:
        settings = self.family.settings
        return flow.skip(
            talk,
            now=self._clock(),
            text_register=register_of(settings.rung),
            language=settings.language,
        )

    def _leave(self, move: Move, typed: str | None) -> None:
        if typed is None:
            self.keep(move(self.talk))
        elif isinstance(self.step, DAY_STEPS):
            self._leave_day(move, typed)
        else:
            self._answer_in_words(move, typed)

    def _leave_day(self, move: Move, typed: str) -> None:
        """Keep the day that was typed; what nobody understands stands in the field again."""
        read = DayTyping.of(self.phrases()).read(typed, self.today)
        if not read.problem:
            return self._give_day(move, read.day)
        self.save_draft(self.step.key, typed)
        return self.keep(move(self.talk))

    def jump(self, step: Step) -> None:
        """Go to a step of the agenda."""
        self.keep(flow.jump(self.talk, step))

    def enough_for_today(self, typed: str | None = None) -> None:
        """Go to the summary and remember where the conversation was left; keep what was typed."""
        self._leave(flow.enough_for_today, typed)

    def go_on(self) -> None:
        """Go back to where the conversation was left."""
        self.keep(flow.go_on(self.talk))

    def agree(self) -> None:
        """The parent wants to talk."""
        agreed = flow.agree(self.talk, now=self._clock())
        self.keep(agreed, "agreed", "agreement")

    def decline(self) -> None:
        """The parent does not want to talk."""
        declined = flow.decline(self.talk, now=self._clock())
        self.keep(declined, "declined", "agreement")

    def finish(self) -> None:
        """Close the conversation."""
        self.keep(
            flow.finish(self.talk, now=self._clock()),
            "finished",
            "conversation",
            actor_id=self.professional_id,
        )

    def reopen(self) -> None:
        """Open a finished conversation again; the change log tells when."""
        reopened = flow.reopen(self.talk)
        self.keep(reopened, "reopened", "conversation", actor_id=self.professional_id)

    # --- answering ----------------------------------------------------------------------

    def answer(self) -> Answer | None:
        """Return the answer that stands at the current step."""
        return answer_at(self.talk, self.step)

    def answer_choice(self, choice: str) -> None:
        """Keep a choice at the current step and go on."""
        self._answer(flow.next_step, "answered", choice=choice)

    def answer_state(self, state: AnswerState) -> None:
        """Keep "don't know" or "rather not say" at the current step and go on."""
        self._answer(flow.next_step, state)

    def answer_words(self, text: str) -> None:
        """Keep own words at the current step and go on; without any, see ``record_typed``."""
        self._answer_in_words(flow.next_step, text)

    def answer_day(self, day: date | None) -> None:
        """Keep the day that this step asks for, or that it is left open, and go on."""
        self._give_day(flow.next_step, day)

    def _give_day(self, move: Move, day: date | None) -> None:
        key, dated = self.step.key, with_day(self.talk, self.step, day)
        action: Action | None = None if dated.dossier == self.dossier else "dated"
        self.keep(move(dated), action, key, drop_draft=key)

    def record_typed(self, text: str) -> None:
        """Keep what is typed at the current step and stay; without any, it is taken away."""
        self._leave(_stay, text)

    def _answer_in_words(self, move: Move, text: str) -> None:
        step = self.step
        own = self.own_words(text, self.author_id) if clean_text(text) else None
        if own is not None and not isinstance(step, HelpedStep):
            self._answer(move, "answered", words=own)
            return
        said = with_typed(self.talk, step, own)
        did: Action | None = None if said is self.talk else "emptied" if own is None else "answered"
        self.keep(move(said), did, step.key, drop_draft=step.key)

    def _answer(
        self,
        move: Move,
        state: AnswerState,
        *,
        choice: str | None = None,
        words: OwnWords | None = None,
    ) -> None:
        """Keep an answer and where it leads in one save; the same answer again only moves."""
        step, earlier = _asking(self.step), self.answer()
        answer = new_answer(step, self.family.settings, state, choice, words, at=self._clock())
        answered = with_answer(self.talk, step, answer, wording_at(self.library, self.talk, step))
        answered = with_face_of_then(self.talk, answered, step)
        if earlier is not None and says_the_same(earlier, answer_at(answered, step)):
            self.keep(move(self.talk), drop_draft=step.key)
            return
        action: Action = "answered" if earlier is None else "changed"
        self.keep(move(answered), action, step.key, drop_draft=step.key)

    def own_words(self, text: str, author_id: str) -> OwnWords:
        """Return ``text`` as the words of its author, typed by the professional."""
        return OwnWords(
            text=text, author_id=author_id, typed_by_id=self.professional_id, at=self._clock()
        )

    def save_typed(self, text: str) -> None:
        """Keep what is being typed at the current step, when it differs from what is kept."""
        if text != entered_in(self.view) and not self.void.holds(text):
            self.save_draft(self.step.key, text)

    def steps(self) -> tuple[Step, ...]:
        """Return the whole agenda."""
        return agenda(self.talk)


def _asking(step: Step) -> QuestionStep:
    """Return a step that holds an answer; no other kind does."""
    if not isinstance(step, QuestionStep):
        message = "only a question step holds an answer"
        raise TypeError(message)
    return step


def _stay(talk: Talk) -> Talk:
    """Move nowhere."""
    return talk
