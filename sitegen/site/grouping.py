"""A list of papers under headings, cut into pages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sitegen.model.paper import Paper
from sitegen.site.pagination import split_pages
from sitegen.site.wording import month_name


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSlice:
    """The part of a group that stands on one page: `total` counts the whole group, `continued` says it began before."""

    label: str
    total: int
    continued: bool
    papers: tuple[str, ...]


def year_group(paper: Paper) -> str:
    """The heading that a paper stands under in a list by years."""
    if paper.date is None:
        return "No date"
    return str(paper.year) if paper.year else "No year"


def month_group(paper: Paper) -> str:
    """The heading that a paper stands under in the list of one year."""
    return month_name(paper.date.month) if paper.date and paper.date.month else "No month"


def group_pages(labelled: Sequence[tuple[str, str]], size: int) -> Iterator[tuple[int, int, tuple[GroupSlice, ...]]]:
    """Divide a list of (heading, paper id) into pages of `size`; yield (page, number of pages, its groups)."""
    totals = Counter(label for label, _ in labelled)
    last = None
    for page, count, items in split_pages(labelled, size):
        groups = tuple(
            GroupSlice(
                label=label,
                total=totals[label],
                continued=label == last,
                papers=tuple(paper_id for _, paper_id in group),
            )
            for label, group in groupby(items, key=lambda item: item[0])
        )
        last = groups[-1].label if groups else None
        yield page, count, groups
