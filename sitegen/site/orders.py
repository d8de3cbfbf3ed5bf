"""The orders in which lists can be shown."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sitegen.config import Order
from sitegen.markup.latex import latex_to_text
from sitegen.model.dump import Reading
from sitegen.model.paper import Arrival, Paper
from sitegen.model.text import fold_text

Key = Callable[[Paper], Any]


ORDER_LABELS = {
    Order.DATE: "newest first",
    Order.OLDEST: "oldest first",
    Order.SCORE: "by score",
    Order.TITLE: "by title",
    Order.RATING: "by rating",
    Order.ADDED: "last added",
}


def added_days(
    papers: Iterable[Paper], readings: Mapping[str, Reading], arrivals: Mapping[str, Sequence[Arrival]]
) -> dict[str, datetime.date]:
    """The day on which each paper came to the list, by id: as its note gives it, or when a listing first had it.

    Papers of which neither is known are left out.
    """
    days: dict[str, datetime.date] = {}
    for dump, reading in readings.items():
        day = reading.dump.metadata.captured
        if day is not None:
            for arrival in arrivals.get(dump, ()):
                days[arrival.paper] = min(day, days.get(arrival.paper, day))
    return days | {paper.id: paper.added for paper in papers if paper.added}


def useful_orders(papers: Sequence[Paper], added: Mapping[str, datetime.date]) -> tuple[Order, ...]:
    """The orders that tell papers of this list apart, in the order in which they are offered."""
    dated = any(paper.year for paper in papers)
    useful = {
        Order.DATE: True,
        Order.OLDEST: dated,
        Order.SCORE: any(paper.score is not None for paper in papers),
        Order.TITLE: True,
        Order.RATING: any(paper.rating for paper in papers),
        Order.ADDED: len(set(added.values())) > 1,
    }
    return tuple(order for order, tells in useful.items() if tells)


def in_order(papers: Sequence[Paper], order: Order, added: Mapping[str, datetime.date]) -> tuple[Paper, ...]:
    """Papers that are newest first in an order; equals stay newest first, and what has no such value is last."""
    return tuple(sorted(papers, key=_KEYS[order](added)))


def _by_title(_added: Mapping[str, datetime.date]) -> Key:
    return lambda paper: (fold_text(latex_to_text(paper.title)), paper.id)


def _oldest(paper: Paper) -> tuple[bool, tuple[int, int, int]]:
    return (False, paper.date.sort_key) if paper.date and paper.year else (True, (0, 0, 0))


def _falling(value: float | None) -> tuple[bool, float]:
    return value is None, -(value or 0)


_KEYS: Mapping[Order, Callable[[Mapping[str, datetime.date]], Key]] = {
    Order.DATE: lambda _added: lambda _paper: 0,
    Order.OLDEST: lambda _added: _oldest,
    Order.SCORE: lambda _added: lambda paper: _falling(paper.score),
    Order.TITLE: _by_title,
    Order.RATING: lambda _added: lambda paper: _falling(paper.rating),
    Order.ADDED: lambda added: lambda paper: -(added[paper.id].toordinal() if paper.id in added else 0),
}
