"""What the scripts of reading marks know a paper by."""

from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.model.paper import Paper
from sitegen.site.arrivals import source_names
from sitegen.site.lookups import Lookups


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownView:
    """A paper's id, and the ids it had before, the keys of its sources and its topics' slugs, with spaces between.

    `sources` is "" where one of them is too old for the paper to be new to anybody.
    """

    id: str
    was: str
    sources: str
    topics: str


def known_view(lookups: Lookups, paper: Paper) -> KnownView:
    """One paper as the scripts know it."""
    sources = source_names(paper)
    recent = all(name in lookups.sources for name in sources)
    return KnownView(
        id=paper.id,
        was=" ".join(paper.aliases),
        sources=" ".join(lookups.sources[name] for name in sources) if recent else "",
        topics=" ".join(term.slug for term in lookups.terms_of(TaxonomyKind.TOPICS, paper)),
    )
