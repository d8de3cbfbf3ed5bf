"""One record for each term: where it stands, field by field, and its place in lunr's order of terms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.search.analysis import Analysis
from sitegen.search.documents import FIELDS
from sitegen.search.numbers import front_entries, in_utf16_order, number_text
from sitegen.search.postings import Numbers, Postings, by_term, occurrences

# Of a term: its first document, its place there, the mask of its fields, its documents and its postings as text.
_Gathered = tuple[int, int, int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All terms in UTF-16 order, with the number of documents and the record of each.

    `entries` are the terms as `front_entries` gives them. `counts` are summed over the fields, as lunr's idf has it.
    `printed` tells how often each word stands in all fields, stop words in running text apart.
    """

    terms: tuple[str, ...]
    entries: Sequence[str]
    counts: tuple[int, ...]
    texts: tuple[str, ...]
    printed: Mapping[str, int]


def make_records(analysis: Analysis) -> Records:
    """The records of all terms.

    A record is: a place; a mask with bit i for FIELDS[i]; then for each field of the mask the number of its documents
    and their postings. The place orders the terms that are met first in the same field of the same document: it counts
    those before it that this field never had before. With that document and field, which the postings tell, it gives
    lunr's order of terms. Postings tell the length of each field but the abstract's, which the manifest has for all.
    """
    printed: dict[str, int] = {}
    gathered: dict[str, _Gathered] = {}
    for field in range(len(FIELDS)):
        found = occurrences(analysis.documents, field)
        for word, numbers in found.items():
            printed[word] = printed.get(word, 0) + len(numbers)
        postings = Postings(_told_lengths(analysis, field))
        _gather(gathered, by_term(found, analysis.terms[field]), postings, field)
    terms = tuple(in_utf16_order(gathered))
    rows = [gathered[term] for term in terms]
    return Records(
        terms=terms,
        entries=front_entries(terms),
        counts=tuple([count for _, _, _, count, _ in rows]),
        texts=tuple([number_text(place) + number_text(mask) + text for _, place, mask, _, text in rows]),
        printed=printed,
    )


def _told_lengths(analysis: Analysis, field: int) -> list[int] | None:
    if FIELDS[field].name == "abstract":
        return None
    return [document.lengths[field] for document in analysis.documents]


def _gather(gathered: dict[str, _Gathered], lists: Mapping[str, Numbers], postings: Postings, field: int) -> None:
    before, place, bit = -1, 0, 1 << field
    for term, numbers in lists.items():
        first = numbers[0]
        place = place + 1 if first == before else 0
        before = first
        count, text = postings.text(numbers)
        text = number_text(count) + text
        if term in gathered:
            known, known_place, mask, known_count, known_text = gathered[term]
            start = (first, place) if first < known else (known, known_place)
            gathered[term] = (*start, mask | bit, known_count + count, known_text + text)
        else:
            gathered[term] = (first, place, bit, count, text)
