"""Papers as the numbers of their words and of the pairs of neighbouring words in them."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.likeness.pieces import Pieces
from sitegen.model.paper import Paper

# A pair of terms is one number: the first above these bits, the second in them.
_BITS = 32
_SECOND = (1 << _BITS) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paper's title and abstract: the pieces of both in order, and the terms and pairs of terms of each."""

    pieces: "array[int]"
    title: "array[int]"
    abstract: "array[int]"
    title_pairs: "array[int]"
    abstract_pairs: "array[int]"


def read_text(pieces: Pieces, paper: Paper) -> Text:
    """The words of a paper."""
    title, abstract = pieces.read(paper.title), pieces.read(paper.abstract)
    title_terms = array("I", map(pieces.terms.__getitem__, title))
    abstract_terms = array("I", map(pieces.terms.__getitem__, abstract))
    return Text(
        pieces=title + abstract,
        title=title_terms,
        abstract=abstract_terms,
        title_pairs=_pairs(title_terms),
        abstract_pairs=_pairs(abstract_terms),
    )


def first_of(pair: int) -> int:
    """The first term of a pair."""
    return pair >> _BITS


def second_of(pair: int) -> int:
    """The second term of a pair."""
    return pair & _SECOND


def _pairs(terms: Sequence[int]) -> "array[int]":
    return array("Q", [first << _BITS | second for first, second in pairwise(terms) if first and second])
