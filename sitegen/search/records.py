"""One record for each term: where it stands, field by field, and its place in lunr's order of terms."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.search.analysis import Analysis
from sitegen.search.documents import FIELDS
from sitegen.search.numbers import number_text, utf16_order
from sitegen.search.postings import FieldPostings, field_postings, occurrences

# The number of the first document and of the field in it where a term is met first.
Home = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRecord:
    """A term with the number of its documents, summed over the fields as lunr's idf has it, and its record as text."""

    term: str
    count: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The records of all terms in the order of the terms, and how often each word is printed, stop words apart."""

    terms: tuple[TermRecord, ...]
    words: Mapping[str, int]


def make_records(analysis: Analysis) -> Records:
    """The records of all terms.

    A record is: how many terms that are met first in the same field of the same document come before this one; a mask
    with bit i for FIELDS[i]; then for each field of the mask the number of its documents and their postings. With the
    first document and its field, which the postings tell, the first number gives lunr's order of terms. Postings tell
    the length of each field but the abstract's, which the manifest has for all documents.
    """
    printed: dict[str, int] = {}
    fields = []
    for field in range(len(FIELDS)):
        found = occurrences(analysis.documents, field)
        for word, numbers in found.items():
            printed[word] = printed.get(word, 0) + len(numbers)
        fields.append(field_postings(found, analysis.terms[field], _told_lengths(analysis, field)))
    places = _places(fields)
    terms = tuple(_record(term, places[term], fields) for term in sorted(places, key=utf16_order))
    return Records(terms=terms, words=printed)


def _told_lengths(analysis: Analysis, field: int) -> list[int] | None:
    if FIELDS[field].name == "abstract":
        return None
    return [document.lengths[field] for document in analysis.documents]


def _places(fields: Sequence[Mapping[str, FieldPostings]]) -> dict[str, int]:
    """For each term how many come before it of those that are met first where it is."""
    homes: dict[str, Home] = {}
    for field, postings in enumerate(fields):
        for term, (first, _, _) in postings.items():
            if term not in homes or first < homes[term][0]:
                homes[term] = (first, field)
    places: dict[str, int] = {}
    for field, postings in enumerate(fields):
        before, place = -1, 0
        for term, (first, _, _) in postings.items():
            if homes[term] == (first, field):
                place = place + 1 if first == before else 0
                before = first
                places[term] = place
    return places


def _record(term: str, place: int, fields: Iterable[Mapping[str, FieldPostings]]) -> TermRecord:
    mask, documents = 0, 0
    texts: list[str] = []
    for bit, postings in enumerate(fields):
        if found := postings.get(term):
            mask |= 1 << bit
            documents += found[1]
            texts += (number_text(found[1]), found[2])
    return TermRecord(term=term, count=documents, text=number_text(place) + number_text(mask) + "".join(texts))
