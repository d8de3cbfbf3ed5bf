"""A saved view with what it names and holds."""

from dataclasses import dataclass

from sitegen.config import SavedView, TaxonomyKind
from sitegen.model.problems import Location
from sitegen.taxonomy.terms import Term

# The keys of a view that name terms, each with their kind.
KINDS = {
    "topic": TaxonomyKind.TOPICS,
    "not": TaxonomyKind.TOPICS,
    "author": TaxonomyKind.AUTHORS,
    "organization": TaxonomyKind.ORGANIZATIONS,
    "subject": TaxonomyKind.SUBJECTS,
    "dump": TaxonomyKind.DUMPS,
}

Named = dict[str, tuple[Term, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A saved view: what it asks for, the terms that it names by key, and the ids of its papers in its order."""

    saved: SavedView
    terms: Named
    papers: tuple[str, ...]
    location: Location | None

    @property
    def slug(self) -> str:
        """The name of its page."""
        return self.saved.page_slug
