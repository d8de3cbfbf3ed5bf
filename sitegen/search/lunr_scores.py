"""Which papers some clauses find, and with what score: as lunr.js has it, through lunr.py.

lunr scores a field by the weights of the terms that the query looks for, and by no others. So an index of these terms
alone gives the same scores as the whole index, and lunr.py makes its query on such a one. Papers go by their numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from lunr.index import Index
from lunr.query import Clause, Query, QueryPresence
from lunr.vector import Vector

from sitegen.search.lunr_scores_plain import plain_scores
from sitegen.search.reader_patterns import TermSet, expand
from sitegen.search.reader_terms import Record, TermIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class LunrClause:
    """What is looked for: `terms` in `fields`.

    A `*` in a term stands for any letters, and of each term `edits` letters may differ; `boost` is what a match counts.
    """

    terms: tuple[str, ...]
    fields: tuple[str, ...]
    boost: float = 1
    edits: int = 0
    presence: QueryPresence = QueryPresence.OPTIONAL


Scores = dict[int, float]
Found = Sequence[Sequence[Sequence[str]]]

# lunr.py takes some seconds for so many occurrences of terms; beyond, the same is computed without it.
MOST_FOR_LUNR = 20_000


def lunr_scores(index: TermIndex, clauses: Sequence[LunrClause], *, most_for_lunr: int = MOST_FOR_LUNR) -> Scores:
    """Every paper that the clauses find with its score, best first; of equals, the one that lunr.js meets first.

    Terms that stand more often than `most_for_lunr` are scored without lunr.py. Raises TooManyEditsError.
    """
    found = [[expand(index, term, clause.edits) for term in clause.terms] for clause in clauses]
    if any(_is_impossible(clause, terms) for clause, terms in zip(clauses, found, strict=True)):
        return {}
    names = dict.fromkeys(term for terms in found for each in terms for term in each)
    records = sorted(filter(None, map(index.find, names)), key=lambda record: record.order)
    if all(clause.presence is QueryPresence.PROHIBITED for clause in clauses):
        unwanted = _holding(index, records, zip(clauses, found, strict=True))
        return {document: 0.0 for document in range(index.count) if document not in unwanted}
    occurrences = sum(len(weights.documents) for record in records for weights in record.fields if weights)
    if occurrences > most_for_lunr:
        return _without_lunr(index, records, clauses, found)
    results = _restricted(index, records, clauses).query(_query(index, clauses))
    return {int(result["ref"]): result["score"] for result in results}


def _is_impossible(clause: LunrClause, found: Sequence[Sequence[str]]) -> bool:
    """Whether something has to be there that is nowhere; of a word of several terms lunr.py would ask for some only."""
    return clause.presence is QueryPresence.REQUIRED and not (found and all(found))


def _holding(
    index: TermIndex, records: Iterable[Record], asked: Iterable[tuple[LunrClause, Sequence[Sequence[str]]]]
) -> set[int]:
    """The papers that hold a term of one of the clauses where it is looked for."""
    known = {record.term: record for record in records}
    return {
        document
        for clause, terms in asked
        for term in chain.from_iterable(terms)
        for field in _places(index, clause)
        if (weights := known[term].fields[field])
        for document in weights.documents
    }


def _places(index: TermIndex, clause: LunrClause) -> list[int]:
    return [index.fields.index(name) for name in clause.fields]


def _without_lunr(index: TermIndex, records: Sequence[Record], clauses: Sequence[LunrClause], found: Found) -> Scores:
    asked = [
        (term, _places(index, clause), clause.boost)
        for clause, terms in zip(clauses, found, strict=True)
        if clause.presence is not QueryPresence.PROHIBITED
        for term in chain.from_iterable(terms)
    ]
    scores = plain_scores(records, asked, len(index.fields))
    for clause, terms in zip(clauses, found, strict=True):
        if clause.presence is not QueryPresence.OPTIONAL:
            holding = _holding(index, records, [(clause, terms)])
            wanted = clause.presence is QueryPresence.REQUIRED
            scores = {document: score for document, score in scores.items() if (document in holding) is wanted}
    return dict(sorted(scores.items(), key=lambda item: item[1], reverse=True))


def _query(index: TermIndex, clauses: Iterable[LunrClause]) -> Query:
    query = Query(list(index.fields))
    for number, clause in enumerate(clauses):
        query.clause(
            Clause(
                str(number),
                fields=list(clause.fields),
                edit_distance=clause.edits,
                boost=clause.boost,
                presence=clause.presence,
            )
        )
    return query


class _Terms:
    """What lunr.py takes for its pipeline: from the number of a clause to the terms."""

    def __init__(self, clauses: Sequence[LunrClause]) -> None:
        self._clauses = clauses

    def run_string(self, number: str, _metadata: object) -> list[str]:
        """The terms of the clause of this number."""
        return list(self._clauses[int(number)].terms)


def _restricted(index: TermIndex, records: Sequence[Record], clauses: Sequence[LunrClause]) -> Index:
    """lunr.py's index of some terms, given in lunr's order."""
    nothing: dict[str, Any] = {}  # lunr.py keeps what is known of a match; here that is nothing, the same for all
    inverted: dict[str, dict[str, Any]] = {}
    elements: dict[str, list[float]] = {}
    for number, record in enumerate(records):
        posting: dict[str, Any] = {"_index": number}
        inverted[record.term] = posting
        for name, weights in zip(index.fields, record.fields, strict=True):
            documents = weights.documents if weights else ()
            posting[name] = {str(document): nothing for document in documents}
            for document, weight in zip(documents, weights.weights if weights else (), strict=True):
                elements.setdefault(f"{name}/{document}", []).extend((number, weight))
    vectors = {ref: Vector(each) for ref, each in elements.items()}
    return Index(inverted, vectors, TermSet(inverted), list(index.fields), _Terms(clauses))
