"""A text as it is said: what stands on a screen turned into what a voice is to read.

Pure: no files, voices or screens. Respells only, because engines differ in the phonemes they
take; the words are those of a language table (``dutch``, ``english``) and the pronunciations
that the caller gives.
"""

from __future__ import annotations

from giz_gesprek.spoken.sentence import PAUSE, SpokenSentence
from giz_gesprek.spoken.speaking import spoken_sentences

__all__ = ["PAUSE", "SpokenSentence", "spoken_sentences"]
