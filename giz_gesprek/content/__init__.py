"""What can be asked: framework, texts and the checks on them.

Knows nothing of families, screens or stores. Words and logic are read from ``content/``;
no sentence stands in this package.
"""
