"""Carrying out what people do on a step: change, keep, and say what is shown then.

The one way from an act to the session, for every front end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.content.texts import LADDER
from giz_gesprek.conversation.steps import ChildConsentStep
from giz_gesprek.session import acts, edits
from giz_gesprek.session.advice import breaks_promise
from giz_gesprek.session.around import keep_around, open_around
from giz_gesprek.session.chosen import choose
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.session.looking_back import carried_over

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
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
    done = at_once(session, act)
    if done is not None:
        return done
    # What can be asked is a third of a session, and seldom asked.
    from giz_gesprek.session.asking_first import ask_and_do

    return await ask_and_do(session, ask, act)


def at_once(session: Session, act: acts.Act) -> Done | None:
    """Carry out what needs no question; None for any other act, which is not done then.

    Raises:
        StoreError: as ``perform``.

    """
    if session.conversation.state == "finished" and not isinstance(act, AFTER_THE_END):
        return Done("stay", "finish.closed")
    return Done() if carried_over(session, act) else _at_once(session, act)


def is_late(session: Session, act: acts.Act, step: object) -> bool:
    """Tell whether ``act`` ends ``step``, which was left meanwhile."""
    return isinstance(act, acts.LEAVING) and step != session.step


def asks_first(session: Session, act: acts.Act) -> bool:
    """Tell whether something is asked before ``act`` is done."""
    if isinstance(act, acts.ToggleTopic):
        return edits.leaves_words(session, act.side, act.topic)
    return isinstance(act, acts.ASKING)


def _at_once(session: Session, act: acts.Act) -> Done | None:  # noqa: C901, PLR0911 - one a kind of act
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


def _change_rung(session: Session, by: int) -> Done:
    view = session.view
    if not (view.has_easier if by > 0 else view.has_plainer):
        return Done("stay", "common.no_easier" if by > 0 else None)
    session.set_rung(LADDER[LADDER.index(session.family.settings.rung) + by])
    return Done()
