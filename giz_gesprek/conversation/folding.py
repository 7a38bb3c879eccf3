"""Text as it is compared: what people see as the same, typed in different ways, is the same.

For finding only: what is kept and shown is clean text.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_ALONE: Final = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "\u0131": "i",
        "\u0133": "ij",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u02b9\u00b4`\uff07", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
    }
)
"""Letters that no accent can be taken from, and the forms of an apostrophe and of a dash."""
_DROPPED: Final = frozenset({"Mn", "Mc", "Me", "Cf", "Cc", "Cs"})


def folded(text: str) -> str:
    """Return ``text`` without capitals, accents, joiners and double spaces.

    Quotes and dashes come in one form. An i of Turkish is an i with or without its dot, a sharp s
    is two of them, and a sigma at the end of a word is a sigma.
    """
    # Spaces and signs before: some of them come apart into a space with an accent.
    spaced = " ".join(text.translate(_ALONE).split())
    # Capitals twice: taking a letter apart can give one.
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", spaced).casefold())
    plain = parts.casefold().translate(_ALONE)
    kept = (char for char in plain if unicodedata.category(char) not in _DROPPED)
    return " ".join("".join(kept).split())
