"""How many parents a text speaks to, or speaks for.

The words of a text fit one parent among others. Where a parent who comes alone would say something
else ("ik" for "wij"), or where two are meant at once ("jullie" for "u"), a text has a form for it.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

Company = Literal["alone", "together"]
"""``alone``: one parent sits at the table; ``together``: two or more do, and all are meant."""

COMPANIES: Final[tuple[Company, ...]] = get_args(Company)
