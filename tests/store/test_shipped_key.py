"""The keys of the program as it is shipped: made by it in a process of its own, looked at here."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.store.support import PASSPHRASE
from tests.support.program import ROOT

MAKE_A_STORE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from giz_gesprek.store import Store
Store.create(Path(sys.argv[1]), sys.argv[2], datetime.now(UTC)).close()
"""
RECOGNISE = """
import sys
from giz_gesprek.session.passphrase_check import PassphraseCheck
check = PassphraseCheck.of(sys.argv[1])
print(check.salt.hex(), check.digest.hex())
"""


def said_by(script: str, *arguments: str | Path) -> str:
    """Run ``script`` with the program as it is, and return what it printed."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def opens(path: Path, iterations: int) -> bool:
    """Tell whether SQLCipher itself can read the file with a key of so many rounds."""
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
        connection.execute("PRAGMA cipher_compatibility = 4")
        connection.execute(f"PRAGMA kdf_iter = {iterations}")
        try:
            connection.execute("SELECT count(*) FROM profile")
        except dbapi2.DatabaseError:
            return False
        return True


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shipped") / "families.db"
    said_by(MAKE_A_STORE, path, PASSPHRASE)
    return path


def test_a_store_takes_the_rounds_that_sqlcipher_advises(shipped: Path) -> None:
    assert opens(shipped, 256_000)


@pytest.mark.parametrize("iterations", [1, 1_000, 64_000, 255_999, 256_001])
def test_a_store_opens_with_no_other_number_of_rounds(shipped: Path, iterations: int) -> None:
    assert not opens(shipped, iterations)


def test_the_passphrase_is_recognised_at_the_cost_for_somebody_who_waits() -> None:
    salt, digest = (bytes.fromhex(part) for part in said_by(RECOGNISE, PASSPHRASE).split())
    advised = hashlib.scrypt(PASSPHRASE.encode(), salt=salt, n=2**14, r=8, p=1)
    assert digest == advised
