"""Columns: what filters, counts and sorting need of every paper, each in files of its own.

They are apart from the index and from what hits show, so that any list of papers can be filtered with them; the reader
is `static/search-columns.js`. Each column but that of the authors (see `column_authors`) is cut into parts of papers
that follow one another by number:

- `years…`: one number a paper, `age_in_years`.
- `days…`: two texts, the months and the days, a number a paper, 0 where not known; only sorting needs them.
- `topics…`: two texts, how many topics each paper has, and the topics of all: of each paper rising, the first as its
  place in the manifest's table, the others as the step from the one before less one.
- `states…`: one number a paper, `state_number`.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any

from sitegen.config import TaxonomyKind
from sitegen.model.dates import PartialDate
from sitegen.model.paper import Paper
from sitegen.search.column_authors import TIER, WRITERS, author_parts
from sitegen.search.documents import Document
from sitegen.search.numbers import numbers_text
from sitegen.search.parts import Part
from sitegen.search.store_facts import age_in_years, newest_year, state_number, steps, topic_table
from sitegen.site.lookups import Lookups

COLUMN = 50_000

TopicSets = Sequence[Sequence[int]]


def column_parts(
    lookups: Lookups,
    documents: Sequence[Document],
    *,
    per: int = COLUMN,
    tier_size: int = TIER,
    writers: int = WRITERS,
) -> tuple[dict[str, Any], tuple[Part, ...]]:
    """The manifest's entries and the parts of all columns, for documents in the order of their numbers.

    The one entry, `columns`, holds `per` (papers in a part), `facets` (the names of the columns that tell papers of
    this list apart) and `authors` (see `author_parts`). What the numbers mean stands in the entries of `store_parts`.
    """
    papers = [lookups.papers[document.ref] for document in documents]
    topics = _topic_sets(lookups, papers)
    ids = [paper.id for paper in papers]
    authors, parts = author_parts(lookups, ids, tier_size=tier_size, writers=writers)
    facets = {
        "topics": any(topics),
        "years": newest_year(papers) > 0,
        "states": any(paper.status for paper in papers),
        "authors": bool(parts),
    }
    entry = {"per": per, "facets": [name for name, tells in facets.items() if tells], "authors": authors}
    return {"columns": entry}, (*_plain_columns(papers, topics, per), *parts)


def _plain_columns(papers: Sequence[Paper], topics: TopicSets, per: int) -> Iterator[Part]:
    newest = newest_year(papers)
    columns: dict[str, Callable[[slice], tuple[str, ...]]] = {
        "years": lambda part: (numbers_text(age_in_years(paper, newest) for paper in papers[part]),),
        "days": lambda part: _days(papers[part]),
        "topics": lambda part: _topics(topics[part]),
        "states": lambda part: (numbers_text(map(state_number, papers[part])),),
    }
    for name, texts in columns.items():
        for number, at in enumerate(range(0, len(papers), per)):
            yield Part(f"{name}{number}", texts(slice(at, at + per)))


def _days(papers: Sequence[Paper]) -> tuple[str, str]:
    dates = [paper.date or PartialDate() for paper in papers]
    return numbers_text(date.month or 0 for date in dates), numbers_text(date.day or 0 for date in dates)


def _topics(topics: TopicSets) -> tuple[str, str]:
    return numbers_text(map(len, topics)), numbers_text(chain.from_iterable(map(steps, topics)))


def _topic_sets(lookups: Lookups, papers: Sequence[Paper]) -> TopicSets:
    _, places = topic_table(lookups)
    return [sorted(places[term.slug] for term in lookups.terms_of(TaxonomyKind.TOPICS, paper)) for paper in papers]
