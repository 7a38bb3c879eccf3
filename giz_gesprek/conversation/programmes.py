"""Which supporting programmes are shown to whom. Whether a family qualifies is for people.

Pure: looks at the children and the topics of the conversation. What cannot be for any of these
children is on no shelf of the family; what is not known stands there with its limit.
"""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.content.framework import Framework
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.content.programmes import Programme
from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.conversation.delicate import is_delicate_programme
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.fitting import Fit, fit_of
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.talk import Talk


@dataclass(frozen=True)
class Shelves:
    """Ids of programmes, those that fit best first; each stands on one shelf at most.

    Attributes:
        offered: shown beside a need without anybody asking.
        others: shown when somebody asks for other help.
        on_request: chosen by the professional, when the parent has raised the subject.
        professional: only the professional reads about these; no parent does.
        shut_out: beside a need, but its limits shut out every child: the professional reads why.

    """

    offered: tuple[str, ...]
    others: tuple[str, ...]
    on_request: tuple[str, ...]
    professional: tuple[str, ...]
    shut_out: tuple[str, ...]


def shelves(talk: Talk) -> Shelves:
    """Return what can be shown in this conversation; hidden programmes stand nowhere."""
    topics = {topic for visit in talk.conversation.visits for topic in visit.topics}
    topics -= set(talk.conversation.parked)
    there = {name: spec for name, spec in talk.framework.programmes.items() if not spec.hidden}
    fits = {name: fit for name in there if (fit := fit_in(talk, name)) is not None}
    possible = [name for name, fit in fits.items() if fit.possible]

    def shared(name: str) -> int:
        return len(topics.intersection(there[name].topics))

    # What shares as many topics comes later when something has to be asked first.
    fitting = [name for name in possible if shared(name)]
    fitting.sort(key=lambda name: (-shared(name), bool(fits[name].unknown)))
    offered = tuple(name for name in fitting if _unasked(there[name]))
    return Shelves(
        offered=offered,
        others=tuple(
            name for name in possible if there[name].offer == "yes" and name not in offered
        ),
        on_request=tuple(name for name in possible if there[name].offer == "on_request"),
        professional=tuple(name for name in fitting if there[name].offer == "professional"),
        shut_out=tuple(
            name
            for name, fit in fits.items()
            if not fit.possible and there[name].offer == "yes" and shared(name)
        ),
    )


def fit_in(talk: Talk, programme: str) -> Fit | None:
    """Return how a programme fits the child of this conversation whom it fits best.

    None where it is for none of these phases, or is no longer known.
    """
    spec = talk.framework.programmes.get(programme)
    children = () if spec is None else _in_phase(talk, spec)
    return _best_fit(talk, spec, children) if spec is not None and children else None


def fit_of_chosen(talk: Talk, programme: str) -> Fit:
    """Return how a programme that was chosen fits, also where it is for another phase by now."""
    spec = talk.framework.programmes.get(programme)
    if spec is None:
        return Fit()
    return _best_fit(talk, spec, _in_phase(talk, spec) or _children(talk))


def is_for_families(framework: Framework, programme: str) -> bool:
    """Tell whether a family may read the name of a programme; one that is gone was chosen once."""
    spec = framework.programmes.get(programme)
    return spec is None or spec.offer != "professional"


def can_do_a_step_too(framework: Framework, programme: str) -> bool:
    """Tell whether a step may name a programme: whoever hears the step hears that name.

    Never one for sensitive topics only.
    """
    return is_for_families(framework, programme) and not is_delicate_programme(framework, programme)


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


def _in_phase(talk: Talk, spec: Programme) -> tuple[Person, ...]:
    phase_of = talk.framework.phase_of
    return tuple(one for one in _children(talk) if phase_of(one.age_band or "") in spec.phases)


def _best_fit(talk: Talk, spec: Programme, children: tuple[Person, ...]) -> Fit:
    # min takes the first of equals: the focus child.
    fits = (_fit_for(talk, spec, child) for child in children)
    return min(fits, key=lambda fit: (not fit.possible, len(fit.unknown)))


def _children(talk: Talk) -> tuple[Person, ...]:
    """Return the children whom this conversation is about, the focus child first."""
    conversation = talk.conversation
    ids = dict.fromkeys((conversation.focus_child, *conversation.other_children))
    return tuple(talk.family.person(child_id) for child_id in ids)


def _fit_for(talk: Talk, spec: Programme, child: Person) -> Fit:
    is_focus = child.id == talk.conversation.focus_child
    now = talk.conversation.child_now if is_focus else ChildNow()
    if child.age_band is None:
        return Fit(unknown=tuple(name for name, _number in spec.limits.stated()))
    return fit_of(spec, child.age_band, now)
