"""Documents as files: one module a format, and one that writes the file.

A format only lays out what ``summary`` chose. Knows no store and no screen.
"""
