"""The change log in words: sentences for the family, in short for the professional.

Owns which words an entry gets. Every name, topic and day is put in here, and nothing that was said.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, get_args

from giz_gesprek.conversation.change_log import Action
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.log_about import About
from giz_gesprek.summary.log_visible import Entry
from giz_gesprek.summary.words import PaperNames

_SENTENCES: Final[dict[Action, str]] = {
    **dict.fromkeys(("answered", "chosen", "added", "dated", "kept"), "wrote"),
    **dict.fromkeys(("seeks-advice", "told-back", "not-told-back", "skipped"), "wrote"),
    **dict.fromkeys(("changed", "emptied", "left"), "changed"),
    **dict.fromkeys(("removed", "taken_back"), "removed"),
    **dict.fromkeys(("shared", "refused", "withdrew"), "shared"),
    **dict.fromkeys(("agreed", "declined"), "started"),
    **dict.fromkeys(("came", "listened-to", "alone"), "table"),
    **dict.fromkeys(("exported", "printed", "copied"), "made"),
    "prepared": "prepared",
    "finished": "finished",
    "reopened": "reopened",
    "deleted": "deleted",
    "kept_longer": "stays",
    "looked": "looked",
    "shown": "card",
    "imported": "imported",
    "backed_up": "backup",
    "restored": "restored",
    "rekeyed": "rekeyed",
}
"""Which sentence tells an action; one that is not here is told by its own word."""
_LOOKED: Final = {"paper": "looked_paper", "log": "looked_log"}
_ONE_SENTENCE: Final = {"start": "started", "sharing": "shared", "table": "table"}


@dataclass(frozen=True)
class LogWords:
    """The words of one log.

    Attributes:
        words: of the paper.
        owner: who has the file open, by name; empty where nobody said so.
        you: who reads it, where that is one person.
        exact: whether questions are called as on the professional's paper, else as they were asked.

    """

    words: PaperNames
    owner: str
    you: str | None = None
    exact: bool = False

    def who(self, actor_id: str | None) -> str:
        """Return who did something."""
        if actor_id is None:
            return self.owner or self.words.text("common.a_professional")
        if actor_id == self.you:
            return self.words.text("log.you")
        if actor_id not in {one.id for one in self.words.talk.family.people}:
            return self.words.text("log.somebody")
        return self.words.person(actor_id)

    def sentence(self, entry: Entry, *, each: bool) -> str:
        """Return what was done as a sentence; with ``each`` down to the question."""
        who, what = _begun(self.who(entry.actor_id)), self.what(entry, each=each)
        named = self._sentence_of(entry)
        if named is None:
            return self.words.text("log.other", who=who, what=entry.action)
        return self.words.text(f"log.{named}", who=who, what=what)

    def _sentence_of(self, entry: Entry) -> str | None:
        matter = entry.about.matter
        if matter in _ONE_SENTENCE:
            return _ONE_SENTENCE[matter]
        named = _SENTENCES.get(entry.action)
        if named == "looked":
            return _LOOKED.get(matter, "looked")
        if named == "made":
            return self._made(entry.about)
        return named

    def _made(self, about: About) -> str:
        """Return which sentence tells of something that went out."""
        if about.matter == "log":
            return "made_log"
        if about.matter != "paper" or about.part in {"json", "csv"}:
            return "made_file"
        kind = (about.ref or "").partition(":")[0]
        return {"family": "made_home", "professional": "made_work"}.get(kind, "made_for")

    def verb(self, entry: Entry) -> str:
        """Return what was done, in short; a word that is not known as it is."""
        action = entry.action
        if action == "left" and entry.about.matter == "table":
            return self.words.text("log_action.went")
        if action not in get_args(Action):
            return self.words.text("log_action.other", what=action)
        return self.words.text(f"log_action.{action.replace('-', '_')}")

    def what(self, entry: Entry, *, each: bool) -> str:
        """Return what an entry is about; with ``each`` down to the question."""
        about, words = entry.about, self._words_of(entry)
        if about.matter == "topic" and about.topic is not None:
            title = words.topic(about.topic, self._known(about.child_id))
            return self._with_question(words, entry, title) if each else title
        if about.matter == "hard_days" and each and about.question is not None:
            return words.label(None, about.question)
        if about.matter == "paper":
            return self._paper(about)
        if about.matter == "sharing" and about.ref is not None:
            return self._recipient(about.ref)
        if about.name in {"person", "custody"}:
            return self.who(about.ref)
        return words.text(f"log_about.{about.matter}")

    def _with_question(self, words: PaperNames, entry: Entry, title: str) -> str:
        about = entry.about
        if about.question is None:
            return title
        if not self.exact:
            child_id, speaker = self._known(about.child_id), self._known(entry.actor_id)
            return f"{title} ({words.asked(about.question, about.topic, child_id, speaker)})"
        known = about.question in words.framework.questions
        if known and words.framework.label_of(about.question) is None:
            return f"{title} ({words.text('log_about.together')})"
        return f"{title} ({words.inside(words.label(about.topic, about.question))})"

    def _paper(self, about: About) -> str:
        kind, _colon, whom = (about.ref or "").partition(":")
        match kind:
            case "recipient":
                named = self._recipient(whom)
            case "person":
                named = self.who(whom)
            case "family" | "professional":
                named = self.words.text(f"log_about.for_{kind}")
            case _:
                named = self.words.text("log_about.paper")
        return named

    def _recipient(self, recipient_id: str) -> str:
        known = {one.id: one.name for one in self.words.talk.family.recipients}
        return known.get(recipient_id) or self.words.text("log.somebody")

    def _known(self, person_id: str | None) -> str | None:
        known = {one.id for one in self.words.talk.family.people}
        return person_id if person_id in known else None

    def _words_of(self, entry: Entry) -> PaperNames:
        """Return the words of the conversation of an entry: its children, its wording."""
        talk = self.words.talk
        if entry.conversation_id in {None, talk.conversation_id}:
            return self.words
        ids = {each.id for each in talk.dossier.conversations}
        if entry.conversation_id not in ids:
            return self.words
        there = Talk(talk.framework, talk.dossier, entry.conversation_id or "")
        return replace(self.words, talk=there)


def _begun(name: str) -> str:
    """Return a name or word as a sentence begins with it."""
    return name[:1].upper() + name[1:]
