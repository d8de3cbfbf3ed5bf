"""Pairs of neighbouring terms, each as one number."""

from collections.abc import Sequence
from itertools import compress

# The first term of a pair stands above these bits, the second in them.
_BITS = 32
_SECOND = (1 << _BITS) - 1


def pairs_of(pieces: Sequence[int], terms: Sequence[int]) -> list[int]:
    """The pairs of neighbours in a text, with repetitions; none across a BREAK. `terms` has the term of each piece."""
    seconds = pieces[1:]
    # Two thirds of all pieces are no second: compress and filter leave those out faster than any loop of ours.
    both = zip(compress(pieces, seconds), filter(None, seconds), strict=True)
    return [terms[first] << _BITS | terms[second] for first, second in both if first]


def first_of(pair: int) -> int:
    """The first term of a pair."""
    return pair >> _BITS


def second_of(pair: int) -> int:
    """The second term of a pair."""
    return pair & _SECOND
