"""Columns: what filters, counts and orders need of every paper, each in files of its own.

They are apart from the index and from what hits show, so that any list of papers can be filtered with them; the reader
is `static/search-column-files.js`. Columns of names have a form of their own (see `column_names`); each of the others
is cut into parts of papers that follow one another by number:

- `years…`: one number a paper, `age_in_years`.
- `days…`: two texts, the months and the days, a number a paper, 0 where not known; only order needs them.
- `topics…`: two texts, how many topics each paper has, and the topics of all: of each paper rising, the first as its
  place in the manifest's table, the others as the step from the one before less one.
- `states…`: one number a paper, `state_number`.
- `scores…`: one number a paper, `score_number`.
- `titles…`: one number a paper, its place by title.
- `added…`: one number a paper, see `added_ranks`.
- `told…`: one number a paper, 1 where its text is a summary, which rows of lists show, and 2 more where it is starred.

A column in which every number is 0 has no files.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from sitegen.config import TaxonomyKind
from sitegen.model.cutting import pieces_of
from sitegen.model.dates import PartialDate
from sitegen.model.paper import Paper
from sitegen.search.column_names import NAMED_KINDS, TIER, WRITERS, name_parts
from sitegen.search.column_orders import added_ranks, score_number, score_scale, title_places
from sitegen.search.documents import Document
from sitegen.search.numbers import numbers_text
from sitegen.search.parts import Part
from sitegen.search.store_facts import age_in_years, newest_year, state_number, steps, topic_table
from sitegen.site.lookups import Lookups

COLUMN = 50_000

# The texts of a column, each as the numbers of every paper.
Column = tuple[Sequence[Sequence[int]], ...]


def column_parts(
    lookups: Lookups,
    documents: Sequence[Document],
    *,
    per: int = COLUMN,
    tier_size: int = TIER,
    writers: int = WRITERS,
) -> tuple[dict[str, Any], tuple[Part, ...]]:
    """The manifest's entries and the parts of all columns, for documents in the order of their numbers.

    The one entry, `columns`, holds `per` (papers in a part), `has` (the columns that have files), `facets` (by what the
    papers of this list can be told apart, in the order in which it is offered), `scale` (see `score_scale`) and `names`
    (by kind, see `name_parts`). What the numbers mean stands in the entries of `store_parts`.
    """
    papers = [lookups.papers[document.ref] for document in documents]
    ids = [paper.id for paper in papers]
    named = {kind: name_parts(lookups, kind, ids, tier_size=tier_size, writers=writers) for kind in NAMED_KINDS}
    columns = {name: column for name, column in _columns(lookups, documents, papers) if any(map(any, chain(*column)))}
    names = {str(kind): entry for kind, (entry, _) in named.items() if entry}
    facets = _facets(papers, {*columns, *names})
    scale = score_scale(papers)
    entry = {"per": per, "has": list(columns), "facets": facets, "scale": scale, "names": names}
    return {"columns": entry}, (
        *_cut(columns, per),
        *chain.from_iterable(parts for _, parts in named.values()),
    )


def _facets(papers: Sequence[Paper], known: set[str]) -> list[str]:
    facets = {
        "topics": "topics" in known,
        "years": newest_year(papers) > 0,
        **{str(kind): str(kind) in known for kind in NAMED_KINDS},
        "code": any(paper.is_with_code for paper in papers),
        "scores": "scores" in known,
        "ratings": any(paper.rating for paper in papers),
        "states": any(paper.status for paper in papers),
        "mine": any(paper.star for paper in papers),
    }
    return [name for name, tells in facets.items() if tells]


def _columns(lookups: Lookups, documents: Sequence[Document], papers: Sequence[Paper]) -> Iterator[tuple[str, Column]]:
    """The columns by name: of each paper the numbers that stand for it in each text."""
    newest, scale = newest_year(papers), score_scale(papers)
    dates = [paper.date or PartialDate() for paper in papers]
    topics = _topic_sets(lookups, papers)
    yield "years", (_single(age_in_years(paper, newest) for paper in papers),)
    yield "days", (_single(date.month or 0 for date in dates), _single(date.day or 0 for date in dates))
    yield "topics", (_single(map(len, topics)), [steps(places) for places in topics])
    yield "states", (_single(map(state_number, papers)),)
    yield "scores", (_single(score_number(paper, scale) for paper in papers),)
    yield "titles", (_single(title_places(documents)),)
    yield "added", (_single(added_ranks(lookups, papers)),)
    yield "told", (_single(paper.is_summary + 2 * paper.star for paper in papers),)


def _single(numbers: Iterable[int]) -> list[tuple[int]]:
    return [(int(number),) for number in numbers]


def _cut(columns: Mapping[str, Column], per: int) -> Iterator[Part]:
    for name, column in columns.items():
        for number, part in enumerate(zip(*(pieces_of(text, per) for text in column), strict=True)):
            yield Part(f"{name}{number}", tuple(numbers_text(chain.from_iterable(text)) for text in part))


def _topic_sets(lookups: Lookups, papers: Sequence[Paper]) -> Sequence[Sequence[int]]:
    _, places = topic_table(lookups)
    return [sorted(places[term.slug] for term in lookups.terms_of(TaxonomyKind.TOPICS, paper)) for paper in papers]
