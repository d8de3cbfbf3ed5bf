"""The index of all terms: postings in shards, the vocabulary, and what the manifest has to say of them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sitegen.model.collecting import without_collecting
from sitegen.search.analysis import Analysis
from sitegen.search.documents import FIELDS
from sitegen.search.numbers import numbers_text
from sitegen.search.parts import Part
from sitegen.search.records import make_records
from sitegen.search.shards import shard_parts
from sitegen.search.vocabulary import vocabulary_parts


@without_collecting()
def term_parts(analysis: Analysis) -> tuple[dict[str, Any], tuple[Part, ...]]:
    """The manifest's entries and the parts of the index.

    Entries: `count` (documents), `terms` (how many there are), `fields` (each name and boost), `lengths` (the terms of
    all documents together, by field), `runs` (see `length_runs`), `shards` and `vocabulary` (the first term of each
    part, front-coded).
    """
    records = make_records(analysis)
    shards, shard_files = shard_parts(records)
    vocabulary, vocabulary_files = vocabulary_parts(records, analysis.terms)
    documents = analysis.documents
    places = {field.name: place for place, field in enumerate(FIELDS)}
    entries = {
        "count": len(documents),
        "terms": len(records.terms),
        "fields": [[field.name, field.boost] for field in FIELDS],
        "lengths": [sum(document.lengths[place] for document in documents) for place in places.values()],
        "runs": length_runs([document.lengths[places["abstract"]] for document in documents]),
        "shards": shards,
        "vocabulary": vocabulary,
    }
    return entries, (*shard_files, *vocabulary_files)


def length_runs(lengths: Sequence[int]) -> str:
    """Lengths of abstracts by the number of the document, as pairs of numbers: a step, and how many have that length.

    A step from the length before (0 at first) is 2 * step, and -2 * step - 1 where it leads down.
    """
    return numbers_text(_runs(lengths))


def _runs(lengths: Sequence[int]) -> Iterator[int]:
    before = 0
    for length, group in groupby(lengths):
        step, before = length - before, length
        yield 2 * step if step >= 0 else -2 * step - 1
        yield sum(1 for _ in group)
