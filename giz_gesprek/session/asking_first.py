"""Carrying out what something is asked for first: of a plan, a paper, the table, an ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.lines import words_at
from giz_gesprek.session import acts, edits
from giz_gesprek.session.advice import settle_advice
from giz_gesprek.session.around import edit_around
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.session.examples import show_examples
from giz_gesprek.session.going_on import go_on
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


async def ask_and_do(  # noqa: PLR0911 - one a kind of act
    session: Session, ask: Ask, act: acts.Act
) -> Done:
    """Ask what ``act`` has to ask, and carry it out.

    Raises:
        StoreError: it could not be kept; the conversation stands where it stood.
        TypeError: nobody carries this out.

    """
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
        case acts.ShowExample(text_id):
            if text_id is None:
                return Done("stay", "common.no_example")
            await show_examples(session, ask, text_id)
            return STAY
    return await _at_the_end(session, ask, act)


async def _at_the_end(  # noqa: PLR0911 - one a kind of act
    session: Session, ask: Ask, act: acts.Act
) -> Done:
    """Ask what belongs to a report, its papers, and the end of a visit."""
    match act:
        case acts.OfReport(what):
            return await _of_report(session, ask, what)
        case acts.MakePaper(audience):
            return await give_paper(session, ask, audience)
        case acts.ShowCard():
            await show_card(session, ask)
            return STAY
        case acts.Share():
            return await settle_sharing(session, ask)
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
