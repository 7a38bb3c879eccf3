"""Carrying out what people do on a step: change, keep, and say what is shown then.

The one way from an act to the session, for every front end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.content.texts import LADDER
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.lines import words_at
from giz_gesprek.conversation.steps import ChildConsentStep
from giz_gesprek.session import acts, edits
from giz_gesprek.session.advice import breaks_promise, settle_advice
from giz_gesprek.session.around import edit_around, keep_around, open_around
from giz_gesprek.session.chosen import choose
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.session.examples import show_examples
from giz_gesprek.session.going_on import go_on
from giz_gesprek.session.looking_back import carried_over
from giz_gesprek.session.paper_flow import give_paper, show_card
from giz_gesprek.session.plan import edit_plan
from giz_gesprek.session.sharing import settle_sharing
from giz_gesprek.session.showing.whole import whole
from giz_gesprek.session.silences import choose_what_stands
from giz_gesprek.session.stopping import finish, pause, set_table
from giz_gesprek.session.taking_back import delete, take_back
from giz_gesprek.session.topics import another_topic, settle_topic
from giz_gesprek.session.until_given import sure_to_remove, words_until_kept

if TYPE_CHECKING:
    from giz_gesprek.conversation.lines import Line
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.plan_edit import PlanEdit
    from giz_gesprek.session.session import Session


_TOLD_OF_SKIPPING: Final = {"practice": "practice.skipped", "topics": "topics.none_chosen"}
"""What is said after a step of a kind was skipped."""

AFTER_THE_END: Final = (
    acts.GoNext,
    acts.GoBack,
    acts.Skip,
    acts.Tell,
    acts.MakePaper,
    acts.OfReport,
    acts.ShowCard,
    acts.Share,
    acts.Pause,
    acts.TakeBack,
    acts.ChangeRung,
    acts.ShowExample,
    acts.Finish,
    acts.Reopen,
)
"""What can be done with a finished conversation: it is read, and papers are made of it."""


async def perform(session: Session, ask: Ask, act: acts.Act) -> Done:
    """Carry out ``act``.

    Raises:
        StoreError: it could not be kept; the conversation stands where it stood.

    """
    if session.conversation.state == "finished" and not isinstance(act, AFTER_THE_END):
        return Done("stay", "finish.closed")
    done = Done() if carried_over(session, act) else _at_once(session, act)
    return done if done is not None else await _asking(session, ask, act)


def is_late(session: Session, act: acts.Act, step: object) -> bool:
    """Tell whether ``act`` ends ``step``, which was left meanwhile."""
    return isinstance(act, acts.LEAVING) and step != session.step


def asks_first(session: Session, act: acts.Act) -> bool:
    """Tell whether something is asked before ``act`` is done."""
    if isinstance(act, acts.ToggleTopic):
        return edits.leaves_words(session, act.side, act.topic)
    return isinstance(act, acts.ASKING)


def _at_once(session: Session, act: acts.Act) -> Done | None:  # noqa: C901, PLR0911 - one a kind of act
    """Carry out what needs no question; None for any other act."""
    match act:
        case acts.Tell(text_id):
            return Done("stay", text_id)
        case acts.GiveWords() | acts.GiveState() | acts.Skip() if breaks_promise(session, act):
            return Done("stay", "seek_advice.write_first")
        case acts.ToggleTopic(side, topic) if not edits.leaves_words(session, side, topic):
            edits.toggle_topic(session, side, topic)
            return STAY
        case acts.WantAnotherTopic():
            edits.want_another_topic(session)
            return STAY
        case acts.SettleLeft(left, then):
            edits.settle_left(session, left, then)
            return Done(notice=f"left.then_{then}")
        case acts.ChangeRung(by):
            return _change_rung(session, by)
        case acts.GiveChoice(choice):
            return choose(session, choice)
        case acts.Skip(typed):
            notice = _TOLD_OF_SKIPPING.get(session.step.kind)
            session.skip(typed)
            return Done(notice=notice)
        case acts.Enough(typed):
            session.enough_for_today(typed)
            return Done(notice="pause.enough")
        case acts.GiveConsent(False) if isinstance(session.step, ChildConsentStep):
            who = session.family.person(session.step.person_id).name
            edits.give_consent(session, wants_to_talk=False)
            return Done(notice="child_agrees.heard", who=who)
        case acts.Reopen():
            session.reopen()
            return Done(notice="finish.reopened")
        case acts.GoNext(notice):
            session.next()
            return Done(notice=notice)
    return Done() if _moved(session, act) else None


def _moved(session: Session, act: acts.Act) -> bool:  # noqa: C901, PLR0912 - one a kind of act
    """Answer or move, where that is all; False for any other act."""
    match act:
        case acts.GiveState(state):
            session.answer_state(state)
        case acts.GiveWords(text):
            session.answer_words(text)
        case acts.GiveDay(day):
            session.answer_day(day)
        case acts.GiveConsent(wants_to_talk):
            edits.give_consent(session, wants_to_talk)
        case acts.OpenSide(side):
            edits.open_side(session, side)
        case acts.Jump(step):
            session.jump(step)
        case acts.OpenAround():
            open_around(session)
        case acts.KeepAround(person_id):
            keep_around(session, person_id)
        case acts.TellAnew():
            edits.tell_anew(session)
        case acts.PointAt(topic, child_id):
            edits.point_at(session, topic, child_id)
        case acts.Resume():
            session.go_on()
        case acts.GoBack(typed):
            session.back(typed)
        case _:
            return False
    return True


async def _asking(session: Session, ask: Ask, act: acts.Act) -> Done:  # noqa: PLR0911, PLR0912, C901 - one a kind of act
    match act:
        case acts.AnotherTopic():
            return await another_topic(session, ask)
        case acts.ToggleTopic() | acts.AddTopic():
            return await settle_topic(session, ask, act)
        case acts.SeekAdvice() | acts.LeaveAdvice():
            told = await settle_advice(session, ask, act)
            return Done(notice=told) if told is not None else STAY
        case acts.LookAtSteps() | acts.GoOnWith():
            return await go_on(session, ask, act)
        case acts.EditPlan(edit, part_id):
            return await _edit_plan(session, ask, edit, part_id)
        case acts.EditAround(edit, person_id):
            return await edit_around(session, ask, edit, person_id)
        case acts.ChangeLine() | acts.RemoveLine():
            return await _edit_line(session, ask, act)
        case acts.OfReport(what):
            return await _of_report(session, ask, what)
        case acts.MakePaper(audience):
            return await give_paper(session, ask, audience)
        case acts.ShowCard():
            await show_card(session, ask)
            return STAY
        case acts.Share():
            return await settle_sharing(session, ask)
        case acts.ShowExample(text_id):
            if text_id is None:
                return Done("stay", "common.no_example")
            await show_examples(session, ask, text_id)
            return STAY
        case acts.Pause(typed) | acts.SetTable(typed):
            settle = pause if isinstance(act, acts.Pause) else set_table
            return await settle(session, ask, typed)
        case acts.TakeBack() | acts.Delete():
            return await (take_back if isinstance(act, acts.TakeBack) else delete)(session, ask)
        case acts.Finish():
            return await finish(session, ask)
    raise TypeError(f"nobody carries out {type(act).__name__}")


async def _of_report(session: Session, ask: Ask, what: str) -> Done:
    """Show all of it at once, or let what was not answered stand."""
    if what == "silences":
        return await choose_what_stands(session, ask)
    await ask.overview(whole(session.data()), drawn=session.family.settings.pictures)
    return STAY


async def _edit_plan(session: Session, ask: Ask, edit: PlanEdit, part_id: str) -> Done:
    """Write a part of the plan; where nothing was written, the keys stay at the button."""
    before = session.talk
    changed = await edit_plan(session, ask, edit, part_id)
    if session.talk is before and not edit.startswith("remove"):
        return STAY  # a button that takes something away is left: Enter could be pressed again
    return Done(notice="goals.changed" if changed else None)


def _change_rung(session: Session, by: int) -> Done:
    view = session.view
    if not (view.has_easier if by > 0 else view.has_plainer):
        return Done("stay", "common.no_easier" if by > 0 else None)
    session.set_rung(LADDER[LADDER.index(session.family.settings.rung) + by])
    return Done()


async def _edit_line(session: Session, ask: Ask, act: acts.ChangeLine | acts.RemoveLine) -> Done:
    """Change what stands on a line, or take it away after asking."""
    if isinstance(act, acts.ChangeLine):
        return await _change_line(session, ask, act.line)
    if not await sure_to_remove(session, ask):
        return STAY
    edits.remove_line(session, act.line)
    return Done(notice="summary.removed")


async def _change_line(session: Session, ask: Ask, line: Line) -> Done:
    """Change own words here; for a choice go back to its question, if that is still asked."""
    old = words_at(session.talk, line)
    if old is not None:
        await words_until_kept(
            session,
            ask,
            session.phrases().text("read_back.ask"),
            line.key,
            lambda text: edits.change_line(session, line, text),
            earlier=old.text,
        )
        return Done()
    if line.kind == "around":
        return await edit_around(session, ask, "change", line.id or "")
    if line.kind == "answer" and line.step is not None and line.step in agenda(session.talk):
        session.jump(line.step)
        return Done()
    return STAY
