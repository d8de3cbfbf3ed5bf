"""What may have been meant: words of the index that are near to one that is nowhere.

`static/search-meant.js` holds the same rules for the browser.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.search.answering_plan import Plan
from sitegen.search.numbers import utf16_order
from sitegen.search.query import Role
from sitegen.search.reader_terms import Entry, TermIndex
from sitegen.words.text import fold, has_unspaced, query_terms, term_of, together, words

MOST_TRIED = 5  # candidates for a word, and queries that are tried

# What folds to hyphens and apostrophes.
_JOINTS = frozenset("-‐‑‒–−_'‘’ʼʻ´`")
_PRINTED = re.compile("a+(?:-a+)*")
_NO_DIGIT = re.compile("[^0-9]")


@dataclass(frozen=True, slots=True)
class _Change:
    """Another word in the place of the characters from `start` to `end` of what was typed."""

    start: int
    end: int
    word: str


def suggestion(index: TermIndex, typed: str, plans: Sequence[Plan], finds: Callable[[str, bool], bool]) -> str | None:
    """Another text that finds papers where words of `typed` find none, or None.

    `finds` tells whether a text finds papers with all of its words, or with some.
    """
    guesses = list(_guesses(index, typed, [plan for plan in plans if _is_unknown(plan)]))
    if not guesses:
        return None
    texts = [_exchanged(typed, changes) for changes in _combinations(guesses)]
    best = next((text for text in texts if finds(text, False)), None)
    return best or (texts[0] if finds(texts[0], True) else None)


def candidates(vocabulary: Sequence[Entry], typed: str) -> list[Entry]:
    """The words of the index that are nearest to one, the nearest first.

    They are ordered by edits (of the words or of their stems), by whether they begin alike, by how many papers have
    them, and by the alphabet.
    """
    word = together(typed) or typed
    stem, found = term_of(word), []
    word_near, stem_near = _nearness(word), _nearness(stem)
    for entry in vocabulary:
        edits = min(word_near(entry.word), stem_near(entry.term))
        if edits < _FAR and _digits(entry.word) == _digits(word) and query_terms(entry.word)[0] == (entry.term,):
            key = (edits, entry.word[:1] != word[:1], -entry.documents, utf16_order(entry.term))
            found.append((key, entry))
    return [entry for _, entry in sorted(found)]


def distance(one: str, other: str, most: int) -> int:
    """The letters to change, add, leave out or exchange with their neighbour; `most` + 1 where that are more."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for line, letter in enumerate(one, start=1):
        row = [line]
        for column, other_letter in enumerate(other, start=1):
            cost = min(above[column] + 1, row[-1] + 1, above[column - 1] + (letter != other_letter))
            if line > 1 and column > 1 and letter == other[column - 2] and one[line - 2] == other_letter:
                cost = min(cost, before[column - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, above = above, row
    return min(above[-1], most + 1)


_FAR = 99


def _nearness(word: str) -> Callable[[str], int]:
    """How many edits a word is away, or _FAR."""
    most, own = _edits_for(len(word)), _letters(word)

    def edits(other: str) -> int:
        # One edit changes at most two of the letters that a word has.
        if not most or abs(len(word) - len(other)) > most or (own ^ _letters(other)).bit_count() > 2 * most:
            return _FAR
        found = distance(word, other, most)
        return _FAR if found > most else found

    return edits


def _edits_for(length: int) -> int:
    few, some = 3, 6
    return 0 if length < few else 1 if length < some else 2


def _letters(word: str) -> int:
    bits = 0
    for char in word:
        bits |= 1 << (ord(char) & 31)
    return bits


def _digits(word: str) -> str:
    return _NO_DIGIT.sub("", word)


def _is_unknown(plan: Plan) -> bool:
    clause = plan.clause
    is_plain = not (clause.role is Role.NOT or clause.wildcard or clause.phrase or clause.named or clause.edits)
    word = clause.words[0]
    has_letter = any(unicodedata.category(char).startswith("L") for char in word)
    return is_plain and not plan.is_short and has_letter and not has_unspaced(word) and not plan.papers


def _guesses(index: TermIndex, typed: str, plans: Sequence[Plan]) -> Iterator[list[_Change]]:
    """For each unknown word that stands by itself what could take its place, the nearest first."""
    vocabulary = list(index.vocabulary()) if plans else []
    for plan in plans:
        word, field = plan.clause.words[0], plan.clause.field
        span = _place_of(typed, word)
        if span is None:
            continue
        nearest = candidates(vocabulary, word)[: 4 * MOST_TRIED]
        changes = [_Change(*span, entry.word) for entry in nearest if field is None or _is_in(index, entry.term, field)]
        if changes:
            yield changes[:MOST_TRIED]


def _is_in(index: TermIndex, term: str, field: str) -> bool:
    record = index.find(term)
    return record is not None and record.fields[index.fields.index(field)] is not None


def _place_of(typed: str, word: str) -> tuple[int, int] | None:
    """Where a folded word stands in what was typed; None where it does not stand by itself."""
    kinds = "".join(
        "-" if char in _JOINTS else "a" if unicodedata.category(char)[0] in "LNM" else " " for char in typed
    )
    return next((m.span() for m in _PRINTED.finditer(kinds) if words(fold(typed[m.start() : m.end()])) == [word]), None)


def _combinations(guesses: Sequence[Sequence[_Change]]) -> list[list[_Change]]:
    """All words at their nearest; then other candidates of the first, of the second and so on."""
    nearest = [changes[0] for changes in guesses]
    others = [
        [*nearest[:number], change, *nearest[number + 1 :]]
        for number, changes in enumerate(guesses)
        for change in changes[1:]
    ]
    return [nearest, *others][:MOST_TRIED]


def _exchanged(typed: str, changes: Sequence[_Change]) -> str:
    pieces, at = [], 0
    for change in sorted(changes, key=lambda change: change.start):
        pieces += [typed[at : change.start], change.word]
        at = change.end
    return "".join([*pieces, typed[at:]])
