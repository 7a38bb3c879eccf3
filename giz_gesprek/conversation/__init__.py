"""What was said: the dossier of a family, and the conversation as pure functions.

Nothing here reads a clock, a file or a locale: ``now`` and ids are passed in. Values are
frozen; every change returns a new value.
"""
