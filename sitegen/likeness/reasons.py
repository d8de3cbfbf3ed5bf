"""Why two papers are related: the terms that they share, as the first of them writes them."""

from array import array
from collections.abc import Iterable, Mapping, Sequence

from sitegen.likeness.empty_words import leaning_forms
from sitegen.likeness.pieces import BREAK
from sitegen.likeness.printing import abbreviates, printed_pieces
from sitegen.likeness.texts import first_of, second_of
from sitegen.likeness.weighing import Weighed

FEWEST_REASONS, MOST_REASONS = 2, 4

# What carries less than this share of a likeness is no reason for it, unless there are too few others.
_GOOD_SHARE, _LEAST_SHARE = 0.06, 0.03
# A phrase says more than its words.
_PHRASE = 1.6
# Words that begin with the same letters, this many, are one in a list of reasons: sparse and sparsity.
_ROOT = 5


class Reasons:
    """What can be said of each term; `labels` says how topics are called."""

    def __init__(self, weighed: Weighed, labels: Mapping[str, str]) -> None:
        self.weighed = weighed
        self.printed = printed_pieces(weighed.pieces.written, weighed.texts)
        self.phrases = {number: pair for pair, number in weighed.counts.pairs.items()}
        self.topics = {number: labels.get(slug, slug) for slug, number in weighed.counts.topics.items()}
        terms = map(weighed.pieces.term, leaning_forms())
        self.leaning = frozenset(term for term in terms if term is not None)
        self._roots: dict[int, frozenset[str]] = {}

    def of(self, place: int) -> "ReasonsOfPaper":
        """What one paper may share with others."""
        return ReasonsOfPaper(self, place)

    def roots(self, term: int) -> frozenset[str]:
        """The beginnings of the words in a term."""
        found = self._roots.get(term)
        if found is None:
            forms = self.weighed.pieces.forms
            found = self._roots[term] = frozenset(forms[word][:_ROOT] for word in self._words(term))
        return found

    def _words(self, term: int) -> Iterable[int]:
        if term in self.phrases:
            return first_of(self.phrases[term]), second_of(self.phrases[term])
        if term in self.topics:
            pieces = self.weighed.pieces
            return [pieces.terms[piece] for piece in pieces.read(self.topics[term]) if piece != BREAK]
        return (term,)


class ReasonsOfPaper:
    """The terms of one paper as it writes them, and which of them to name."""

    def __init__(self, reasons: Reasons, place: int) -> None:
        self._reasons = reasons
        self._text = reasons.weighed.texts[place]
        self._said: dict[int, str] = {}

    def naming(self, shared: Iterable[tuple[int, int]]) -> tuple[str, ...]:
        """Two to four of some shared terms (each after what it adds), the strongest first; or fewer."""
        strong = self._strongest(shared)
        chosen: list[str] = []
        used: set[str] = set()
        for share, term in strong:
            if len(chosen) == MOST_REASONS or (share < _GOOD_SHARE and len(chosen) >= FEWEST_REASONS):
                break
            said = self._phrase_with(term, strong)
            roots = self._reasons.roots(said)
            if said not in self._reasons.leaning and used.isdisjoint(roots):
                text = self._say(said)
                if not any(abbreviates(text, other) or abbreviates(other, text) for other in chosen):
                    chosen.append(text)
                    used |= roots
        return tuple(chosen)

    def _strongest(self, shared: Iterable[tuple[int, int]]) -> Sequence[tuple[float, int]]:
        """Shared terms after the share of the whole that each carries."""
        phrases = self._reasons.phrases
        strengths = [(-strength * (_PHRASE if term in phrases else 1), term) for strength, term in shared]
        total = sum(strength for strength, _ in strengths) or -1.0
        return [(each / total, term) for each, term in sorted(strengths) if each / total > _LEAST_SHARE]

    def _phrase_with(self, term: int, strong: Iterable[tuple[float, int]]) -> int:
        """The strongest shared pair that a word is part of, else the term itself."""
        phrases = self._reasons.phrases
        if term in phrases or term in self._reasons.topics:
            return term
        for _, other in strong:
            if other in phrases and term in (first_of(phrases[other]), second_of(phrases[other])):
                return other
        return term

    def _say(self, term: int) -> str:
        said = self._said.get(term)
        if said is None:
            said = self._said[term] = self._reasons.topics.get(term) or self._as_written(term)
        return said

    def _as_written(self, term: int) -> str:
        printed, pieces = self._reasons.printed, self._text.pieces
        place = self._place(term)
        count = 2 if term in self._reasons.phrases else 1
        text = " ".join([printed[piece] for piece in pieces[place : place + count]])
        return text.replace("- ", "-").removesuffix("-")

    def _place(self, term: int) -> int:
        """Where the text has a term: in the abstract if it can be, as a title may have a capital in each word."""
        title, abstract = self._text.title, self._text.abstract
        pair = self._reasons.phrases.get(term)
        place = _find(abstract, term) if pair is None else _find_pair(abstract, first_of(pair), second_of(pair))
        if place is not None:
            return len(title) + place
        place = _find(title, term) if pair is None else _find_pair(title, first_of(pair), second_of(pair))
        return place or 0


def _find(terms: "array[int]", term: int, start: int = 0) -> int | None:
    try:
        return terms.index(term, start)
    except ValueError:
        return None


def _find_pair(terms: "array[int]", first: int, second: int) -> int | None:
    following = array("I", [second])
    place = _find(terms, first)
    while place is not None and terms[place + 1 : place + 2] != following:
        place = _find(terms, first, place + 1)
    return place
