"""Pairs of neighbouring terms, each as one number."""

from collections.abc import Iterable
from itertools import pairwise

# The first term of a pair stands above these bits, the second in them.
_BITS = 32
_SECOND = (1 << _BITS) - 1


def pairs_of(terms: Iterable[int]) -> list[int]:
    """The pairs of neighbours in a text, with repetitions; none across a BREAK."""
    return [first << _BITS | second for first, second in pairwise(terms) if first and second]


def first_of(pair: int) -> int:
    """The first term of a pair."""
    return pair >> _BITS


def second_of(pair: int) -> int:
    """The second term of a pair."""
    return pair & _SECOND
