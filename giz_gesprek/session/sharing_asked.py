"""Asking about sharing: which parts, the paper that is seen first, and each who has to say yes.

Owns the order of these questions. Whoever does not sit there is waited for, unless the professional
knows that they have no custody.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from giz_gesprek.conversation.consent import (
    DECIDE,
    asked_about,
    custody_is_known,
    deciders,
    has_to_say_yes,
    not_at_the_table,
    own_words_in,
    sayers,
)
from giz_gesprek.conversation.consenting import say, with_custody, with_recipient
from giz_gesprek.conversation.gathering import unheard_people
from giz_gesprek.conversation.sharing import Recipient
from giz_gesprek.conversation.sharing_heard import parts_to_offer
from giz_gesprek.i18n import _
from giz_gesprek.session.asking import ChoiceAsked, SeveralAsked
from giz_gesprek.session.custody import custody_words
from giz_gesprek.session.paper_flow import shared_paper
from giz_gesprek.session.paper_offer import PaperShown, Style
from giz_gesprek.session.reading_along import not_shown
from giz_gesprek.summary.sharing import part_title, parts_inside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from giz_gesprek.conversation.change_log import Action
    from giz_gesprek.conversation.sharing import SharedPart
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session


@dataclass
class AskingToShare:
    """Asks about one recipient: which parts, and of each person whether it may know them.

    ``refused`` are parts to which one said no whose yes it takes: nobody else is asked then.
    """

    session: Session
    ask: Ask
    recipient: Recipient
    refused: set[SharedPart] = field(default_factory=set)

    async def share(self) -> None:
        """Choose parts, see what the recipient would get, and hear everybody's yes or no."""
        parts = await self._parts()
        if not parts or not await self._is_seen(parts):
            return
        said = False
        for person_id in asked_about(self.session.talk, parts):
            left = [part for part in parts if part not in self.refused]
            about = asked_about(self._talk, left).get(person_id, ())
            if not about:
                continue
            answer = await self._answer(person_id, about)
            if answer is None:
                break
            if answer != "not_now":
                self._keep(person_id, about, granted=answer == "agree")
                said = True
        if said:
            await self._custody(parts)
            await self._tell(parts)

    @property
    def _talk(self) -> Talk:
        return self.session.talk

    @property
    def _id(self) -> str:
        return self.recipient.id

    def _text(self, text_id: str, **values: str) -> str:
        return self.session.phrases().text(text_id, **values)

    async def _parts(self) -> tuple[SharedPart, ...]:
        offered = parts_to_offer(self._talk, self._id, self.session.today)
        words = self.session.data().words
        asked = SeveralAsked(
            self._text("share.parts", who=self.recipient.name),
            self._text("share.parts_hint"),
            [(str(place), part_title(words, part)) for place, part in enumerate(offered)],
        )
        chosen = await self.ask.several(asked) or ()
        return tuple(part for place, part in enumerate(offered) if str(place) in chosen)

    async def _is_seen(self, parts: Sequence[SharedPart]) -> bool:
        """Show what the recipient would get if everybody says yes; whether they go on to that."""
        talk = with_recipient(self._talk, self.recipient)
        sitting = talk.conversation.participant_ids()
        for part in parts:
            here = [one for one in own_words_in(talk, part) if one in sitting]
            for one in dict.fromkeys((*has_to_say_yes(talk, part), *here)):
                talk = say(talk, self._id, (part,), one, granted=True, now=self.session.now)
        settings, library = self.session.family.settings, self.session.library
        seen = not not_shown(talk).delicate
        shown = PaperShown(
            Style(library.written_in(settings.language), settings.rung),
            library.languages,
            lambda style: shared_paper(
                self.session, talk, self._id, style, delicate=seen, asked=False
            ),
            wishes=(),
            intro=self._text("share.gets", who=self.recipient.name),
            going_on=self._text("share.go_on"),
        )
        return await self.ask.preview(shown) is not None

    async def _answer(self, person_id: str, about: Sequence[SharedPart]) -> str | None:
        name, who = self._talk.family.person(person_id).name, self.recipient.name
        ways = ("agree", "refuse", "not_now")
        words = self.session.data().words
        titles = [part_title(words, part) for part in about]
        question = self._text("share.consent", name=name, who=who)
        asked = ChoiceAsked(
            "\n".join((*titles, question)),
            [(way, self._text(f"share.{way}")) for way in ways],
            heading=self._text("share.title"),
        )
        return await self.ask.choose(asked)

    def _keep(self, person_id: str, parts: Sequence[SharedPart], *, granted: bool) -> None:
        talk = with_recipient(self._talk, self.recipient)
        said = say(talk, self._id, parts, person_id, granted=granted, now=self.session.now)
        if not granted:
            self.refused.update(part for part in parts if person_id in has_to_say_yes(talk, part))
        action: Action = "shared" if granted else "refused"
        self.session.keep(said, action, f"sharing:{self._id}", actor_id=person_id)

    async def _custody(self, parts: Sequence[SharedPart]) -> None:
        """Ask the professional about each parent for whom is waited."""
        conversation = self._talk.conversation
        children = (conversation.focus_child, *conversation.other_children)
        for child_id in children:
            if not any(one.role in DECIDE for one in self._talk.family.people):
                await self.ask.notice(self._text("share.title"), self._rule(child_id))
            about = [part for part in parts if part.child_id in {None, child_id}]
            for one in deciders(self._talk, child_id):
                waited = any(one in self._waits(part) for part in about)
                waited = waited and one not in unheard_people(self._talk)
                if waited and not custody_is_known(self._talk, one, child_id):
                    await self._ask_custody(one, child_id)

    async def _ask_custody(self, person_id: str, child_id: str) -> None:
        talk = self._talk
        name, child = (talk.family.person(one).name for one in (person_id, child_id))
        question = _("Does {name} have custody of {child}?").format(name=name, child=child)
        answers = {"yes": _("Yes"), "no": _("No"), "unknown": _("Not known")}
        asked = ChoiceAsked(f"{self._rule(child_id)}\n{question}", list(answers.items()))
        answer = await self.ask.choose(asked)
        if answer in {"yes", "no"}:
            known = with_custody(talk, person_id, child_id, decides=answer == "yes")
            self.session.keep(
                known, "changed", f"custody:{person_id}", actor_id=self.session.professional_id
            )

    def _rule(self, child_id: str) -> str:
        """Return who decides at the age of a child, as help for the professional."""
        return custody_words(self._talk.family.person(child_id).age_band)

    def _waits(self, part: SharedPart) -> tuple[str, ...]:
        if part in self.refused:
            return ()
        return not_at_the_table(self._talk, self._id, part, self.session.today)

    async def _tell(self, parts: Sequence[SharedPart]) -> None:
        """Say what came of it: what may be known, for whom it waits, and that it can stop."""
        today, who = self.session.today, self.recipient.name
        shared = [part for part in parts if sayers(self._talk, self._id, part, today)]
        what = parts_inside(self.session.data().words, shared)
        told = [self._text("share.may_know", who=who, what=what)] if shared else []
        waited = dict.fromkeys(one for part in parts for one in self._waits(part))
        hidden = unheard_people(self._talk)
        names = [self._talk.family.person(one).name for one in waited if one not in hidden]
        told += [self._text("share.waits", name=name, who=who) for name in names]
        if not told:
            told = [self._text("share.nobody_knows", who=who)]
        if shared:
            told.append(self._text("share.always_back"))
        await self.ask.notice(self._text("share.title"), "\n".join(told))
