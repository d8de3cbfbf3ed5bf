"""Why two papers are related: the terms that they share, as the first of them writes them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from sys import intern

from sitegen.likeness.empty_words import leaning_forms
from sitegen.likeness.pairs import first_of, second_of
from sitegen.likeness.pieces import BREAK
from sitegen.likeness.printing import printed_pieces, repeats
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
        # Terms are numbered so: words, pairs of words, topics.
        self.first_phrase, self.pairs = weighed.counts.words, weighed.counts.pairs
        self.first_topic = self.first_phrase + len(self.pairs)
        self.topics = {number: labels.get(slug, slug) for slug, number in weighed.counts.topics.items()}
        terms = map(weighed.pieces.term, leaning_forms())
        self.leaning = frozenset(term for term in terms if term is not None)
        self.roots = _Roots(self)

    def of(self, place: int) -> "ReasonsOfPaper":
        """What one paper may share with others."""
        return ReasonsOfPaper(self, self.texts[place])

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
        return [reasons.pieces.terms[piece] for piece in reasons.pieces.read(reasons.topics[term]) if piece != BREAK]


class ReasonsOfPaper:
    """The terms of one paper as it writes them, and which of them to name."""

    def __init__(self, reasons: Reasons, text: Text) -> None:
        self._reasons = reasons
        self._said = _Said(reasons, text)

    def naming(self, shared: Mapping[int, int]) -> tuple[str, ...]:
        """Two to four of some shared terms (each with what it adds), the strongest first; or fewer."""
        reasons = self._reasons
        strong, good = self._strongest(shared)
        phrases = self._phrases_by_word(strong)
        chosen: list[str] = []
        used: set[str] = set()
        for place, term in enumerate(strong):
            if place >= good and len(chosen) >= FEWEST_REASONS:
                break
            said = phrases.get(term, term)
            if said in reasons.leaning or not used.isdisjoint(roots := reasons.roots[said]):
                continue
            text = self._said[said]
            if not repeats(text, chosen):
                chosen.append(text)
                if len(chosen) == MOST_REASONS:
                    break
                used |= roots
        return tuple(chosen)

    def _strongest(self, shared: Mapping[int, int]) -> tuple[list[int], int]:
        """Shared terms that carry something of the whole, the strongest first, and how many carry a good share."""
        first, end = self._reasons.first_phrase, self._reasons.first_topic
        # Less than 0, for sorting, and whole numbers, so that every Python adds up the same.
        found = [(-added * (_PHRASE if first <= term < end else _WORD), term) for term, added in shared.items()]
        whole = sum([strength for strength, _ in found])
        least, good = whole * _LEAST_SHARE / 100, whole * _GOOD_SHARE / 100
        strong = sorted([each for each in found if each[0] < least])
        return [term for _, term in strong], sum([strength <= good for strength, _ in strong])

    def _phrases_by_word(self, strong: Iterable[int]) -> Mapping[int, int]:
        """For a word the strongest of these terms that is a pair with it."""
        first, end, pairs = self._reasons.first_phrase, self._reasons.first_topic, self._reasons.pairs
        found: dict[int, int] = {}
        for term in strong:
            if first <= term < end:
                pair = pairs[term - first]
                found.setdefault(first_of(pair), term)
                found.setdefault(second_of(pair), term)
        return found


class _Said(dict[int, str]):
    """For each term met what a paper writes for it."""

    def __init__(self, reasons: Reasons, text: Text) -> None:
        super().__init__()
        self._reasons, self._text = reasons, text

    def __missing__(self, term: int) -> str:
        said = self[term] = self._reasons.topics.get(term) or self._as_written(term)
        return said

    def _as_written(self, term: int) -> str:
        wanted = self._reasons.words(term)
        place = self._place(wanted)
        text = " ".join([self._reasons.printed[piece] for piece in self._text.pieces[place : place + len(wanted)]])
        # One text for all papers that say so.
        return intern(text.replace("- ", "-").removesuffix("-"))

    def _place(self, wanted: Sequence[int]) -> int:
        """Where the text has some words: in the abstract if it can be, as a title may have a capital in each word."""
        place = _find(self._terms, wanted, self._text.title)
        return _find(self._terms[: self._text.title], wanted, 0) or 0 if place is None else place

    @cached_property
    def _terms(self) -> list[int]:
        return list(map(self._reasons.pieces.terms.__getitem__, self._text.pieces))


def _find(terms: list[int], wanted: Sequence[int], start: int) -> int | None:
    """Where one word stands, or two one after the other, from `start` on."""
    try:
        place = terms.index(wanted[0], start)
        while wanted[1:] and terms[place + 1 : place + 2] != [wanted[1]]:
            place = terms.index(wanted[0], place + 1)
    except ValueError:
        return None
    return place
