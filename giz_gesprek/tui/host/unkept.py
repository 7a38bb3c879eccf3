"""Something on which can stand what is kept nowhere yet, and would be lost with it."""

from __future__ import annotations


class Unkept:
    """Mixed into a screen: who leaves it, or stops, is asked first while something stands there."""

    def has_unkept(self) -> bool:
        """Tell whether something was filled in that is kept nowhere."""
        return False
