"""A family with many conversations: how much longer it takes to read than one with one."""

from __future__ import annotations

import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import profiles
from benchmarks.commit import REFERENCE
from benchmarks.plain_store import PlainStore
from benchmarks.rows import Limit, Row, alternating, milliseconds
from benchmarks.stores import NOW, PASSPHRASE, example, large_store
from giz_gesprek.session.families import Families
from giz_gesprek.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.options import Options
    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.dossier import Dossier

TALKS: Final = 50
IN_VIEW: Final = 20
ROUNDS: Final = 30
MORE: Final = Limit(15)
STATES: Final = Limit(30)


def rows(_options: Options) -> Iterator[Sequence[Row]]:
    """Measure; takes ten seconds."""
    with tempfile.TemporaryDirectory() as folder:
        yield [_read(Path(folder))]
        yield [_states(Path(folder))]


def profile(path: Path) -> None:
    """Write what is done to read a family with many conversations."""
    dossier = with_talks(TALKS)
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder) / "talks.db", PASSPHRASE, NOW) as store,
    ):
        store.save(dossier, now=NOW)
        profiles.of_work(path, partial(store.read, dossier.family.id))


def with_talks(count: int) -> Dossier:
    """Return the invented family with so many conversations, each as long as its first."""
    dossier = example()
    talk = dossier.conversations[0]
    talks = (talk.model_copy(update={"id": f"talk-{number}"}) for number in range(count))
    return dossier.model_copy(update={"conversations": tuple(talks)})


def _read(folder: Path) -> Row:
    with (
        Store.create(folder / "talks.db", PASSPHRASE, NOW) as store,
        closing(PlainStore(folder / "talks-plain.db")) as plain,
    ):
        for name, dossier in (("f1", with_talks(1)), ("f2", with_talks(TALKS))):
            family = dossier.family.model_copy(update={"id": name})
            store.save(dossier.model_copy(update={"family": family}), now=NOW)
            plain.save(name, dossier.model_dump_json())
        reads = [partial(each, name) for each in (store.read, plain.read) for name in ("f1", "f2")]
        once, often, once_plain, often_plain = alternating(
            [partial(milliseconds, read) for read in reads], ROUNDS
        )
    return Row(
        f"read {TALKS} talks, more than 1",
        _more(often, once),
        (MORE,),
        f"{REFERENCE}, parsed",
        _more(often_plain, once_plain),
    )


def _more(often: Sequence[float], once: Sequence[float]) -> list[float]:
    return [most - least for most, least in zip(often, once, strict=True)]


def _states(folder: Path) -> Row:
    """Measure how long the states of the families that are in view take."""
    path = large_store(folder / "states.db", IN_VIEW)
    text = example().model_dump_json()
    with (
        Store.open(path, PASSPHRASE) as store,
        closing(PlainStore(folder / "states-plain.db")) as plain,
    ):
        for number in range(IN_VIEW):
            plain.save(f"f{number}", text)
        families = Families(store, _no_library)
        ours, theirs = alternating(
            [
                lambda: milliseconds(lambda: [each.state() for each in families.listed()]),
                lambda: milliseconds(
                    lambda: [plain.read(f"f{number}") for number in range(IN_VIEW)]
                ),
            ],
            ROUNDS,
        )
    return Row(f"state of {IN_VIEW} families", ours, (STATES,), f"{REFERENCE}, parsed", theirs)


def _no_library() -> Library:
    raise NotImplementedError  # states need none
