"""lunr's scores computed directly, for queries whose terms stand so often that lunr.py would take many seconds.

Numbers are added in lunr's order, so that the sums are the same to the last bit: within a field by the number of the
term, over the fields as they are met.
"""

from collections.abc import Iterable, Sequence
from math import sqrt

from sitegen.search.reader_terms import Record

# Of one field: the terms looked for, each with its boost.
Vector = dict[str, float]


def plain_scores(
    records: Sequence[Record], asked: Iterable[tuple[str, Sequence[int], float]], count: int
) -> dict[int, float]:
    """The score of every document that holds a term in a field where it is looked for, as lunr meets them.

    `records` are those of all terms in lunr's order, `asked` the terms in the order of the query, each with the places
    of the fields looked in and its boost; `count` is the number of fields.
    """
    vectors: list[Vector] = [{} for _ in range(count)]
    met: list[tuple[str, int]] = []
    for term, fields, boost in asked:
        for field in fields:
            if term not in vectors[field]:
                met.append((term, field))
            vectors[field][term] = vectors[field].get(term, 0) + boost
    by_field = [_field_scores(records, field, vector) for field, vector in enumerate(vectors)]
    known = {record.term: record for record in records}
    scores: dict[int, float] = {}
    for term, field in met:
        own, weights = by_field[field], known[term].fields[field]
        for document in weights.documents if weights else ():
            # The score of the whole field counts where the document is met in it first.
            if (score := own.pop(document, None)) is not None:
                scores[document] = scores[document] + score if document in scores else score
    return scores


def _field_scores(records: Iterable[Record], field: int, vector: Vector) -> dict[int, float]:
    products: dict[int, float] = {}
    squares = 0.0
    for record in records:
        if record.term not in vector:
            continue
        boost = vector[record.term]
        squares += boost * boost
        if weights := record.fields[field]:
            for document, weight in zip(weights.documents, weights.weights, strict=True):
                products[document] = products.get(document, 0.0) + boost * weight
    length = sqrt(squares)
    return {document: product / length if length else 0.0 for document, product in products.items()}
