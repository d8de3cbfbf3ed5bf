"""In how many papers each term stands, and in how many it is repeated."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.likeness.pieces import BREAK
from sitegen.likeness.texts import Text, first_of, second_of
from sitegen.model.paper import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Terms by number: words first, then pairs of words (`pairs`, by the two in one number), then topics by slug.

    `papers` counts the papers that have a term, `repeated` those that have it more than once.
    """

    pairs: Mapping[int, int]
    topics: Mapping[str, int]
    papers: Mapping[int, int]
    repeated: Mapping[int, int]

    def terms_of(self, words: Iterable[int], pairs: Iterable[int]) -> list[int]:
        """All terms of a text with these words and pairs of them, with repetitions."""
        known = self.pairs
        found = [term for term in words if term != BREAK]
        found += [known[pair] for pair in pairs if pair in known]
        return found


def count_terms(papers: Sequence[Paper], texts: Sequence[Text], words: int) -> Counts:
    """Count all terms; the numbers below `words` are those of words."""
    phrases = _phrases(texts)
    pairs = {pair: words + place for place, pair in enumerate(phrases)}
    slugs = sorted({slug for paper in papers for slug in paper.topics})
    topics = {slug: words + len(pairs) + place for place, slug in enumerate(slugs)}
    in_papers: Counter[int] = Counter()
    repeated: Counter[int] = Counter()
    counts = Counts(pairs=pairs, topics=topics, papers=in_papers, repeated=repeated)
    for text, paper in zip(texts, papers, strict=True):
        often = Counter(counts.terms_of(text.title, text.title_pairs))
        often.update(counts.terms_of(text.abstract, text.abstract_pairs))
        in_papers.update(often.keys())
        repeated.update([term for term, count in often.items() if count > 1])
        in_papers.update([topics[slug] for slug in paper.topics])
    return counts


def _phrases(texts: Iterable[Text]) -> list[int]:
    """The pairs that stand in a title, or more than once in one paper: what nobody repeats is no phrase.

    That leaves a tenth of all pairs, so that their number is no burden.
    """
    found: set[int] = set()
    for text in texts:
        found.update(text.title_pairs)
        often = Counter(text.abstract_pairs)
        if len(often) < len(text.abstract_pairs):
            found.update([pair for pair, count in often.items() if count > 1])
    return sorted(pair for pair in found if first_of(pair) != second_of(pair))
