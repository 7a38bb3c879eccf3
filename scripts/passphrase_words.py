"""The lists of words that a passphrase is held against, made from what others have counted.

    uv run --with faker==40.63.0 python scripts/passphrase_words.py

Writes `common.txt` and `names.txt` in `giz_gesprek/store/words`; where they come from and under
which licence stands in the README there. The other lists are written by hand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from wordfreq import top_n_list

_FOLDER: Final = Path(__file__).resolve().parents[1] / "giz_gesprek" / "store" / "words"
_MOST: Final = 20_000
_SHORTEST: Final = 3


def plain(word: str) -> str:
    """Return the letters of *word*, small and without accents."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return re.sub(r"[^a-z]", "", letters)


def _kept(words: Iterable[str]) -> list[str]:
    return [word for word in dict.fromkeys(map(plain, words)) if len(word) >= _SHORTEST]


def _write(name: str, about: str, words: Iterable[str]) -> None:
    text = "\n".join([f"# {about}", *words, ""])
    Path(_FOLDER, name).write_text(text, encoding="utf-8")


def main() -> None:
    """Write both lists."""
    from faker.providers.address.nl_NL import Provider as Places
    from faker.providers.person.nl_NL import Provider as People

    # Words of two letters are left out, so that more are asked for than are kept.
    common = _kept(top_n_list("nl", _MOST + 3_000))[:_MOST]
    _write(
        "common.txt", "Frequent Dutch words, from wordfreq: CC BY-SA 4.0, see README.md.", common
    )
    names = (*People.first_names_male, *People.first_names_female, *People.last_names)
    _write(
        "names.txt",
        "Dutch names and places, from Faker: MIT, see README.md.",
        _kept((*names, *Places.cities)),
    )


if __name__ == "__main__":
    main()
