"""What only pages show of papers that are alike, found when pages are planned and not before."""

import dataclasses

from sitegen.site.alike import FEWEST_ON_MAP, with_likeness
from tests.toy import toy_parts

PARTS = toy_parts()


def test_papers_are_compared_where_pages_are_planned() -> None:
    """Lookups alone compare none; a plan knows of each paper what is like it and where it stands on the map."""
    lookups = PARTS.lookups()
    assert not lookups.related
    assert not lookups.positions
    planned = PARTS.site().lookups
    assert planned.related.keys() == planned.positions.keys() == lookups.papers.keys()
    assert planned.map_height > 0


def test_a_list_too_short_for_a_map_has_related_papers() -> None:
    """Its papers are compared, and stand nowhere."""
    catalogue = dataclasses.replace(PARTS.catalogue, papers=PARTS.catalogue.papers[: FEWEST_ON_MAP - 1])
    lookups = with_likeness(dataclasses.replace(PARTS, catalogue=catalogue, taxonomies=()).lookups())
    assert lookups.related.keys() == lookups.papers.keys()
    assert (lookups.positions, lookups.map_height) == ({}, 0)
