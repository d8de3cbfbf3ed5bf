"""Why two papers are related: the terms that they share, as the first of them writes them."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, compress, repeat
from operator import mul
from sys import intern

from sitegen.likeness.empty_words import leaning_forms
from sitegen.likeness.pairs import first_of, second_of
from sitegen.likeness.pieces import BREAK, packed
from sitegen.likeness.printing import printed_pieces, repeats
from sitegen.likeness.texts import PIECE_SIZE, Text
from sitegen.likeness.weighing import Vector, Weighed

FEWEST_REASONS, MOST_REASONS = 2, 4

# What carries less than this many hundredths of a likeness is no reason for it, unless there are too few others.
_GOOD_SHARE, _LEAST_SHARE = 6, 3
# A phrase says more than its words: so many tenths, below 0 for sorting.
_PHRASE, _WORD = -16, -10
# Words that begin with the same letters, this many, are one in a list of reasons: sparse and sparsity.
_ROOT = 5


class Reasons:
    """What can be said of each term; `labels` says how topics are called."""

    def __init__(self, weighed: Weighed, labels: Mapping[str, str]) -> None:
        self.texts, self.vectors = weighed.texts, weighed.vectors
        self.pieces = weighed.pieces
        self.printed = printed_pieces(weighed.pieces.written, weighed.texts)
        # Terms are numbered so: words, pairs of words, topics.
        self.first_phrase, self.pairs = weighed.counts.words, weighed.counts.pairs
        self.first_topic = self.first_phrase + len(self.pairs)
        says = (_WORD, self.first_phrase), (_PHRASE, len(self.pairs)), (_WORD, len(weighed.counts.topics))
        self.says = array("b", chain.from_iterable(repeat(*each) for each in says))
        self.topics = {number: labels.get(slug, slug) for slug, number in weighed.counts.topics.items()}
        terms = map(weighed.pieces.term, leaning_forms())
        self.leaning = frozenset(term for term in terms if term is not None)
        self.roots = _Roots(self)

    def of(self, place: int) -> "ReasonsOfPaper":
        """What one paper may share with others."""
        return ReasonsOfPaper(self, self.texts[place], self.vectors[place])

    def words(self, term: int) -> tuple[int, ...]:
        """A word itself, or the two of a phrase."""
        if term < self.first_phrase:
            return (term,)
        pair = self.pairs[term - self.first_phrase]
        return first_of(pair), second_of(pair)


class _Roots(dict[int, frozenset[str]]):
    """For each term met the beginnings of the words in it."""

    def __init__(self, reasons: Reasons) -> None:
        super().__init__()
        self._reasons = reasons

    def __missing__(self, term: int) -> frozenset[str]:
        forms = self._reasons.pieces.forms
        found = self[term] = frozenset(forms[word][:_ROOT] for word in self._words(term))
        return found

    def _words(self, term: int) -> Iterable[int]:
        reasons = self._reasons
        if term < reasons.first_topic:
            return reasons.words(term)
        label = array("I", reasons.pieces.read(reasons.topics[term]))
        return [reasons.pieces.terms[piece] for piece in label if piece != BREAK]


class ReasonsOfPaper:
    """The terms of one paper as it writes them, and which of them to name."""

    def __init__(self, reasons: Reasons, text: Text, vector: Vector) -> None:
        self._reasons, self._text = reasons, text
        self._weights = dict(zip(vector.terms, vector.weights, strict=True))
        # The terms of the text as the bytes of an array: looking for one among them is fastest so.
        self._terms = b""
        self._said: dict[int, str] = {}

    def naming(self, other: Vector) -> tuple[str, ...]:
        """Two to four of the terms shared with another paper, the strongest first; or fewer."""
        own = list(map(self._weights.get, other.terms))
        terms = list(compress(other.terms, own))
        products = map(mul, filter(None, own), compress(other.weights, own))
        # Less than 0, for sorting, and whole numbers, so that every Python adds up the same.
        shared = sorted(zip(map(mul, products, map(self._reasons.says.__getitem__, terms)), terms, strict=True))
        whole = sum([strength for strength, _ in shared])
        least, good = whole * _LEAST_SHARE, whole * _GOOD_SHARE
        strong = [(term, strength * 100 <= good) for strength, term in shared if strength * 100 < least]
        return tuple(self._chosen(strong))

    def _chosen(self, strong: Sequence[tuple[int, bool]]) -> list[str]:
        """Of terms, each with whether it carries a good share, some that say different things."""
        reasons, said, phrases = self._reasons, self._said, self._phrases_by_word(strong)
        chosen: list[str] = []
        used: set[str] = set()
        for shared, is_good in strong:
            if not is_good and len(chosen) >= FEWEST_REASONS:
                break
            term = phrases.get(shared, shared) if phrases else shared
            if term in reasons.leaning or not used.isdisjoint(roots := reasons.roots[term]):
                continue
            text = said.get(term) or self._say(term)
            if not repeats(text, chosen):
                chosen.append(text)
                if len(chosen) == MOST_REASONS:
                    break
                used |= roots
        return chosen

    def _phrases_by_word(self, strong: Iterable[tuple[int, bool]]) -> Mapping[int, int]:
        """For a word the strongest of these terms that is a pair with it."""
        first, end, pairs = self._reasons.first_phrase, self._reasons.first_topic, self._reasons.pairs
        found: dict[int, int] = {}
        for term, _ in strong:
            if first <= term < end:
                pair = pairs[term - first]
                found.setdefault(first_of(pair), term)
                found.setdefault(second_of(pair), term)
        return found

    def _say(self, term: int) -> str:
        """What the paper writes for a term."""
        # One text for all papers that say so.
        said = self._said[term] = self._reasons.topics.get(term) or intern(self._as_written(term))
        return said

    def _as_written(self, term: int) -> str:
        reasons, pieces = self._reasons, self._text.pieces
        if term < reasons.first_phrase:
            return reasons.printed[pieces[self._place(packed(term))]].removesuffix("-")
        pair = reasons.pairs[term - reasons.first_phrase]
        place = self._place(packed(first_of(pair)) + packed(second_of(pair)))
        text = f"{reasons.printed[pieces[place]]} {reasons.printed[pieces[place + 1]]}"
        return text.replace("- ", "-").removesuffix("-")

    def _place(self, words: bytes) -> int:
        """Where a word stands, or two: in the abstract if it can be, as a title may have a capital in each word."""
        if not self._terms:
            self._terms = array("I", map(self._reasons.pieces.terms.__getitem__, self._text.pieces)).tobytes()
        terms = self._terms
        for start in (self._text.title * PIECE_SIZE, 0):
            found = terms.find(words, start)
            while found % PIECE_SIZE and found > 0:
                # The end of one number and the beginning of the next.
                found = terms.find(words, found + 1)
            if found >= 0:
                return found // PIECE_SIZE
        return 0
