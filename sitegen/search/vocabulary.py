"""All terms of the index, for fuzzy words, for inner wildcards and for "did you mean"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.search.numbers import DIGITS, MOST_SHARED, front_coded, numbers_text
from sitegen.search.parts import Part
from sitegen.search.records import Records, TermRecord
from sitegen.search.text import GREEK_LETTERS

# Characters of terms and forms in a part. All parts are loaded at once, if any.
PART_SIZE = 100_000


def vocabulary_parts(
    records: Records, terms: Iterable[Mapping[str, tuple[str, ...]]], size: int = PART_SIZE
) -> tuple[str, tuple[Part, ...]]:
    """The first term of each part, front-coded, and the parts `v0`, `v1`, … with terms, document counts and forms.

    A form tells the word that is printed most often for a term (`diffusion` for `diffus`): how many characters to drop
    from the term's end, plus one and as one digit, and what to add. It is empty where that word is the term itself, or
    where there is none. `terms` has those of the words of each field.
    """
    printed = common_words(records.words, terms)
    cut = tuple(_cut(records.terms, printed, size))
    parts = tuple(Part(f"v{number}", _payload(part, printed)) for number, part in enumerate(cut))
    return front_coded(part[0].term for part in cut), parts


def common_words(words: Mapping[str, int], terms: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, str]:
    """For each term the plain word that is printed most often for it, the first in order where several are.

    Plain words are letters only and have no other term; Greek letters stand for names that are words themselves.
    """
    best: dict[str, tuple[int, str]] = {}
    known = {word: found for each in terms for word, found in each.items() if len(found) == 1}
    for word, (term,) in known.items():
        if word.isalpha() and word not in GREEK_LETTERS and word in words:
            best[term] = min(best.get(term, (0, word)), (-words[word], word))
    return {term: word for term, (_, word) in best.items()}


def form_text(term: str, word: str) -> str:
    """How a word is made of its term."""
    kept = next((at for at, (one, other) in enumerate(zip(term, word, strict=False)) if one != other), len(term))
    kept = min(kept, len(word))
    dropped = len(term) - kept
    return "" if word == term or dropped > MOST_SHARED else DIGITS[dropped + 1] + word[kept:]


def _payload(part: Sequence[TermRecord], printed: Mapping[str, str]) -> tuple[str, ...]:
    return (
        front_coded(record.term for record in part),
        numbers_text(record.count for record in part),
        " ".join(form_text(record.term, printed.get(record.term, record.term)) for record in part),
    )


def _cut(records: Iterable[TermRecord], printed: Mapping[str, str], size: int) -> Iterator[Sequence[TermRecord]]:
    part: list[TermRecord] = []
    room = size
    for record in records:
        length = len(record.term) + len(printed.get(record.term, ""))
        if part and length > room:
            yield part
            part, room = [], size
        part.append(record)
        room -= length
    if part:
        yield part
