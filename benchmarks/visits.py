"""The visits that are walked: always the same people, topics and answers.

One topic is hard for everybody, and nothing was typed about what goes well. On the two others the
professional sees it more darkly than the parent, or everybody sees the same. Each ends in help from
outside, as that takes the most questions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.people import Family, Person
from giz_gesprek.session.session import Session

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.dossier import Variant
    from giz_gesprek.conversation.steps import Step
    from giz_gesprek.store import Store

from benchmarks.stores import NOW

FAMILY: Final = Family(
    id="family",
    label="De Wit",
    people=(
        Person(id="child", name="Milan", role="child", age_band="0-3"),
        Person(id="first", name="Sanne", role="parent"),
        Person(id="second", name="Daan", role="other_parent"),
        Person(id="nurse", name="Fatma", role="professional", organisation="De Linde"),
    ),
)

Answers = Mapping[tuple[str, str], str]
"""By person and question: the choice, or own words; what is not there is left empty."""

_TOGETHER: Final = "together"
_SUPPORT: Final = {(_TOGETHER, "outcome"): "support", (_TOGETHER, "helper"): "outside"}

_HARD: Final[Answers] = {
    ("first", "appraisal"): "difficult",
    ("first", "example"): "Hij valt pas laat in slaap. Dan zit ik op de rand van zijn bed.",
    ("first", "wish"): "want_help",
    ("second", "appraisal"): "difficult",
    ("second", "wish"): "want_help",
    ("nurse", "view"): "difficult",
    ("nurse", "view_words"): "Ik zie dat jullie moe zijn.",
    **_SUPPORT,
    (_TOGETHER, "urgency"): "urgent_support",
    (_TOGETHER, "help_kind"): "advice",
}
_LIGHT: Final[Answers] = {
    ("first", "strengths"): "Hij lacht veel. Hij komt bij mij als hij valt.",
    ("first", "appraisal"): "going_well",
    ("first", "example"): "Gisteren viel hij van de trap. Hij kwam meteen naar mij toe.",
    ("first", "wish"): "ourselves",
    ("first", "reason"): "Hij is vrolijk. Boos zijn hoort erbij, mijn broer was net zo.",
    ("second", "appraisal"): "so_so",
    ("second", "strengths"): "Samen voetballen gaat goed.",
    ("second", "wish"): "thinking",
    ("second", "reason"): "Bij mij slaat hij soms.",
    ("nurse", "view"): "so_so",
    ("nurse", "view_words"): "Op de groep bijt hij andere kinderen.",
    ("nurse", "reason"): "De leidster ziet hem elke dag en maakt zich zorgen.",
    (_TOGETHER, "difference"): "agree",
    **_SUPPORT,
    (_TOGETHER, "urgency"): "extra_support",
    (_TOGETHER, "help_kind"): "advice",
}
_BETWEEN: Final[Answers] = {
    ("first", "strengths"): "De buren zijn aardig. Er is een speeltuin om de hoek.",
    ("first", "appraisal"): "so_so",
    ("first", "example"): "In de slaapkamer is de muur nat. Ik zet elke dag het raam open.",
    ("first", "wish"): "want_help",
    ("first", "reason"): "Met het raam open is het te doen. Verhuizen kan toch niet.",
    ("second", "appraisal"): "difficult",
    ("second", "wish"): "want_help",
    ("second", "reason"): "Ik bel al een jaar met de verhuurder.",
    ("nurse", "view"): "difficult",
    ("nurse", "view_words"): "De schimmel is slecht voor zijn longen.",
    ("nurse", "reason"): "Hij hoest al de hele herfst.",
    (_TOGETHER, "difference"): "still_differ",
    (_TOGETHER, "difference_now"): "still_differ",
    **_SUPPORT,
    (_TOGETHER, "urgency"): "extra_support",
    (_TOGETHER, "help_kind"): "extra_help",
}
_PLAN: Final[Answers] = {
    (_TOGETHER, "notice"): "Dan slaap ik niet.",
    (_TOGETHER, "what_helps"): "Even naar buiten met Milan.",
    (_TOGETHER, "whom_to_call"): "Mijn zus.",
}
_TOPICS: Final = {
    "eating_sleeping": ("development", _HARD),
    "feelings_behaviour": ("development", _LIGHT),
    "housing": ("surroundings", _BETWEEN),
}
_CHOSEN: Final = {2: ("eating_sleeping", "housing"), 3: tuple(_TOPICS)}

GOAL: Final = "Ik wil weer een hele nacht slapen."
STEP: Final = "Sanne belt morgen de huisarts."
TOLD: Final = "Ik bel morgen de huisarts, en dan slapen wij."


@dataclass(frozen=True)
class Visit:
    """Who is there, what is talked about, whether they see it the same, and how long a variant."""

    parents: int
    topics: int
    differ: bool
    variant: Variant

    @property
    def name(self) -> str:
        """What it is called in a table."""
        parents = "1 parent" if self.parents == 1 else "2 parents"
        views = "different" if self.differ else "equal"
        return f"{self.topics} topics, {parents}, {views}, {self.variant}"

    @property
    def chosen(self) -> tuple[str, ...]:
        """The topics that are talked about."""
        return _CHOSEN[self.topics]

    def sides(self) -> tuple[str, ...]:
        """Return the sides that are opened, in order."""
        return tuple(dict.fromkeys(_TOPICS[topic][0] for topic in self.chosen))

    def answer(self, topic: str | None, person_id: str | None, question: str) -> str | None:
        """Return what somebody says, None for nothing.

        Where all see the same, everybody chooses the face of the first parent.
        """
        answers = _PLAN if topic is None else _TOPICS[topic][1]
        if not self.differ and question in {"appraisal", "view"}:
            return answers["first", "appraisal"]
        return answers.get((person_id or _TOGETHER, question))

    def chooses(self, step: Step) -> str | None:
        """Return what is said on a step that is no question; None for what comes first."""
        del step
        return None

    def settles(self, left: str) -> str | None:
        """Return what becomes of something that was left: it is talked about with its topic."""
        del left
        return None

    def begin(self, store: Store, library: Library, now: datetime = NOW) -> Session:
        """Return the session of this visit, prepared and not begun."""
        conversation = new_conversation(
            library.framework,
            FAMILY,
            conversation_id="talk",
            now=now,
            variant=self.variant,
            focus_child="child",
            at_the_table=("first", "second", "nurse") if self.parents > 1 else ("first", "nurse"),
            content_version="benchmark",
        )
        dossier = Dossier(family=FAMILY, conversations=(conversation,))
        store.save(dossier, now=now)
        return Session(store, library, dossier, "talk", clock=lambda: now)


def every_visit() -> tuple[Visit, ...]:
    """Return all of them, the longest last."""
    return tuple(
        Visit(parents, topics, differ, variant)
        for variant in ("short", "extended")
        for parents in (1, 2)
        for topics in (2, 3)
        for differ in (False, True)
    )
