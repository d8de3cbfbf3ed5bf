"""The orders in which lists can be shown."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from sitegen.model.dump import Reading
from sitegen.model.paper import Arrival, Paper


class Order(StrEnum):
    """An order of papers; the value stands in addresses and in site.yaml."""

    DATE = "date"
    OLDEST = "oldest"
    SCORE = "score"
    TITLE = "title"
    RATING = "rating"
    ADDED = "added"


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
    dated = any(paper.date and paper.date.year for paper in papers)
    useful = {
        Order.DATE: True,
        Order.OLDEST: dated,
        Order.SCORE: any(paper.score is not None for paper in papers),
        Order.TITLE: True,
        Order.RATING: any(paper.rating for paper in papers),
        Order.ADDED: len(set(added.values())) > 1,
    }
    return tuple(order for order, tells in useful.items() if tells)
