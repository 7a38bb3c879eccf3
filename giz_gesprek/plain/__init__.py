"""The conversation as lines of text: for a screen reader, a braille line or a pipe.

The second face over ``session``; the screens are the first. Owns how a step is told and how an
answer is typed. Everything goes in and out through ``lines``: no colour, no cursor, no drawing,
and nothing of Textual. Must not know the store.
"""
