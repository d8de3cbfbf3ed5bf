"""What each paper is about, as weighted terms: TF-IDF over words, pairs of neighbouring words, and topics."""

import math
from array import array
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import mul

from sitegen.likeness.counting import IN_TITLE, Counts, Terms, count_terms
from sitegen.likeness.empty_words import leaning_forms
from sitegen.likeness.pairs import first_of, second_of
from sitegen.likeness.pieces import Pieces
from sitegen.likeness.texts import Text, read_text
from sitegen.model.collecting import without_collecting
from sitegen.model.paper import Paper

# The length of a vector. Weights are whole numbers, so that sums do not depend on the order of adding up.
UNIT = 255
# The strongest terms that a paper keeps.
MOST_TERMS = 32

# A word in the title counts as though it stood in the text about this many times more.
_TITLE = 1.4
_ONCE = 0.4  # taken from the logarithm of the count: what is said once in passing is hardly a subject
_PAIR, _TOPIC = 0.75, 1.6
# A word that comes once only in each of its papers says least; one that papers repeat is what they are about.
_UNREPEATED, _UNREPEATED_PAIR, _PRIOR_REPEATS, _PRIOR_PAPERS = 0.12, 0.5, 0.5, 2.0
# What a word counts that says little without another, and a pair of two such words.
_LEANING, _LEANING_PAIR = 0.4, 0.6
# Terms of more than this share of all papers tell nothing apart; in a short list those of half, or of this many.
_COMMON, _FEWEST_COMMON = 0.2, 50
# How far a vector is measured by the usual length, so that few words do not make a short text like every other.
_USUAL = 0.3

# What a term counts for how often a text has it (counting.py has what the bytes mean); less is more, for sorting.
_FACTORS = tuple(
    -((math.log2(1 + often % IN_TITLE) - _ONCE if often % IN_TITLE else 0.0) + (_TITLE if often >= IN_TITLE else 0.0))
    for often in range(256)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """A paper's strongest terms and what each weighs, the strongest first; the squares of the weights make UNIT's."""

    terms: tuple[int, ...]
    weights: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Strongest:
    """The strongest terms of a paper, what each weighs (less than 0, for sorting), and the length of all."""

    terms: "array[int]"
    weights: "array[float]"
    length: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """All papers, sorted by id, with their texts and vectors; `counts` says how terms are numbered."""

    papers: tuple[Paper, ...]
    pieces: Pieces
    texts: tuple[Text, ...]
    counts: Counts
    vectors: tuple[Vector, ...]


@without_collecting()
def weigh(papers: Iterable[Paper]) -> Weighed:
    """Weigh the terms of all papers; the same whatever order they come in."""
    ordered = tuple(sorted(papers, key=lambda paper: paper.id))
    pieces = Pieces()
    texts = tuple([read_text(pieces, paper) for paper in ordered])
    counts, terms = count_terms(ordered, texts, pieces)
    gains = _gains(counts, pieces, len(ordered))
    topics = [[counts.topics[slug] for slug in paper.topics] for paper in ordered]
    strongest = [_strongest(*each, gains) for each in zip(terms, topics, strict=True)]
    usual = math.fsum([each.length for each in strongest]) / max(1, len(strongest))
    numbers = list(range(len(gains)))
    vectors = tuple([_vector(each, usual, numbers) for each in strongest])
    return Weighed(papers=ordered, pieces=pieces, texts=texts, counts=counts, vectors=vectors)


def _gains(counts: Counts, pieces: Pieces, number: int) -> list[float]:
    """What each term weighs wherever it stands: more where it is rare, and where papers repeat it.

    What relates nothing weighs 0: what one paper has, and what too many have.
    """
    leaning = {term for form in leaning_forms() if (term := pieces.term(form)) is not None}
    most = max(_COMMON * number, min(number / 2, _FEWEST_COMMON), 2)
    topics = counts.words + len(counts.pairs)
    gains = [0.0] * (topics + len(counts.topics))
    for term, papers in counts.papers.items():
        if papers > 1:
            rarity = math.log((number + 1) / papers)
            if term >= topics:
                # A topic is the word of the list's owner: it counts however many papers have it.
                gains[term] = _TOPIC * rarity
            elif papers <= most:
                gains[term] = _gain(counts, term, rarity, leaning)
    return gains


def _gain(counts: Counts, term: int, rarity: float, leaning: AbstractSet[int]) -> float:
    """What a word or a pair weighs."""
    # The share of a term's papers that have it more than once; what is rare is held for not repeated.
    repeats = (counts.repeated[term] + _PRIOR_REPEATS) / (counts.papers[term] + _PRIOR_PAPERS)
    if term < counts.words:
        return rarity * (_UNREPEATED + repeats) * (_LEANING if term in leaning else 1.0)
    pair = counts.pairs[term - counts.words]
    leans = first_of(pair) in leaning and second_of(pair) in leaning
    return rarity * (_PAIR * min(1.0, _UNREPEATED_PAIR + repeats)) * (_LEANING_PAIR if leans else 1.0)


def _strongest(own: Terms, topics: Iterable[int], gains: Sequence[float]) -> _Strongest:
    products = map(mul, map(gains.__getitem__, own.numbers), map(_FACTORS.__getitem__, own.times))
    weight_of = dict(zip(own.numbers, products, strict=True))
    # Of equal terms that is the first which the text has first.
    terms = sorted(weight_of, key=weight_of.__getitem__)[:MOST_TERMS]
    weight_of |= [(term, -gains[term]) for term in topics]
    terms += topics
    terms.sort(key=weight_of.__getitem__)
    weights = list(map(weight_of.__getitem__, terms))
    if weights and not weights[-1]:
        weights = list(filter(None, weights))
    # fsum adds up the same in every Python; sum does not.
    length = math.sqrt(math.fsum(map(mul, weights, weights)))
    return _Strongest(terms=array("I", terms[: len(weights)]), weights=array("d", weights), length=length)


def _vector(strongest: _Strongest, usual: float, numbers: Sequence[int]) -> Vector:
    """`numbers` has each number at its own place: so many vectors hold one and the same int."""
    scale = -UNIT / ((1 - _USUAL) * strongest.length + _USUAL * usual or 1.0)
    weights = [round(scale * weight) for weight in strongest.weights]
    if weights and weights[0] > UNIT:
        weights = [min(UNIT, weight) for weight in weights]
    return Vector(terms=tuple(map(numbers.__getitem__, strongest.terms)), weights=bytes(weights))
