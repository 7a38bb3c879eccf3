"""How old a child of each age band is, in months. Must not know what is decided by an age."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

Months: TypeAlias = tuple[int, int]
"""Months of age, half-open; below 0 a child is not born yet."""

BAND_MONTHS: Final[Mapping[str, Months]] = MappingProxyType(
    {
        "prenatal": (-10, 0),
        "0-3": (0, 48),
        "4-7": (48, 96),
        "8-11": (96, 144),
        "12-15": (144, 192),
        "16+": (192, 276),
    }
)
"""The bands that the phases of the framework are made of."""
