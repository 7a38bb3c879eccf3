"""Finding the expressions of ``words.yaml`` in a sentence, in whatever form they stand.

``in het kader van`` stands as it is, each word in any form; ``a + b`` are both in the sentence, in
any order; ``in|dienen`` is a verb that can be split, "dient ... in".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from giz_gesprek.content.checks.vocabulary import Token


@dataclass(frozen=True)
class Expression:
    """An expression of a list: the pieces that must be there, and what to write instead."""

    written: str
    advice: str
    pieces: tuple[tuple[str, ...], ...]
    particle: str | None = None

    def stands_in(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the sentence holds this expression."""
        particle = self.particle
        if particle is None:
            return all(_holds(tokens, piece) for piece in self.pieces)
        [[verb]] = self.pieces
        if any(particle + verb in token.bases for token in tokens):
            return True
        return any(verb in token.bases for token in tokens) and _is_split(tokens, particle)


class Expressions:
    """The expressions of one list, by the words that a sentence must hold."""

    def __init__(self, advice: Mapping[str, str]) -> None:
        self._by_word: dict[str, list[Expression]] = {}
        for written, instead in advice.items():
            expression = _parse(written, instead)
            # The longest word: few sentences hold it, while "de" and "in" stand in most.
            longest = max((word for piece in expression.pieces for word in piece), key=len)
            keys = {longest}
            if expression.particle is not None:
                keys.add(expression.particle + longest)
            for key in keys:
                self._by_word.setdefault(key, []).append(expression)

    def found_in(self, tokens: Sequence[Token]) -> Iterator[Expression]:
        """Yield each expression that stands in the sentence, once."""
        seen: set[str] = set()
        for token in tokens:
            for base in sorted(token.bases | {token.small}):
                for expression in self._by_word.get(base, ()):
                    if expression.written not in seen and expression.stands_in(tokens):
                        seen.add(expression.written)
                        yield expression


def _parse(written: str, advice: str) -> Expression:
    particle, bar, verb = written.partition("|")
    if bar:
        return Expression(written.replace("|", ""), advice, ((verb,),), particle)
    pieces = tuple(tuple(piece.split()) for piece in written.split(" + "))
    return Expression(written, advice, pieces)


def _holds(tokens: Sequence[Token], piece: Sequence[str]) -> bool:
    """Tell whether the words of ``piece`` follow one another in the sentence.

    A name is nobody's jargon. The words of a longer expression stand as they are written.
    """
    last = len(tokens) - len(piece)
    for start in range(last + 1):
        together = tokens[start : start + len(piece)]
        if all(_is(token, word) for token, word in zip(together, piece, strict=True)):
            return not all(token.is_name for token in together)
    return False


def _is(token: Token, word: str) -> bool:
    return word == token.small or word in token.bases


def _is_split(tokens: Sequence[Token], particle: str) -> bool:
    """Tell whether the particle stands where a verb leaves it: at the end, or before te."""
    words = [token.small for token in tokens]
    return words[-1:] == [particle] or (particle, "te") in pairwise(words)
