"""The papers of the map, by their first topic, in an order in which neighbours are neighbours."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.model.paper import Paper
from sitegen.site import wording
from sitegen.site.lookups import Lookups
from sitegen.site.rows import byline
from sitegen.taxonomy.terms import Term

Point = tuple[int, int]

MOST_AUTHORS = 3
_BITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The papers whose first topic is `term` (None: those without one), each with the point where it stands."""

    term: Term | None
    papers: tuple[Paper, ...]
    points: tuple[Point, ...]


def map_groups(lookups: Lookups) -> tuple[Group, ...]:
    """All papers of the map: the topic with the most papers first, those without a topic last."""
    by_term: defaultdict[str, list[Paper]] = defaultdict(list)
    terms: dict[str, Term] = {}
    for paper in lookups.ordered:
        first = first_topic(lookups, paper)
        if first:
            terms[first.slug] = first
        by_term[first.slug if first else ""].append(paper)
    ranked = sorted(by_term, key=lambda slug: (not slug, -len(by_term[slug]), slug))
    return tuple(_group(lookups, terms.get(slug), by_term[slug]) for slug in ranked)


def first_topic(lookups: Lookups, paper: Paper) -> Term | None:
    """The topic that fits a paper best, if it has any that the site shows."""
    terms = {term.slug: term for term in lookups.terms_of(TaxonomyKind.TOPICS, paper)}
    return next((terms[slug] for slug in paper.topics if slug in terms), None)


def _group(lookups: Lookups, term: Term | None, papers: Sequence[Paper]) -> Group:
    placed = sorted(papers, key=lambda paper: _curve(lookups.positions[paper.id]))
    return Group(term=term, papers=tuple(placed), points=tuple(lookups.positions[paper.id] for paper in placed))


def _curve(point: Point) -> int:
    """A point's place along a curve that visits each quarter before the next (Morton's order)."""
    x, y = point
    return sum((x >> bit & 1) << 2 * bit | (y >> bit & 1) << 2 * bit + 1 for bit in range(_BITS))


def point_byline(paper: Paper) -> str:
    """Authors and year in a line, as far as they are known."""
    date = wording.date_view(paper.date, inferred=paper.date_inferred)
    return ", ".join(part for part in (byline(paper, most=MOST_AUTHORS), date.text if date else None) if part)
