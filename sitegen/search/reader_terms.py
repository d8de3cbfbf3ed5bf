"""The terms of a built index: where each stands and with what weight, and which terms begin alike.

The files say how often a term stands where; its weights are computed here, by the formula and in the order of
operations of lunr.Builder. `static/search-terms.js` and `static/search-records.js` do the same in the browser.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sitegen.search.numbers import read_front_coded, read_numbers, utf16_order
from sitegen.search.reader import SearchFiles

K1 = 1.2
B = 0.75

# Its lengths follow from the order of the documents.
_LENGTHS_APART = "abstract"


@dataclass(frozen=True, slots=True)
class Weights:
    """The documents that hold a term in one field, rising, and its weight in each."""

    documents: tuple[int, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Where a term stands: for each field its documents, or None.

    `order` sorts terms by where they came first, which is how lunr numbers them.
    """

    term: str
    order: tuple[int, int, int]
    fields: tuple[Weights | None, ...]


class Entry(NamedTuple):
    """A term of the vocabulary, how many documents it has (summed over the fields), and its commonest printed word."""

    term: str
    documents: int
    word: str


@dataclass(frozen=True, slots=True)
class _Shard:
    terms: tuple[str, ...]
    starts: tuple[int, ...]
    records: str

    def text(self, term: str) -> str:
        """The record of a term, or as much of it as stands here."""
        at = _place(self.terms, term)
        found = at < len(self.terms) and self.terms[at] == term
        return self.records[self.starts[at] : self.starts[at + 1]] if found else ""


class TermIndex:
    """The terms of an index whose files are read when they are needed, and kept."""

    def __init__(self, files: SearchFiles) -> None:
        manifest = files.manifest
        self._files = files
        self.count: int = manifest["count"]
        self.fields: tuple[str, ...] = tuple(name for name, _boost in manifest["fields"])
        self._boosts: tuple[int, ...] = tuple(boost for _name, boost in manifest["fields"])
        self._averages = tuple(total / max(self.count, 1) for total in manifest["lengths"])
        self._firsts = tuple(read_front_coded(manifest["shards"]))
        self._parts = tuple(read_front_coded(manifest["vocabulary"]))
        self._shards: dict[int, _Shard] = {}
        self._records: dict[str, Record | None] = {}

    def find(self, term: str) -> Record | None:
        """The record of a term; None if it stands nowhere."""
        if term not in self._records:
            text = self._text(term)
            self._records[term] = self._record(term, read_numbers(text)) if text else None
        return self._records[term]

    def has(self, term: str) -> bool:
        """Whether a term stands anywhere."""
        return bool(self._text(term))

    def starting(self, prefix: str) -> Iterator[str]:
        """The terms that begin so, sorted by UTF-16 code units; all of them where nothing is asked for."""
        first = _place(self._parts, prefix)
        # They may begin within the part before.
        for number in range(max(first - 1, 0), len(self._parts)):
            if number >= first and not self._parts[number].startswith(prefix):
                return
            terms = read_front_coded(self._files.get(f"v{number}")[0])
            yield from (term for term in terms if term.startswith(prefix))

    def shards_of(self, prefix: str) -> int:
        """How many files hold the records of the terms that begin so."""
        first = last = _place(self._firsts, prefix)
        while last < len(self._firsts) and self._firsts[last].startswith(prefix):
            last += 1
        return last - first + (first > 0 and not self._begins(first, prefix))

    def vocabulary(self) -> Iterator[Entry]:
        """All terms, sorted by UTF-16 code units, with how often each stands anywhere and its commonest word."""
        for number in range(len(self._parts)):
            terms, counts, forms = self._files.get(f"v{number}")
            entries = zip(read_front_coded(terms), read_numbers(counts), forms.split(" "), strict=True)
            yield from (Entry(term, count, word_of(term, form)) for term, count, form in entries)

    def _text(self, term: str) -> str:
        # A long record begins a shard and goes on in those that begin with the same term.
        place = _place(self._firsts, term)
        if self._begins(place, term):
            text = ""
            while self._begins(place, term):
                text += self._shard(place).text(term)
                place += 1
            return text
        return self._shard(place - 1).text(term) if place else ""

    def _begins(self, place: int, term: str) -> bool:
        return place < len(self._firsts) and self._firsts[place] == term

    def _shard(self, place: int) -> _Shard:
        if place not in self._shards:
            terms, sizes, records = self._files.get(f"t{place}")
            starts = [0]
            for size in read_numbers(sizes):
                starts.append(starts[-1] + size)
            self._shards[place] = _Shard(tuple(read_front_coded(terms)), tuple(starts), records)
        return self._shards[place]

    @cached_property
    def _abstract_lengths(self) -> tuple[int, ...]:
        """The length of each document's abstract, from steps up or down and how many documents each holds for."""
        lengths: list[int] = []
        length = 0
        steps = read_numbers(self._files.manifest["runs"])
        for step, documents in zip(steps[::2], steps[1::2], strict=True):
            length += -(step + 1) // 2 if step & 1 else step // 2
            lengths += [length] * documents
        return tuple(lengths)

    def _record(self, term: str, numbers: Sequence[int]) -> Record:
        position, mask, *rest = numbers
        read = iter(rest)
        postings = [
            self._postings(read, lengths_apart=name == _LENGTHS_APART) if mask >> field & 1 else ()
            for field, name in enumerate(self.fields)
        ]
        rarity = _idf(self.count, sum(map(len, postings)))
        first = min((found[0][0], field) for field, found in enumerate(postings) if found)
        weighed = (
            self._weights(found, rarity, self._boosts[field], self._averages[field]) if found else None
            for field, found in enumerate(postings)
        )
        return Record(term=term, order=(*first, position), fields=tuple(weighed))

    def _postings(self, read: Iterator[int], *, lengths_apart: bool) -> list[tuple[int, int, int]]:
        """The documents of a term in one field, each with how often it stands there and the length of the field."""
        found, document = [], -1
        for _ in range(next(read)):
            step = next(read)
            document += (step >> 1) + 1
            times = next(read) + 2 if step & 1 else 1
            length = self._abstract_lengths[document] if lengths_apart else next(read) + 1
            found.append((document, times, length))
        return found

    @staticmethod
    def _weights(found: Sequence[tuple[int, int, int]], rarity: float, boost: int, average: float) -> Weights:
        known: dict[tuple[int, int], float] = {}
        weights = []
        for _, times, length in found:
            if (times, length) not in known:
                known[times, length] = _weight(rarity, times, length / average, boost)
            weights.append(known[times, length])
        return Weights(tuple(document for document, _, _ in found), tuple(weights))


def word_of(term: str, form: str) -> str:
    """The word that is printed most often for a term: so many characters dropped from its end, and an ending added."""
    return term[: len(term) - read_numbers(form[0])[0] + 1] + form[1:] if form else term


def _place(ordered: Sequence[str], term: str) -> int:
    return bisect_left(ordered, utf16_order(term), key=utf16_order)


def _idf(documents: int, having: int) -> float:
    return math.log(1 + abs((documents - having + 0.5) / (having + 0.5)))


def _weight(rarity: float, times: int, relative_length: float, boost: int) -> float:
    weight = rarity * ((K1 + 1) * times) / (K1 * (1 - B + B * relative_length) + times)
    return _rounded(weight * boost * 1000) / 1000


def _rounded(number: float) -> int:
    """As JavaScript rounds: a half goes up."""
    whole = math.floor(number)
    return whole + (number - whole >= 0.5)  # noqa: PLR2004
