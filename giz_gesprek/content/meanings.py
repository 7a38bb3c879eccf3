"""Which choices of a framework the program knows, and what they mean to it."""

from __future__ import annotations

from giz_gesprek.content.texts import ContentModel


class Meanings(ContentModel):
    """The choices that the program knows, each as its scale, a dot and the choice.

    Attributes:
        wants_to_talk: the conversation begins.
        asks_first: there is a question before that.
        not_today: the conversation does not begin.
        agreed: who differed agrees.
        still_different: who differed still does, and that is allowed.
        talk_later: a day is chosen to talk about it again.
        done_by_family: the family does something itself.
        done_by_network: somebody that the family knows does it.
        done_by_others: somebody else does it.
        hard: somebody finds a topic hard.
        wants_help: help is chosen together for a topic.
        finds_out: it is chosen together to find out more first.
        help_today: help is needed today; whom to call is shown at once.
        help_soon: help is needed soon; a family's paper begins with it.
        better: it goes better than at the visit before.
        same: it is as it was then.
        harder: it is harder than then.

    """

    wants_to_talk: str
    asks_first: str
    not_today: str
    agreed: str
    still_different: str
    talk_later: str
    done_by_family: str
    done_by_network: str
    done_by_others: str
    hard: str
    wants_help: str
    finds_out: str
    help_today: str
    help_soon: str
    better: str
    same: str
    harder: str

    def of_consent(self) -> tuple[str, ...]:
        """Return the answers to whether the family wants to talk."""
        return self.wants_to_talk, self.asks_first, self.not_today

    @property
    def consent_scale(self) -> str:
        """The scale on which the family says whether it wants to talk."""
        return self.wants_to_talk.partition(".")[0]
