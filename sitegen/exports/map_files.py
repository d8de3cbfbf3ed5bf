"""What the map of a long list reads when one looks at a point, or searches."""

from collections.abc import Iterator

from sitegen.model.artifact import Artifact
from sitegen.site.map.groups import map_groups
from sitegen.site.map.many import drawn_groups, many_files
from sitegen.site.map.page import is_linked
from sitegen.site.pages import Site


def export_map_files(site: Site) -> Iterator[Artifact]:
    """The files of the map; none where there is no map, or where its points are links of the page."""
    lookups = site.lookups
    if not lookups.positions or is_linked(lookups):
        return
    groups = map_groups(lookups)
    yield from many_files(groups, drawn_groups(lookups, groups))
