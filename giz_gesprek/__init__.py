"""giz_gesprek: an offline conversation aid in the spirit of the Dutch GIZ method."""

__version__ = "0.1.0"
