"""Every page of an encrypted file and of its log, decrypted: also what no table holds any more."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path
from typing import Final

from giz_gesprek.store import _cipher
from tests.support.required import require_program

_PAGE: Final = 4096
_SALT, _IV, _HMAC = 16, 16, 64
_LOG_HEADER, _FRAME_HEADER = 32, 24


def decrypted_pages(path: Path, passphrase: str) -> bytes:
    """Return all pages of the file at ``path`` and then those of its log, one after the other.

    The way of SQLCipher 4, done here once more: its own functions show no page that is free.
    """
    require_program("openssl")
    data = path.read_bytes()
    key = hashlib.pbkdf2_hmac(
        "sha512", passphrase.encode(), data[:_SALT], _cipher.KDF_ITERATIONS, 32
    )
    log = path.with_name(f"{path.name}-wal")
    frames = log.read_bytes()[_LOG_HEADER:] if log.exists() else b""
    size = _FRAME_HEADER + _PAGE
    logged = [
        frames[start + _FRAME_HEADER : start + size]
        for start in range(0, len(frames) - size + 1, size)
    ]
    pages = [data[start : start + _PAGE] for start in range(0, len(data), _PAGE)]
    return _decrypted([_without_salt(page, data[:_SALT]) for page in (*pages, *logged)], key)


def _without_salt(page: bytes, salt: bytes) -> bytes:
    # The first page begins with the salt, which is not encrypted.
    return page[_SALT:] if page.startswith(salt) else page


def _decrypted(pages: list[bytes], key: bytes) -> bytes:
    """Decrypt all pages in one go: as blocks, which are then chained by hand."""
    ends = [len(page) - _IV - _HMAC for page in pages]
    blocks = b"".join(page[:end] for page, end in zip(pages, ends, strict=True))
    before = b"".join(
        page[end : end + _IV] + page[: end - _IV] for page, end in zip(pages, ends, strict=True)
    )
    command = ["openssl", "enc", "-d", "-aes-256-ecb", "-nopad", "-K", key.hex()]
    done = subprocess.run(command, input=blocks, capture_output=True, check=True)
    chained = int.from_bytes(done.stdout, "big") ^ int.from_bytes(before, "big")
    return chained.to_bytes(len(before), "big")
