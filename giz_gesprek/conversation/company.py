"""How many parents the words speak to: the one place that decides it.

Owns who counts: those of the family who are asked, which a child or a friend at the table is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giz_gesprek.content.company import Company
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices, turn_of


def company_at(talk: Talk) -> Company:
    """Return how many parents sit at the table now; who left is not spoken to."""
    return _company(family_voices(talk))


def company_on_paper(talk: Talk) -> Company:
    """Return how many parents a paper is for: also who said something, and left before the end."""
    spoke = (view.person_id for view in talk.conversation.views)
    return _company((*family_voices(talk), *_parents(talk, spoke)))


def company_of(talk: Talk, people: Iterable[str]) -> Company:
    """Return how many parents there are among ``people``."""
    return _company(_parents(talk, people))


def _parents(talk: Talk, people: Iterable[str]) -> Iterator[str]:
    for person_id in people:
        if turn_of(talk.framework, talk.family.person(person_id).role) == "family":
            yield person_id


def _company(parents: Iterable[str]) -> Company:
    return "together" if len(set(parents)) > 1 else "alone"
