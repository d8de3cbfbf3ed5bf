"""A query in lunr's own language, read by lunr.py's parser."""

from lunr.exceptions import QueryParseError
from lunr.query import Query
from lunr.query_parser import QueryParser

from sitegen.search.lunr_scores import LunrClause
from sitegen.words.text import fold, query_terms, words


class QueryError(ValueError):
    """A query that lunr's language does not allow; the message says why."""


def parse_lunr(typed: str, fields: tuple[str, ...]) -> tuple[LunrClause, ...]:
    """The clauses of a query in the language of lunr. Raises QueryError."""
    query = Query(list(fields))
    try:
        QueryParser(typed, query).parse()
    except QueryParseError as error:
        raise QueryError(f"the query cannot be read: {error}") from error
    return tuple(
        LunrClause(
            terms=search_terms(clause.term) if clause.use_pipeline else (clause.term,),
            fields=tuple(clause.fields),
            boost=float(min(clause.boost, _MOST_BOOST)),
            edits=clause.edit_distance,
            presence=clause.presence,
        )
        for clause in query.clauses
    )


# A number of any length can be typed; a float holds no more.
_MOST_BOOST = 10**300


def search_terms(word: str) -> tuple[str, ...]:
    """The terms that lunr looks for when a word of its language is asked for."""
    return tuple(dict.fromkeys(term for each in words(fold(word)) for term in query_terms(each)[0]))
