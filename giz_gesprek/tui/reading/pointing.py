"""What is pressed with the mouse in place of a key of the voice."""

from __future__ import annotations


class PointedKey:
    """A widget that does what a key does. That key silences the voice, and knows what it ended."""
