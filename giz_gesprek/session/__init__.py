"""The open conversation under every front end: saved, moved, answered, printed.

Knows no widget and no Textual: a screen and a line of text stand on the same session.
"""
