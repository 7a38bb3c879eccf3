"""Something on which can stand what is kept nowhere yet, and would be lost with it."""

from __future__ import annotations


class Unkept:
    """Mixed into a screen: who leaves it, or stops, is asked first while something stands there."""

    @property
    def is_before_the_file(self) -> bool:
        """Whether there is no file yet in which anything could be kept."""
        return False

    def has_unkept(self) -> bool:
        """Tell whether something was filled in that is kept nowhere."""
        return False
