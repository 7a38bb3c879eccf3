"""Which supporting programmes are shown to whom. Whether a family qualifies is for people.

Pure: looks at the phase of the focus child and at the topics of the conversation, at nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.content.framework import Framework
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.content.programmes import Programme
from giz_gesprek.conversation.beginning import phase_of
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.talk import Talk


@dataclass(frozen=True)
class Shelves:
    """Ids of programmes, those that fit best first; each stands on one shelf at most.

    Attributes:
        offered: shown beside a need without anybody asking.
        others: shown when somebody asks for other help.
        on_request: chosen by the professional, when the parent has raised the subject.
        professional: only the professional reads about these; no parent does.

    """

    offered: tuple[str, ...]
    others: tuple[str, ...]
    on_request: tuple[str, ...]
    professional: tuple[str, ...]


def shelves(talk: Talk) -> Shelves:
    """Return what can be shown in this conversation; hidden programmes stand nowhere."""
    phase = phase_of(talk)
    topics = {topic for visit in talk.conversation.visits for topic in visit.topics}
    topics -= set(talk.conversation.parked)
    there = {name: spec for name, spec in talk.framework.programmes.items() if not spec.hidden}

    def shared(name: str) -> int:
        return len(topics.intersection(there[name].topics))

    fitting = [name for name in there if phase in there[name].phases and shared(name)]
    fitting.sort(key=shared, reverse=True)
    offered = tuple(name for name in fitting if _unasked(there[name]))
    others = [name for name, spec in there.items() if spec.offer == "yes" and name not in offered]
    others.sort(key=lambda name: phase not in there[name].phases)
    on_request = tuple(name for name, spec in there.items() if spec.offer == "on_request")
    professional = tuple(name for name in fitting if there[name].offer == "professional")
    return Shelves(offered, tuple(others), on_request, professional)


def is_for_families(framework: Framework, programme: str) -> bool:
    """Tell whether a family may read the name of a programme; one that is gone was chosen once."""
    spec = framework.programmes.get(programme)
    return spec is None or spec.offer != "professional"


def programme_name(book: Phrasebook, conversation: Conversation, programme: str) -> str:
    """Return today's name, else the one kept when it was chosen, else the id made readable."""
    text_id = name_id(programme)
    if book.has(text_id):
        return book.text(text_id).strip()
    kept = conversation.wording.get(text_id)
    return kept or programme.replace("_", " ").replace("-", " ").strip() or programme


def name_id(programme: str) -> str:
    """Return the id of the text with the name of a programme."""
    return f"{programme}.name"


def _unasked(spec: Programme) -> bool:
    """Tell whether a programme may be offered to everybody whom it fits.

    One with a region may be far away: a municipality that has it takes the region off.
    """
    return spec.offer == "yes" and spec.region is None
