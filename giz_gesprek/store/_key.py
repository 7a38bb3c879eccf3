"""From a passphrase to the bytes that the key is derived from. Knows no file."""

from __future__ import annotations

import unicodedata

from giz_gesprek.errors import EmptyPassphrase
from giz_gesprek.store.passphrase import without_ends


def key_bytes(passphrase: str) -> bytes:
    """Return what the key of a new file is derived from: ``without_ends``, as UTF-8.

    Bytes of a terminal that are no UTF-8 arrive as surrogates, and stay what they are.

    Raises:
        EmptyPassphrase: to SQLCipher, an empty key means no encryption.

    """
    text = without_ends(passphrase)
    if not text:
        raise EmptyPassphrase
    return text.encode("utf-8", "surrogatepass")


def keys(passphrase: str) -> list[bytes]:
    """Return the keys that *passphrase* stands for: spaces around it once were a part of it."""
    before = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return list(dict.fromkeys((key_bytes(passphrase), before)))
