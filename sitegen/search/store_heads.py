"""Heads: what the row of a hit shows but its running text, many papers in one part.

Columns compress twice as well as rows: a part holds texts as lines, one column after the other, and all of its numbers
in one text, again column by column. What follows from something else is left out.
"""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.model.dates import PartialDate
from sitegen.model.paper import Paper
from sitegen.model.text import SLUG_LENGTH
from sitegen.search.documents import Document
from sitegen.search.numbers import numbers_text
from sitegen.search.parts import Part
from sitegen.search.store_facts import age_in_years, head_state, lines_text, plain_slug
from sitegen.site.outward import way_out

# Addresses that most papers have, each written as its letter and the rest; others as `w`, the label, a tab and all.
OUTWARD = {"https://arxiv.org/abs/": "a", "https://doi.org/": "d"}


def head_part(
    number: int,
    cards: Sequence[tuple[Document, Paper]],
    *,
    topics: Mapping[str, Sequence[int]],
    newest: int,
) -> Part:
    """The heads of papers that follow one another, in lines and numbers.

    Lines: titles; refs, each empty where `plain_slug` of the title gives it; the names of all authors, then of all
    organizations; outward links. Numbers, each for all papers in turn: twice the authors that are named, and one for
    "et al."; the authors that are only counted; organizations; age in years (see `age_in_years`); twice the month, and
    one for an inferred year; day; state (see `head_state`); topics; then the topics of all, as places in the table.
    `topics` gives these places by id, and `newest` is the newest year of the list.
    """
    papers = [paper for _, paper in cards]
    return Part(
        f"h{number}",
        (
            lines_text(document.title for document, _ in cards),
            lines_text(_ref(document) for document, _ in cards),
            lines_text(name for paper in papers for name in paper.authors),
            lines_text(name for paper in papers for name in paper.organizations),
            lines_text(_outward(paper) for paper in papers),
            numbers_text(_numbers(papers, topics, newest)),
        ),
    )


def _ref(document: Document) -> str:
    return "" if document.ref == plain_slug(document.title, SLUG_LENGTH) else document.ref


def _outward(paper: Paper) -> str:
    out = way_out(paper)
    if out is None:
        return ""
    for beginning, letter in OUTWARD.items():
        if out.href.startswith(beginning):
            return letter + out.href.removeprefix(beginning)
    return f"w{out.label}\t{out.href}"


def _numbers(papers: Sequence[Paper], topics: Mapping[str, Sequence[int]], newest: int) -> Iterable[int]:
    dates = [paper.date or PartialDate() for paper in papers]
    yield from (2 * len(paper.authors) + paper.authors_truncated for paper in papers)
    yield from ((not paper.authors and paper.author_count) or 0 for paper in papers)
    yield from (len(paper.organizations) for paper in papers)
    yield from (age_in_years(paper, newest) for paper in papers)
    yield from (2 * (date.month or 0) + paper.date_inferred for date, paper in zip(dates, papers, strict=True))
    yield from (date.day or 0 for date in dates)
    yield from map(head_state, papers)
    yield from (len(topics.get(paper.id, ())) for paper in papers)
    yield from (place for paper in papers for place in topics.get(paper.id, ()))
