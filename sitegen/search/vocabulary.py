"""All terms of the index, for fuzzy words, for inner wildcards and for "did you mean"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from sitegen.search.numbers import DIGITS, MOST_SHARED, front_coded, front_coded_from, numbers_text
from sitegen.search.parts import Part
from sitegen.search.records import Records
from sitegen.words.text import GREEK_LETTERS

# Characters of entries in a part, at most. All parts are loaded at once, if any.
PART_SIZE = 100_000


def vocabulary_parts(
    records: Records, terms: Iterable[Mapping[str, tuple[str, ...]]], size: int = PART_SIZE
) -> tuple[str, tuple[Part, ...]]:
    """The first term of each part, front-coded, and the parts `v0`, `v1`, … with terms, document counts and forms.

    A form tells the word that is printed most often for a term (`diffusion` for `diffus`): how many characters to drop
    from the term's end, plus one and as one digit, and what to add. It is empty where that word is the term itself, or
    where there is none. `terms` has those of the words of each field.
    """
    words = common_words(records.printed, terms)
    forms = [form_text(term, words[term]) if term in words else "" for term in records.terms]
    cut = tuple(pairwise(_starts(records.terms, forms, size)))
    parts = tuple(Part(f"v{number}", _payload(records, forms, *part)) for number, part in enumerate(cut))
    return front_coded(records.terms[start] for start, _ in cut), parts


def common_words(words: Mapping[str, int], terms: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, str]:
    """For each term the plain word that is printed most often for it, the first in order where several are.

    Plain words are letters only and have no other term; Greek letters stand for names that are words themselves.
    """
    best: dict[str, str] = {}
    # Fields share what they know of words.
    distinct = {id(each): each for each in terms}.values()
    term_of = {
        word: found[0] for each in distinct for word, found in each.items() if len(found) == 1 and word.isalpha()
    }
    for word, term in term_of.items():
        known, times = best.get(term), words.get(word, 0)
        if times and (known is None or (-times, word) < (-words[known], known)) and word not in GREEK_LETTERS:
            best[term] = word
    return best


def form_text(term: str, word: str) -> str:
    """How a word is made of its term."""
    if word == term:
        return ""
    kept = len(term)
    while not word.startswith(term[:kept]):
        kept -= 1
    dropped = len(term) - kept
    return DIGITS[dropped + 1] + word[kept:] if dropped <= MOST_SHARED else ""


def _payload(records: Records, forms: Sequence[str], start: int, end: int) -> tuple[str, ...]:
    return (
        front_coded_from(records.terms[start], records.entries[start:end]),
        numbers_text(records.counts[start:end]),
        " ".join(forms[start:end]),
    )


def _starts(terms: Sequence[str], forms: Sequence[str], size: int) -> Iterator[int]:
    """Where each part begins, and where the last one ends."""
    start, room = 0, size
    for place, (term, form) in enumerate(zip(terms, forms, strict=True)):
        length = len(term) + len(form) + 2
        if place == start:
            yield place
        elif length > room:
            yield place
            start, room = place, size
        room -= length
    if terms:
        yield len(terms)
