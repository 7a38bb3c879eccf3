"""One file of families, with the app and with ``plain`` on it; and what is in it afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.paths import STORE_VARIABLE
from giz_gesprek.store import Change, Profile, Store
from tests.support.documents import draft_in, only_family
from tests.support.lines import Program, typed
from tests.support.program import run
from tests.support.stores import after_a_power_cut
from tests.support.talking import PASSPHRASE, Talk, open_again, unlock
from tests.support.terminal import Terminal
from tests.support.turns import Turn, lines_of

GO_ON_AGAIN: Final = ("/a", "1", "1")
"""In lines: the only family, and on with its conversation."""


class Kept:
    """One file of families, and either face on it."""

    def __init__(self, path: Path, environment: Mapping[str, str], folder: Path) -> None:
        self.path = path
        self.environment = {**environment, STORE_VARIABLE: str(path)}
        self.plain = Program(self.environment, folder, PASSPHRASE)

    def copy(self, name: str) -> Kept:
        """Return a copy of the file, on which something else can be said."""
        path = self.path.with_name(name)
        shutil.copy(self.path, path)
        return Kept(path, self.environment, self.plain.secret.parent)

    def hold_in_lines(self, turns: Sequence[Turn]) -> None:
        """Give all of it through a pipe."""
        done = self.plain.reads((typed(GO_ON_AGAIN) + lines_of(turns)).encode())
        assert done.returncode == 0, done.stderr

    @contextmanager
    def app(self) -> Iterator[Talk]:
        """Open the conversation in a terminal."""
        with Terminal(self.environment) as terminal:
            unlock(terminal)
            open_again(terminal)
            yield Talk(terminal)

    @property
    def dossier(self) -> Dossier:
        """The document of the only family."""
        with Store.open(self.path, PASSPHRASE) as store:
            return only_family(store)

    @property
    def draft(self) -> str | None:
        """What was being typed where the conversation stands."""
        with Store.open(self.path, PASSPHRASE) as store:
            return draft_in(store)

    @property
    def draft_on_disk(self) -> str | None:
        """The same, while the app has the file open."""
        with after_a_power_cut(self.path, PASSPHRASE) as store:
            return draft_in(store)

    @property
    def log(self) -> list[Change]:
        """What was done, in order."""
        with Store.open(self.path, PASSPHRASE) as store:
            family_id = only_family(store).family.id
            return [logged.change for logged in store.changes(family_id)]

    @property
    def profile(self) -> Profile:
        """Who the professional is."""
        with Store.open(self.path, PASSPHRASE) as store:
            return store.profile()

    def paper(self, audience: str) -> str:
        """Return a paper of the only family as text."""
        options = ("--store", self.path, "--passphrase-file", self.plain.secret)
        export = ("export", "--family", self.dossier.family.id, "--output", "-", "--for", audience)
        done = run(*options, *export)
        assert done.returncode == 0, done.stderr
        return done.stdout
