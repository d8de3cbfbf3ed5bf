"""Which papers are like one another, and where each stands on the map: what pages show and nothing else asks for."""

from dataclasses import replace

from sitegen.config import TaxonomyKind
from sitegen.likeness.map_layout import lay_out
from sitegen.likeness.related import relate_weighed, works_of
from sitegen.likeness.weighing import Weighed, weigh
from sitegen.site.further import find_further
from sitegen.site.lookups import Lookups

# Of fewer papers a map shows nothing.
FEWEST_ON_MAP = 5


def with_likeness(lookups: Lookups) -> Lookups:
    """The lookups with the papers related to each, others where those are few, and the map where there is one.

    Apart from `make_lookups`, since comparing papers takes longer than all else and search needs none of it.
    """
    weighed = weigh(lookups.catalogue.papers)
    topics = lookups.taxonomies.get(TaxonomyKind.TOPICS)
    labels = {term.slug: term.label for term in topics.terms} if topics else {}
    related = relate_weighed(weighed, labels=labels, near_misses=lookups.catalogue.near_misses)
    further = find_further(
        lookups.ordered,
        related,
        authors=lookups.terms.get(TaxonomyKind.AUTHORS, {}),
        topics=lookups.terms.get(TaxonomyKind.TOPICS, {}),
        works=works_of(lookups.catalogue.near_misses),
    )
    return _with_map(replace(lookups, related=related, further=further), weighed)


def _with_map(lookups: Lookups, weighed: Weighed) -> Lookups:
    if len(weighed.papers) < FEWEST_ON_MAP:
        return lookups
    picture = lay_out(weighed)
    positions = dict(zip([paper.id for paper in weighed.papers], picture.points, strict=True))
    return replace(lookups, positions=positions, map_height=picture.height)
