"""What somebody outside the family may know: with whom, and what is done for them.

Everybody at the table may read the questions: what only one of them told is named to that one
alone. Sharing is in ``sharing_asked``, taking back in ``sharing_back``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast, get_args

from giz_gesprek.conversation.consent import is_delicate, shared_parts
from giz_gesprek.conversation.consenting import free_recipient_id
from giz_gesprek.conversation.sharing import Recipient, RecipientKind
from giz_gesprek.conversation.sharing_heard import may_be_named_to, parts_to_offer
from giz_gesprek.conversation.text import clean_line
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.session.paper_flow import give_paper
from giz_gesprek.session.reading_along import not_shown
from giz_gesprek.session.sharing_asked import AskingToShare
from giz_gesprek.session.sharing_back import can_take_back, take_back
from giz_gesprek.session.until_given import name_until_given
from giz_gesprek.summary.audience import for_recipient

if TYPE_CHECKING:
    from collections.abc import Sequence

    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session

_MOST: Final = 9
"""Nine digits choose."""
_NEW: Final = "new"


async def settle_sharing(session: Session, ask: Ask) -> Done:
    """Ask with whom, and what is done then; what each says is kept at once.

    Raises:
        StoreError: it could not be kept.

    """
    recipient = await _whom(session, ask)
    if recipient is None:
        return STAY
    match await _way(session, ask, recipient):
        case "more":
            await AskingToShare(session, ask, recipient).share()
        case "paper":
            return await give_paper(session, ask, for_recipient(recipient.id))
        case "back":
            await take_back(session, ask, recipient)
    return STAY


async def _whom(session: Session, ask: Ask) -> Recipient | None:
    """Ask with whom; one that is new is kept with the first that somebody says of it."""
    say_ = session.phrases().text
    known = [one for one in session.family.recipients if may_be_named_to(session.talk, one.id)]
    if known:
        options = [(one.id, one.name) for one in known[-(_MOST - 1) :]]
        asked = ChoiceAsked(
            say_("share.ask"), [*options, (_NEW, say_("share.new"))], heading=say_("share.title")
        )
        chosen = await ask.choose(asked)
        if chosen != _NEW:
            return next((one for one in known if one.id == chosen), None)
    return await _new(session, ask, known)


async def _new(session: Session, ask: Ask, known: Sequence[Recipient]) -> Recipient | None:
    phrases = session.phrases()
    kinds = get_args(RecipientKind)
    asked = ChoiceAsked(
        phrases.text("share.kind"),
        [(kind, phrases.text(f"recipient.{kind}")) for kind in kinds],
        heading=phrases.text("share.title"),
    )
    kind = await ask.choose(asked)
    if kind is None:
        return None
    usual = "" if kind == "other" else phrases.inside(phrases.text(f"recipient.{kind}"))
    name = await name_until_given(session, ask, phrases.text("share.name"), usual)
    if name is None or not clean_line(name):
        return None
    name = clean_line(name)
    same = (one for one in known if (one.name, one.kind) == (name, kind))
    new = Recipient(id=free_recipient_id(session.talk), name=name, kind=cast("RecipientKind", kind))
    return next(same, new)


async def _way(session: Session, ask: Ask, recipient: Recipient) -> str | None:
    """Ask what is done for a recipient; of one way nothing is asked."""
    say_ = session.phrases().text
    ways = {}
    if parts_to_offer(session.talk, recipient.id, session.today):
        ways["more"] = say_("share.more")
    if _has_paper(session, recipient.id):
        ways["paper"] = say_("share.paper")
    if can_take_back(session, recipient.id):
        ways["back"] = say_("share.back")
    if not ways:
        await ask.notice(say_("share.title"), say_("share.nothing"))
        return None
    if set(ways) == {"more"}:
        return "more"
    asked = ChoiceAsked(
        say_("share.ways", who=recipient.name), list(ways.items()), heading=say_("share.title")
    )
    return await ask.choose(asked)


def _has_paper(session: Session, recipient_id: str) -> bool:
    """Tell whether a recipient gets something that everybody who looks along may see."""
    talk = session.talk
    shared = shared_parts(talk, recipient_id, session.today)
    seen = not not_shown(talk).delicate
    return any(seen or not is_delicate(talk, part) for part in shared)
