"""Where the site tells of a dump, by the name of its file."""

from sitegen.config import TaxonomyKind
from sitegen.site import urls
from sitegen.site.lookups import Lookups


def dump_slugs(lookups: Lookups) -> dict[str, str]:
    """The slugs of all dumps by their names; none where the site has no pages of dumps."""
    taxonomy = lookups.taxonomies.get(TaxonomyKind.DUMPS)
    return {term.label: term.slug for term in taxonomy.terms} if taxonomy else {}


def changes_pages(lookups: Lookups) -> dict[str, str]:
    """The first page of what each dump brought, by its name; none where the site has no pages of dumps."""
    return {name: urls.changes_path(slug) for name, slug in dump_slugs(lookups).items()}
