"""How a vocabulary grows with the papers (Heaps' law), and words that let a made one grow as fast.

Half of a corpus and the whole of it give the exponent b = log2(V(n) / V(n/2)); beyond the corpus, V(n) = V(N) (n/N)^b.
"""

import math
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_DIGITS = re.compile(r"\d+")
_FREQUENT = 5
_SHORTEST_STEM = 3
_TRIES = 200
_MENTIONED_LATER = 0.8
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def words_of(text: str) -> list[str]:
    """The words of a text as printed: letters and digits, with what joins them."""
    return _WORD.findall(text)


class Growth:
    """How many things that nobody has seen the next paper should bring, learnt from those of a corpus."""

    def __init__(self, papers: Sequence[Sequence[str]]) -> None:
        seen = {thing for paper in papers[: len(papers) // 2] for thing in paper}
        half = len(seen)
        seen.update(thing for paper in papers for thing in paper)
        self._papers, self._seen = len(papers), len(seen)
        self.exponent = math.log2(len(seen) / half)
        self._brought = 0

    def due(self, papers: int) -> int:
        """How many new things are due once there are so many papers, beyond those given out before."""
        expected = self._seen * (papers / self._papers) ** self.exponent - self._seen
        due = max(0, int(expected) - self._brought)
        self._brought += due
        return due


class Coiner:
    """New words made as the rare ones of a field are: compounds of known parts, other numbers, names, slips of a key.

    A slip is one letter wrong, missing, twice or swapped in a word that is printed often.
    """

    def __init__(self, texts: Sequence[str], slips: float) -> None:
        counts = Counter(word for text in texts for word in words_of(text))
        self._known = {word.casefold() for word in counts}
        self._rare = [word for word, count in counts.items() if count == 1]
        self._often = [word for word, count in counts.items() if count >= _FREQUENT and len(word) > _SHORTEST_STEM]
        self._slips = slips
        self._mentions: list[str] = []

    def words(self, number: int, chance: random.Random) -> list[str]:
        """So many words that nobody has seen, and some that were coined before: half of all words stay alone."""
        fresh = [self._coin(chance) for _ in range(number)]
        again = sum(chance.random() < _MENTIONED_LATER for _ in fresh)
        words = fresh + [chance.choice(self._mentions) for _ in range(again) if self._mentions]
        self._mentions += words
        return words

    def _coin(self, chance: random.Random) -> str:
        # Neither in the field's texts nor coined before.
        for _ in range(_TRIES):
            slip = chance.random() < self._slips
            word = _with_slip(chance.choice(self._often), chance) if slip else self._like_a_rare_one(chance)
            if word.casefold() not in self._known:
                self._known.add(word.casefold())
                return word
        message = "no new word can be made from this corpus"
        raise ValueError(message)

    def _like_a_rare_one(self, chance: random.Random) -> str:
        first, second = chance.choice(self._rare), chance.choice(self._rare)
        if _DIGITS.search(first):
            return _DIGITS.sub(lambda match: _other_number(match[0], chance), first)
        if "-" in first and "-" in second:
            return first.rpartition("-")[0] + "-" + second.rpartition("-")[2]
        return _blend(first, second, chance)


def _other_number(digits: str, chance: random.Random) -> str:
    return str(chance.randrange(10 ** (len(digits) - 1), 10 ** len(digits)))


def _blend(first: str, second: str, chance: random.Random) -> str:
    """The beginning of one word with the end of another: `Diffuformer`."""
    head = first[: chance.randint(min(2, len(first)), max(2, len(first) - 1))]
    tail = second[-chance.randint(2, max(2, len(second) - 2)) :]
    return head + tail.lower()


def _with_slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    slips: tuple[Callable[[], str], ...] = (
        lambda: word[:at] + chance.choice(LETTERS) + word[at + 1 :],
        lambda: word[:at] + word[at + 1 :],
        lambda: word[:at] + word[at] + word[at:],
        lambda: word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    return chance.choice(slips)()
