"""What each paper is about, as weighted terms: TF-IDF over words, pairs of neighbouring words, and topics."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.likeness.counting import Counts, count_terms
from sitegen.likeness.empty_words import leaning_forms
from sitegen.likeness.pieces import Pieces
from sitegen.likeness.texts import Text, first_of, read_text, second_of
from sitegen.model.collecting import without_collecting
from sitegen.model.paper import Paper

# The length of a vector. Weights are whole numbers, so that sums do not depend on the order of adding up.
UNIT = 255
# The strongest terms that a paper keeps.
MOST_TERMS = 40

# A word in the title counts as though it stood in the text about this many times more.
_TITLE = 1.4
_ONCE = 0.4  # taken from the logarithm of the count: what is said once in passing is hardly a subject
_PAIR, _TOPIC = 0.75, 1.3
# A word that comes once only in each of its papers says least; one that papers repeat is what they are about.
_UNREPEATED, _UNREPEATED_PAIR, _PRIOR_REPEATS, _PRIOR_PAPERS = 0.12, 0.5, 0.5, 2.0
# What a word counts that says little without another, and a pair of two such words.
_LEANING, _LEANING_PAIR = 0.4, 0.6
# Terms of more than this share of all papers tell nothing apart; in a short list those of half, or of this many.
_COMMON, _FEWEST_COMMON = 0.2, 50
# How far a vector is measured by the usual length, so that few words do not make a short text like every other.
_USUAL = 0.3

# How often a word can stand in a text and count more for it.
_OFTEN = tuple(math.log2(1 + count) - _ONCE if count else 0.0 for count in range(64))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """A paper's strongest terms and what each weighs, the strongest first; the squares of the weights make UNIT's."""

    terms: "array[int]"
    weights: bytes


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
    counts = count_terms(ordered, texts, len(pieces.forms))
    gains = _gains(counts, pieces, len(ordered))
    weights = [_weights(text, paper, counts, gains) for text, paper in zip(texts, ordered, strict=True)]
    usual = math.fsum(map(_length, weights)) / max(1, len(weights))
    vectors = tuple([_vector(each, usual) for each in weights])
    return Weighed(papers=ordered, pieces=pieces, texts=texts, counts=counts, vectors=vectors)


def _gains(counts: Counts, pieces: Pieces, number: int) -> dict[int, float]:
    """What each term weighs wherever it stands: more where it is rare, and where papers repeat it."""
    leaning = {term for form in leaning_forms() if (term := pieces.term(form)) is not None}
    most = max(_COMMON * number, min(number / 2, _FEWEST_COMMON), 2)
    rarity = {term: math.log((number + 1) / papers) for term, papers in counts.papers.items() if papers > 1}
    gains = {}
    for term in range(1, len(pieces.forms)):
        if counts.papers[term] <= most and term in rarity:
            gain = _UNREPEATED + _repeats(counts, term)
            gains[term] = rarity[term] * gain * (_LEANING if term in leaning else 1.0)
    for pair, term in counts.pairs.items():
        if counts.papers[term] <= most and term in rarity:
            gain = _PAIR * min(1.0, _UNREPEATED_PAIR + _repeats(counts, term))
            leans = first_of(pair) in leaning and second_of(pair) in leaning
            gains[term] = rarity[term] * gain * (_LEANING_PAIR if leans else 1.0)
    # A topic is the word of the list's owner: it counts however many papers have it.
    gains |= {term: _TOPIC * rarity[term] for term in counts.topics.values() if term in rarity}
    return gains


def _repeats(counts: Counts, term: int) -> float:
    """The share of a term's papers that have it more than once; what is rare is held for not repeated."""
    return (counts.repeated[term] + _PRIOR_REPEATS) / (counts.papers[term] + _PRIOR_PAPERS)


def _weights(text: Text, paper: Paper, counts: Counts, gains: Mapping[int, float]) -> list[tuple[float, int]]:
    in_title = set(counts.terms_of(text.title, text.title_pairs))
    in_abstract = Counter(counts.terms_of(text.abstract, text.abstract_pairs))
    found = [
        (-gains[term] * (_OFTEN[min(often, len(_OFTEN) - 1)] + (_TITLE if term in in_title else 0.0)), term)
        for term, often in in_abstract.items()
        if term in gains
    ]
    found += [(-gains[term] * _TITLE, term) for term in in_title if term in gains and term not in in_abstract]
    found.sort()
    topics = [counts.topics[slug] for slug in paper.topics]
    return sorted(found[:MOST_TERMS] + [(-gains[term], term) for term in topics if term in gains])


def _length(weights: Iterable[tuple[float, int]]) -> float:
    # fsum adds up the same in every Python; sum does not.
    return math.sqrt(math.fsum([weight * weight for weight, _ in weights]))


def _vector(weights: Sequence[tuple[float, int]], usual: float) -> Vector:
    scale = -UNIT / ((1 - _USUAL) * _length(weights) + _USUAL * usual or 1.0)
    return Vector(
        terms=array("I", [term for _, term in weights]),
        weights=bytes([min(UNIT, round(scale * weight)) for weight, _ in weights]),
    )
