"""Facts of papers as the small numbers and tables that cards and columns share."""

import re
from collections.abc import Iterable
from typing import Any

from sitegen.config import TaxonomyKind
from sitegen.model.note import Status
from sitegen.model.paper import Paper, years_of
from sitegen.site.chips import BEST_RATING, mark_view, topic_view
from sitegen.site.lookups import Lookups
from sitegen.site.urls import HOME, relative_url

# In the order of their numbers in the files: what is not marked comes first.
STATUSES: tuple[Status | None, ...] = (None, *Status)

STARRED = len(STATUSES) * (BEST_RATING + 1) * 2
"""Above every `state_number`."""

_APOSTROPHES = str.maketrans("", "", "'’")
_PLAIN_RUN = re.compile(r"[A-Za-z0-9]+")


def site_href(path: str) -> str:
    """The address of a page from the root of the site."""
    return relative_url(HOME, path)


def topic_table(lookups: Lookups) -> tuple[list[list[Any]], dict[str, int]]:
    """The topics in their order, each [label, href, colour, shape, slug], and the place of each slug in that table.

    It is empty where the site does not show topics.
    """
    topics = lookups.taxonomies.get(TaxonomyKind.TOPICS)
    terms = topics.terms if topics else ()
    views = [topic_view(term, site_href) for term in terms]
    table = [
        [view.label, view.href, view.colour, view.shape, term.slug] for view, term in zip(views, terms, strict=True)
    ]
    return table, {term.slug: place for place, term in enumerate(terms)}


def mark_table() -> list[list[str]]:
    """What a paper's status can be, each [slug, name of its bead, label]; first "none", without a label."""
    views = [mark_view(status) for status in STATUSES]
    return [[status or view.name, view.name, view.label] for status, view in zip(STATUSES, views, strict=True)]


def state_number(paper: Paper) -> int:
    """Status (its place in STATUSES), rating (0 for none) and code in one number, below 62: one character."""
    rated = STATUSES.index(paper.status) * (BEST_RATING + 1) + (paper.rating or 0)
    return rated * 2 + paper.is_with_code


def head_state(paper: Paper) -> int:
    """The same, and `STARRED` more where the owner starred the paper: only these take a second character."""
    return state_number(paper) + STARRED * paper.star


def newest_year(papers: Iterable[Paper]) -> int:
    """The latest year of any date, from which the files count backwards; 0 where no year is known."""
    return max(years_of(papers), default=0)


def age_in_years(paper: Paper, newest: int) -> int:
    """1 for a paper of the newest year, one more for each year before; 0 where the year is not known."""
    return newest - paper.year + 1 if paper.year else 0


def plain_slug(text: str, most: int | None = None) -> str:
    """A text's runs of ASCII letters and digits in lower case, joined by hyphens; in `most` characters, at a run's end.

    Apostrophes part no runs. Most slugs are this of their title or name, so the files say a slug only where it is
    another. The client has the same rule (`plainSlug`).
    """
    slug = "-".join(_PLAIN_RUN.findall(text.translate(_APOSTROPHES))).lower()
    if most is None or len(slug) <= most:
        return slug
    return slug[: most + 1].rpartition("-")[0]


def steps(rising: Iterable[int]) -> list[int]:
    """Rising numbers as the first, and then the steps between neighbours, less one."""
    found, before = [], -1
    for number in rising:
        found.append(number - before - 1)
        before = number
    return found


def lines_text(texts: Iterable[str]) -> str:
    """Texts as lines; a line end inside one becomes a space."""
    lines = list(texts)
    joined = "\n".join(lines)
    if joined.count("\n") < len(lines):
        return joined
    return "\n".join(line.replace("\n", " ") for line in lines)
