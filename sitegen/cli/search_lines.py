"""Hits as `sitegen search` prints them: rows for people, JSON lines for programs."""

import json
from collections.abc import Iterator, Sequence

from sitegen.cli.columns import BYLINE_WIDTH, byline_text, title_width
from sitegen.model.dates import PartialDate
from sitegen.search.reader_store import Card
from sitegen.site.wording import cut_text

_YEAR_WIDTH = 4

# A paper with its score, best first.
Row = tuple[Card, float]


def table_lines(rows: Sequence[Row]) -> Iterator[str]:
    """A row a paper, as wide as the terminal: rank, score, year, title and first author."""
    ranks = [str(rank) for rank in range(1, len(rows) + 1)]
    scores = [f"{score:.2f}" for _, score in rows]
    rank_width, score_width = (max(map(len, texts), default=0) for texts in (ranks, scores))
    width = title_width(rank_width + score_width + _YEAR_WIDTH + 8)
    for (card, _), rank, score in zip(rows, ranks, scores, strict=True):
        numbers = f"{rank:>{rank_width}}  {score:>{score_width}}  {card.year or '':>{_YEAR_WIDTH}}"
        byline = byline_text(card.authors, author_count=card.author_count, is_truncated=card.is_truncated)
        yield f"{numbers}  {cut_text(card.title, width):<{width}}  {cut_text(byline, BYLINE_WIDTH)}".rstrip()


def json_lines(rows: Sequence[Row]) -> Iterator[str]:
    """A JSON object a paper; what is not known is null or empty. `page` is its place in the built site."""
    for card, score in rows:
        date = PartialDate(year=card.year or None, month=card.month or None, day=card.day or None)
        fields = {
            "id": card.ref,
            "title": card.title,
            "score": score,
            "authors": card.authors,
            "date": date.iso,
            "topics": card.topics,
            "status": card.status,
            "rating": card.rating or None,
            "page": card.href,
            "url": card.url,
        }
        yield json.dumps(fields, ensure_ascii=False)
