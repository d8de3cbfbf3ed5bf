"""Why two papers are related: the terms that they share, as the first of them writes them."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from sys import intern

from sitegen.likeness.empty_words import leaning_forms
from sitegen.likeness.pairs import first_of, second_of
from sitegen.likeness.pieces import BREAK
from sitegen.likeness.printing import abbreviates, printed_pieces
from sitegen.likeness.texts import Text
from sitegen.likeness.weighing import Weighed

FEWEST_REASONS, MOST_REASONS = 2, 4

# What carries less than this many hundredths of a likeness is no reason for it, unless there are too few others.
_GOOD_SHARE, _LEAST_SHARE = 6, 3
# A phrase says more than its words: so many tenths.
_PHRASE, _WORD = 16, 10
# Words that begin with the same letters, this many, are one in a list of reasons: sparse and sparsity.
_ROOT = 5


class Reasons:
    """What can be said of each term; `labels` says how topics are called."""

    def __init__(self, weighed: Weighed, labels: Mapping[str, str]) -> None:
        self.texts = weighed.texts
        self.pieces = weighed.pieces
        self.printed = printed_pieces(weighed.pieces.written, weighed.texts)
        self.phrases = dict(enumerate(weighed.counts.pairs, weighed.counts.words))
        self.topics = {number: labels.get(slug, slug) for slug, number in weighed.counts.topics.items()}
        terms = map(weighed.pieces.term, leaning_forms())
        self.leaning = frozenset(term for term in terms if term is not None)
        self._roots: dict[int, frozenset[str]] = {}

    def of(self, place: int) -> "ReasonsOfPaper":
        """What one paper may share with others."""
        return ReasonsOfPaper(self, self.texts[place])

    def roots(self, term: int) -> frozenset[str]:
        """The beginnings of the words in a term."""
        found = self._roots.get(term)
        if found is None:
            found = self._roots[term] = frozenset(self.pieces.forms[word][:_ROOT] for word in self._words(term))
        return found

    def _words(self, term: int) -> Iterable[int]:
        if term in self.phrases:
            return first_of(self.phrases[term]), second_of(self.phrases[term])
        if term in self.topics:
            return [self.pieces.terms[piece] for piece in self.pieces.read(self.topics[term]) if piece != BREAK]
        return (term,)


class ReasonsOfPaper:
    """The terms of one paper as it writes them, and which of them to name."""

    def __init__(self, reasons: Reasons, text: Text) -> None:
        self._reasons = reasons
        self._text = text
        self._said: dict[int, str] = {}

    def naming(self, shared: Mapping[int, int]) -> tuple[str, ...]:
        """Two to four of some shared terms (each with what it adds), the strongest first; or fewer."""
        strong, good = self._strongest(shared)
        phrases = self._phrases_by_word(strong)
        chosen: list[str] = []
        used: set[str] = set()
        for place, term in enumerate(strong):
            if len(chosen) == MOST_REASONS or (place >= good and len(chosen) >= FEWEST_REASONS):
                break
            said = phrases.get(term, term)
            roots = self._reasons.roots(said)
            if said not in self._reasons.leaning and used.isdisjoint(roots):
                text = self._say(said)
                if not any(abbreviates(text, other) or abbreviates(other, text) for other in chosen):
                    chosen.append(text)
                    used |= roots
        return tuple(chosen)

    def _strongest(self, shared: Mapping[int, int]) -> tuple[list[int], int]:
        """Shared terms that carry something of the whole, the strongest first, and how many carry a good share."""
        phrases = self._reasons.phrases
        strengths = {term: added * (_PHRASE if term in phrases else _WORD) for term, added in shared.items()}
        # Whole numbers, so that every Python adds up the same.
        whole = sum(strengths.values())
        least, good = whole * _LEAST_SHARE, whole * _GOOD_SHARE
        strong = sorted([(-strength, term) for term, strength in strengths.items() if strength * 100 > least])
        return [term for _, term in strong], sum([-strength * 100 >= good for strength, _ in strong])

    def _phrases_by_word(self, strong: Iterable[int]) -> Mapping[int, int]:
        """For a word the strongest of these terms that is a pair with it."""
        found: dict[int, int] = {}
        for term in strong:
            pair = self._reasons.phrases.get(term)
            if pair is not None:
                found.setdefault(first_of(pair), term)
                found.setdefault(second_of(pair), term)
        return found

    def _say(self, term: int) -> str:
        said = self._said.get(term)
        if said is None:
            said = self._said[term] = self._reasons.topics.get(term) or self._as_written(term)
        return said

    def _as_written(self, term: int) -> str:
        count = 2 if term in self._reasons.phrases else 1
        place = self._place(term)
        text = " ".join([self._reasons.printed[piece] for piece in self._text.pieces[place : place + count]])
        # One text for all papers that say so.
        return intern(text.replace("- ", "-").removesuffix("-"))

    def _place(self, term: int) -> int:
        """Where the text has a term: in the abstract if it can be, as a title may have a capital in each word."""
        pair = self._reasons.phrases.get(term)
        wanted = [term] if pair is None else [first_of(pair), second_of(pair)]
        place = _find(self._terms, wanted, self._text.title)
        return _find(self._terms[: self._text.title], wanted, 0) or 0 if place is None else place

    @cached_property
    def _terms(self) -> list[int]:
        return list(map(self._reasons.pieces.terms.__getitem__, self._text.pieces))


def _find(terms: list[int], wanted: list[int], start: int) -> int | None:
    """Where some terms stand one after another, from `start` on."""
    try:
        place = terms.index(wanted[0], start)
        while terms[place : place + len(wanted)] != wanted:
            place = terms.index(wanted[0], place + 1)
    except ValueError:
        return None
    return place
