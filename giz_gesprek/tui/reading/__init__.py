"""Reading a screen aloud: what stands on it, in which order, and what is lit meanwhile.

Owns the queue of sentences and the pause between them. The voice itself is in ``speech``, how a
text is said in ``spoken``. Knows widgets by what they can do, and no screen of the program.
"""
