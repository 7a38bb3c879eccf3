"""A way to recognise the passphrase again without keeping it. Knows no screen and no store."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from typing import Final

from giz_gesprek.store.passphrase import without_ends

# About 50 ms and 16 MB a guess: RFC 7914, with the cost that it advises for a person who waits.
_COST: Final = 2**14
_BLOCK_SIZE: Final = 8
_SALT_BYTES: Final = 16


@dataclass(frozen=True)
class PassphraseCheck:
    """A salted scrypt digest; neither it nor the salt is ever shown."""

    salt: bytes = field(repr=False)
    digest: bytes = field(repr=False)

    @classmethod
    def of(cls, passphrase: str) -> PassphraseCheck:
        """Remember how to recognise ``passphrase``; takes a moment, so call it in a thread."""
        salt = secrets.token_bytes(_SALT_BYTES)
        return cls(salt, _digest(passphrase, salt))

    def fits(self, passphrase: str) -> bool:
        """Tell whether this is the passphrase; takes a moment, so call it in a thread."""
        return hmac.compare_digest(self.digest, _digest(passphrase, self.salt))


def _digest(passphrase: str, salt: bytes) -> bytes:
    typed = without_ends(passphrase).encode("utf-8", "surrogatepass")  # as the store does
    return hashlib.scrypt(typed, salt=salt, n=_COST, r=_BLOCK_SIZE, p=1)
