"""A value that is made once, when it is first needed or a little before. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

_Value = TypeVar("_Value")


class Later(Generic[_Value]):
    """Holds what ``make`` returns; a thread may ask for it before anybody needs it."""

    def __init__(self, make: Callable[[], _Value]) -> None:
        self._make = make
        self._made: list[_Value] = []
        self._making = Lock()

    def get(self) -> _Value:
        """Return the value; waits while another thread makes it, raises what ``make`` raises."""
        with self._making:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]
