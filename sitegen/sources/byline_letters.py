"""How likely a word is, letter by letter."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from math import log

_START = "\x02"
_END = "\x03"
# How many sightings the shorter context is worth (Dirichlet smoothing, one weight for each order).
_TRUST = 4.0
# A letter that was never seen: one of some thirty common letters, or one of the many others.
_COMMON = 1 / 34
_RARE = 1 / 2000
_COMMON_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz-'." + _END)


class LetterModel:
    """The probability of a word as a chain of letters, each seen after the two before it.

    Learned from distinct words, not from running text: a rare name teaches as much as a common one. Letter case is
    folded away, since shape is judged elsewhere. The interpolated estimate is that of Dirichlet-smoothed n-grams
    (MacKay and Bauman Peto, 1995).
    """

    def __init__(self, words: Iterable[str]) -> None:
        triples = Counter(chain.from_iterable(map(_triples, words)))
        self._grams = Counter(triples)
        self._contexts: Counter[str] = Counter()
        for gram, count in triples.items():
            for shorter in (gram[1:], gram[2]):
                self._grams[shorter] += count
            for context in (gram[:2], gram[1], ""):
                self._contexts[context] += count
        self._logs: dict[str, float] = {}

    def log_probability(self, word: str) -> float:
        """Natural logarithm of the probability of the word and its end."""
        logs = self._logs
        total = 0.0
        for gram in _triples(word):
            chance = logs.get(gram)
            if chance is None:
                chance = logs[gram] = log(self._chance(gram))
            total += chance
        return total

    def _chance(self, gram: str) -> float:
        chance = _COMMON if gram[2] in _COMMON_LETTERS else _RARE
        for seen, context in ((gram[2], ""), (gram[1:], gram[1]), (gram, gram[:2])):
            chance = (self._grams[seen] + _TRUST * chance) / (self._contexts[context] + _TRUST)
        return chance


def _triples(word: str) -> list[str]:
    letters = f"{_START}{_START}{word.lower()}{_END}"
    return [letters[start : start + 3] for start in range(len(letters) - 2)]
