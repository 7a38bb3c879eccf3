"""Taking back what was shared, also at an earlier visit: who, what, and what that does.

Owns the order of these questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.consenting import Standing, standing, withdraw
from giz_gesprek.conversation.sharing_heard import may_be_told
from giz_gesprek.conversation.voices import family_voices, young_people
from giz_gesprek.session.asking import ChoiceAsked, SeveralAsked, SureAsked
from giz_gesprek.summary.sharing import part_title

if TYPE_CHECKING:
    from giz_gesprek.conversation.sharing import Recipient
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session


def can_take_back(session: Session, recipient_id: str) -> bool:
    """Tell whether somebody who sits there said yes to something that others may hear of."""
    return bool(_theirs(session, recipient_id))


async def take_back(session: Session, ask: Ask, recipient: Recipient) -> None:
    """Ask who stops sharing what; both moments stay in the record.

    Raises:
        StoreError: it could not be kept.

    """
    say = session.phrases().text
    theirs = _theirs(session, recipient.id)
    person_id = await _who(session, ask, tuple(theirs))
    if person_id is None:
        return
    stood = theirs[person_id]
    asked = SeveralAsked(
        say("share.take_back"),
        "",
        [(str(place), _title(session, each)) for place, each in enumerate(stood)],
    )
    chosen = await ask.several(asked)
    if not chosen:
        return
    sure = SureAsked(
        say("share.sure", who=recipient.name), yes=say("share.agree"), no=say("button.cancel")
    )
    if not await ask.sure(sure):
        return
    picked = [each for place, each in enumerate(stood) if str(place) in chosen]
    gone = [
        each
        for each in standing(session.talk, recipient.id)
        if person_id in each.consent.said_by
        and any((each.conversation_id, each.part) == (p.conversation_id, p.part) for p in picked)
    ]
    changed = withdraw(session.talk, gone, person_id, now=session.now)
    session.keep(changed, "withdrew", f"sharing:{recipient.id}", actor_id=person_id)
    await ask.notice(say("share.title"), say("share.taken_back", who=recipient.name))


async def _who(session: Session, ask: Ask, people: tuple[str, ...]) -> str | None:
    """Ask who takes something back; the only one who can is not asked."""
    if len(people) == 1:
        return people[0]
    say = session.phrases().text
    options = [(one, session.family.person(one).name) for one in people]
    return await ask.choose(
        ChoiceAsked(say("share.who_takes_back"), options, heading=say("share.title"))
    )


def _theirs(session: Session, recipient_id: str) -> dict[str, list[Standing]]:
    """Return what each who sits there said yes to, each part of a visit once.

    The last visit comes first.
    """
    talk, found = session.talk, dict[str, list[Standing]]()
    for person_id in (*family_voices(talk), *young_people(talk)):
        stood: dict[object, Standing] = {}
        for each in standing(talk, recipient_id):
            if person_id in each.consent.said_by and may_be_told(talk, each.consent, each.part):
                stood.setdefault((each.conversation_id, each.part), each)
        if stood:
            began = {one.id: one.started_at for one in session.dossier.conversations}
            found[person_id] = sorted(
                stood.values(), key=lambda each: began[each.conversation_id], reverse=True
            )
    return found


def _title(session: Session, each: Standing) -> str:
    """Return what is taken back; of another visit, of which day."""
    title = part_title(session.data().words, each.part)
    if each.conversation_id == session.talk.conversation_id:
        return title
    visit = session.dossier.conversation(each.conversation_id)
    calendar = session.calendar
    day = calendar.write(calendar.day_of(visit.started_at))
    return session.phrases().text("share.then", what=title, date=day)
