"""What terms each paper has, and how many papers have each."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, compress, count

from sitegen.likeness.pairs import first_of, pairs_of, second_of
from sitegen.likeness.pieces import Pieces
from sitegen.likeness.texts import Text
from sitegen.model.paper import Paper

# How often a text has a term is one byte: how often the title has it (to three times) in steps of IN_TITLE, and how
# often the abstract has it, to MOST_TIMES.
IN_TITLE, MOST_TIMES = 64, 63
_FULL_TITLE = 3 * IN_TITLE
# For each such byte whether it is more than once.
_REPEATED = bytes(often not in {1, IN_TITLE} for often in range(256))


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of a text, each once, and for each a byte that says how often the text has it."""

    numbers: "array[int]"
    times: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Terms by number: words, then from `words` on the pairs of words in `pairs`, then topics, by slug in `topics`.

    `papers` counts the papers that have a term, `repeated` those whose text
    has it more than once.
    """

    words: int
    pairs: "array[int]"
    topics: Mapping[str, int]
    papers: Mapping[int, int]
    repeated: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The words of a title and of an abstract, and the pairs of neighbours in each, with repetitions."""

    title: "array[int]"
    abstract: "array[int]"
    title_pairs: "array[int]"
    abstract_pairs: "array[int]"


def count_terms(papers: Sequence[Paper], texts: Iterable[Text], pieces: Pieces) -> tuple[Counts, list[Terms]]:
    """Count all terms, and give those of each text."""
    words = [_words(text, pieces) for text in texts]
    phrases = _phrases(words)
    first_pair = len(pieces.forms)
    known = dict(zip(phrases, count(first_pair), strict=False))
    terms = [_terms(each, known) for each in words]
    del words
    slugs = sorted({slug for paper in papers for slug in paper.topics})
    topics = dict(zip(slugs, count(first_pair + len(phrases)), strict=False))
    in_papers = Counter(chain.from_iterable(each.numbers for each in terms))
    repeats = (compress(each.numbers, each.times.translate(_REPEATED)) for each in terms)
    repeated = Counter(chain.from_iterable(repeats))
    in_papers.update([topics[slug] for paper in papers for slug in paper.topics])
    counts = Counts(words=first_pair, pairs=array("Q", phrases), topics=topics, papers=in_papers, repeated=repeated)
    return counts, terms


def _words(text: Text, pieces: Pieces) -> _Words:
    terms, read = pieces.terms, text.pieces.tolist()
    title, abstract = read[: text.title], read[text.title :]
    return _Words(
        title=array("I", map(terms.__getitem__, filter(None, title))),
        abstract=array("I", map(terms.__getitem__, filter(None, abstract))),
        title_pairs=array("Q", pairs_of(title, terms)),
        abstract_pairs=array("Q", pairs_of(abstract, terms)),
    )


def _terms(words: _Words, known: Mapping[int, int]) -> Terms:
    """The terms of a text, each once; pairs count that are `known`, each by its number there."""
    times = Counter(chain(words.abstract, _known(words.abstract_pairs, known)))
    if times and max(times.values()) > MOST_TIMES:
        times = Counter({term: min(often, MOST_TIMES) for term, often in times.items()})
    for term in (*words.title, *_known(words.title_pairs, known)):
        often = times.get(term, 0)
        if often < _FULL_TITLE:
            times[term] = often + IN_TITLE
    return Terms(numbers=array("I", times), times=bytes(times.values()))


def _known(pairs: Iterable[int], known: Mapping[int, int]) -> Iterator[int]:
    return filter(None, map(known.get, pairs))


def _phrases(words: Iterable[_Words]) -> list[int]:
    """The pairs that stand in a title, or more than once in one abstract: what nobody repeats is no phrase.

    That leaves a tenth of all pairs, so that their number is no burden.
    """
    found: set[int] = set()
    for each in words:
        found.update(each.title_pairs)
        if len(set(each.abstract_pairs)) < len(each.abstract_pairs):
            found.update([pair for pair, often in Counter(each.abstract_pairs).items() if often > 1])
    return sorted(pair for pair in found if first_of(pair) != second_of(pair))
