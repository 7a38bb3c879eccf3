"""``uv run python -m benchmarks.growth``: what grows with a family, and as fast as what.

One thing at a time gets larger: topics of a conversation, characters of a note, people of a family,
conversations of a family, families of a professional. Each figure is milliseconds of the processor,
the least of a few, so that other programs do not count. ``--only NAME`` makes one of the tables.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.grown import Large, library
from benchmarks.papers import paper, typeset
from benchmarks.rows import processor_milliseconds
from benchmarks.stores import NOW, PASSPHRASE, large_store
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.export.text import document_text
from giz_gesprek.session.families import Families
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import ChoiceView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import READERS

TIMES: Final = 5

Figures = Mapping[str, float]
"""Milliseconds of the processor, by what was done."""


def main() -> int:
    """Print the tables as they come."""
    parser = ArgumentParser(prog="python -m benchmarks.growth", description="Measure growth.")
    parser.add_argument("--only", choices=TABLES, metavar="NAME", help=f"of {', '.join(TABLES)}")
    only = parser.parse_args().only
    for name, (amounts, grown) in TABLES.items():
        if only in {None, name}:
            _print(name, {amount: grown(amount) for amount in amounts})
    return 0


def _print(name: str, found: Mapping[int, Figures]) -> None:
    print(f"{name:34}" + "".join(f"{amount:>9}" for amount in found))
    for what in next(iter(found.values())):
        print(f"{what:34}" + "".join(f"{figures[what]:9.1f}" for figures in found.values()))
    print(flush=True)


def _of_visit(visit: Large) -> Figures:
    """Measure on a family with this one visit, held to its end and opened again."""
    return dict(_figures(_open_again(visit.dossier()), papers=True))


def _of_talks(count: int) -> Figures:
    """Measure on a family with so many visits, the last of which is open."""
    dossier = _open_again(Large().dossier())
    (last,) = dossier.conversations
    earlier = (
        last.model_copy(
            update={
                "id": f"talk-{number}",
                "state": "finished",
                "started_at": NOW - timedelta(weeks=number),
            }
        )
        for number in range(1, count)
    )
    talks = (*reversed(tuple(earlier)), last)
    return dict(_figures(dossier.model_copy(update={"conversations": talks}), papers=True))


def _of_families(count: int) -> Figures:
    """Measure on a store with so many families, each with one visit."""
    with tempfile.TemporaryDirectory() as folder:
        path = large_store(Path(folder) / "families.db", count)
        with Store.open(path, PASSPHRASE) as store:
            families = Families(store, library)
            found = {
                "the list": _least(families.listed),
                "how far each is, in words": _least(
                    lambda: [each.state() for each in families.listed()]
                ),
                "read one family": _least(partial(store.read, families.listed()[0].id)),
            }
            dossier = store.read(families.listed()[-1].id)
            found["keep one family"] = _least(partial(store.save, dossier, now=NOW))
        return found


def _open_again(dossier: Dossier) -> Dossier:
    (talk,) = dossier.conversations
    return dossier.with_conversation(talk.model_copy(update={"state": "in_progress"}))


def _figures(dossier: Dossier, *, papers: bool) -> Iterator[tuple[str, float]]:
    family_id, talk_id = dossier.family.id, dossier.conversations[-1].id
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder) / "families.db", PASSPHRASE, NOW) as store,
    ):
        store.save(dossier, now=NOW)
        families = Families(store, library, clock=lambda: NOW)
        yield "the list", _least(families.listed)
        yield "read the family", _least(partial(store.read, family_id))
        yield "open the conversation", _least(partial(_opened, families, family_id, talk_id))
        session = families.open(family_id, talk_id)
        yield "one answer, and what comes then", _answered(session)
        yield "what was told before", _least(partial(families.look_back, session.dossier))
    if papers:
        for audience in READERS:
            document = paper(dossier, audience)
            yield f"paper, {audience}: what it says", _least(partial(paper, dossier, audience))
            yield f"paper, {audience}: as text", _least(partial(document_text, document))
            yield f"paper, {audience}: as PDF", _least(partial(typeset, document), 3)


def _opened(families: Families, family_id: str, talk_id: str) -> object:
    return families.open(family_id, talk_id).view


def _answered(session: Session) -> float:
    """Answer the last question with a choice of one person, with another choice each time."""
    steps = session.steps()
    asked = [step for step in steps if isinstance(step, QuestionStep) and step.person_id]
    took: list[float] = []
    for step in reversed(asked):
        session.jump(step)
        if isinstance(view := session.view, ChoiceView) and not took:
            choices = [option.id for option in view.options if option.digit in {1, 2}]
            for number in range(TIMES * 2):
                session.jump(step)
                took.append(processor_milliseconds(partial(_choose, session, choices[number % 2])))
    return min(took[1:])


def _choose(session: Session, choice: str) -> object:
    session.answer_choice(choice)
    return session.view


def _least(work: Callable[[], object], times: int = TIMES) -> float:
    work()
    return min(processor_milliseconds(work) for _ in range(times))


TABLES: Final[Mapping[str, tuple[tuple[int, ...], Callable[[int], Figures]]]] = {
    "topics": ((1, 3, 6, 12, 18), lambda count: _of_visit(Large(topics=count))),
    "characters": ((60, 1_000, 10_000), lambda count: _of_visit(Large(characters=count))),
    "people": ((4, 10, 25, 50), lambda count: _of_visit(Large(people=count))),
    "conversations": ((1, 10, 50, 200), _of_talks),
    "families": ((1, 200, 2_000, 20_000), _of_families),
}


if __name__ == "__main__":
    sys.exit(main())
