"""A conversation turned into a document: what an audience gets, in which order, in which words.

Pure: no file, no clock, no locale. Writing the document down is the work of ``export``.
"""
