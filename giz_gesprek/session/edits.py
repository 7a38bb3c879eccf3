"""What a screen asks of a session besides answering and moving: topics, lines, help, papers.

Each function changes the conversation through the core and keeps it; none knows a widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation import again, choosing, flow, lines, planning, said_on
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.examples import own_example, with_example, without_example
from giz_gesprek.conversation.left import left_open
from giz_gesprek.conversation.offered import first_topics_step, talked_about
from giz_gesprek.conversation.people import OwnExample
from giz_gesprek.conversation.programmes import name_id
from giz_gesprek.conversation.settling import settle
from giz_gesprek.conversation.steps import AgainStep, ChildConsentStep, TriangleStep
from giz_gesprek.conversation.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from giz_gesprek.conversation.change_log import Action
    from giz_gesprek.conversation.dossier import SideVisit
    from giz_gesprek.conversation.left import Then
    from giz_gesprek.conversation.position import Position
    from giz_gesprek.session.session import Session


def give_consent(session: Session, wants_to_talk: bool | None) -> None:  # noqa: FBT001 - what was said
    """Keep whether the parent wants to talk; of a young person, whether that is fine."""
    step = session.step
    if isinstance(step, ChildConsentStep):
        said = flow.child_agrees(
            session.talk, step.person_id, agrees=wants_to_talk, now=session.now
        )
        session.keep(said, "answered", step.key)
    else:
        (session.agree if wants_to_talk else session.decline)()


def open_side(session: Session, side: str) -> None:
    """Open a side of the triangle and go to its topics.

    Where an earlier choice of a side is made anew, an opened side is gone back to, or it comes
    before topics that were chosen there and not begun; after all of them it is opened again, so
    that what was talked about there is not walked once more.
    """
    step, visits = session.step, session.conversation.visits
    if isinstance(step, TriangleStep) and step.visit < len(visits):
        is_gone_back_to = side in _opened(visits[: step.visit + 1])
        if not is_gone_back_to and _has_topics_not_begun(session, visits[step.visit]):
            opened = choosing.open_before(session.talk, side, step.visit)
        else:
            opened = choosing.open_side(session.talk, side)
        sides = _opened(opened.conversation.visits)
        number = step.visit if sides[step.visit] == side else sides.index(side)
        session.keep(flow.jump(opened, first_topics_step(opened, number)))
    else:
        open_again(session, side)


def _opened(visits: Sequence[SideVisit]) -> list[str | None]:
    """Return the side of each visit; None for topics of the time before, which open none."""
    return [None if visit.again else visit.side for visit in visits]


def _has_topics_not_begun(session: Session, visit: SideVisit) -> bool:
    begun = {view.topic for view in session.conversation.views}
    return not begun.issuperset(talked_about(session.talk, visit))


def open_again(session: Session, side: str) -> None:
    """Open a side after all others, also one that was opened before, and go to its topics."""
    opened = choosing.open_again(session.talk, side)
    last = len(opened.conversation.visits) - 1
    session.keep(flow.jump(opened, first_topics_step(opened, last)))


def toggle_topic(session: Session, side: str, topic: str) -> None:
    """Choose a topic, or leave it when it is chosen already; words on it stay."""
    action: Action = "chosen"
    if topic in choosing.chosen_topics(session.talk, side):
        changed, action = choosing.leave_topic(session.talk, side, topic), "left"
    elif isinstance(session.step, AgainStep):
        changed = choosing.choose_again(session.talk, topic)
    else:
        changed = choosing.choose_topic(session.talk, side, topic)
    session.keep(changed, action, f"topic:{topic}")


def tell_anew(session: Session) -> None:
    """Ask somebody everything on this topic once more, and go on to it."""
    anew = again.tell_anew(session.talk, session.step.position)
    session.keep(flow.next_step(anew), "chosen", session.step.key)


def want_another_topic(session: Session) -> None:
    """Keep that a topic besides those of the time before is wanted, or that none is any more."""
    wanted = not session.conversation.another_topic
    session.keep(session.talk.changed(another_topic=wanted))


def settle_left(session: Session, key: str, then: Then) -> None:
    """Keep what becomes of something that was left, by its name."""
    left = {each.key: each for each in left_open(session.talk)}[key]
    session.keep(settle(session.talk, left, then, now=session.now), "chosen", key)


def leaves_words(session: Session, side: str, topic: str) -> bool:
    """Tell whether leaving a topic leaves words behind."""
    chosen = topic in choosing.chosen_topics(session.talk, side)
    return chosen and said_on.has_words(session.conversation, topic)


def take_topic_away(session: Session, side: str, topic: str) -> None:
    """Leave a topic, with everything that was said on it; the change log forgets it too."""
    gone = said_on.keys_on(session.talk, topic)
    left = choosing.leave_topic(session.talk, side, topic)
    session.keep(said_on.without_topic(left, topic), forget=gone)


def add_topic(session: Session, side: str, topic: str, reason: str) -> None:
    """Add a topic that the professional asks for; an empty reason is none."""
    professional = session.professional_id
    words = session.own_words(reason, professional) if clean_text(reason) else None
    added = choosing.add_topic(session.talk, side, topic, by_id=professional, reason=words)
    session.keep(
        added,
        "added",
        f"topic:{topic}",
        actor_id=professional,
        drop_draft=f"add-topic:{side}",
    )


def seek_advice(session: Session) -> None:
    """Say openly that whose turn it is asks for advice on this topic; why is asked later on."""
    here, by_id = session.step.position, session.author_id
    asked = choosing.seek_advice(session.talk, here.topic or "", here.child_id, by_id)
    session.keep(asked, "seeks-advice", _advice_key(here), actor_id=by_id)


def leave_advice(session: Session) -> None:
    """Take that back, and what was said about it: the change log forgets it too.

    A step that is about the advice goes with it; the next one follows.
    """
    here = session.step.position
    left = choosing.leave_advice(session.talk, here.topic or "", here.child_id)
    stays = agenda(left)
    gone = [step.key for step in session.steps() if step not in stays]
    moved = flow.carried_over(session.talk, left)
    session.keep(moved, forget=(_advice_key(here), *gone))


def _advice_key(here: Position) -> str:
    child = f":{here.child_id}" if here.child_id is not None else ""
    return f"advice:{here.topic}{child}"


def point_at(session: Session, topic: str | None, child_id: str | None) -> None:
    """Keep which topic comes first, or that none does, and go on to the goals."""
    pointed = flow.next_step(planning.point_at(session.talk, topic, child_id))
    key = session.step.key
    if topic is None:
        was_pointed = session.conversation.plan.comes_first is not None
        session.keep(pointed, forget=(key,) if was_pointed else ())
    else:
        session.keep(pointed, "chosen", key)


def change_line(session: Session, line: lines.Line, text: str) -> None:
    """Keep other own words on a line, as those of the same author."""
    old = lines.words_at(session.talk, line)
    words = session.own_words(text, old.author_id if old is not None else session.author_id)
    changed = lines.change_words(session.talk, line, words)
    session.keep(changed, "changed", line.key, actor_id=words.author_id, drop_draft=line.key)


def remove_line(session: Session, line: lines.Line) -> None:
    """Take a line away, from the document and from the change log; a goal with its steps."""
    if line.kind == "programme":
        leave_programme(session, line.id or "", line.programme or "")
        return
    gone = [line.key]
    if line.kind == "goal":
        goal = planning.goal_of(session.conversation.plan, line.id or "")
        gone += [line.key for line in lines.lines_of_goal(goal)]
    if line.kind == "looked_back":
        gone += [step.key for step in session.steps() if step.position.goal == line.id]
    removed = lines.remove_line(session.talk, line)
    session.keep(removed, actor_id=_whose(session, line), forget=tuple(gone))


def _whose(session: Session, line: lines.Line) -> str | None:
    """Return whose words or choice stand on a line; None where that is of everybody."""
    own = lines.words_at(session.talk, line)
    if own is not None:
        return own.author_id
    return line.step.position.person_id if line.step is not None else None


def example_key(text_id: str) -> str:
    """Return the key of an own example, for its draft and the change log."""
    return f"example:{text_id}"


def keep_example(session: Session, text_id: str, text: str) -> None:
    """Keep the professional's own example beside a text; without any words it is taken away."""
    item, before = example_key(text_id), own_example(session.family, text_id)
    if not clean_text(text):
        session.keep_family(without_example(session.family, text_id), item)
        return
    own = session.own_words(text, session.professional_id)
    new = OwnExample(text_id=text_id, text=own.text, author_id=own.author_id, at=own.at)
    action: Action = "added" if before is None else "changed"
    session.keep_family(with_example(session.family, new), item, action)


def choose_programme(session: Session, goal_id: str, programme: str) -> None:
    """Keep a programme as help for a goal; the change log does not say which."""
    found = session.library.find(
        name_id(programme), language=session.family.settings.language, rung="standard"
    )
    name = found.text if found is not None else programme
    chosen = planning.choose_programme(session.talk, goal_id, programme, name)
    session.keep(chosen, "chosen", lines.Line(kind="programme", id=goal_id).key)


def leave_programme(session: Session, goal_id: str, programme: str) -> None:
    """Take a programme away from a goal; with the last one the change log forgets there was any."""
    left = planning.leave_programme(session.talk, goal_id, programme)
    key = lines.Line(kind="programme", id=goal_id).key
    if planning.goal_of(left.conversation.plan, goal_id).programmes:
        session.keep(left, "left", key)
    else:
        session.keep(left, forget=(key,))
